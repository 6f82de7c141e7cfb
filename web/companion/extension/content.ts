// SPDX-License-Identifier: Apache-2.0
// In every page; silent in all but those of a box.
import { type Ask, type State, mayAsk, pong, readAsk } from '../model/messages.ts';

const page = document.querySelector<HTMLMetaElement>('meta[name="preau"]')?.content ?? null;

async function pass(ask: Ask) {
  // Without an answer (the companion is being updated), the page hears nothing, which is true.
  const state = await chrome.runtime.sendMessage({ ask }).catch(() => undefined);
  if (state) window.postMessage(pong(state as State), location.origin);
}

if (mayAsk(page, 'ping')) {
  addEventListener('message', ({ source, data }) => {
    const ask = source === window ? readAsk(data) : null; // never a frame's
    if (ask && mayAsk(page, ask)) void pass(ask);
  });
  void pass('ping'); // the page may have asked before anybody listened
}
