// SPDX-License-Identifier: Apache-2.0
// What the companion does at this moment, for whoever sits in front of the computer.
import { after, readLock } from '../model/lock.ts';

const element = (id: string) => document.getElementById(id)!;

async function show() {
  const { lock: value } = await chrome.storage.local.get('lock');
  const lock = after(readLock(value), { type: 'time', at: Date.now() });
  element('locked').hidden = lock === null;
  element('free').hidden = lock !== null;
  if (lock === null) return;
  element('box').textContent = lock.box;
  (element('back') as HTMLAnchorElement).href = `${lock.box}/`;
}

element('version').textContent = chrome.runtime.getManifest().version;
chrome.storage.onChanged.addListener(() => void show());
void show();
