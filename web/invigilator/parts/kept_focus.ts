// SPDX-License-Identifier: Apache-2.0
import { useLayoutEffect, useRef } from 'preact/hooks';

interface Place {
  candidate: string;
  isMainAct: boolean;
}

/**
 * Cards move when their urgency changes, and the browser drops the focus of what moves. Gives the
 * list's ref; after each change of `order`, the keyboard is where it was: on the same candidate.
 */
export function useKeptFocus(order: unknown[]) {
  const list = useRef<HTMLDivElement>(null);
  const place = useRef<Place | null>(null);
  useLayoutEffect(() => {
    const element = list.current!;
    const follow = (event: FocusEvent) => {
      const target = event.target as HTMLElement;
      const candidate = target.closest<HTMLElement>('[data-candidate]')?.dataset['candidate'];
      place.current = candidate
        ? { candidate, isMainAct: target.dataset['deed'] === 'main' }
        : null;
    };
    // A focus that goes elsewhere says where; one that is dropped does not.
    const leave = (event: FocusEvent) => {
      const to = event.relatedTarget as HTMLElement | null;
      if (to && !element.contains(to)) place.current = null;
    };
    element.addEventListener('focusin', follow);
    element.addEventListener('focusout', leave);
    return () => {
      element.removeEventListener('focusin', follow);
      element.removeEventListener('focusout', leave);
    };
  }, []);
  useLayoutEffect(() => {
    const kept = place.current;
    if (!kept || document.activeElement !== document.body) return;
    const card = list.current?.querySelector(`[data-candidate="${kept.candidate}"]`);
    const wanted = kept.isMainAct && card?.querySelector<HTMLElement>('[data-deed=main]');
    (wanted || card?.querySelector<HTMLElement>('button'))?.focus({ preventScroll: true });
  }, order);
  return list;
}
