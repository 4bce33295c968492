/** What is stored of levels: little of those that change, nothing of the others. */
import { expect, test } from 'vitest';
import type { Row, Sql, SqlValue } from '../../../src/engine/storage/sql.ts';
import { minuteMs } from '../../support/durations.ts';
import { memorySql } from '../../support/memory-sql.ts';
import { many, StockPair } from './stock-pair.ts';

const tables = ['dirty', 'levels', 'batches', 'level_counts'];

/** Counts rows that are inserted, changed or deleted in the tables of levels; each index of a row is one more. */
class CountingSql implements Sql {
  readonly #sql: Sql = memorySql();
  rows = 0;

  exec<R extends Row>(query: string, ...bindings: SqlValue[]): R[] {
    const isWrite = /^\s*(INSERT|UPDATE|DELETE)/i.test(query);
    const concerned = isWrite && tables.some((table) => new RegExp(`\\b${table}\\b`).test(query));
    const before = this.#changes();
    const found = this.#sql.exec<R>(query, ...bindings);
    if (concerned) this.rows += this.#changes() - before;
    return found;
  }

  transaction<T>(work: () => T): T {
    return this.#sql.transaction(work);
  }

  #changes(): number {
    const [row] = this.#sql.exec('SELECT total_changes() AS changes');
    return Number(row?.changes);
  }
}

test('of 400 levels of which 1 % change, four rows are written for each of those and none for the others', async () => {
  const pair = new StockPair();
  const sql = new CountingSql();
  pair.sql = sql;
  for (const [sku, pieces] of Object.entries(many(400))) await pair.has(sku, pieces);
  await pair.configured(pair.document({ settings: { verify: 'off' } }));
  await pair.live(22 * minuteMs);
  const stored = () => sql.exec('SELECT sku, updated_at FROM levels ORDER BY sku');
  const before = stored();
  sql.rows = 0;
  for (const sku of ['P001', 'P101', 'P202', 'P303']) await pair.change(sku, 5_000);
  await pair.live(2 * minuteMs);
  const changed = stored().filter((row, index) => row.updated_at !== before[index]?.updated_at);
  expect(changed.map(({ sku }) => sku)).toEqual(['P001', 'P101', 'P202', 'P303']);
  expect(sql.rows).toBeLessThanOrEqual(4 * 4);
});

test('where nothing polls a webhook costs no row more, once the source’s list has what it told', async () => {
  const pair = new StockPair({ every: null });
  const sql = new CountingSql();
  pair.sql = sql;
  for (const [sku, pieces] of Object.entries(many(8))) await pair.has(sku, pieces);
  await pair.configured(pair.document({ settings: { verify: 'off' } }));
  await pair.live(22 * minuteMs);
  sql.rows = 0;
  for (const sku of ['P001', 'P003', 'P005', 'P008']) await pair.change(sku, 5_000);
  await pair.live(2 * minuteMs);
  expect(sql.rows).toBeLessThanOrEqual(4 * 4);
});

test('a comparison of all of them writes no row of a level', async () => {
  const pair = new StockPair();
  const sql = new CountingSql();
  pair.sql = sql;
  for (const [sku, pieces] of Object.entries(many(200))) await pair.has(sku, pieces);
  await pair.configured({ ...pair.document({ settings: { verify: '1h' } }) });
  await pair.live(22 * minuteMs);
  const stored = () => sql.exec('SELECT * FROM levels ORDER BY sku');
  const before = stored();
  await pair.live(90 * minuteMs);
  expect(stored()).toEqual(before);
});
