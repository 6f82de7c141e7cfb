// SPDX-License-Identifier: Apache-2.0
import { render } from 'preact';
import '../shared/styles/tokens.css';
import '../shared/styles/base.css';
import '../shared/styles/controls.css';
import '../shared/styles/layout.css';
import './office.css';
import { App } from './app.tsx';
import { Office } from './control/office.ts';

const office = new Office(sessionStorage);
render(<App office={office} />, document.getElementById('page')!);
office.restore();
