// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { sizeInWords } from '../shared/size_in_words.ts';

test('sizes are rounded up, in French', () => {
  const plain = (text: string) => text.replace(/\s/g, ' ');
  assert.equal(plain(sizeInWords(1)), '1 octet');
  assert.equal(plain(sizeInWords(999)), '999 octets');
  assert.equal(plain(sizeInWords(1001)), '2 ko');
  assert.equal(plain(sizeInWords(11_900)), '12 ko');
  assert.equal(plain(sizeInWords(1_310_000)), '1,4 Mo');
});

/** The texts between quotes, and what a template says between its holes. */
function textsIn(source: string): string[] {
  const literals = source.match(/'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/g) ?? [];
  return literals.flatMap((literal) => literal.split(/\$\{(?:[^{}]|\{[^{}]*\})*\}/));
}

for (const page of ['candidate', 'invigilator', 'display', 'office'])
  test(`the words of ${page}/ never leave a French sign alone on a line`, () => {
    const lines = readdirSync(`${page}/words`)
      .flatMap((name) => readFileSync(`${page}/words/${name}`, 'utf8').split('\n'))
      .filter((line) => !line.startsWith('//'));
    const texts = textsIn(lines.join('\n'));
    assert.ok(texts.length > 20);
    assert.deepEqual(
      texts.filter((text) => / [:;?!»%]|« /.test(text)),
      [],
    );
  });
