import { describe, expect, test } from 'vitest';
import { never } from '../../../src/engine/storage/cursors.ts';
import { DirtyKeyStore } from '../../../src/engine/storage/dirty-keys.ts';
import { migrate } from '../../../src/engine/storage/migrations.ts';
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
  dirty.done(flow, [{ key: '7', revision }], 3_000);
  expect(dirty.freshSince(flow)).toBeNull();
});

test('a key that was noticed while its batch was under way may go when that is over', () => {
  const { dirty, revision } = batchOf();
  dirty.mark(flow, '7', 2_500, true);
  dirty.due(flow, 2_600, underWay, 10);
  expect(dirty.freshSince(flow)).toBeNull();
  dirty.done(flow, [{ key: '7', revision }], 3_000);
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
    const park = (now: number, isLooked: boolean) => {
      dirty.postpone(flow, { key: '7', revision }, { dueAt: never, problem, counts: false, isLooked }, now);
      return dirty.get(flow, '7');
    };
    return park;
  }

  test('is looked at when that is over, and the person’s alone from then on', () => {
    const park = late();
    expect(park(4_000, true)).toMatchObject({ dueAt: until, mayBeLate: true });
    expect(park(until, true)).toMatchObject({ dueAt: never, mayBeLate: false });
  });

  test('is not over before somebody has looked', () => {
    expect(late()(until, false)).toMatchObject({ dueAt: never, mayBeLate: true });
  });
});
