// SPDX-License-Identifier: Apache-2.0
import { effect } from '@preact/signals';
import { render } from 'preact';
import '../shared/styles/tokens.css';
import '../shared/styles/base.css';
import '../shared/styles/controls.css';
import '../shared/styles/layout.css';
import './candidate.css';
import './test_bar.css';
import './question.css';
import './display/display.css';
import './report/report.css';
import { App } from './app.tsx';
import { address, seatCheckAddress } from './control/address.ts';
import { StationProvider } from './control/context.ts';
import { Entering } from './control/entering.ts';
import { Station } from './control/station.ts';
import { DisplayButton } from './display/display_button.tsx';
import { ReadingDisplay } from './display/reading_display.tsx';
import { Memory } from './outbox/memory.ts';
import { SeatMemory } from './outbox/seat_memory.ts';
import { SeatCheck } from './screens/seat_check.tsx';
import { Unfit } from './screens/unfit.tsx';

const page = document.getElementById('page')!;
const absent = () => null;

const seats = await SeatMemory.open().catch(absent);
const seatName = async () => (await seats?.seat().catch(absent))?.name ?? '';
const station = await openStation().catch(absent);

async function openStation(): Promise<Station> {
  const opened = new Station(await Memory.open(), new Entering(seatName));
  await opened.restore();
  return opened;
}

page.replaceChildren(); // what is said where the page does not start
// Nobody looks at the station while a test is under way at it.
effect(() => {
  const checks = address.value === seatCheckAddress && !station?.state.attempt.value;
  const display = station && (
    <StationProvider value={station}>
      <ReadingDisplay />
      <DisplayButton />
    </StationProvider>
  );
  render(
    checks ? (
      <SeatCheck memory={seats} display={display} />
    ) : station ? (
      <App station={station} />
    ) : (
      <Unfit />
    ),
    page,
  );
});
