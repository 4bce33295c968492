import { expect, test } from 'vitest';
import { DirtyKeyStore } from '../../../src/engine/storage/dirty-keys.ts';
import { migrate } from '../../../src/engine/storage/migrations.ts';
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
