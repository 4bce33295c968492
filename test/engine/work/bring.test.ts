/** A record that another flow has to carry first: an order's product. */
import { beforeEach, describe, expect, test } from 'vitest';
import { Recorder } from '../../../src/engine/http/recorder.ts';
import { freshCursor } from '../../../src/engine/storage/cursors.ts';
import { migrate } from '../../../src/engine/storage/migrations.ts';
import { Stores } from '../../../src/engine/storage/stores.ts';
import type { TaskRow } from '../../../src/engine/storage/task-row.ts';
import { bring } from '../../../src/engine/work/bring.ts';
import { storeOutcome } from '../../../src/engine/work/store-outcome.ts';
import { awaitedRecord, problem } from '../../../src/records/problem.ts';
import { reason } from '../../../src/records/reason.ts';
import { hourMs } from '../../support/durations.ts';
import { memorySql } from '../../support/memory-sql.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';

const [orders, products] = ['orders:shop:org', 'products:shop:org'];
const log = { info: () => undefined, error: () => undefined };
const done = { kind: 'done', targetId: 't', reason: reason('updated', {}) } as const;
const left = { kind: 'skipped', reason: reason('nothing_new', {}) } as const;

let stores: Stores;
let clock: VirtualClock;

beforeEach(() => {
  const sql = memorySql();
  migrate(sql);
  [stores, clock] = [new Stores(sql), new VirtualClock()];
  stores.cursors.put(products, freshCursor(clock.now()));
  stores.tasks.add(orders, '7', null, clock.now());
});

function open(flow: string, key: string): TaskRow {
  const task = stores.tasks.openOf(flow, key);
  if (task === null) throw new Error(`${key} has no open task`);
  return task;
}

function end(flow: string, key: string, result: Parameters<typeof storeOutcome>[2]): void {
  const task = open(flow, key);
  if (task.state !== 'running') stores.tasks.start(task.id);
  storeOutcome(task, { stores, clock, log }, result, new Recorder(), null);
}

/** An order that needs this product looks, and waits for it where it is under way. */
function look(key = 'P'): string {
  const { awaits } = open(orders, '7').problem ?? {};
  const isAwaited = awaits === awaitedRecord('products', key);
  const state = bring(stores, products, key, { now: clock.now(), isAwaited });
  const told = { system: 'S', skus: ['SKU'] };
  const more = { retryAt: clock.now() + hourMs, awaits: awaitedRecord('products', key) };
  end(
    orders,
    '7',
    state === 'under-way'
      ? problem('wait', 'product_under_way', told, more)
      : problem('retry', 'product_unknown', told),
  );
  return state;
}

/** In how many milliseconds the order is due. */
const dueIn = () => open(orders, '7').dueAt - clock.now();

describe('an order that waits for its product', () => {
  test('is not looked at while that is under way, and at once when it was carried', async () => {
    expect(look()).toBe('under-way');
    expect(dueIn()).toBe(hourMs);
    end(products, 'P', problem('retry', 'timed_out', { system: 'S' }));
    expect(dueIn()).toBe(hourMs);
    await clock.advance(60_000);
    end(products, 'P', done);
    expect(dueIn()).toBe(0);
  });

  test('is looked at at once when the product waits for a person', () => {
    look();
    end(products, 'P', problem('rejected', 'refused', { system: 'S', status: 400 }));
    expect(dueIn()).toBe(0);
    expect(look()).toBe('stuck');
  });

  test('is not woken by another product, nor by one of the same id between other places', () => {
    stores.tasks.add('products:shop:other', 'P', null, clock.now());
    stores.tasks.add(products, 'Q', null, clock.now());
    look();
    end('products:shop:other', 'P', done);
    end(products, 'Q', done);
    expect(dueIn()).toBe(hourMs);
  });

  test('does not sleep through a product that is carried while it looks', () => {
    stores.tasks.add(products, 'P', null, clock.now());
    stores.tasks.start(open(orders, '7').id);
    stores.tasks.start(open(products, 'P').id);
    const waiting = bring(stores, products, 'P', { now: clock.now(), isAwaited: false });
    expect(waiting).toBe('under-way');
    end(products, 'P', done);
    const more = { retryAt: clock.now() + hourMs, awaits: awaitedRecord('products', 'P') };
    end(orders, '7', problem('wait', 'product_under_way', { system: 'S', skus: ['SKU'] }, more));
    expect(dueIn()).toBeLessThanOrEqual(0);
  });

  test('has a product that waits among others asked for by its name', () => {
    for (const key of ['O', 'P', 'Q']) stores.tasks.add(products, key, 'v1', clock.now());
    const named = () =>
      stores.tasks.due.keys(products, clock.now(), {
        ...{ except: new Set<string>(), onlyQueued: false, limit: 9, named: true },
      });
    expect(named()).toEqual([]);
    expect(stores.tasks.due.atBut(products, { except: new Set(), named: true })).toBeNull();
    look();
    expect(named()).toEqual(['P']);
    expect(stores.tasks.due.atBut(products, { except: new Set(), named: true })).toBe(clock.now());
    expect(open(products, 'P').named).toBe(true);
    // What was seen of it stays known.
    end(products, 'P', done);
    stores.tasks.add(products, 'P', 'v1', clock.now());
    expect(stores.tasks.openOf(products, 'P')).toBeNull();
  });

  test('has a product go that waits for the calls of its own flow, and no other that waits', () => {
    stores.tasks.add(products, 'P', null, clock.now());
    stores.tasks.add(products, 'Q', null, clock.now());
    const later = { retryAt: clock.now() + hourMs };
    end(products, 'P', problem('wait', 'rate_limited', { system: 'S' }, later));
    end(products, 'Q', problem('retry', 'timed_out', { system: 'S' }, later));
    for (const key of ['P', 'Q']) look(key);
    expect(open(products, 'P').dueAt).toBe(clock.now());
    expect(open(products, 'Q').dueAt).toBe(clock.now() + hourMs);
  });

  test('does not ask for a product again that was left out', () => {
    look();
    end(products, 'P', left);
    expect(look()).toBe('stuck');
    expect(stores.tasks.openOf(products, 'P')).toBeNull();
  });
});
