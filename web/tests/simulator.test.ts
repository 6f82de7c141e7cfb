// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { boundedHeight, readMessage, sceneMessage } from '../candidate/model/simulator_message.ts';

test('the four messages of a simulator are understood', () => {
  for (const message of [
    { type: 'ready' },
    { type: 'leave' },
    { type: 'answer', value: '' },
    { type: 'answer', value: 'é'.repeat(250) },
    { type: 'height', pixels: 120 },
    { type: 'height', pixels: 1200 },
  ])
    assert.deepEqual(readMessage({ preau: 1, ...message }), message);
});

test('anything else is nothing', () => {
  const wrong: unknown[] = [
    undefined,
    null,
    'ready',
    1,
    [],
    {},
    { type: 'ready' },
    { preau: '1', type: 'ready' },
    { preau: 2, type: 'ready' },
    { preau: 1, type: 'scene', scene: {} },
    { preau: 1, type: 'ready', more: 1 },
    { preau: 1, type: 'ready', value: '' },
    { preau: 1, type: 'leave', pixels: undefined },
    { preau: 1, type: 'answer' },
    { preau: 1, type: 'answer', value: 3 },
    { preau: 1, type: 'answer', value: ['a'] },
    { preau: 1, type: 'answer', value: 'a', pixels: 300 },
    { preau: 1, type: 'answer', value: 'é'.repeat(251) },
    { preau: 1, type: 'answer', value: '\ud800' },
    { preau: 1, type: 'answer', value: '#ABAND#' },
    { preau: 1, type: 'height' },
    { preau: 1, type: 'height', pixels: '300' },
    { preau: 1, type: 'height', pixels: 119 },
    { preau: 1, type: 'height', pixels: 1201 },
    { preau: 1, type: 'height', pixels: NaN },
    { preau: 1, type: 'height', pixels: Infinity },
  ];
  for (const data of wrong) assert.equal(readMessage(data), undefined, JSON.stringify(data));
});

test('the page replies with the scene and the language, and bounds the height', () => {
  assert.deepEqual(sceneMessage({ a: [1] }, 'en'), {
    preau: 1,
    type: 'scene',
    scene: { a: [1] },
    language: 'en',
  });
  assert.equal(boundedHeight(480.4), 480);
  assert.equal(boundedHeight(10), 120);
  assert.equal(boundedHeight(9999), 1200);
});
