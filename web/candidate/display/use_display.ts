// SPDX-License-Identifier: Apache-2.0
import { useStation } from '../control/context.ts';
import type { Display } from '../model/display.ts';
import { isUnchosen } from './look.ts';

/** How this candidate reads, and what changes it. */
export function useDisplay() {
  const station = useStation();
  const kept = station.state.display.value;
  const display = isUnchosen(kept) ? { ...kept, theme: systemTheme() } : kept;
  const choose = (change: Partial<Display>) => station.chooseDisplay({ ...display, ...change });
  return { display, choose };
}

/** What the page wears before anyone chooses. */
function systemTheme(): Display['theme'] {
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'clear';
}
