import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { migrate } from '../../../src/engine/storage/migrations.ts';
import type { DaySum } from '../../../src/engine/storage/register-days.ts';
import type { Sql } from '../../../src/engine/storage/sql.ts';
import { Stores } from '../../../src/engine/storage/stores.ts';
import type { Sale } from '../../../src/flows/contract.ts';
import type { OrderFacts } from '../../../src/flows/links.ts';
import type { ProblemData } from '../../../src/records/problem.ts';
import { memorySql } from '../../support/memory-sql.ts';

const flow = 'orders:shop:books';
const now = Date.parse('2026-03-02T12:00:00Z');
const sale: Sale = {
  ...{ day: '2026-03-02', placedAt: '2026-03-02T11:58:00Z', currency: 'EUR' },
  ...{ gross: '0.1', vat: '0.02', vatByRate: [{ rate: '21', vat: '0.02' }], refunded: '0' },
};
const problem: ProblemData = {
  ...{ kind: 'rejected', code: 'choice_missing' },
  params: { setting: 'paymentMethods', value: 'Bancontact' },
};

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

function book(key: string, gross: string, credited = '0', more: Partial<OrderFacts> = {}): void {
  const facts = { gross, vat: '0.02', credited, bookedAt: '2026-03-02T12:00:00.000Z', ...more };
  stores.links.put('order', 'shop', 'books', key, { targetId: `i${key}`, fingerprint: '', facts }, now);
}

/** An order that Koppel carried into this flow's source. */
function ownWork(key: string): void {
  const task = read(key);
  stores.tasks.end(task, 'skipped', null, now);
  stores.activity.add({
    ...{ at: now, flow, key, task, outcome: 'skipped', reason: 'made_by_koppel', params: {} },
    ...{ targetId: null, calls: 0, emailFingerprint: null, sealed: null },
  });
}

const march = (): DaySum[] => stores.registerDays.between('2026-03-01', '2026-03-31');

describe('the sums of a day', () => {
  test('are exact, by currency and by how its orders stand, with the VAT of each rate', () => {
    for (const key of ['A', 'B', 'C']) {
      const two = [...sale.vatByRate, { rate: '9', vat: '0.001' }];
      stores.tasks.end(read(key, { vat: '0.021', vatByRate: two }), 'done', null, now);
      book(key, '0.1', key === 'A' ? '0.03' : '0', { vat: '0.021' });
    }
    read('D', { currency: 'GBP' });
    stores.tasks.end(read('E', { refunded: '0.1' }), 'parked', problem, now);
    const both = { day: '2026-03-02', flow, currency: 'EUR', isBooked: true, state: 'booked', why: null };
    expect(march()).toEqual([
      {
        ...{ ...both, apart: 'given_back', count: 1, times: { 120: 1 } },
        ...{ gross: '0.1', vat: '0.021', refunded: '0', booked: '0.1', bookedVat: '0.021', credited: '0.03' },
        vatByRate: [
          { rate: '21', vat: '0.02' },
          { rate: '9', vat: '0.001' },
        ],
      },
      {
        ...{ ...both, apart: '', count: 2, times: { 120: 2 } },
        ...{ gross: '0.2', vat: '0.042', refunded: '0', booked: '0.2', bookedVat: '0.042', credited: '0' },
        vatByRate: [
          { rate: '21', vat: '0.04' },
          { rate: '9', vat: '0.002' },
        ],
      },
      expect.objectContaining({ currency: 'GBP', state: 'queued', isBooked: false, count: 1, booked: '0' }),
      expect.objectContaining({
        ...{ state: 'parked', isBooked: false, count: 1, gross: '0.1', refunded: '0.1' },
        why: { code: 'choice_missing', params: problem.params },
      }),
    ]);
  });

  test('tell how long an order took to the books, also one of the same second; not of what stood there already', () => {
    const moments = { A: '2026-03-02T11:58:00.250Z', B: '2026-03-02T11:58:01.000Z', C: sale.placedAt };
    for (const [key, bookedAt] of Object.entries(moments)) {
      stores.tasks.end(read(key), 'done', null, now);
      book(key, '0.1', '0', { bookedAt });
    }
    expect(march()).toMatchObject([{ count: 3, times: { 1: 2 } }]);
  });

  test('stand on the day of the shop, and count neither what was not read nor the receipts of a till’s day', () => {
    read('A', { day: '2026-03-01' });
    stores.tasks.add(flow, 'B', null, now);
    read('C');
    stores.links.put(
      'receipt',
      'shop',
      'books',
      'C',
      { targetId: 'day:2026-03-02:1', fingerprint: '', facts: {} },
      now,
    );
    expect(march().map(({ day, count }) => [day, count])).toEqual([['2026-03-01', 1]]);
  });

  test('have a receipt that needs a person in its day, and not once more', () => {
    const facts = { targetId: 'day:2026-03-02:1', fingerprint: '', facts: {} };
    const task = read('C');
    stores.links.put('receipt', 'shop', 'books', 'C', facts, now);
    stores.tasks.end(task, 'parked', problem, now);
    expect(stores.register.get(flow, 'C')?.state).toBe('parked');
    expect(march()).toEqual([]);
  });

  test('have nothing of what Koppel itself made in the source: it is a sale of the flow that made it', () => {
    read('A');
    ownWork('B');
    expect(march()).toMatchObject([{ state: 'queued', count: 1, gross: '0.1' }]);
    // Also while it is looked at once more.
    stores.tasks.add(flow, 'B', null, now);
    expect(march()).toMatchObject([{ count: 1, gross: '0.1' }]);
    expect(stores.registerDays.among('VALUES (?, ?)', flow, 'B')).toEqual({ sums: [], unknown: [] });
    expect(stores.register.get(flow, 'B')).toMatchObject({ sale: { gross: '0.1' } });
  });

  test('that an earlier version added up are without it, too', () => {
    ownWork('A');
    const of = { flow, currency: 'EUR', isBooked: false, state: 'skipped', apart: '' };
    const amounts = { count: 1, gross: '0.1', vat: '0.02', vatByRate: [], refunded: '0', booked: '0' };
    const sums = ['made_by_koppel', 'not_paid'].map((code) => ({
      ...{ ...of, ...amounts, bookedVat: '0', credited: '0', times: {}, why: { code, params: {} } },
    }));
    sql.exec(
      'INSERT INTO register_days (day, sums) VALUES (?, ?)',
      '2026-03-02',
      JSON.stringify({ sums, unknown: [] }),
    );
    expect(march().map(({ why }) => why?.code)).toEqual(['not_paid']);
  });

  test('tell how many there are of which no amount can be told, as soon as one comes', () => {
    read('A');
    expect(stores.registerDays.read('2026-03-02', '2026-03-02').unknown).toEqual([]);
    stores.tasks.add(flow, 'B', null, now);
    stores.tasks.add(flow, 'C', null, now);
    sql.exec(
      "UPDATE register SET gross = '9', target_id = 'i', rest = 'booked', open = NULL WHERE key = 'C'",
    );
    expect(stores.registerDays.read('2026-03-02', '2026-03-02').unknown).toEqual([
      { day: '2026-03-02', flow, isBooked: false, state: 'queued', count: 1 },
      { day: '2026-03-02', flow, isBooked: true, state: 'booked', count: 1 },
    ]);
    read('B');
    expect(stores.registerDays.read('2026-03-02', '2026-03-02').unknown).toHaveLength(1);
  });

  test('have what came out otherwise than it was meant as it was made, whatever the order waits for, until a person has seen to it', () => {
    const a = read('A', { refunded: '0.05' });
    book('A', '0.1', '0.05', { made: '-0.06 -0.01 -0.05 -0.01' });
    stores.tasks.end(a, 'done', null, now);
    const b = read('B');
    book('B', '0.1', '0', { made: '0.12 0.02 0.10 0.02' });
    const stand = () => march().map(({ state, apart, booked, credited }) => [state, apart, booked, credited]);
    const credit = ['booked', 'given_back', '0.1', '0.06'];
    const asMade = (state: string) => [credit, [state, 'amount', '0.12', '0']];
    const other = (code: string) => ({ ...problem, code }) as ProblemData;
    stores.tasks.end(b, 'parked', other('made_differs'), now);
    expect(stand()).toEqual(asMade('parked'));
    stores.tasks.retry(b, now);
    expect(stand()).toEqual(asMade('booked'));
    stores.tasks.wait(b, now + 9, { ...other('unreachable'), kind: 'retry' }, false, now);
    expect(stand()).toEqual(asMade('waiting'));
    stores.tasks.end(b, 'parked', other('order_gone'), now);
    expect(stand()).toEqual(asMade('parked'));
    expect(stores.register.get(flow, 'B')?.document).toMatchObject({ gross: '0.12' });
    book('B', '0.1');
    stores.tasks.skip(b, now, 'page');
    expect(stand()).toEqual([credit, ['booked', '', '0.1', '0']]);
  });

  test.each([
    ['as the target states it', '30.25 2.50 30.25 5.25', '5.25', ['vat', '30.25', '2.5']],
    ['as it was meant where the target states none', '30.20  30.25 5.25', '5.25', ['amount', '30.2', '5.25']],
    ['as a person left it where the shop says another one now', undefined, '2.50', ['vat', '30.25', '5.25']],
    [
      'which is the document’s, also where that of a credit is off',
      '-10.00 -1.00 -10.00 -1.74',
      '5.25',
      ['vat', '30.25', '5.25'],
    ],
    ['and nothing more where it is as the shop says', undefined, '5.250', ['', '30.25', '5.25']],
  ])('have the VAT of documents %s', (_, made, vat, stands) => {
    const refunded = made?.startsWith('-') ? '10' : '0';
    stores.tasks.end(read('A', { gross: '30.25', vat, refunded }), 'done', null, now);
    book('A', '30.25', refunded, { vat: '5.25', ...(made === undefined ? {} : { made }) });
    const [sum] = march();
    expect([sum?.apart, sum?.booked, sum?.bookedVat]).toEqual(stands);
  });

  test('are read in one row as long as none of its orders changes', () => {
    for (const key of ['A', 'B', 'C']) read(key);
    const first = march();
    const kept = sql.exec('SELECT day FROM register_days');
    expect(kept).toEqual([{ day: '2026-03-02' }]);
    // What is kept is believed: the orders are not read again.
    sql.exec('UPDATE register_days SET sums = ?', JSON.stringify({ sums: [], unknown: [] }));
    expect(march()).toEqual([]);
    book('A', '0.1');
    expect(march()).not.toEqual(first);
    expect(
      march()
        .map(({ state, count }) => [state, count])
        .sort(),
    ).toEqual([
      ['booked', 1],
      ['queued', 2],
    ]);
  });
});

test('whatever becomes of orders, sums that were kept are those that are added up anew', () => {
  const act = fc.record({
    what: fc.constantFrom('read', 'book', 'credit', 'park', 'forget', 'look', 'move', 'hear'),
    key: fc.constantFrom('A', 'B', 'C'),
    day: fc.constantFrom('2026-03-01', '2026-03-02'),
    gross: fc.constantFrom('0.1', '0.2', '1000000.01'),
  });
  fc.assert(
    fc.property(fc.array(act, { maxLength: 25 }), (acts) => {
      sql = memorySql();
      migrate(sql);
      stores = new Stores(sql);
      for (const { what, key, day, gross } of acts) {
        const isKnown = stores.register.get(flow, key) !== null;
        if (what === 'read') read(key, { day, gross });
        else if (what === 'look') march();
        else if (what === 'hear') stores.tasks.add(flow, key, null, now);
        else if (what === 'move') stores.tasks.move(flow, 'orders:other:books');
        else if (!isKnown) continue;
        else if (what === 'book') book(key, gross);
        else if (what === 'credit') book(key, gross, gross);
        else if (what === 'forget') stores.links.forget('order', 'shop', 'books', key);
        else stores.tasks.end(stores.tasks.openOf(flow, key)?.id ?? 0, 'parked', problem, now);
        const all = () => stores.registerDays.read('2026-03-01', '2026-03-31');
        const told = all();
        sql.exec('DELETE FROM register_days');
        expect(told).toEqual(all());
      }
    }),
    { numRuns: 100 },
  );
});
