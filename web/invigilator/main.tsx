// SPDX-License-Identifier: Apache-2.0
import { render } from 'preact';
import '../shared/styles/tokens.css';
import '../shared/styles/base.css';
import '../shared/styles/controls.css';
import '../shared/styles/layout.css';
import './invigilator.css';
import './cards.css';
import './dialogs.css';
import { openDatabase } from '../shared/store/database.ts';
import { App } from './app.tsx';
import { Desk } from './control/desk.ts';
import { actsStore } from './queue/act_store.ts';

const stores = [{ name: 'kept' }, actsStore];
const drawer = await openDatabase('preau-desk', stores).catch(() => null);
const desk = new Desk(drawer);
render(<App desk={desk} />, document.getElementById('page')!);
await desk.restore();
