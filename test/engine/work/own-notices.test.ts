/** What a flow has its own records looked at for, and what it knows of those that were noticed. */
import { beforeEach, describe, expect, test } from 'vitest';
import { freshCursor, never } from '../../../src/engine/storage/cursors.ts';
import { migrate } from '../../../src/engine/storage/migrations.ts';
import { Stores } from '../../../src/engine/storage/stores.ts';
import { lookAt, readUntil } from '../../../src/engine/work/own-notices.ts';
import { rejected } from '../../../src/records/problem.ts';
import { memorySql } from '../../support/memory-sql.ts';

const flow = 'orders:till:books';
const places = { from: 'till', to: 'books' };
const linked = ['receipt', 'order'] as const;
let stores: Stores;

beforeEach(() => {
  const sql = memorySql();
  migrate(sql);
  stores = new Stores(sql);
});

function task(key: string) {
  const open = stores.tasks.openOf(flow, key);
  if (open === null) throw new Error(`no task of ${key}`);
  return open;
}

function park(key: string): void {
  stores.tasks.end(task(key).id, 'parked', rejected('order_gone', { booked: 'no' }).toData(), 10);
}

describe('a record that is to be looked at', () => {
  test('gets a task, once', () => {
    lookAt(stores, flow, 'day', 10);
    lookAt(stores, flow, 'day', 20);
    expect(task('day')).toMatchObject({ state: 'queued', createdAt: 10, dueAt: 10 });
  });

  test('keeps the time that it waits for', () => {
    lookAt(stores, flow, 'day', 10);
    stores.tasks.wait(task('day').id, 5_000, rejected('order_gone', { booked: 'no' }).toData(), false, 10);
    lookAt(stores, flow, 'day', 20);
    expect(task('day')).toMatchObject({ state: 'waiting', dueAt: 5_000 });
  });

  test('is looked at once more where it is parked, or runs just now', () => {
    lookAt(stores, flow, 'day', 10);
    park('day');
    lookAt(stores, flow, 'day', 20);
    expect(task('day')).toMatchObject({ state: 'queued', dueAt: 20 });
    const { id } = task('day');
    stores.tasks.start(id);
    lookAt(stores, flow, 'day', 30);
    stores.tasks.end(id, 'done', null, 40);
    expect(task('day')).toMatchObject({ state: 'queued', dueAt: 40 });
  });
});

test('all is known up to the last window that was stored; of what is not polled, nothing', () => {
  expect(readUntil(stores, flow)).toBeNull();
  stores.cursors.put(flow, { ...freshCursor(500), since: 400 });
  expect(readUntil(stores, flow)).toBe(400);
  stores.cursors.put(flow, { ...freshCursor(500), nextAt: never });
  expect(readUntil(stores, flow)).toBeNull();
});

describe('records that nobody knows yet', () => {
  const known = { linked, unlessTo: { atWork: ['today', 'soon'], parked: ['soon'] }, except: 'day:' };
  const unread = (from: number, until: number) =>
    stores.openTasks.unread(flow, places, { from, until, ...known });

  test('are those of open tasks that were noticed within a time, those that work by themselves first', () => {
    for (const [key, at] of Object.entries({ early: 9, parked: 10, last: 20, late: 21 }))
      stores.tasks.add(flow, key, null, at);
    stores.tasks.add('orders:other:books', 'foreign', null, 15);
    stores.tasks.add(flow, 'ended', null, 15);
    stores.tasks.end(task('ended').id, 'skipped', null, 15);
    park('parked');
    expect(unread(10, 20)).toEqual([
      { key: 'last', isParked: false },
      { key: 'parked', isParked: true },
    ]);
  });

  test('are also those that somebody asked for since', () => {
    stores.tasks.add(flow, 'asked', '1', 500, 'period');
    stores.tasks.add(flow, 'before', '1', 5, 'name');
    expect(unread(10, 20).map(({ key }) => key)).toEqual(['asked']);
  });

  test('are not those that have a link of a kind that tells', () => {
    const link = { targetId: 'd', fingerprint: '', facts: {} };
    for (const key of ['in a day', 'booked', 'elsewhere', 'credited']) stores.tasks.add(flow, key, null, 15);
    stores.links.put('receipt', 'till', 'books', 'in a day', link, 15);
    stores.links.put('order', 'till', 'books', 'booked', link, 15);
    stores.links.put('order', 'shop', 'books', 'elsewhere', link, 15);
    stores.links.put('credit', 'till', 'books', 'credited', link, 15);
    expect(
      unread(10, 20)
        .map(({ key }) => key)
        .toSorted(),
    ).toEqual(['credited', 'elsewhere']);
  });

  test('are also those that have one to where it does not count, which may count only while they work', () => {
    for (const key of ['a', 'b', 'c', 'd']) stores.tasks.add(flow, key, null, 15);
    const linkTo = (targetId: string) => ({ targetId, fingerprint: '', facts: {} });
    stores.links.put('receipt', 'till', 'books', 'a', linkTo('today'), 15);
    stores.links.put('receipt', 'till', 'books', 'b', linkTo('today'), 15);
    stores.links.put('receipt', 'till', 'books', 'c', linkTo('soon'), 15);
    stores.links.put('receipt', 'till', 'books', 'd', linkTo('yesterday'), 15);
    for (const key of ['b', 'c']) park(key);
    expect(unread(10, 20)).toEqual([
      { key: 'a', isParked: false },
      { key: 'c', isParked: true },
    ]);
  });

  test('are none of the flow’s own, however many of these there are', () => {
    for (let till = 0; till < 120; till++) {
      stores.tasks.add(flow, `day:2026-03-02:${till}`, null, 15);
      if (till % 2 === 0) park(`day:2026-03-02:${till}`);
    }
    for (const key of ['parked', 'working']) stores.tasks.add(flow, key, null, 15);
    park('parked');
    expect(unread(10, 20)).toEqual([
      { key: 'working', isParked: false },
      { key: 'parked', isParked: true },
    ]);
  });
});
