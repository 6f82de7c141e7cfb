// SPDX-License-Identifier: Apache-2.0
import { render } from 'preact';
import '../shared/styles/tokens.css';
import '../shared/styles/base.css';
import '../shared/styles/controls.css';
import '../shared/styles/layout.css';
import '../candidate/candidate.css';
import '../candidate/question.css';
import './preview.css';
import { App } from './app.tsx';
import { shownPack, type CompiledPack } from './model/compiled.ts';

const compiled = (await (await fetch('pack.json')).json()) as CompiledPack;
render(<App pack={shownPack(compiled)} />, document.getElementById('page')!);
