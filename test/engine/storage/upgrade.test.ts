import { beforeEach, describe, expect, test } from 'vitest';
import { healthAt, healthRecord, noteHealth } from '../../../src/engine/reporting/health.ts';
import { showActivity, showTask } from '../../../src/engine/reporting/views.ts';
import { migrate } from '../../../src/engine/storage/migrations.ts';
import type { Sql } from '../../../src/engine/storage/sql.ts';
import { Stores } from '../../../src/engine/storage/stores.ts';
import { en } from '../../../src/texts/en.ts';
import { memorySql } from '../../support/memory-sql.ts';
import { insert, makeTablesOfBefore } from './tables-of-before.ts';

const orders = 'orders:books:shop';
const customers = 'customers:books:shop';
const said = { message: 'The setting "vat" has no entry for "21".', action: 'Add it and retry.' };
const problem = JSON.stringify({ kind: 'rejected', code: 'choice_missing', ...said, connection: 'books' });

let sql: Sql;

/** The rows of before, in tables of today. */
function upgraded(): Stores {
  migrate(sql);
  return new Stores(sql);
}

beforeEach(() => {
  sql = memorySql();
  makeTablesOfBefore(sql);
});

describe('sentences of before stay readable', () => {
  test('of a parked task', () => {
    const times = { due_at: 1, created_at: 1, updated_at: 1 };
    insert(sql, 'tasks', { flow: orders, key: 'A', state: 'parked', ...times, problem });
    const { tasks, openTasks } = upgraded();
    const [row] = tasks.list({}, 1);
    expect(row?.problem).toMatchObject({
      code: 'choice_missing',
      connection: 'books',
      params: {},
      told: said,
    });
    expect(row && showTask(row, en).problem).toEqual({ code: 'choice_missing', ...said });
    expect(openTasks.parkedByCode()).toMatchObject([{ count: 1, reasons: 1, problem: { told: said } }]);
  });

  test('of an entry of the log', () => {
    const entry = { at: 1, flow: orders, key: 'A', task: 1, outcome: 'skipped', calls: 1 };
    insert(sql, 'activity', { ...entry, reason: 'order status NEW is not in "statuses"' });
    const [row] = upgraded().activity.list({}, 1);
    expect(row && showActivity(row, en).reason).toBe('order status NEW is not in "statuses"');
  });

  test('of a poll that failed, and of a connection in trouble', () => {
    insert(sql, 'cursors', { flow: orders, since: 1, next_at: 1, problem });
    const health = `{"state":"down","problem":${problem},"since":1,"probes":2,"probeAt":3}`;
    insert(sql, 'connections', { name: 'books', connector: 'jortt', credentials: 'sealed', health });
    const { cursors, connections } = upgraded();
    expect(cursors.get(orders)?.problem).toMatchObject({ code: 'choice_missing', told: said });
    expect(connections.all()[0]?.health).toMatchObject({
      state: 'down',
      problem: { told: said, params: {} },
    });
  });
});

describe('what a source had given to be remembered', () => {
  test('of invoices is taken over: digests, and whose credit note it is; an earlier backfill still is one', () => {
    const memory = JSON.stringify({ i1: ['d1', null], n1: ['d2', 'i9'] });
    insert(sql, 'cursors', { flow: orders, since: 1_000, next_at: 5_000, memory });
    const { snapshots, cursors } = upgraded();
    expect([...snapshots.digests(orders, ['i1', 'n1', 'i9'])]).toEqual([
      ['i1', 'd1'],
      ['n1', 'd2'],
    ]);
    expect(snapshots.takeGone(orders).sort()).toEqual(['i1', 'i9']);
    expect(cursors.get(orders)).toMatchObject({
      since: 1_000,
      page: null,
      round: { until: 5_000, next: null, read: 0 },
      asked: false,
    });
  });

  test('of customers is what was seen last, and where reading goes on', () => {
    const memory = JSON.stringify({
      until: 900,
      page: 3,
      known: { c1: 'old', c2: 'd2' },
      seen: { c1: 'new' },
    });
    insert(sql, 'cursors', { flow: customers, since: 900, next_at: 1_000, memory });
    const { snapshots, cursors } = upgraded();
    expect(Object.fromEntries(snapshots.digests(customers, ['c1', 'c2']))).toEqual({ c1: 'new', c2: 'd2' });
    expect(cursors.get(customers)?.round).toEqual({ until: 900, next: '{"page":3}', read: 0 });
  });

  test('in a window of customers that was being read is read on from', () => {
    const memory = JSON.stringify({ until: 900, page: 1, known: { c1: 'old' }, seen: {} });
    const page = '{"page":2,"read":1,"seen":{"c1":"new"}}';
    insert(sql, 'cursors', { flow: customers, since: 1, until: 2, page, next_at: 1, memory });
    const { snapshots, cursors } = upgraded();
    const round = { until: 900, next: null, read: 1 };
    expect(cursors.get(customers)).toMatchObject({ since: 1, until: 2, page: '{"page":2}', round });
    expect(snapshots.digests(customers, ['c1']).get('c1')).toBe('new');
  });

  test('in a window that somebody asked for is still asked for; in a first one it is not', () => {
    const hour = 3_600_000;
    const memory = JSON.stringify({ until: 100 * hour, page: 1, known: { c1: 'old' }, seen: {} });
    const page = '{"page":2,"read":1,"seen":{"c1":"new"}}';
    insert(sql, 'cursors', { flow: customers, since: 9 * hour, until: 101 * hour, page, next_at: 1, memory });
    insert(sql, 'cursors', { flow: orders, since: 100 * hour, until: 101 * hour, next_at: 1 });
    const { cursors } = upgraded();
    expect([cursors.get(customers)?.asked, cursors.get(orders)?.asked]).toEqual([true, false]);
  });

  test('in a first window of invoices that was being read is read on from: what was seen is not gone', () => {
    const page = '{"list":"unpaid","page":2,"open":{"i1":["d",null]}}';
    insert(sql, 'cursors', { flow: orders, since: 1, until: 2, page, next_at: 1 });
    const { snapshots, cursors } = upgraded();
    expect(cursors.get(orders)).toMatchObject({ page: '{"list":"unpaid","page":2}', round: null });
    expect(snapshots.digests(orders, ['i1']).get('i1')).toBe('d');
    expect(snapshots.takeGone(orders)).toEqual([]);
  });

  test('of systems that tell what changed is nothing: their page stays', () => {
    insert(sql, 'cursors', {
      flow: 'orders:shop:books',
      since: 1,
      until: 2,
      page: '{"offset":100}',
      next_at: 1,
    });
    expect(upgraded().cursors.get('orders:shop:books')).toMatchObject({
      page: '{"offset":100}',
      round: null,
    });
  });
});

test('what a channel was told, and when it may be tried again, is still known', () => {
  const cause = 'connection:books';
  const row = { cause, since: 5, code: 'network_failed', message: 'Jortt could not be reached.' };
  insert(sql, 'alerts', { ...row, channel: 'webhook', told_at: 9 });
  insert(sql, 'alerts', { channel: 'email', cause, since: 6, told_at: null, code: '', message: '' });
  insert(sql, 'meta', { name: 'alerts:email', value: '{"failures":2,"notBefore":77}' });
  const { incidents, channels, meta } = upgraded();
  const told = { message: 'Jortt could not be reached.', action: '' };
  expect(incidents.all()).toMatchObject([
    {
      id: cause,
      state: 'present',
      since: 5,
      told: { webhook: { code: 'network_failed', params: {}, told } },
    },
  ]);
  expect(incidents.all()[0]?.told.email).toBeUndefined();
  expect(channels.pauseOf('email')).toEqual({ failures: 2, notBefore: 77 });
  expect(meta.get('alerts:email')).toBeNull();
});

test('what was told before each channel had a record of its own may have reached either', () => {
  sql.exec('DROP TABLE alerts');
  sql.exec(
    'CREATE TABLE alerts (cause TEXT PRIMARY KEY, since INTEGER NOT NULL, told_at INTEGER, message TEXT NOT NULL) WITHOUT ROWID',
  );
  sql.exec('DROP INDEX tasks_of_record');
  sql.exec('CREATE INDEX tasks_of_record ON tasks (flow, key, id)');
  sql.exec("UPDATE meta SET value = '3' WHERE name = 'schema'");
  insert(sql, 'alerts', {
    cause: 'parked:orders:books:shop:refused',
    since: 5,
    told_at: 9,
    message: 'Refused.',
  });
  insert(sql, 'alerts', { cause: 'stalled', since: 6, told_at: null, message: '' });
  const heard = { code: '', params: {}, told: { message: 'Refused.', action: '' } };
  expect(upgraded().incidents.all()).toMatchObject([
    { id: 'parked:orders:books:shop:refused', told: { webhook: heard, email: heard } },
    { id: 'stalled', problem: { code: 'stalled' }, told: {} },
  ]);
});

test('of days of before nothing is known, but since when it has been wrong that is wrong still', () => {
  const began = Date.UTC(2026, 10, 8, 23);
  const cause = 'connection:books';
  insert(sql, 'alerts', {
    ...{ channel: 'webhook', cause, since: began, told_at: began, code: 'network_failed', message: '' },
  });
  const stores = upgraded();
  expect([stores.health.current(), stores.health.since('')]).toEqual([null, []]);
  const now = began + 2 * 3_600_000;
  noteHealth(stores, now);
  expect(healthAt(healthRecord(stores, now) ?? undefined, now)).toEqual({
    since: '2026-11-08',
    days: [
      { day: '2026-11-08', state: 'interrupted', minutes: 60 },
      { day: '2026-11-09', state: 'interrupted', minutes: 60 },
    ],
  });
});

test('a person can be erased from the links of before', () => {
  const link = { source: 'shop', target: 'books', target_id: 't', fingerprint: 'f', updated_at: 1 };
  insert(sql, 'links', { ...link, record: 'customer', key: 'print', facts: '{"source":"4411"}' });
  insert(sql, 'links', { ...link, record: 'customer', key: 'id:4411', facts: '{"person":"print"}' });
  insert(sql, 'links', { ...link, record: 'customer', key: 'other', facts: '{}' });
  insert(sql, 'links', { ...link, record: 'order', key: 'SO-1', facts: '{"gross":"1.00","vat":"0.17"}' });
  const { links } = upgraded();
  expect(links.get('customer', 'shop', 'books', 'id:4411')).toMatchObject({
    emailFingerprint: 'print',
    facts: {},
  });
  expect(links.get('order', 'shop', 'books', 'SO-1')).toMatchObject({
    facts: { gross: '1.00', vat: '0.17', credited: '0' },
  });
  expect(links.erase('print')).toBe(2);
  expect(links.get('customer', 'shop', 'books', 'other')).not.toBeNull();
});

test('an account in another form is as if it was never read', () => {
  const account = '{"name":"Mugs","zone":"Europe/Amsterdam"}';
  insert(sql, 'connections', { name: 'shop', connector: 'ecwid', credentials: 'sealed', account });
  expect(upgraded().connections.all()).toMatchObject([{ name: 'shop', account: null }]);
});

test('accounts where orders were made are known as such: by what was booked there, or by a flow that is live', () => {
  const link = {
    source: 'shop',
    target: 'books',
    target_id: 't',
    fingerprint: 'f',
    updated_at: 1,
    facts: '{}',
  };
  insert(sql, 'links', { ...link, record: 'order', key: 'SO-1' });
  insert(sql, 'links', { ...link, source: 'books', target: 'shop', record: 'customer', key: 'id:1' });
  insert(sql, 'cursors', { flow: 'orders:shop:till', since: 1, next_at: 1 });
  insert(sql, 'cursors', { flow: 'customers:till:crm', since: 1, next_at: 1 });
  for (const name of ['till', 'crm'])
    insert(sql, 'connections', { name, connector: 'jortt', credentials: 'sealed' });
  const made = upgraded()
    .accounts.all()
    .filter(({ makes }) => makes);
  expect(made.map(({ place }) => place)).toEqual(['books', 'till']);
});

test('pictures of products in Salesforce lose the one name that all of them had', () => {
  insert(sql, 'connections', { name: 'org', connector: 'salesforce', credentials: 'sealed' });
  const facts = JSON.stringify({ sku: 'M', said: {}, variants: {}, pictures: { v0: 'DisplayUrl', v1: '' } });
  insert(sql, 'links', {
    ...{ record: 'product', source: 'shop', target: 'org', key: '1', target_id: 't' },
    ...{ fingerprint: 'f', updated_at: 1, facts },
  });
  const link = upgraded().links.get('product', 'shop', 'org', '1');
  expect(link?.facts).toMatchObject({ pictures: { v0: '! ' } });
});

test('variants that are products of their own are found by the target’s ids', () => {
  const part = (targetId: string, made: boolean) => ({ targetId, facts: made ? { made } : {} });
  const facts = {
    sku: 'TS-S',
    variants: {},
    apart: { s: part('11', true), m: part('12', false), l: part('', true) },
  };
  const places = { source: 'shop', target: 'other', updated_at: 1 };
  insert(sql, 'links', {
    ...places,
    record: 'product',
    key: '7',
    target_id: '11',
    fingerprint: '',
    facts: JSON.stringify(facts),
  });
  const { links } = upgraded();
  const found = ['11', '12', ''].map((id) => links.recordsOf('part', 'shop', 'other', id));
  expect(found).toEqual([[{ key: '7/s', own: true }], [{ key: '7/m', own: true }], []]);
  expect(links.get('part', 'shop', 'other', '7/s')?.facts).toEqual({ made: true });
  expect(links.get('part', 'shop', 'other', '7/m')?.facts).toEqual({});
});
