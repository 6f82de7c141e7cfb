// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  choiceValue,
  matchesOf,
  moved,
  orderOf,
  tickedOf,
  typedOf,
  withMatch,
  withTyped,
} from '../candidate/model/answer_value.ts';
import { finalValue, looksForgotten, missingIn } from '../candidate/model/gaps.ts';
import type { Question } from '../candidate/model/question.ts';
import { recapOf } from '../candidate/model/recap.ts';
import { textsOf } from '../candidate/model/texts.ts';
import { fieldNamed, questionOf, simulator } from './questions.ts';

const ordering = questionOf({ kind: 'ordering' });
const matching = questionOf({ kind: 'matching', targets_html: ['A', 'B'] });
const fields = [fieldNamed('ville'), fieldNamed('1', { format: 'number' })];
const several = questionOf({ kind: 'qrocm-ind', proposals_html: [], fields });
const gapsOf = (question: Question, value: string) =>
  missingIn(question, value).map(({ gap, row }) => `${gap} ${row}`);

test('choices are written as the box reads them', () => {
  assert.equal(choiceValue([3, 1]), '1,3');
  assert.deepEqual(tickedOf('1,3'), [1, 3]);
  assert.deepEqual(tickedOf(''), []);
  assert.deepEqual(tickedOf('#ABAND#'), []);
});

test('lines stay as shown until one is moved, and never leave the list', () => {
  assert.deepEqual(orderOf('', 3), [1, 2, 3]);
  assert.deepEqual(orderOf('3,1,2', 3), [3, 1, 2]);
  assert.deepEqual(orderOf('3,1', 3), [1, 2, 3], 'of another question');
  assert.deepEqual(orderOf('1,1,2', 3), [1, 2, 3]);
  assert.deepEqual(moved([1, 2, 3], 2, -1), [1, 3, 2]);
  assert.deepEqual(moved([1, 2, 3], 0, 1), [2, 1, 3]);
  const edge = [1, 2, 3];
  assert.equal(moved(edge, 0, -1), edge);
  assert.equal(moved(edge, 2, 1), edge);
});

test('a match is one number per line, with holes while it is prepared', () => {
  assert.equal(withMatch('', 3, 1, 2), ',2,');
  assert.equal(withMatch(',2,', 3, 0, 1), '1,2,');
  assert.equal(withMatch('1,2,', 3, 2, 2), '1,2,2');
  assert.equal(withMatch(',2,', 3, 1, 0), '', 'taken back');
  assert.deepEqual(matchesOf('', 3), [0, 0, 0]);
  assert.deepEqual(matchesOf('1,,2', 3), [1, 0, 2]);
});

test('fields are written in their order, whatever their names and their texts', () => {
  const value = withTyped(withTyped('', fields, 1, '12'), fields, 0, 'L"Haÿ');
  assert.equal(value, '{"ville":"L\\"Haÿ","1":"12"}');
  assert.deepEqual(typedOf(value, fields), ['L"Haÿ', '12']);
  assert.equal(withTyped('{"ville":"a","1":""}', fields, 0, ''), '', 'taken back');
  for (const other of ['', 'texte', 'null', '[1]', '{"ville":3}'])
    assert.deepEqual(typedOf(other, fields), ['', ''], other);
});

test('an answer that is not complete says what is missing, and where', () => {
  const qroc = questionOf({ kind: 'qroc' });
  assert.deepEqual(gapsOf(questionOf(), ''), ['choose_one 0']);
  assert.deepEqual(gapsOf(questionOf(), '2'), []);
  assert.deepEqual(gapsOf(questionOf({ kind: 'qcm' }), '2'), ['choose_two 0']);
  assert.deepEqual(gapsOf(questionOf({ kind: 'qcm' }), '1,2'), []);
  assert.deepEqual(gapsOf(qroc, '  '), ['type_text 0']);
  assert.deepEqual(gapsOf({ ...qroc, format: 'number' }, ''), ['type_number 0']);
  assert.deepEqual(gapsOf({ ...qroc, format: 'select' }, ''), ['choose_option 0']);
  assert.deepEqual(gapsOf({ ...qroc, simulator }, ''), ['use_simulator 0']);
  assert.deepEqual(
    gapsOf({ ...qroc, simulator: { ...simulator, answers: false } }, ''),
    ['type_text 0'],
    'explored there, answered here',
  );
  assert.deepEqual(gapsOf(qroc, 'é'.repeat(251)), ['too_long 0']);
  assert.deepEqual(gapsOf(several, ''), ['fill_one 0']);
  assert.deepEqual(gapsOf(several, '{"ville":" ","1":""}'), ['fill_one 0']);
  assert.deepEqual(gapsOf(several, '{"ville":"","1":"3"}'), []);
  assert.deepEqual(gapsOf(matching, ',2,'), ['match_row 0', 'match_row 2']);
  assert.deepEqual(gapsOf(matching, '1,2,2'), []);
  assert.deepEqual(gapsOf(ordering, ''), []);
});

test('what looks forgotten is to be confirmed, and an order nobody changed is sent whole', () => {
  assert.equal(looksForgotten(several, '{"ville":"a","1":" "}'), true);
  assert.equal(looksForgotten(several, '{"ville":"a","1":"2"}'), false);
  assert.equal(looksForgotten(ordering, ''), true);
  assert.equal(looksForgotten(ordering, '2,1,3'), false);
  assert.equal(looksForgotten(matching, '1,1,1'), false);
  assert.equal(looksForgotten(questionOf(), '1'), false);
  assert.equal(finalValue(ordering, ''), '1,2,3');
  assert.equal(finalValue(questionOf(), '2'), '2');
});

test('an answer is read again in words, never in numbers', () => {
  const recap = (question: Question, value: string) => {
    const { shape, lines } = recapOf(question, textsOf(question, false), value);
    const words = lines.map(({ asked, said }) => [asked, 'html' in said ? said.html : said.text]);
    return { shape, words };
  };
  assert.deepEqual(recap(questionOf({ kind: 'qcm' }), '1,3'), {
    shape: 'list',
    words: [
      [null, 'a'],
      [null, 'c'],
    ],
  });
  assert.deepEqual(recap(ordering, '3,1,2').words, [
    [null, 'c'],
    [null, 'a'],
    [null, 'b'],
  ]);
  assert.deepEqual(recap(matching, '2,1,2').words, [
    ['a', 'B'],
    ['b', 'A'],
    ['c', 'B'],
  ]);
  assert.deepEqual(recap(several, '{"ville":" Lyon ","1":""}').words, [
    ['ville', 'Lyon'],
    ['1', ''],
  ]);
  assert.equal(recap(questionOf({ kind: 'qroc', simulator }), 'mail-3').shape, 'simulator');
  const typed = recapOf(
    questionOf({ kind: 'qroc' }),
    textsOf(questionOf(), false),
    '<img onerror=x>',
  );
  assert.deepEqual(typed.lines[0]?.said, { text: '<img onerror=x>' }, 'typed words are no HTML');
});

test('a question is shown in English where it has an English, and in French elsewhere', () => {
  const english = {
    instruction_html: 'What?',
    proposals_html: ['one', 'two', 'three'],
    targets_html: [],
    labels_html: ['Town', 'Price'],
    alternative: 'A picture',
  };
  const both = { ...several, english };
  assert.equal(textsOf(both, true).instruction, 'What?');
  assert.deepEqual(textsOf(both, true).labels, ['Town', 'Price']);
  assert.equal(textsOf(both, true).language, 'en');
  assert.deepEqual(textsOf(both, false).labels, ['ville', '1']);
  assert.equal(textsOf(several, true).language, 'fr');
});
