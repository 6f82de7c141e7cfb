// SPDX-License-Identifier: Apache-2.0
// Tells the technician whether this computer has the companion.
import '../../shared/styles/tokens.css';
import '../../shared/styles/base.css';
import '../../shared/styles/layout.css';
import './page.css';

const waitMs = 3_000;
const state = document.getElementById('state')!;

const missing = setTimeout(() => {
  state.textContent = 'Le compagnon n’est pas installé dans ce navigateur.';
}, waitMs);

addEventListener('message', ({ source, data }) => {
  if (source !== window || data?.preau !== 1 || data.from !== 'companion') return;
  clearTimeout(missing);
  state.textContent = `Le compagnon est installé dans ce navigateur (version ${data.version}).`;
});
window.postMessage({ preau: 1, to: 'companion', type: 'ping' }, location.origin);
