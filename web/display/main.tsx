// SPDX-License-Identifier: Apache-2.0
import { render } from 'preact';
import '../shared/styles/tokens.css';
import '../shared/styles/base.css';
import './display.css';
import { sessionNumber } from '../shared/typed/session_number.ts';
import { App } from './app.tsx';
import { Screen } from './screen.ts';

/** The session is named in the address, after the #: nobody has to touch the screen. */
const screen = new Screen();
const follow = () => screen.show(sessionNumber(location.hash.slice(1)));
addEventListener('hashchange', follow);
render(<App screen={screen} />, document.getElementById('page')!);
follow();
