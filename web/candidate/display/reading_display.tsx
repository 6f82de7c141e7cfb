// SPDX-License-Identifier: Apache-2.0
import { useSignalEffect } from '@preact/signals';
import { useEffect, useLayoutEffect } from 'preact/hooks';
import { useStation } from '../control/context.ts';
import { DisplayPanel } from './display_panel.tsx';
import { displayKeptHere, keepDisplayHere } from './kept_here.ts';
import { isUnchosen, lookOf, wear } from './look.ts';
import { panelOpen } from './panel_open.ts';
import { Ruler } from './ruler.tsx';

/** Makes every screen look as the candidate chose, and holds what lies over all of them. */
export function ReadingDisplay() {
  const station = useStation();
  const { display } = station.state;
  useLayoutEffect(() => wear(document.documentElement, lookOf(display.value)), [display.value]);
  useKeptHere();
  return (
    <>
      {display.value.ruler && <Ruler />}
      {panelOpen.value && <DisplayPanel onClose={() => (panelOpen.value = false)} />}
    </>
  );
}

/** Before one joins there is no box to keep the choice: the station does, and only until then. */
function useKeptHere() {
  const station = useStation();
  const { display, attempt } = station.state;
  useEffect(() => {
    const kept = displayKeptHere();
    if (kept && !attempt.peek()) station.chooseDisplay(kept);
  }, []);
  useSignalEffect(() => {
    const own = attempt.value !== null || isUnchosen(display.value);
    keepDisplayHere(own ? undefined : display.value);
  });
}
