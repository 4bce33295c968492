/** Pieces of an order are held back in the shop until the master of the stock knows of it, and no longer. */
import { beforeEach, describe, expect, test } from 'vitest';
import { ordersUnderWay } from '../../../src/engine/bulk/known-links.ts';
import { dropTasks } from '../../../src/engine/configuration/dropped-tasks.ts';
import { freshCursor } from '../../../src/engine/storage/cursors.ts';
import { migrate } from '../../../src/engine/storage/migrations.ts';
import { Stores } from '../../../src/engine/storage/stores.ts';
import type { TaskRow } from '../../../src/engine/storage/task-row.ts';
import { leaveOut } from '../../../src/engine/work/leave-out.ts';
import { markSelling } from '../../../src/engine/work/mark-levels.ts';
import { storeOutcome } from '../../../src/engine/work/store-outcome.ts';
import type { SoldPieces } from '../../../src/flows/links.ts';
import { rejected } from '../../../src/records/problem.ts';
import { reason } from '../../../src/records/reason.ts';
import { memorySql } from '../../support/memory-sql.ts';

const sales = 'orders:shop:till';
const levels = 'stock:till:shop';
const now = 1_000;
const ways = { from: 'till', to: 'shop', ordersGoBack: true };
let stores: Stores;

beforeEach(() => {
  const sql = memorySql();
  migrate(sql);
  stores = new Stores(sql);
  for (const [place, connector] of Object.entries({ shop: 'ecwid', till: 'ccv' }))
    stores.accounts.put({ place, connection: place, connector, identity: place, accepted: now });
  stores.cursors.put(levels, freshCursor(now));
  for (const sku of ['MOK', 'THEE'])
    stores.levels.put(levels, `p-${sku}`, { sku, targetId: '1', quantity: '5', state: 'written' }, now);
});

function looked(): void {
  for (const each of ['p-MOK', 'p-THEE']) {
    const dirty = stores.dirty.get(levels, each);
    if (dirty !== null) stores.dirty.done(levels, [{ ...dirty, looksAgainAt: null }], now);
  }
}

/** A task that was looked at, and whose levels were looked at since. */
function lookedAt(key: string, skus: readonly string[]): TaskRow {
  stores.tasks.add(sales, key, null, now);
  const id = stores.tasks.openOf(sales, key)?.id ?? 0;
  markSelling(stores, { id, flow: sales }, skus, now);
  looked();
  const task = stores.tasks.get(id);
  if (task === null) throw new Error('There is no task.');
  return task;
}

function parked(key: string, skus: readonly string[] = []): TaskRow {
  const { id } = lookedAt(key, skus);
  stores.tasks.end(id, 'parked', rejected('email_missing', { of: 'order' }).toData(), now);
  const task = stores.tasks.get(id);
  if (task === null) throw new Error('There is no task.');
  return task;
}

function book(key: string, pieces?: readonly SoldPieces[]): void {
  const facts = { gross: '12.10', vat: '2.10', credited: '0', ...(pieces === undefined ? {} : { pieces }) };
  stores.links.put('order', 'shop', 'till', key, { targetId: '9', fingerprint: '', facts }, now);
}

const marked = () => ['p-MOK', 'p-THEE'].filter((key) => stores.dirty.get(levels, key) !== null);
const log = { info: () => undefined, error: () => undefined } as never;
const parts = () => ({ stores, clock: { now: () => now } as never, log });

describe('an order that is open', () => {
  test('is under way as a whole where it is not booked', () => {
    parked('A');
    expect(ordersUnderWay(stores, ways)).toEqual([{ id: 'A', booked: [] }]);
  });

  test('is under way with what was added to it where it is booked', () => {
    parked('A');
    book('A', [{ sku: 'MOK', quantity: '2' }]);
    expect(ordersUnderWay(stores, ways)).toEqual([{ id: 'A', booked: [{ sku: 'MOK', quantity: '2' }] }]);
  });

  test('is not under way where it was booked by a version that kept no pieces', () => {
    parked('A');
    book('A');
    expect(ordersUnderWay(stores, ways)).toEqual([]);
  });

  test('is under way however many that are booked are open since; a day of a till is none', () => {
    parked('OLD');
    parked('day:2026-03-02:1');
    for (let number = 0; number < 100; number++) {
      parked(`B${number}`);
      book(`B${number}`, [{ sku: 'MOK', quantity: '1' }]);
    }
    const told = ordersUnderWay(stores, ways);
    expect(told).toHaveLength(100);
    expect(told.slice(0, 2)).toEqual([
      { id: 'OLD', booked: [] },
      { id: 'B99', booked: [{ sku: 'MOK', quantity: '1' }] },
    ]);
    expect(told.map(({ id }) => id)).not.toContain('day:2026-03-02:1');
  });
});

describe('the levels of an order are looked at', () => {
  test('when a person leaves it out', () => {
    const task = parked('A', ['MOK']);
    expect(marked()).toEqual([]);
    expect(leaveOut(parts(), task, 'page', null)).toBe(true);
    expect(marked()).toEqual(['p-MOK']);
  });

  test('when it sells other articles than before, also those of before', () => {
    const { id } = parked('A', ['MOK']);
    markSelling(stores, { id, flow: sales }, ['THEE'], now);
    expect(marked()).toEqual(['p-MOK', 'p-THEE']);
    expect(stores.tasks.get(id)?.skus).toEqual(['THEE']);
  });

  test('when its flow is taken out', () => {
    parked('A', ['MOK']);
    dropTasks(stores, { flow: sales, name: sales, count: 1 }, now);
    expect(marked()).toEqual(['p-MOK']);
  });

  test('when it is gone, and nobody can read any more what it sold', () => {
    const task = parked('A', ['MOK', 'THEE']);
    const recorded = { calls: 1, emailFingerprint: null } as never;
    storeOutcome(task, parts(), { kind: 'skipped', reason: reason('gone', {}) }, recorded, null);
    expect(marked()).toEqual(['p-MOK', 'p-THEE']);
  });

  test('when it was skipped, by when it is under way no more: as it was read for the first time', () => {
    stores.tasks.add(sales, 'A', null, now);
    const task = stores.tasks.openOf(sales, 'A');
    if (task === null) throw new Error('There is no task.');
    markSelling(stores, task, ['MOK'], now);
    // A batch looks while the order is still open.
    looked();
    expect(marked()).toEqual([]);
    const recorded = { calls: 1, emailFingerprint: null } as never;
    storeOutcome(task, parts(), { kind: 'skipped', reason: reason('gone', {}) }, recorded, null);
    expect(marked()).toEqual(['p-MOK']);
  });

  test('and nothing is kept of it where there is no stock flow', () => {
    stores.cursors.forget(levels);
    expect(lookedAt('A', ['MOK']).skus).toEqual([]);
  });
});
