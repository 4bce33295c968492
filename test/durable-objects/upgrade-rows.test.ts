// What it takes to open an object of the first release that has kept 30,000 orders: rows, and what memory holds of them at once.
import { runInDurableObject } from 'cloudflare:test';
import { expect, it } from 'vitest';
import { countStorage } from '../../bench/cost/counting-storage.ts';
import { Tally } from '../../bench/cost/tally.ts';
import { sqliteOf } from '../../durable-objects/sqlite.ts';
import { migrate } from '../../src/engine/storage/migrations.ts';
import { Stores } from '../../src/engine/storage/stores.ts';
import { firstTables } from './support/first-tables.ts';
import { newId, Subject } from './support/harness.ts';

/** A month of 1,000 orders a day: links, tasks that ended, the log, in which every tenth order was left out and has no link. */
const orders = 30_000;
const ofFirstRelease = [
  ...firstTables,
  "INSERT INTO meta VALUES ('schema', '1')",
  ...[
    `INSERT INTO links SELECT 'order', 'shop', 'books', 'K' || n, 'i-' || n, '', json_object('gross', '34.60',
       'vat', '5.43', 'credited', '0', 'bookedAt', strftime('%Y-%m-%dT%H:%M:%SZ', 1772454900 + n * 86, 'unixepoch')), n
     FROM each WHERE n % 10 > 0`,
    `INSERT INTO tasks (flow, key, state, due_at, created_at, updated_at)
     SELECT 'orders:shop:books', 'K' || n, iif(n % 10 > 0, 'done', 'skipped'), n, n, n FROM each`,
    `INSERT INTO activity (at, flow, key, task, outcome, reason, calls)
     SELECT n, 'orders:shop:books', 'K' || n, n, iif(n % 10 > 0, 'done', 'skipped'), 'not paid', 4 FROM each`,
  ].map(
    (insert) =>
      `WITH RECURSIVE each(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM each WHERE n < ${orders}) ${insert}`,
  ),
];

it('grows with the orders by a few rows for each, and none of them is held in memory', async () => {
  const { written, read, held, counted } = await runInDurableObject(
    new Subject(newId()).stub,
    (_, { storage }) => {
      const sql = sqliteOf(storage);
      for (const statement of ofFirstRelease) sql.exec(statement);
      const tally = new Tally();
      countStorage(storage, 'integration', tally);
      let most = 0;
      migrate({
        exec: (query, ...bindings) => {
          const rows = sql.exec(query, ...bindings);
          most = Math.max(most, rows.length);
          return rows as never;
        },
        transaction: sql.transaction,
      });
      const { statements } = tally.take();
      const { register } = new Stores(sql);
      return {
        held: most,
        written: statements.reduce((all, { rowsWritten }) => all + rowsWritten, 0),
        read: statements.reduce((all, { rowsRead }) => all + rowsRead, 0),
        counted: [
          Number(sql.exec('SELECT count(*) AS count FROM register')[0]?.count),
          register.get('orders:shop:books', 'K10')?.reason?.code,
          register.get('orders:shop:books', 'K11')?.document?.id,
        ],
      };
    },
  );
  expect(counted).toEqual([orders, 'not paid', 'i-11']);
  expect(held).toBeLessThan(10);
  expect(written).toBeLessThan(6.5 * orders);
  expect(read).toBeLessThan(35 * orders);
});
