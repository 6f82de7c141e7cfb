// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DeliveriesView, Delivery, DeliveryTrouble } from '../office/model/delivery.ts';
import { isWholeCode, officeCode } from '../office/model/office_code.ts';
import { inOrder } from '../office/model/order.ts';
import { outlookOf, percentSent, pressureOf } from '../office/model/outlook.ts';
import { unbroken } from '../office/model/typography.ts';
import { fr } from '../office/words/fr.ts';

const cut: DeliveryTrouble = { code: 'cut', message: 'La ligne a été coupée.', said: '' };

function delivery(change: Partial<Delivery>): Delivery {
  return {
    session: '00',
    number: '123456',
    site: 'Lycée',
    room: 'B12',
    date: '2026-11-25',
    time: '10:00',
    candidates: 24,
    seal_code: 'SGWQ-5WT7-7ERD-C9M5',
    state: 'waiting',
    bytes_sent: 0,
    bytes_total: 0,
    error: null,
    tried_at: null,
    next_try: null,
    received_at: null,
    deadline: null,
    days_left: null,
    ...change,
  };
}

function view(deliveries: Delivery[], change: Partial<DeliveriesView> = {}): DeliveriesView {
  const box_time = '2026-11-25T10:00:00.000Z';
  return {
    box_time,
    sync_runs: true,
    answered_at: null,
    error: null,
    stick: null,
    deliveries,
    ...change,
  };
}

test('a refusal outweighs a broken line, which outweighs what is on its way', () => {
  const refused = delivery({ state: 'refused' });
  const stuck = delivery({ error: cut, next_try: '2026-11-25T11:00:00.000Z' });
  assert.equal(outlookOf(view([refused, stuck])).kind, 'refused');
  const told = outlookOf(view([stuck, delivery({ next_try: '2026-11-25T10:30:00.000Z' })]));
  assert.deepEqual(told, {
    kind: 'stuck',
    trouble: cut,
    nextTry: '2026-11-25T10:30:00.000Z',
    count: 2,
  });
  assert.equal(outlookOf(view([stuck, delivery({ state: 'sending' })])).kind, 'on_its_way');
});

test('a session that the platform verifies is no trouble, whatever the last code says', () => {
  const verifying = { ...cut, code: 'verifying' };
  assert.equal(
    outlookOf(view([delivery({ state: 'stored', error: verifying })])).kind,
    'on_its_way',
  );
});

test('a line that fails before anything was tried is said, and a silent sender too', () => {
  assert.equal(outlookOf(view([delivery({})], { error: cut })).kind, 'stuck');
  assert.equal(outlookOf(view([delivery({})], { sync_runs: false })).kind, 'silent');
  assert.equal(outlookOf(view([], { sync_runs: false })).kind, 'nothing');
  const received = delivery({ state: 'accepted' });
  assert.deepEqual(outlookOf(view([received], { error: cut })), { kind: 'received', count: 1 });
});

test('what needs somebody comes first, then the nearest deadline', () => {
  const list = [
    delivery({ number: '5', state: 'accepted' }),
    delivery({ number: '4', deadline: '2026-12-02' }),
    delivery({ number: '3', deadline: '2026-12-01' }),
    delivery({ number: '2', state: 'sending' }),
    delivery({ number: '1', state: 'refused' }),
  ];
  assert.deepEqual(
    inOrder(list).map(({ number }) => number),
    ['1', '2', '3', '4', '5'],
  );
});

test('a hundred percent is said only of everything', () => {
  assert.equal(percentSent(delivery({})), 0);
  assert.equal(percentSent(delivery({ bytes_sent: 9999, bytes_total: 10_000 })), 99);
  assert.equal(percentSent(delivery({ bytes_sent: 10_000, bytes_total: 10_000 })), 100);
});

test('a deadline presses a week before, more two days before, and is late the day after', () => {
  const pressures = [null, 30, 8, 7, 3, 2, 0, -1].map(pressureOf);
  assert.deepEqual(pressures, ['calm', 'calm', 'calm', 'soon', 'soon', 'urgent', 'urgent', 'late']);
  assert.equal(fr.card.daysLeft(1), 'il reste 1 jour');
  assert.equal(fr.card.daysLeft(0), 'dernier jour');
  assert.equal(fr.card.daysLeft(-2), 'dépassé de 2 jours');
});

test('a code is put in groups while it is typed, however it is', () => {
  assert.equal(officeCode('sgwq5wt77erdc9m5'), 'SGWQ-5WT7-7ERD-C9M5');
  assert.equal(officeCode(' sgwq 5w'), 'SGWQ-5W');
  assert.equal(officeCode('SGWQ-5WT7-7ERD-C9M5-X'), 'SGWQ-5WT7-7ERD-C9M5');
  assert.ok(isWholeCode('SGWQ-5WT7-7ERD-C9M5'));
  assert.ok(!isWholeCode('SGWQ-5WT7'));
});

test('sentences of the box keep their signs on the line', () => {
  assert.equal(unbroken('Rien : « oui » ?'), 'Rien\u00a0: «\u00a0oui\u00a0»\u00a0?');
});
