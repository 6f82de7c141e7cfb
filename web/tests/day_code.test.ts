// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayCodeIn, inGroups, readDayCode } from '../invigilator/model/day_code.ts';

const code = '2345-6789-ABCD-EFGN';
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

test('every single wrong symbol and every swap of neighbours is found', () => {
  const symbols = code.replaceAll('-', '');
  for (let at = 0; at < symbols.length; ++at)
    for (const other of alphabet)
      if (other !== symbols[at])
        assert.equal(
          readDayCode(symbols.slice(0, at) + other + symbols.slice(at + 1)).kind,
          'wrong',
        );
  for (let at = 0; at + 1 < symbols.length; ++at) {
    const swapped = symbols.slice(0, at) + symbols[at + 1] + symbols[at] + symbols.slice(at + 2);
    assert.equal(readDayCode(swapped).kind, 'wrong');
  }
});

test('a code that is not all there says how much is missing, and nothing more', () => {
  assert.deepEqual(readDayCode(''), { kind: 'short', missing: 16 });
  assert.deepEqual(readDayCode('2345-6789-ABCD-EFG'), { kind: 'short', missing: 1 });
  assert.equal(readDayCode(`${code}2`).kind, 'wrong');
  assert.equal(readDayCode('é345').kind, 'wrong');
});

test('case, spaces, hyphens of any kind and look-alikes do not count', () => {
  for (const typed of [code, code.toLowerCase(), '2345 6789 abcd efgn', '23456789–ABCD—EFGN'])
    assert.deepEqual(readDayCode(typed), { kind: 'right', code });
  assert.deepEqual(readDayCode('OOOO-oooo-0000-0000'), {
    kind: 'right',
    code: '0000-0000-0000-0000',
  });
  assert.equal(inGroups('il'), '11');
});

test('groups form while one types, and a hyphen that was typed stays', () => {
  assert.equal(inGroups('2345'), '2345');
  assert.equal(inGroups('2345-'), '2345-');
  assert.equal(inGroups('23456'), '2345-6');
  assert.equal(inGroups('2345 6789 abcd efgn'), code);
});

test('the address of a QR code carries the code, and no other address does', () => {
  assert.equal(dayCodeIn('#code=2345-6789-ABCD-EFGN'), code);
  assert.equal(dayCodeIn('#code=23456789abcdefgn'), code);
  assert.equal(dayCodeIn('#code=2345%206789'), '2345-6789');
  assert.equal(dayCodeIn('#code=%'), '%');
  for (const hash of ['', '#', '#session', '#1001.ABCDEF', '#code=1&x=2'])
    assert.equal(dayCodeIn(hash), undefined);
});
