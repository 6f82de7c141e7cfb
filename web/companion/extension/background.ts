// SPDX-License-Identifier: Apache-2.0
// Holds the lock. The browser ends this program when it is idle and starts it again for each event:
// what counts is in the storage, and the browser itself keeps the rules.
import { mayLock } from '../model/boxes.ts';
import { type Lock, type LockEvent, after, endOf, isLockedTo, readLock } from '../model/lock.ts';
import type { Ask, State } from '../model/messages.ts';
import { mayShow, ruleIds, rulesFor } from '../model/rules.ts';

const { version } = chrome.runtime.getManifest();
const ownPages = chrome.runtime.getURL('');

/** One change at a time: each ends before the next one reads what it wrote. */
let work: Promise<Lock | null> = restore();

function change(event: (now: number) => LockEvent): Promise<Lock | null> {
  work = work.catch(restore).then(async (lock) => {
    const next = after(lock, event(Date.now()));
    if (next === lock) return lock;
    // First the storage, which is what a browser that is killed now will start from.
    await chrome.storage.local.set({ lock: next });
    return apply(next);
  });
  return work;
}

/** Nobody is told that a computer is locked while the browser has not taken the rules. */
async function restore(): Promise<Lock | null> {
  return apply(readLock((await chrome.storage.local.get('lock')).lock));
}

async function apply(lock: Lock | null): Promise<Lock | null> {
  await chrome.declarativeNetRequest.updateDynamicRules({
    removeRuleIds: ruleIds,
    addRules: rulesFor(lock),
  });
  if (lock) await chrome.alarms.create('ceiling', { when: endOf(lock) });
  else await chrome.alarms.clear('ceiling');
  await show(lock);
  if (lock) void clearAll(lock); // a tab takes its time; the page need not wait for it
  return lock;
}

async function show(lock: Lock | null) {
  const title = lock ? `Préau : verrouillé sur ${lock.box}` : 'Préau : ce poste est libre';
  await chrome.action.setBadgeText({ text: lock ? 'test' : '' });
  await chrome.action.setTitle({ title });
}

async function clearAll(lock: Lock) {
  for (const tab of await chrome.tabs.query({})) void clear(tab, lock);
}

/** A tab that shows something else is led to our own page; "back" returns to it after the test. */
async function clear({ id, url }: Tab, lock: Lock) {
  if (id === undefined || mayShow(lock, url ?? '', ownPages)) return;
  // It may have been closed since.
  await chrome.tabs.update(id, { url: chrome.runtime.getURL('state.html') }).catch(() => undefined);
}

async function answer(ask: Ask, origin: string): Promise<State> {
  const lock = await change(await eventOf(ask, origin));
  return { version, locked: isLockedTo(lock, origin) };
}

async function eventOf(ask: Ask, origin: string): Promise<(now: number) => LockEvent> {
  if (ask === 'unlock') return () => ({ type: 'unlock', origin });
  if (ask === 'lock' && (await isBox(origin))) return (at) => ({ type: 'lock', origin, at });
  return timeOf;
}

/** The policy is asked last: Chromium takes seconds to read it after its start. */
async function isBox(origin: string): Promise<boolean> {
  return mayLock(origin, []) || mayLock(origin, await boxesOfPolicy());
}

/** Firefox refuses to read a policy that is not there. */
async function boxesOfPolicy(): Promise<string[]> {
  const { boxes } = await chrome.storage.managed.get('boxes').catch(() => ({ boxes: undefined }));
  return Array.isArray(boxes) ? boxes.filter((box) => typeof box === 'string') : [];
}

function timeOf(at: number): LockEvent {
  return { type: 'time', at };
}

chrome.runtime.onMessage.addListener((message, { id, url, frameId }, reply) => {
  // Only our own script in a page; the browser, not the page, says at which address.
  if (id !== chrome.runtime.id || frameId !== 0 || !url) return false;
  answer((message as { ask: Ask }).ask, new URL(url).origin).then(reply, () => reply(undefined));
  return true;
});
chrome.tabs.onUpdated.addListener((_id, { url }, tab) => {
  if (url) void change(timeOf).then((lock) => (lock ? clear(tab, lock) : undefined));
});
chrome.alarms.onAlarm.addListener(() => void change(timeOf));
// Listening is what makes the browser start this program with it.
chrome.runtime.onStartup.addListener(() => void change(timeOf));
chrome.runtime.onInstalled.addListener(() => void change(timeOf));
