import { beforeEach, describe, expect, test } from 'vitest';
import { migrate } from '../../../src/engine/storage/migrations.ts';
import type { Sql } from '../../../src/engine/storage/sql.ts';
import { Stores } from '../../../src/engine/storage/stores.ts';
import { tidy } from '../../../src/engine/storage/tidying.ts';
import { problem } from '../../../src/records/problem.ts';
import { dayMs, hourMs } from '../../support/durations.ts';
import { memorySql } from '../../support/memory-sql.ts';

const now = Date.parse('2026-03-02T12:00:00Z');

let sql: Sql;
let stores: Stores;

beforeEach(() => {
  sql = memorySql();
  migrate(sql);
  stores = new Stores(sql);
});

describe('orders that are alike', () => {
  test('are counted by flow and mark since a moment, the one that asks left out', () => {
    const note = (key: string, placedAt: number, flow = 'f', mark = 'm') =>
      stores.alike.note({ flow, mark, key }, placedAt, now);
    note('A', now - 2 * hourMs);
    note('B', now - hourMs);
    note('C', now);
    note('D', now, 'other');
    note('E', now, 'f', 'other');
    note('F', now + 1);
    const count = (key: string, from: number) => stores.alike.count({ flow: 'f', mark: 'm', key }, from, now);
    expect(count('C', now - hourMs)).toBe(1);
    expect(count('X', now - hourMs)).toBe(2);
    expect(count('X', 0)).toBe(3);
  });

  test('have a row each, however often one is noted, for a day', () => {
    const record = { flow: 'f', mark: 'm' };
    for (let time = 0; time < 3; time++) stores.alike.note({ ...record, key: 'A' }, now, now + time);
    stores.alike.note({ ...record, key: 'B' }, now - dayMs, now + hourMs);
    expect(sql.exec('SELECT key FROM alike')).toHaveLength(2);
    tidy(stores, 14, now + dayMs + 3);
    expect(sql.exec('SELECT key FROM alike')).toEqual([{ key: 'B' }]);
  });
});

describe('a person who retries what looked like a loop', () => {
  const parked = (code: 'looks_like_a_loop' | 'order_gone') => {
    stores.tasks.add('f', code, null, now);
    const id = stores.tasks.list({}, 1)[0]?.id ?? 0;
    const found =
      code === 'order_gone'
        ? problem('rejected', code, { booked: 'no' })
        : problem('rejected', code, { count: 10, hours: 1, gross: '1.00', currency: 'EUR' });
    stores.tasks.end(id, 'parked', found.toData(), now);
    return id;
  };
  const asked = (id: number) => stores.tasks.get(id)?.asked;

  test('asks for it, by itself or by taking back that it was left out', () => {
    const one = parked('looks_like_a_loop');
    stores.tasks.retry(one, now);
    expect(asked(one)).toBe(true);
    stores.tasks.end(one, 'done', null, now);
    const unlike = parked('order_gone');
    stores.tasks.retry(unlike, now);
    expect(asked(unlike)).toBe(false);
    const left = parked('looks_like_a_loop');
    stores.tasks.skip(left, now, 'api');
    stores.tasks.unskip(left, now);
    expect(asked(left)).toBe(true);
  });

  test('not one who retries all that is parked, for whatever else', () => {
    const id = parked('looks_like_a_loop');
    expect(stores.tasks.retryParked(now)).toBe(1);
    expect(stores.tasks.get(id)?.state).toBe('queued');
    expect(asked(id)).toBe(false);
  });

  test('not one who is told of it once more by the system', () => {
    const id = parked('looks_like_a_loop');
    stores.tasks.add('f', 'looks_like_a_loop', null, now);
    expect(stores.tasks.get(id)?.state).toBe('queued');
    expect(asked(id)).toBe(false);
  });
});
