import { beforeEach, describe, expect, test } from 'vitest';
import { reconciled } from '../../../src/engine/reporting/reconciliation.ts';
import { migrate, migrations } from '../../../src/engine/storage/migrations.ts';
import { openStates, ordersApart, registerApart } from '../../../src/engine/storage/register-apart.ts';
import { registerAsMade } from '../../../src/engine/storage/register-as-made.ts';
import { cursorOf } from '../../../src/engine/storage/register-row.ts';
import type { Sql } from '../../../src/engine/storage/sql.ts';
import { Stores } from '../../../src/engine/storage/stores.ts';
import type { Sale } from '../../../src/flows/contract.ts';
import type { OrderFacts } from '../../../src/flows/links.ts';
import type { ProblemData } from '../../../src/records/problem.ts';
import { reason } from '../../../src/records/reason.ts';
import { memorySql } from '../../support/memory-sql.ts';

const flow = 'orders:shop:books';
const now = Date.parse('2026-03-02T12:00:00Z');
const sale: Sale = {
  ...{ day: '2026-03-02', placedAt: '2026-03-02T11:58:00Z', currency: 'EUR' },
  ...{ gross: '10', vat: '0', vatByRate: [], refunded: '0' },
};
const march = { from: '2026-03-01', to: '2026-03-31', states: openStates };

let sql: Sql;
let stores: Stores;

beforeEach(() => {
  sql = memorySql();
  migrate(sql);
  stores = new Stores(sql);
});

function read(key: string, parts: Partial<Sale> = {}): number {
  stores.tasks.add(flow, key, null, now);
  const id = stores.tasks.openOf(flow, key)?.id ?? 0;
  stores.tasks.start(id);
  stores.register.note({ flow, key }, { ...sale, ...parts });
  return id;
}

function book(
  key: string,
  gross: string,
  parts: Partial<Sale> = {},
  credited = '0',
  more: Partial<OrderFacts> = {},
): void {
  const id = read(key, parts);
  const facts = { gross, vat: '0', credited, ...more };
  stores.links.put('order', 'shop', 'books', key, { targetId: `i${key}`, fingerprint: '', facts }, now);
  stores.tasks.end(id, 'done', null, now);
}

const keys = () => ordersApart(sql, march, 99).map(({ key }) => key);

describe('orders that make a difference', () => {
  test('are those without a document, and those of which it says something else; amounts that are equal are equal', () => {
    book('equal', '10.00');
    book('credited', '10', { refunded: '2.50' }, '2.5');
    book('dearer', '10', { gross: '12' });
    book('back', '10', { refunded: '10' });
    book('large', '9007199254740.01', { gross: '9007199254740.02' });
    book('of other VAT', '10', {}, '0', { vat: '1.74' });
    const problem: ProblemData = { kind: 'rejected', code: 'email_missing', params: {} };
    stores.tasks.end(read('parked'), 'parked', problem, now);
    stores.tasks.wait(read('waiting'), now + 9, { ...problem, kind: 'retry' }, false, now);
    const skipped = read('skipped');
    stores.tasks.end(skipped, 'skipped', null, now);
    read('queued');
    stores.tasks.add(flow, 'unread', null, now);
    expect(keys().sort()).toEqual(
      ['back', 'dearer', 'large', 'of other VAT', 'parked', 'queued', 'skipped', 'unread', 'waiting'].sort(),
    );
  });

  test('are not those that Koppel itself made in the source, also when they are looked at once more', () => {
    const task = read('own');
    stores.tasks.end(task, 'skipped', null, now);
    stores.activity.add({
      ...{ at: now, flow, key: 'own', task, outcome: 'skipped', reason: 'made_by_koppel', params: {} },
      ...{ targetId: null, calls: 0, emailFingerprint: null, sealed: null },
    });
    stores.tasks.end(read('other'), 'skipped', null, now);
    expect(keys()).toEqual(['other']);
    stores.tasks.add(flow, 'own', null, now);
    expect(keys()).toEqual(['other']);
  });

  test('are one each, whatever they wait for; one that has its document and needs somebody for something else is none', () => {
    const problem: ProblemData = { kind: 'rejected', code: 'order_changed', params: {} };
    for (const [key, gross] of [
      ['same', '10'],
      ['other', '11'],
    ] as const) {
      book(key, '10', { gross });
      stores.tasks.end(read(key, { gross }), 'parked', problem, now);
    }
    expect(keys()).toEqual(['other']);
    book('made', '10', {}, '0', { made: '10.01 0.00 10.00 0.00' });
    expect(keys().sort()).toEqual(['made', 'other']);
    const task = read('made');
    for (const code of ['made_differs', 'order_gone'] as const) {
      stores.tasks.end(task, 'parked', { ...problem, code }, now);
      expect(keys().sort()).toEqual(['made', 'other']);
    }
    stores.tasks.wait(task, now + 9, { ...problem, kind: 'retry' }, false, now);
    expect(keys().sort()).toEqual(['made', 'other']);
  });

  test('are read page by page, of all kinds in one order, and of some days and flows only', () => {
    for (let number = 0; number < 9; number++) {
      const day = `2026-03-0${1 + (number % 4)}`;
      if (number % 3 === 0) book(`B${number}`, '9', { day });
      else if (number % 3 === 1) read(`Q${number}`, { day });
      else stores.tasks.end(read(`P${number}`, { day }), 'parked', null, now);
    }
    const all = ordersApart(sql, march, 99);
    expect(all).toHaveLength(9);
    expect(all.map(({ day }) => day)).toEqual(
      all
        .map(({ day }) => day)
        .sort()
        .reverse(),
    );
    const seen: string[] = [];
    for (let after = undefined as ReturnType<typeof cursorOf> | undefined; ; ) {
      const page = ordersApart(sql, { ...march, after }, 2);
      seen.push(...page.map(({ key }) => key));
      const last = page.at(-1);
      if (last === undefined) break;
      after = cursorOf(last);
    }
    expect(seen).toEqual(all.map(({ key }) => key));
    expect(
      ordersApart(sql, { ...march, from: '2026-03-04' }, 99).every(({ day }) => day === '2026-03-04'),
    ).toBe(true);
    expect(ordersApart(sql, { ...march, flows: ['orders:other:books'] }, 99)).toEqual([]);
  });
});

test('the way from the shop to the books is walked in each currency by itself', () => {
  book('A', '10.10', { gross: '10.1' });
  book('B', '20', { currency: 'CHF', gross: '20', refunded: '5' }, '5');
  book('C', '7', { currency: 'CHF', gross: '8', refunded: '1' });
  const left = read('D', { currency: 'CHF', gross: '3' });
  stores.tasks.end(left, 'skipped', null, now);
  stores.activity.add({
    ...{ at: now, flow, key: 'D', task: left, outcome: 'skipped', targetId: null, calls: 0 },
    ...{ ...codeOf('not_paid'), emailFingerprint: null, sealed: null },
  });
  stores.tasks.end(read('E', { currency: 'CHF', gross: '4' }), 'parked', null, now);
  expect(reconciled(stores.registerDays.between('2026-03-01', '2026-03-31'))).toEqual([
    {
      currency: 'CHF',
      shop: { count: 4, amount: '29', gross: '35', refunded: '6' },
      leftOut: { count: 1, amount: '3' },
      due: { count: 3, amount: '26' },
      notBooked: [{ part: 'needs_you', count: 1, amount: '4' }],
      changed: { count: 1, amount: '-1' },
      givenBack: { count: 1, amount: '1' },
      books: { count: 2, documents: '27', credited: '5', amount: '22' },
      differing: 1,
      difference: '4',
      holds: true,
    },
    {
      currency: 'EUR',
      shop: { count: 1, amount: '10.1', gross: '10.1', refunded: '0' },
      leftOut: { count: 0, amount: '0' },
      due: { count: 1, amount: '10.1' },
      notBooked: [],
      changed: { count: 0, amount: '0' },
      givenBack: { count: 0, amount: '0' },
      books: { count: 1, documents: '10.1', credited: '0', amount: '10.1' },
      differing: 0,
      difference: '0',
      holds: true,
    },
  ]);
});

test('orders that differ are counted, also where their sums are those of the shop', () => {
  book('A', '15', { gross: '10' });
  book('B', '5', { gross: '10' });
  book('C', '10', {}, '0', { vat: '1' });
  book('D', '10');
  expect(reconciled(stores.registerDays.between('2026-03-01', '2026-03-31'))).toMatchObject([
    { difference: '0', differing: 3, changed: { count: 2, amount: '0' }, holds: true },
  ]);
});

function codeOf(code: 'not_paid') {
  const { code: told, params } = reason(code, {});
  return { reason: told, params };
}

test('what an earlier version kept goes on: its orders are found, and sums of days that knew less are added up anew', () => {
  const before = memorySql();
  migrate(before, migrations.slice(0, migrations.indexOf(registerApart)));
  const old = new Stores(before);
  old.tasks.add(flow, 'A', null, now);
  old.register.note({ flow, key: 'A' }, { ...sale, gross: '11' });
  const facts = { gross: '10', vat: '0', credited: '0' };
  old.links.put('order', 'shop', 'books', 'A', { targetId: 'i1', fingerprint: '', facts }, now);
  before.exec('INSERT INTO register_days (day, sums) VALUES (?, ?)', '2026-03-02', '[{"count":7}]');
  migrate(before);
  const { registerDays } = new Stores(before);
  expect(registerDays.between('2026-03-02', '2026-03-02')).toMatchObject([{ count: 1, apart: 'amount' }]);
  expect(ordersApart(before, march, 9).map(({ key }) => key)).toEqual(['A']);
});

test('what earlier versions made otherwise than it was meant is known again, and days that forgot it are added up anew', () => {
  const before = memorySql();
  migrate(before, migrations.slice(0, migrations.indexOf(registerAsMade)));
  const old = new Stores(before);
  for (const key of ['A', 'B']) {
    old.tasks.add(flow, key, null, now);
    old.register.note({ flow, key }, sale);
    const facts = {
      gross: '10',
      vat: '0',
      credited: '0',
      ...(key === 'A' ? { made: '9.00 0.00 10.00 0.00' } : {}),
    };
    old.links.put('order', 'shop', 'books', key, { targetId: `i${key}`, fingerprint: '', facts }, now);
  }
  before.exec(
    'INSERT INTO register_days (day, sums) VALUES (?, ?)',
    '2026-03-02',
    '{"sums":[],"unknown":[]}',
  );
  migrate(before);
  const { registerDays, links } = new Stores(before);
  const sums = () =>
    registerDays.between('2026-03-02', '2026-03-02').map(({ apart, booked }) => [apart, booked]);
  expect(sums().sort()).toEqual([
    ['', '10'],
    ['amount', '9'],
  ]);
  expect(ordersApart(before, march, 9).map(({ key }) => key)).toEqual(['A']);
  links.forget('order', 'shop', 'books', 'A');
  expect(before.exec('SELECT made FROM register WHERE made IS NOT NULL')).toEqual([]);
});
