// SPDX-License-Identifier: Apache-2.0
import { useEffect } from 'preact/hooks';
import { looked, present } from '../model/presence.ts';

const lookMs = 250;
const events = ['blur', 'focus'] as const;

/**
 * Calls `left` once when the candidate was away from this page for too long. A frame of this page
 * that has the focus is this page: `hasFocus` counts it so.
 */
export function useFocusWatch(watched: boolean, left: () => void) {
  useEffect(() => {
    if (!watched) return undefined;
    let presence = present;
    const look = () => {
      const away = document.visibilityState === 'hidden' || !document.hasFocus();
      const { lost } = presence;
      presence = looked(presence, away, performance.now());
      if (presence.lost && !lost) left();
    };
    const timer = setInterval(look, lookMs);
    for (const name of events) addEventListener(name, look);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      for (const name of events) removeEventListener(name, look);
      document.removeEventListener('visibilitychange', look);
    };
  }, [watched]);
}
