import { expect, test } from 'vitest';
import type { ChangePage, ChangeWindow } from '../../src/connectors/contract/connector.ts';
import type { Connection } from '../../src/engine/connection/connection.ts';
import { migrate } from '../../src/engine/storage/migrations.ts';
import { Stores } from '../../src/engine/storage/stores.ts';
import { pollPage } from '../../src/engine/work/poller.ts';
import { memorySql } from '../support/memory-sql.ts';
import { VirtualClock } from '../support/virtual-clock.ts';

/** A source that answers with these pages, one after the other; undefined fails. */
function begin(pages: (Partial<ChangePage> | undefined)[]) {
  const sql = memorySql();
  migrate(sql);
  const stores = new Stores(sql);
  const clock = new VirtualClock();
  const windows: ChangeWindow[] = [];
  const source = {
    get: async () => null,
    changedSince: async (_api: unknown, window: ChangeWindow): Promise<ChangePage> => {
      windows.push(window);
      const page = pages.shift();
      if (page === undefined) throw new Error('down');
      return { changes: [], next: null, ...page };
    },
  };
  const connection = {
    api: async () => ({}),
    health: { worked: () => undefined, failed: () => undefined },
    named: (problem: unknown) => problem,
  } as unknown as Connection;
  const poll = () => pollPage({ flow: 'orders:books:shop', source, connection, everyMs: 0 }, stores, clock);
  return { poll, windows, stores };
}

test('what a source gives with the last page of a window comes back with every page of the next', async () => {
  const { poll, windows } = begin([
    { next: '2', memory: 'too early' },
    { memory: 'one' },
    { next: '2' },
    {},
    {},
  ]);
  for (let page = 0; page < 5; page++) await poll();
  expect(windows.map(({ page, memory }) => [page, memory])).toEqual([
    [null, null],
    ['2', null],
    [null, 'one'],
    ['2', 'one'],
    // A window that gave none leaves it as it was.
    [null, 'one'],
  ]);
});

test('it is kept with the tasks of its window, so a failure leaves both as they were', async () => {
  const { poll, windows, stores } = begin([{ memory: 'one' }, undefined, { memory: 'two' }]);
  await poll();
  await poll();
  expect(stores.cursors.get('orders:books:shop')).toMatchObject({ memory: 'one', failures: 1 });
  await poll();
  expect(windows.at(-1)?.memory).toBe('one');
  expect(stores.cursors.get('orders:books:shop')?.memory).toBe('two');
});
