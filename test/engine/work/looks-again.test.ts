/** A record that was carried, and of which something that was sent before may still be done. */
import { beforeEach, expect, test } from 'vitest';
import { Recorder } from '../../../src/engine/http/recorder.ts';
import { migrate } from '../../../src/engine/storage/migrations.ts';
import { Stores } from '../../../src/engine/storage/stores.ts';
import type { TaskRow } from '../../../src/engine/storage/task-row.ts';
import { storeOutcome } from '../../../src/engine/work/store-outcome.ts';
import { reason } from '../../../src/records/reason.ts';
import { memorySql } from '../../support/memory-sql.ts';

const flow = 'customers:shop:other';
const silent = { info: () => undefined, error: () => undefined };

let stores: Stores;

beforeEach(() => {
  const sql = memorySql();
  migrate(sql);
  stores = new Stores(sql);
  stores.tasks.add(flow, '1', null, 1_000);
});

/** Runs the task until it is done, to be looked at again then. */
function run(looksAgainAt: number, meanwhile: () => void = () => undefined): void {
  const task = stores.tasks.openOf(flow, '1') as TaskRow;
  stores.tasks.start(task.id);
  meanwhile();
  const outcome = { kind: 'done', targetId: 'b', reason: reason('updated', {}), looksAgainAt } as const;
  const clock = {
    now: () => 2_000,
    random: () => 0.5,
    sleep: async () => undefined,
    timer: () => () => undefined,
  };
  storeOutcome(task, { stores, clock, log: silent }, outcome, new Recorder(1), null);
}

test('is done, and is looked at once more then', () => {
  run(9_000);
  expect(stores.tasks.get(1)?.state).toBe('done');
  expect(stores.tasks.due.next(8_999, [flow])).toBeNull();
  expect(stores.tasks.due.next(9_000, [flow])).toMatchObject({ key: '1', asked: false, attempts: 0 });
});

test('is looked at as soon as it changes', () => {
  run(9_000);
  stores.tasks.add(flow, '1', null, 3_000);
  expect(stores.tasks.due.next(3_000, [flow])?.key).toBe('1');
});

test('and that changed meanwhile is looked at at once, by one task', () => {
  run(9_000, () => stores.tasks.add(flow, '1', null, 1_500));
  expect(stores.tasks.due.next(2_000, [flow])?.id).toBe(1);
  expect(stores.tasks.get(2)).toBeNull();
});
