// SPDX-License-Identifier: Apache-2.0
import { render } from 'preact';
import '../shared/styles/tokens.css';
import '../shared/styles/base.css';
import '../shared/styles/controls.css';
import '../shared/styles/layout.css';
import './candidate.css';
import './question.css';
import './display/display.css';
import { App } from './app.tsx';
import { Station } from './control/station.ts';
import { Memory } from './outbox/memory.ts';
import { Unfit } from './screens/unfit.tsx';

const page = document.getElementById('page')!;

try {
  const station = new Station(await Memory.open());
  render(<App station={station} />, page);
  await station.restore();
} catch {
  render(<Unfit />, page);
}
