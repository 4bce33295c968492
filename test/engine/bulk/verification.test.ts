import { expect, test } from 'vitest';
import { Verification } from '../../../src/engine/bulk/verification.ts';
import { migrate } from '../../../src/engine/storage/migrations.ts';
import { Stores } from '../../../src/engine/storage/stores.ts';
import { hourMs } from '../../support/durations.ts';
import { memorySql } from '../../support/memory-sql.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';

const flow = 'stock:shop:other';
const none: ReadonlySet<string> = new Set();

/** 20 keys with two levels each. */
function filled() {
  const sql = memorySql();
  migrate(sql);
  const stores = new Stores(sql);
  const clock = new VirtualClock();
  for (let number = 10; number < 30; number++)
    for (const size of ['S', 'M']) {
      const level = { sku: `${number}${size}`, targetId: '1', quantity: '5', state: 'written' as const };
      stores.levels.put(flow, String(number), level, clock.now());
    }
  const over = (everyMs: number | null, under = 'a') => new Verification(flow, everyMs, under, stores, clock);
  return { stores, clock, over };
}

test('says when the next look begins, how many levels the one that is going on has looked at, and stores nothing for that', async () => {
  const { stores, clock, over } = filled();
  const begin = clock.now();
  const verification = over(hourMs);
  expect(verification.standing()).toEqual({ nextAt: begin + hourMs, running: null });
  expect(stores.meta.get(`verify:${flow}`)).toBeNull();
  expect(verification.next(none, 8)).toEqual([]);
  await clock.runUntil(begin + hourMs);
  expect(verification.next(none, 8)).toHaveLength(8);
  expect(verification.standing()).toEqual({ nextAt: null, running: { since: begin + hourMs, looked: 16 } });
  // Those that are under way are looked at anyway, and counted.
  expect(verification.next(new Set(['18', '19']), 8)).toHaveLength(6);
  expect(over(hourMs).standing().running?.looked).toBe(32);
  expect(verification.next(none, 8)).toHaveLength(4);
  expect(verification.standing().running?.looked).toBe(40);
  expect(verification.next(none, 8)).toEqual([]);
  expect(verification.standing()).toEqual({ nextAt: begin + 2 * hourMs, running: null });
});

test('other settings have all levels looked at now, and where it is off no look begins by itself', () => {
  const { clock, over } = filled();
  expect(over(null).standing()).toEqual({ nextAt: null, running: null });
  over(hourMs).next(none, 8);
  expect(over(hourMs, 'b').standing()).toEqual({ nextAt: clock.now(), running: null });
  expect(over(hourMs, 'b').next(none, 8)).toHaveLength(8);
});
