/** Everything that is stored belongs to an account: none of it is found again under a connection's name alone. */
import { expect, test } from 'vitest';
import { Recorder } from '../../../src/engine/http/recorder.ts';
import { migrate } from '../../../src/engine/storage/migrations.ts';
import type { Row } from '../../../src/engine/storage/sql.ts';
import { Stores } from '../../../src/engine/storage/stores.ts';
import { flowContext } from '../../../src/engine/work/flow-context.ts';
import { SiblingQuestions } from '../../../src/engine/work/sibling-questions.ts';
import { hourMs, minuteMs } from '../../support/durations.ts';
import { memorySql } from '../../support/memory-sql.ts';
import { TwoShops } from '../../support/two-shops.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';

/** How the rows of each table are told apart. A table that is not here is one that nobody thought about. */
const tables: Readonly<Record<string, 'flow' | 'endpoints' | 'id' | 'integration'>> = {
  // By flows between places.
  tasks: 'flow',
  open_counts: 'flow',
  parked_causes: 'flow',
  ended_causes: 'flow',
  parked_sums: 'flow',
  remedies: 'flow',
  numbers: 'flow',
  register: 'flow',
  activity: 'flow',
  cursors: 'flow',
  snapshots: 'flow',
  snapshot_pages: 'flow',
  counters: 'flow',
  alike: 'flow',
  dirty: 'flow',
  levels: 'flow',
  level_counts: 'flow',
  batches: 'flow',
  stuck_counts: 'flow',
  awaited: 'flow',
  // By the places of both ends.
  links: 'endpoints',
  // By a key that begins with places.
  steps: 'id',
  hooks: 'id',
  incidents: 'id',
  // Of the integration, or of what the document names.
  accounts: 'integration',
  connections: 'integration',
  meta: 'integration',
  channels: 'integration',
  trail: 'integration',
  revisions: 'integration',
  troubled_days: 'integration',
  // Sums of days, by flow.
  register_days: 'integration',
};

const columns: Readonly<Record<string, string>> = { steps: 'name', hooks: 'id', incidents: 'cause' };

function placesOf(table: string, row: Row): string {
  switch (tables[table]) {
    case 'flow':
      return String(row.flow);
    case 'endpoints':
      return `${row.source}:${row.target}`;
    default:
      return String(row[columns[table] ?? '']);
  }
}

function rowsOf(shops: TwoShops): Map<string, Row[]> {
  const { sql } = shops.first;
  const names = sql.exec("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'");
  return new Map(names.map(({ name }) => [String(name), sql.exec(`SELECT * FROM "${name}"`)]));
}

/** Orders one way and customers both ways, with something in every table. */
function busy(shops: TwoShops, which: 'first' | 'second') {
  const document = shops.fromShop(which, { refunds: 'flag' });
  const customers = { flow: 'customers', every: '5m', settings: {} };
  return {
    ...document,
    flows: [
      ...document.flows,
      { ...customers, from: 'shop', to: 'books' },
      { ...customers, from: 'books', to: 'shop' },
    ],
  };
}

/** One order is booked, one parked, one cut off in the middle of its making. */
async function work(shops: TwoShops, which: 'first' | 'second'): Promise<void> {
  await shops.first.live(minuteMs);
  const [refunded] = await shops.sell(which, 2);
  await shops.first.live(10 * minuteMs);
  await shops.lever(which, 'PATCH', `/orders/${refunded}`, { refund: {} });
  await shops.first.live(10 * minuteMs);
  shops.first.interfere = (call) => {
    if (call === 'POST jortt /v3/invoices') throw new TypeError('fetch failed');
  };
  await shops.sell(which, 1);
  await shops.first.live(minuteMs * 6);
  shops.first.interfere = () => undefined;
}

test('every table is one of these', async () => {
  const shops = new TwoShops();
  await shops.first.configured(shops.fromShop('first'));
  expect([...rowsOf(shops).keys()].sort()).toEqual(Object.keys(tables).sort());
});

test('no row of one shop is touched by work with another, and no new row names its place', async () => {
  const shops = new TwoShops();
  const { first } = shops;
  await first.configured(busy(shops, 'first'));
  await work(shops, 'first');
  const before = rowsOf(shops);
  for (const table of [
    'tasks',
    'activity',
    'cursors',
    'links',
    'counters',
    'steps',
    'incidents',
    'snapshots',
  ]) {
    expect([table, (before.get(table) ?? []).length > 0]).toEqual([table, true]);
  }
  await shops.integration.configure(busy(shops, 'second'));
  await first.live(minuteMs);
  await shops.integration.acceptAccount('shop', 'another');
  await work(shops, 'second');
  await first.live(hourMs);
  const after = rowsOf(shops);
  for (const [table, how] of Object.entries(tables)) {
    if (how === 'integration') continue;
    const old = before.get(table) ?? [];
    const now = (after.get(table) ?? []).map((row) => JSON.stringify(row));
    // Incidents are what is wrong now, and a step of a day ago goes with the day.
    if (table !== 'incidents')
      expect([table, old.filter((row) => !now.includes(JSON.stringify(row)))]).toEqual([table, []]);
    const known = new Set(old.map((row) => JSON.stringify(row)));
    const added = (after.get(table) ?? []).filter((row) => !known.has(JSON.stringify(row)));
    for (const row of added.filter((each) => !isOld(each, table))) {
      expect([table, placesOf(table, row)]).toEqual([table, expect.stringMatching(/shop#2/)]);
    }
  }
});

test('the cache of article ids goes by the account too', async () => {
  const cached: string[] = [];
  const sql = memorySql();
  migrate(sql);
  const end = { api: async () => ({}), connector: {} };
  const parts = {
    integration: 'mugs',
    stores: new Stores(sql),
    clock: new VirtualClock(),
    flow: { settings: {}, mapping: {} },
    reverse: null,
    siblings: new SiblingQuestions(undefined, new VirtualClock()),
    from: { ...end, name: 'shop' },
    to: { ...end, name: 'books' },
    idCache: {
      get: async () => new Map(),
      put: async (place: string) => void cached.push(place),
    },
  };
  const notice = { asked: false, named: false, createdAt: 0, problem: null };
  const task = { id: 1, flow: 'orders:shop:books#2', key: '1', ...notice };
  const context = await flowContext(task, parts as never, new Recorder());
  await context.cachedIds('article', ['MUG'], async () => new Map([['MUG', '9']]));
  expect(cached).toEqual(['mugs:books#2:article']);
});

/** What is still wrong with the first shop's tasks is told under its place. */
function isOld(row: Row, table: string): boolean {
  return (
    table === 'incidents' && /^(parked|held):/.test(String(row.cause)) && !String(row.cause).includes('#')
  );
}
