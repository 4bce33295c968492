import { describe, expect, test } from 'vitest';
import { never } from '../../../src/engine/storage/cursors.ts';
import { DirtyKeyStore } from '../../../src/engine/storage/dirty-keys.ts';
import { migrate, migrations } from '../../../src/engine/storage/migrations.ts';
import type { ProblemData } from '../../../src/records/problem.ts';
import { memorySql } from '../../support/memory-sql.ts';

const flow = 'stock:shop:store';
const underWay = new Set(['7']);

/** One key, whose batch is under way. */
function batchOf() {
  const sql = memorySql();
  migrate(sql);
  const dirty = new DirtyKeyStore(sql);
  dirty.mark(flow, '7', 1_000, false);
  expect(dirty.due(flow, 2_000, new Set(), 10)).toEqual(['7']);
  expect(dirty.due(flow, 2_000, underWay, 10)).toEqual([]);
  return { dirty, revision: dirty.get(flow, '7')?.revision ?? 0 };
}

test('a report after which nothing is left wakes nobody', () => {
  const { dirty, revision } = batchOf();
  dirty.done(flow, [{ key: '7', revision, looksAgainAt: null }], 3_000);
  expect(dirty.freshSince(flow)).toBeNull();
  expect(dirty.get(flow, '7')).toBeNull();
});

test('a key that is looked at once more wakes nobody before that', () => {
  const { dirty, revision } = batchOf();
  dirty.done(flow, [{ key: '7', revision, looksAgainAt: 9_000 }], 3_000);
  expect(dirty.freshSince(flow)).toBeNull();
  expect(dirty.nextDueAt(flow, new Set())).toBe(9_000);
  expect(dirty.due(flow, 8_999, new Set(), 10)).toEqual([]);
  expect(dirty.due(flow, 9_000, new Set(), 10)).toEqual(['7']);
  // While a batch has it the object sleeps.
  expect(dirty.nextDueAt(flow, underWay)).toBeNull();
});

test('a key that nobody had noticed is looked at once more, and one that was noticed meanwhile at once', () => {
  const { dirty, revision } = batchOf();
  dirty.mark(flow, '7', 2_500, true);
  const looksAgainAt = 9_000;
  dirty.done(
    flow,
    [
      { key: '7', revision, looksAgainAt },
      { key: '8', revision: 0, looksAgainAt },
    ],
    3_000,
  );
  expect([dirty.get(flow, '7')?.dueAt, dirty.get(flow, '8')?.dueAt]).toEqual([0, looksAgainAt]);
});

test('what was sold is known as long as lists may lack it', () => {
  const sql = memorySql();
  migrate(sql);
  const dirty = new DirtyKeyStore(sql);
  const sale = (sku: string, until: number) => ({ sku, quantity: '2', until });
  dirty.mark(flow, '7', 1_000, false);
  dirty.mark(flow, '7', 1_100, false, { sold: [sale('A', 6_000)] });
  // By an object that knows nothing of that but what is stored.
  const next = new DirtyKeyStore(sql);
  next.mark(flow, '7', 2_000, false, { sold: [sale('B', 7_000)] });
  expect(next.get(flow, '7')?.sold).toEqual([sale('A', 6_000), sale('B', 7_000)]);
  const { revision = 0 } = next.get(flow, '7') ?? {};
  next.done(flow, [{ key: '7', revision, looksAgainAt: 7_500 }], 3_000);
  expect(next.get(flow, '7')?.dueAt).toBe(7_500);
  next.mark(flow, '7', 4_000, false);
  expect(next.get(flow, '7')).toMatchObject({ dueAt: 0, againAt: 7_500 });
  next.mark(flow, '7', 6_500, false, { sold: [sale('C', 11_500)] });
  expect(next.get(flow, '7')?.sold).toEqual([sale('B', 7_000), sale('C', 11_500)]);
});

test('notices that may be ahead of lists are told from one, until it was looked at', () => {
  const sql = memorySql();
  migrate(sql);
  const dirty = new DirtyKeyStore(sql);
  const aheadAfter = (now: number, isAhead: boolean, asked: 'name' | null = null, key = '7') => {
    dirty.mark(flow, key, now, false, { isAhead, asked });
    return dirty.get(flow, key)?.ahead;
  };
  expect([1, 2, 3].map((now) => aheadAfter(now, now !== 2))).toEqual([1, 1, 2]);
  expect(aheadAfter(4, true, 'name', '8')).toBe(2);
  const { revision = 0 } = dirty.get(flow, '7') ?? {};
  dirty.done(flow, [{ key: '7', revision, looksAgainAt: 30_000 }], 5_000);
  expect(dirty.get(flow, '7')?.ahead).toBe(0);
  // Lists do not have the first yet.
  expect(aheadAfter(6_000, true)).toBe(2);
});

test('keys that were stored before open as they were: nothing is ahead, nothing was sold', () => {
  const sql = memorySql();
  const version = migrations.findIndex((migration) => String(migration).includes('ADD COLUMN ahead'));
  migrate(sql, migrations.slice(0, version));
  sql.exec(
    'INSERT INTO dirty (flow, key, revision, due_at, late_until) VALUES (?, ?, 5, 0, 9000)',
    flow,
    '7',
  );
  migrate(sql);
  const dirty = new DirtyKeyStore(sql);
  expect(dirty.get(flow, '7')).toMatchObject({
    revision: 5,
    lateUntil: 9_000,
    ahead: 0,
    sold: [],
    againAt: null,
  });
});

test('a key that was noticed while its batch was under way may go when that is over', () => {
  const { dirty, revision } = batchOf();
  dirty.mark(flow, '7', 2_500, true);
  dirty.due(flow, 2_600, underWay, 10);
  expect(dirty.freshSince(flow)).toBeNull();
  dirty.done(flow, [{ key: '7', revision, looksAgainAt: null }], 3_000);
  expect(dirty.freshSince(flow)).not.toBeNull();
});

test('keys that a batch gave back may go again', () => {
  const { dirty } = batchOf();
  dirty.mayBeLeft(flow);
  expect(dirty.freshSince(flow)).not.toBeNull();
});

describe('a key that waits for a person while a write of it may be done late', () => {
  const until = 5_000;

  function late() {
    const { dirty, revision } = batchOf();
    dirty.mayBeLate(flow, ['7'], until);
    const problem: ProblemData = { kind: 'rejected', code: 'sku_taken', params: {} };
    const park = (now: number, at: number | null, looksAgainAt: number | null = null) => {
      const looked = at === null ? null : { at, looksAgainAt };
      dirty.postpone(flow, { key: '7', revision }, { dueAt: never, problem, counts: false, looked }, now);
      return dirty.get(flow, '7');
    };
    return park;
  }

  test('is the person’s alone once it was looked at after that is over', () => {
    const park = late();
    // The batch was claimed before.
    expect(park(until + 1, until - 1, until)).toMatchObject({ lateUntil: until, dueAt: until });
    expect(park(until + 2, until)).toMatchObject({ lateUntil: null, dueAt: never });
  });

  test('is not over before somebody has looked', () => {
    expect(late()(until, null)).toMatchObject({ lateUntil: until, dueAt: never });
  });
});
