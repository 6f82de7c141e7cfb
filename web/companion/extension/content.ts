// SPDX-License-Identifier: Apache-2.0
// In every page from its beginning, so that no question is missed; silent in all but a box's.
import { type Ask, type State, mayAsk, pong, readAsk } from '../model/messages.ts';

addEventListener('message', ({ source, data }) => {
  const ask = source === window ? readAsk(data) : null; // never a frame's
  if (ask && mayAsk(whatThePageIs(), ask)) void pass(ask);
});

function whatThePageIs(): string | null {
  return document.querySelector<HTMLMetaElement>('meta[name="preau"]')?.content ?? null;
}

async function pass(ask: Ask) {
  // Without an answer (the companion is being updated), the page hears nothing, which is true.
  const state = await chrome.runtime.sendMessage({ ask }).catch(() => undefined);
  if (state) window.postMessage(pong(state as State), location.origin);
}
