// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shownPack, type CompiledPack } from '../preview/model/compiled.ts';
import { curvePath, success } from '../preview/model/curve.ts';
import { rightAnswer } from '../preview/model/right_answer.ts';

type PublicQuestion = CompiledPack['public']['questions'][number];
type SecretQuestion = CompiledPack['secret']['questions'][number];

const texts = { instruction: '<p>?</p>', proposals: [], targets: [], labels: [], alternative: '' };
const open: PublicQuestion = {
  item: '1.1-a',
  type: 'qcu',
  french: texts,
  english: null,
  format: 'text',
  options: [],
  fields: [],
  picture: null,
  attachments: [],
  simulator: null,
  timer_seconds: 0,
  focus: false,
  needs_internet: false,
  accessible_blind: true,
  accessible_colour: true,
  licence: 'CC0',
  author: 'Moi',
};
const secret: SecretQuestion = {
  item: '1.1-a',
  competence: '1.1',
  tube: '1.1-t',
  skill: '1.1-t-1',
  discriminant: 1,
  difficulty: 0,
  solutions: [],
  treatments: [],
  fields: [],
  groups: [],
  help: '',
};

function shown(publicPart: Partial<PublicQuestion>, secretPart: Partial<SecretQuestion> = {}) {
  const pack = shownPack({
    title: 'P',
    public: { questions: [{ ...open, ...publicPart }] },
    secret: { questions: [{ ...secret, ...secretPart }] },
  });
  return pack.questions[0]!;
}

test('what may keep a question from a candidate is said', () => {
  const { marks } = shown({ timer_seconds: 90, focus: true, accessible_blind: false });
  assert.deepEqual(marks, ['90 s', 'mode focus', 'pas pour les non-voyants']);
});

test('files are found where the command puts them', () => {
  const { question } = shown({
    attachments: [{ media: 'ab12.csv', name: 'notes.csv', bytes: 3 }],
    picture: { media: 'cd34.svg', width: 1, height: 2 },
  });
  assert.equal(question.attachments[0]!.url, 'attachments/ab12/notes.csv');
  assert.equal(question.picture!.url, 'media/cd34.svg');
});

const plain = (html: string) => html.replace(/<[^>]*>/g, '');

test('the right answer is said in the words of the question', () => {
  const french = { ...texts, proposals: ['un', '<em>deux</em>'], targets: ['x', 'y'] };
  assert.deepEqual(rightAnswer(shown({ french }, { solutions: ['2'] }), plain), ['deux']);
  assert.deepEqual(
    rightAnswer(shown({ french, type: 'matching' }, { solutions: ['2,1'] }), plain),
    ['un → y', 'deux → x'],
  );
  assert.deepEqual(
    rightAnswer(shown({ type: 'qrocm-dep' }, { groups: [['a', 'b'], ['c']] }), plain),
    ['a · b', 'c'],
  );
});

test('the curve is at one half where ability meets difficulty', () => {
  assert.equal(success(1.5, 2, 1.5), 0.5);
  assert.ok(success(3, 2, 1.5) > 0.9);
  assert.match(curvePath(1, 0, 480, 200), /L240\.0 100\.0L/);
});
