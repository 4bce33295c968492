import { beforeEach, expect, test } from 'vitest';
import { dayFigures } from '../../../src/engine/reporting/day-figures.ts';
import { migrate } from '../../../src/engine/storage/migrations.ts';
import { parkedGroups } from '../../../src/engine/storage/parked-groups.ts';
import { openStates, ordersApart } from '../../../src/engine/storage/register-apart.ts';
import type { Row, Sql, SqlValue } from '../../../src/engine/storage/sql.ts';
import { Stores } from '../../../src/engine/storage/stores.ts';
import { memorySql } from '../../support/memory-sql.ts';

/** How SQLite goes about each statement. */
let plans: string[];
let stores: Stores;

beforeEach(() => {
  const sql = memorySql();
  migrate(sql);
  plans = [];
  stores = new Stores(explaining(sql));
});

function explaining(sql: Sql): Sql {
  return {
    exec: <R extends Row>(query: string, ...bindings: SqlValue[]) => {
      const steps = sql.exec(`EXPLAIN QUERY PLAN ${query}`, ...bindings).map(({ detail }) => String(detail));
      plans.push(...steps);
      return sql.exec<R>(query, ...bindings);
    },
    transaction: (work) => sql.transaction(work),
  };
}

/** Ended tasks are kept for weeks, the log for months: what reads all of them grows with every order. */
function wholeTables(): string[] {
  return plans.filter((step) => /^SCAN (tasks|activity)\b/.test(step) && !/USING .*INDEX tasks_/.test(step));
}

test('starting, accepting and running read no ended task', () => {
  stores.tasks.recover(1);
  stores.tasks.add('orders:shop:books', 'A', 'v1', 1);
  stores.tasks.add('orders:shop:books', 'B', null, 1);
  const task = stores.tasks.due.next(2, ['orders:shop:books']);
  stores.tasks.due.at(['orders:shop:books']);
  stores.openTasks.flows();
  stores.openTasks.of('orders:shop:books', 'ready');
  stores.tasks.start(task?.id ?? 0);
  stores.tasks.recover(3);
  stores.tasks.end(task?.id ?? 0, 'done', null, 3);
  stores.openTasks.byState();
  stores.openTasks.parkedByCode();
  stores.openTasks.has('orders:shop:books', 'refused');
  expect(plans.length).toBeGreaterThan(10);
  expect(wholeTables()).toEqual([]);
});

test('what is asked for by its name is found without reading what else waits', () => {
  stores.tasks.due.keys('products:shop:org', 1, {
    except: new Set(),
    onlyQueued: false,
    limit: 9,
    named: true,
  });
  stores.tasks.due.atBut('products:shop:org', { except: new Set(), named: true });
  expect(plans.filter((step) => /INDEX tasks_named/.test(step)).length).toBeGreaterThan(1);
  expect(wholeTables()).toEqual([]);
});

test('tidying reads of the log only what it deletes', () => {
  stores.activity.deletePayloadsBefore(1);
  stores.activity.deleteBefore(1);
  expect(plans.length).toBeGreaterThan(3);
  expect(wholeTables()).toEqual([]);
});

test('what people look at is found without reading all tasks, or all of the log', () => {
  const problem = { kind: 'rejected', code: 'refused', params: { field: 'city' } } as const;
  stores.tasks.add('orders:shop:books', 'A', null, 1);
  const [{ id } = { id: 0 }] = stores.tasks.list({}, 1);
  stores.tasks.start(id);
  stores.tasks.end(id, 'parked', problem, 2);
  plans.length = 0;
  stores.tasks.list({ state: 'parked' }, 50);
  stores.tasks.list({ state: 'waiting', flows: ['orders:shop:books'] }, 50);
  stores.tasks.list({ leftOut: true }, 50);
  stores.activity.list({ task: id }, 20);
  expect(parkedGroups(stores.sql)).toHaveLength(1);
  stores.openTasks.parkedByCode();
  stores.tasks.retryParked(3);
  expect(plans.length).toBeGreaterThan(8);
  expect(wholeTables()).toEqual([]);
});

test('the tries of one record are read by its key, and no other entry of the log', () => {
  stores.numbers.note('orders:shop:books', 'A', 'NO-1');
  plans.length = 0;
  stores.activity.list({ flows: ['orders:shop:books'], key: 'A' }, 100);
  stores.activity.list({ flows: ['orders:shop:books'], key: 'A', before: 9 }, 100);
  stores.activity.list({ key: 'A' }, 100);
  stores.activity.list({ number: 'NO-1' }, 100);
  const steps = plans.filter((step) => /activity/.test(step));
  expect(steps.length).toBe(4);
  for (const step of steps) expect(step).toMatch(/^SEARCH activity USING INDEX activity_by_key \(key=\?/);
});

test('the figures of a day are read of the log of that day, and of the orders that it names', () => {
  dayFigures(stores, 1, 2);
  const steps = plans.filter((step) => /^S\w+ (register|activity)\b/.test(step));
  expect(steps).toContain('SEARCH activity USING INTEGER PRIMARY KEY (rowid>?)');
  expect(steps).toContain('SEARCH register USING PRIMARY KEY (flow=? AND key=?)');
  // The first and the last entry are asked for as such.
  expect(steps.filter((step) => !/rowid>\?|flow=\? AND key=\?|^SEARCH activity$/.test(step))).toEqual([]);
});

test('what goes before a backfill reads no more than the first that waits of it', () => {
  stores.tasks.add('orders:shop:books', 'OLD', 'v1', 1, 'period');
  plans.length = 0;
  stores.tasks.add('orders:shop:books', 'NEW', null, 2);
  expect(plans.filter((step) => /tasks_of_backfill/.test(step))).toEqual([
    expect.stringMatching(/^SEARCH tasks USING (COVERING )?INDEX tasks_of_backfill \(flow=\?\)$/),
  ]);
  expect(plans.some((step) => /^SCAN|TEMP B-TREE/.test(step))).toBe(false);
});

test('a shop without a till has no receipts in days: no order is read to find that out', () => {
  expect(stores.register.list({ state: 'in_day' }, 50)).toEqual([]);
  expect(plans.length).toBeGreaterThan(0);
  expect(plans.filter((step) => /register/.test(step))).toEqual([]);
});

test('orders are listed, filtered and searched without reading all there ever were', () => {
  const { register, registerDays } = stores;
  const after = ['2026-03-02', 5, 'orders:shop:books', 'A'] as const;
  register.list({}, 50);
  register.list({ after, flows: ['orders:shop:books'], from: '2026-01-01' }, 50);
  for (const state of ['queued', 'waiting', 'parked', 'credited', 'skipped'] as const)
    register.list({ state, after }, 50);
  register.list({ search: { text: '61.24', amount: '61.24' } }, 50);
  register.get('orders:shop:books', 'A');
  registerDays.between('2026-03-01', '2026-03-02');
  const month = { from: '2026-03-01', to: '2026-03-31', states: openStates };
  ordersApart(stores.sql, { ...month, after, flows: ['orders:shop:books'] }, 50);
  ordersApart(stores.sql, month, 50);
  expect(plans.length).toBeGreaterThan(20);
  expect(wholeTables()).toEqual([]);
  // By day, the newest first, it ends with the page.
  const scans = plans.filter((step) => /^SCAN (register|numbers)\b/.test(step));
  expect(scans.filter((step) => !step.includes('register_by_day'))).toEqual([]);
  // Orders that differ from their documents are found among such alone.
  expect(plans.filter((step) => step.includes('register_apart')).length).toBe(2);
});
