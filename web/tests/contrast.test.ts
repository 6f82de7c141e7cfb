// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

type Tokens = Map<string, string>;

const sheet = readFileSync('shared/styles/tokens.css', 'utf8');

/** The colours of a rule of the sheet. */
function tokensOf(selector: string): Tokens {
  const body = new RegExp(`(?:^|\\n) *${selector.replace(/[[\]()]/g, '\\$&')} \\{([^}]*)\\}`);
  const lines = body.exec(sheet)?.[1]?.matchAll(/(--[a-z-]+): (#[0-9a-f]{6});/g) ?? [];
  return new Map([...lines].map(([, name, value]) => [name!, value!]));
}

const themes: Record<string, Tokens> = {
  clear: tokensOf(":root,\n[data-theme='clear']"),
  'the dark of the system': tokensOf(':root:not([data-theme])'),
  cream: tokensOf("[data-theme='cream']"),
  dark: tokensOf("[data-theme='dark']"),
  contrast: tokensOf("[data-theme='contrast']"),
};

const grounds = ['page', 'surface'];
const softs = ['accent-soft', 'success-soft', 'warning-soft', 'error-soft'];
const tones = ['accent', 'success', 'warning', 'error'];
const pairs = (fronts: string[], backs: string[]) =>
  fronts.flatMap((front) => backs.map((back) => [front, back] as const));

const texts = [
  ...pairs(['text', 'text-soft', 'accent-strong', ...tones], grounds),
  ...pairs(['text', 'text-soft'], softs),
  ...tones.map((tone) => [tone, `${tone}-soft`] as const),
  ...pairs(['on-accent'], ['accent', 'accent-strong']),
  ...pairs(['surface'], ['error']),
];
/** Borders of what one types in, the ring around the focus, the bar of progress. */
const shapes = [
  ...pairs(['border'], grounds),
  ...pairs(['accent'], softs),
  ...pairs(['accent', 'text'], ['line']),
];

/** Relative luminance, WCAG 2.2. */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light! + 0.05) / (dark! + 0.05);
}

test('the formula is that of WCAG', () => {
  assert.equal(contrast('#000000', '#ffffff'), 21);
  assert.equal(contrast('#767676', '#ffffff').toFixed(2), '4.54');
});

for (const [name, tokens] of Object.entries(themes))
  test(`every pair of colours can be read: ${name}`, () => {
    const tooFaint = (wanted: number) => (pair: readonly [string, string]) => {
      const [front, back] = pair.map((role) => tokens.get(`--${role}`));
      assert.ok(front && back, `${name} has no colour for ${pair.join(' or ')}`);
      return contrast(front, back) < wanted;
    };
    assert.deepEqual(texts.filter(tooFaint(4.5)), []);
    assert.deepEqual(shapes.filter(tooFaint(3)), []);
  });

test('every theme says all of its colours, and is one of its own', () => {
  const roles = (name: string) => [...themes[name]!.keys()].sort();
  for (const name of Object.keys(themes)) assert.deepEqual(roles(name), roles('clear'));
  const surfaces = Object.values(themes).map((tokens) => tokens.get('--surface'));
  assert.equal(new Set(surfaces).size, 4);
});

test('the dark that one chooses is the dark of the system', () => {
  assert.deepEqual(themes['dark'], themes['the dark of the system']);
});
