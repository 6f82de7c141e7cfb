// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filesOf, heaviest, isTooHeavy, weightOf } from '../tools/budget.ts';

const html = `<script type="module" src="/assets/a.js"></script>
<link rel="modulepreload" href="/assets/b.js"><link rel="stylesheet" href="/assets/c.css">
<link rel="icon" href="/assets/mark.svg">`;

test('a page weighs what its HTML makes a station load', () => {
  assert.deepEqual(filesOf(html), ['/assets/a.js', '/assets/b.js', '/assets/c.css']);
  const sizes = new Map([
    ['/assets/a.js', 10],
    ['/assets/b.js', 5],
    ['/assets/c.css', 3],
  ]);
  assert.deepEqual(
    weightOf(html, (file) => sizes.get(file)!),
    { scripts: 15, styles: 3 },
  );
});

test('one byte too many, of scripts or of styles, is too heavy', () => {
  const { scripts, styles } = heaviest;
  assert.equal(isTooHeavy({ scripts, styles }), false);
  assert.equal(isTooHeavy({ scripts: scripts + 1, styles }), true);
  assert.equal(isTooHeavy({ scripts, styles: styles + 1 }), true);
});
