// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { qrPath } from '../display/model/qr_path.ts';
import { presentIn, type ScreenView } from '../display/model/screen_view.ts';

test('dark modules become strokes, inside the quiet zone that readers need', () => {
  assert.equal(qrPath([]), '');
  assert.equal(qrPath(['000', '000']), '');
  assert.equal(qrPath(['101', '011']), 'M4 4h1v1h-1zM6 4h1v1h-1zM5 5h2v1h-2z');
});

test('who has come is counted whatever they do now', () => {
  const counts = { enrolled: 24, present: 1, authorised: 2, in_progress: 3, finished: 4 };
  assert.equal(presentIn({ counts } as ScreenView), 10);
});
