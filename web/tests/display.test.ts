// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lookOf, resized } from '../candidate/display/look.ts';
import { movedRuler } from '../candidate/display/ruler_place.ts';
import { spokenTexts } from '../candidate/display/spoken.ts';
import { languageOf, localVoices, voiceFor } from '../candidate/display/voices.ts';
import { plainDisplay } from '../candidate/model/display.ts';
import { textsOf } from '../candidate/model/texts.ts';
import { fieldNamed, questionOf } from './questions.ts';

test('before anyone chooses, the colours are those of the system', () => {
  assert.equal(lookOf(plainDisplay).theme, null);
  assert.equal(lookOf({ ...plainDisplay }).theme, 'clear');
  assert.equal(lookOf({ ...plainDisplay, theme: 'dark' }).theme, 'dark');
});

test('text goes from 100 to 200 % by tens and no further', () => {
  assert.equal(resized(100, -1), 100);
  assert.equal(resized(100, 1), 110);
  assert.equal(resized(200, 1), 200);
  assert.equal(lookOf({ ...plainDisplay, text_percent: 150 }).scale, 1.5);
});

test('nothing stays in sight of large text while it scrolls', () => {
  assert.equal(lookOf({ ...plainDisplay, text_percent: 130 }).large, false);
  assert.equal(lookOf({ ...plainDisplay, text_percent: 140 }).large, true);
});

test('the ruler moves on the screen, then the page moves under it', () => {
  assert.deepEqual(movedRuler(500, 30, 1000), { at: 530, scrollBy: 0 });
  assert.deepEqual(movedRuler(790, 30, 1000), { at: 800, scrollBy: 20 });
  assert.deepEqual(movedRuler(800, 30, 1000), { at: 800, scrollBy: 30 });
  assert.deepEqual(movedRuler(210, -30, 1000), { at: 200, scrollBy: -20 });
});

test('a ruler that the pointer left at the edge comes back without moving the page', () => {
  assert.deepEqual(movedRuler(950, -30, 1000), { at: 920, scrollBy: 0 });
  assert.deepEqual(movedRuler(20, 30, 1000), { at: 50, scrollBy: 0 });
});

const french = { name: 'Denise', lang: 'fr-FR', localService: true };
const other = { name: 'Henri', lang: 'fr_CA', localService: true };
const english = { name: 'Amy', lang: 'en-GB', localService: true };
const distant = { name: 'Nuage', lang: 'fr-FR', localService: false };

test('voices that send the question elsewhere are left out', () => {
  assert.deepEqual(localVoices([distant, french]), [french]);
  assert.equal(languageOf(other), 'fr');
});

test('the chosen voice reads, and another one where it is missing or speaks otherwise', () => {
  const voices = [french, other, english];
  assert.equal(voiceFor(voices, 'Henri', 'fr'), other);
  assert.equal(voiceFor(voices, 'of another station', 'fr'), french);
  assert.equal(voiceFor(voices, 'Henri', 'en'), english);
  assert.equal(voiceFor([french], 'Denise', 'en'), undefined);
});

test('without a chosen voice nothing reads', () => {
  assert.equal(voiceFor([french], '', 'fr'), undefined);
});

const spoken = (question: ReturnType<typeof questionOf>) =>
  spokenTexts(question, textsOf(question, false), (html) => html);

test('a question is read in the order of the screen', () => {
  const picture = { url: '', alternative: 'Une courbe.', width: 1, height: 1 };
  assert.deepEqual(spoken(questionOf({ picture })), [
    '<p>Que choisir ?</p>',
    'Une courbe.',
    'a',
    'b',
    'c',
  ]);
});

test('fields are read with what they are chosen from', () => {
  const fields = [
    fieldNamed('ville'),
    fieldNamed('mois', { format: 'select', options: ['mars', 'mai'] }),
  ];
  const question = questionOf({ kind: 'qrocm-ind', proposals_html: [], fields });
  assert.deepEqual(spoken(question).slice(1), ['ville', 'mois', 'mars, mai']);
});
