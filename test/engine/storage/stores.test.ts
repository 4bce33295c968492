import { beforeEach, describe, expect, test } from 'vitest';
import { hasTables, migrate } from '../../../src/engine/storage/migrations.ts';
import type { Sql } from '../../../src/engine/storage/sql.ts';
import { Stores } from '../../../src/engine/storage/stores.ts';
import { nextTidyAt, tidy } from '../../../src/engine/storage/tidying.ts';
import type { OrderLink } from '../../../src/flows/links.ts';
import { memorySql } from '../../support/memory-sql.ts';

const dayMs = 24 * 3_600_000;
const now = Date.parse('2026-03-02T12:00:00Z');

let sql: Sql;
let stores: Stores;

beforeEach(() => {
  sql = memorySql();
  migrate(sql);
  stores = new Stores(sql);
});

describe('migrations', () => {
  test('asking an empty storage stores nothing', () => {
    const empty = memorySql();
    expect(hasTables(empty)).toBe(false);
    expect(empty.exec('SELECT * FROM sqlite_master')).toEqual([]);
  });

  test('repeated they change nothing', () => {
    const before = sql.exec('SELECT name, sql FROM sqlite_master ORDER BY name');
    stores.meta.set('document', '{}');
    migrate(sql);
    expect(sql.exec('SELECT name, sql FROM sqlite_master ORDER BY name')).toEqual(before);
    expect(stores.meta.get('document')).toBe('{}');
    expect(Number(stores.meta.get('schema'))).toBeGreaterThan(0);
  });

  test('a storage that is newer than this Koppel is left alone', () => {
    stores.meta.set('schema', '999');
    expect(() => migrate(sql)).toThrow(/999.*newer/);
    expect(stores.meta.get('schema')).toBe('999');
  });
});

describe('links', () => {
  test('tell whose something in the target is, whichever source it is of', () => {
    const to = (source: string, target: string, record: 'order' | 'credit', key: string) =>
      stores.links.put(record, source, target, key, { targetId: 't9', fingerprint: '', facts: {} }, now);
    to('shop', 'books', 'order', 'A');
    to('outlet', 'books', 'order', 'B');
    to('shop', 'other', 'order', 'C');
    to('shop', 'books', 'credit', 'A 10');
    expect(stores.links.recordsOf('order', 'shop', 'books', 't9')).toEqual([
      { key: 'B', own: false },
      { key: 'A', own: true },
    ]);
    expect(stores.links.recordsOf('credit', 'shop', 'books', 't9')).toEqual([{ key: 'A 10', own: true }]);
    expect(stores.links.recordsOf('order', 'shop', 'books', 't8')).toEqual([]);
  });

  const facts = { gross: '10', vat: '1', credited: '0' };
  const link: OrderLink = { targetId: 't1', fingerprint: 'f', facts };

  test('are of a record in one direction', () => {
    stores.links.put('order', 'shop', 'books', 'A', link, now);
    expect(stores.links.get('order', 'shop', 'books', 'A')).toEqual(link);
    expect(stores.links.get('order', 'books', 'shop', 'A')).toBeNull();
    expect(stores.links.get('customer', 'shop', 'books', 'A')).toBeNull();
    stores.links.put('order', 'shop', 'books', 'A', { ...link, targetId: 't2' }, now);
    expect(stores.links.get('order', 'shop', 'books', 'A')?.targetId).toBe('t2');
    stores.links.forget('order', 'shop', 'books', 'A');
    expect(stores.links.get('order', 'shop', 'books', 'A')).toBeNull();
  });

  test('a person is forgotten in every direction, orders stay', () => {
    const owned = { ...link, emailFingerprint: 'person' };
    stores.links.put('customer', 'shop', 'books', 'person', owned, now);
    stores.links.put('customer', 'books', 'shop', 'person', owned, now);
    stores.links.put('customer', 'shop', 'books', 'another', { ...link, emailFingerprint: 'another' }, now);
    stores.links.put('order', 'shop', 'books', 'person', link, now);
    stores.links.put('customer', 'shop', 'books', 'id:4411', owned, now);
    stores.links.put('customer', 'shop', 'books', 'id:4412', { ...link, emailFingerprint: 'another' }, now);
    expect(stores.links.get('customer', 'shop', 'books', 'id:4411')).toEqual(owned);
    expect(stores.links.erase('person')).toBe(3);
    expect(stores.links.get('customer', 'shop', 'books', 'id:4411')).toBeNull();
    expect(stores.links.get('customer', 'shop', 'books', 'id:4412')).not.toBeNull();
    expect(stores.links.get('order', 'shop', 'books', 'person')).not.toBeNull();
    expect(stores.links.get('customer', 'shop', 'books', 'another')).not.toBeNull();
  });
});

describe('steps', () => {
  const meant = {
    gross: '24.20',
    vat: '4.20',
    currency: 'EUR',
    days: ['2026-03-01', '2026-06-30'] as const,
    orderVat: '4.20',
    customerId: 'c1',
    buyer: 'fingerprint',
  };

  test('are intended, finished, forgotten; an intent made anew has no result', () => {
    expect(stores.steps.get('s')).toBeNull();
    stores.steps.intend('s', 1, 10, 'R-1', meant);
    expect(stores.steps.get('s')).toEqual({
      ...{ intendedAt: 10, result: null, reference: 'R-1', meant, isLeft: true },
    });
    stores.steps.finish('s', 'id');
    expect(stores.steps.get('s')).toEqual({
      ...{ intendedAt: 10, result: 'id', reference: 'R-1', meant, isLeft: true },
    });
    stores.steps.intend('s', 2, 20);
    expect(stores.steps.get('s')).toEqual({
      ...{ intendedAt: 20, result: null, reference: null, meant: null, isLeft: true },
    });
    stores.steps.forget('s');
    expect(stores.steps.get('s')).toBeNull();
  });
});

test('a delivery is taken once', () => {
  expect([stores.hooks.take('d', 1), stores.hooks.take('d', 2), stores.hooks.take('e', 2)]).toEqual([
    true,
    false,
    true,
  ]);
});

test('new credentials start afresh: token, account and health go', () => {
  stores.connections.put('shop', 'ecwid', 'sealed');
  stores.connections.setToken('shop', 'token');
  stores.connections.setAccount('shop', { name: 'S', currency: 'EUR', timeZone: 'UTC', traits: {} }, 5);
  stores.connections.put('shop', 'ecwid', 'sealed again');
  expect(stores.connections.all()).toEqual([
    {
      name: 'shop',
      connector: 'ecwid',
      credentials: 'sealed again',
      account: null,
      accountAt: 0,
      token: null,
      health: null,
      place: 'shop',
      met: null,
    },
  ]);
});

describe('tidying', () => {
  function entry(at: number, task: number) {
    stores.activity.add({
      at,
      flow: 'orders:shop:books',
      key: 'A',
      task,
      outcome: 'done',
      reason: 'booked',
      params: {},
      targetId: 't',
      calls: 3,
      emailFingerprint: 'person',
      sealed: 'sealed',
    });
  }

  const payloads = () => stores.activity.list({}, 100).map(({ task, sealed }) => [task, sealed]);

  beforeEach(() => {
    [now - 91 * dayMs, now - 15 * dayMs, now - 13 * dayMs, now].forEach((at, index) => {
      entry(at, index + 1);
    });
  });

  test('a short day goes a day after it was told, whoever it was told to', () => {
    const told = (at: number) => JSON.stringify({ used: 900, allowed: 1_000, at, peak: 900 });
    stores.meta.set('day:gone', told(now - dayMs - 1));
    stores.meta.set('day:org#2', told(now - dayMs));
    stores.meta.set('days', told(now - 2 * dayMs));
    tidy(stores, 14, now);
    expect(['day:gone', 'day:org#2', 'days'].filter((name) => stores.meta.get(name) !== null)).toEqual([
      'day:org#2',
      'days',
    ]);
  });

  test('payloads go after their retention, the log after 90 days', () => {
    tidy(stores, 14, now);
    expect(payloads()).toEqual([
      [4, 'sealed'],
      [3, 'sealed'],
      [2, null],
    ]);
    expect(sql.exec('SELECT payload FROM activity WHERE payload IS NOT NULL')).toHaveLength(2);
  });

  test('a retention of zero keeps no payload of before', () => {
    tidy(stores, 0, now + 1);
    expect(payloads().every(([, sealed]) => sealed === null)).toBe(true);
  });

  test('a longer retention keeps log and payloads for as long', () => {
    tidy(stores, 365, now);
    expect(payloads()).toHaveLength(4);
  });

  test('a retention that is changed leaves no payload behind, and spares none that is younger', () => {
    const withPayload = () => payloads().flatMap(([task, sealed]) => (sealed === null ? [] : [task]));
    tidy(stores, 365, now);
    tidy(stores, 14, now);
    expect(withPayload()).toEqual([4, 3]);
    entry(now + 1, 5);
    tidy(stores, 5, now);
    expect(withPayload()).toEqual([5, 4]);
    tidy(stores, 14, now);
    expect(withPayload()).toEqual([5, 4]);
    tidy(stores, 14, now + 100 * dayMs);
    expect(withPayload()).toEqual([]);
    entry(now + 100 * dayMs, 6);
    tidy(stores, 14, now + 101 * dayMs);
    expect(withPayload()).toEqual([6]);
    tidy(stores, 14, now + 115 * dayMs);
    expect(withPayload()).toEqual([]);
  });

  test('steps that no task works on any more go after a day', () => {
    const old = now - 2 * dayMs;
    stores.tasks.add('orders:shop:books', 'A', null, old);
    stores.tasks.add('orders:shop:books', 'B', null, old);
    const [open, ended] = stores.tasks.list({}, 2).map(({ id }) => id);
    stores.tasks.end(ended ?? 0, 'skipped', null, old);
    stores.steps.intend('of an open task', open ?? 0, old);
    stores.steps.intend('abandoned', ended ?? 0, old);
    stores.steps.intend('abandoned just now', ended ?? 0, now);
    tidy(stores, 14, now);
    expect(sql.exec('SELECT name FROM steps ORDER BY name').map(({ name }) => name)).toEqual([
      'abandoned just now',
      'of an open task',
    ]);
  });

  test('is due at once, then every six hours', () => {
    expect(nextTidyAt(stores)).toBeLessThanOrEqual(now);
    tidy(stores, 14, now);
    expect(nextTidyAt(stores)).toBe(now + dayMs / 4);
  });

  test('ended tasks are kept for a day at least, so that versions stay known; open ones stay', () => {
    stores.tasks.add('orders:shop:books', 'A', 'v', now - 2 * dayMs);
    stores.tasks.add('orders:shop:books', 'B', 'v', now - 2 * dayMs);
    stores.tasks.add('orders:shop:books', 'C', 'v', now - 2 * dayMs);
    stores.tasks.end(1, 'done', null, now - 2 * dayMs);
    stores.tasks.end(2, 'done', null, now - dayMs / 2);
    tidy(stores, 0, now);
    expect(stores.tasks.list({}, 10).map(({ key }) => key)).toEqual(['C', 'B']);
  });

  test('deliveries are remembered for four days', () => {
    stores.hooks.take('old', now - 5 * dayMs);
    stores.hooks.take('new', now - 3 * dayMs);
    tidy(stores, 0, now);
    expect([stores.hooks.take('old', now), stores.hooks.take('new', now)]).toEqual([true, false]);
  });

  test('a person is erased from the log at once', () => {
    expect(stores.activity.erase('person')).toBe(4);
    expect(payloads()).toEqual([]);
  });
});

test('a record that was written to, and is set back before its list is read again, has changed', () => {
  const flow = 'customers:books:shop';
  const seen = { key: 'c1', digest: 'A', subject: 'c1' };
  stores.snapshots.put(flow, seen);
  stores.tasks.add(flow, 'c1', 'A', now);
  sql.exec("UPDATE tasks SET state = 'done'");
  expect(stores.snapshots.outdate(flow, 'unknown')).toBe(false);
  expect(stores.snapshots.outdate(flow, 'c1')).toBe(true);
  stores.tasks.forgetVersion(flow, 'c1');
  expect(stores.snapshots.digests(flow, ['c1']).get('c1')).not.toBe('A');
  stores.tasks.add(flow, 'c1', 'A', now);
  expect(sql.exec("SELECT key FROM tasks WHERE state = 'queued'")).toEqual([{ key: 'c1' }]);
});
