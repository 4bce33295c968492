import { describe, expect, test } from 'vitest';
import { Recorder } from '../../../src/engine/http/recorder.ts';
import { migrate } from '../../../src/engine/storage/migrations.ts';
import { Stores } from '../../../src/engine/storage/stores.ts';
import { storeOutcome } from '../../../src/engine/work/store-outcome.ts';
import { problem } from '../../../src/records/problem.ts';
import { memorySql } from '../../support/memory-sql.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';

const flow = 'orders:shop:books';
const log = { info: () => undefined, error: () => undefined };

function waiting(retryInMs?: number) {
  const sql = memorySql();
  migrate(sql);
  const [stores, clock] = [new Stores(sql), new VirtualClock()];
  stores.tasks.add(flow, '1', null, clock.now());
  const task = stores.tasks.openOf(flow, '1');
  if (task === null) throw new Error('it is not there');
  const more = retryInMs === undefined ? {} : { retryAt: clock.now() + retryInMs };
  const limited = problem('retry', 'rate_limited', { system: 'S' }, more);
  storeOutcome(task, { stores, clock, log }, limited, new Recorder(), null);
  const { dueAt = 0, attempts, failingSince, state } = stores.tasks.openOf(flow, '1') ?? {};
  return { state, attempts, failingSince, inMs: dueAt - clock.now() };
}

describe('a record whose call was one too many', () => {
  test('waits for as long as the limit holds, and for no longer', () => {
    expect(waiting(10_000)).toMatchObject({ state: 'waiting', inMs: 10_000, failingSince: null });
  });

  test('is not due at once where nobody tells how long that is', () => {
    expect(waiting()).toMatchObject({ state: 'waiting', inMs: 2_000, failingSince: expect.any(Number) });
  });
});
