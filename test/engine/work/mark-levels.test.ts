/** A SKU that an order names is that of a level as the target compares the two. */
import { expect, test } from 'vitest';
import { ecwid } from '../../../src/connectors/ecwid/index.ts';
import { freshCursor } from '../../../src/engine/storage/cursors.ts';
import { migrate } from '../../../src/engine/storage/migrations.ts';
import { Stores } from '../../../src/engine/storage/stores.ts';
import { markLevels, markSold } from '../../../src/engine/work/mark-levels.ts';
import { memorySql } from '../../support/memory-sql.ts';

const flow = 'stock:shop:other';
const now = 1_000;
let stores: Stores;

/** The batch that has its levels on the way is of another key. */
let batch: number;

function between(target: 'ecwid' | 'magento'): void {
  const sql = memorySql();
  migrate(sql);
  stores = new Stores(sql);
  for (const [place, connector] of Object.entries({ shop: 'ecwid', other: target })) {
    stores.accounts.put({ place, connection: place, connector, identity: place, accepted: now });
  }
  stores.cursors.put(flow, freshCursor(now));
  const rows = Object.entries({ 'AB-1': 'p1', ' Één-2 ': 'p2', '0017': 'p3', '17': 'p4' });
  for (const [sku, key] of rows) {
    stores.levels.put(flow, key, { sku, targetId: '1', quantity: '5', state: 'written' }, now);
  }
  batch = stores.batches.make(flow, ['p9'], now);
}

const marked = () => ['p1', 'p2', 'p3', 'p4'].filter((key) => stores.dirty.get(flow, key) !== null);
const noticed = () => stores.batches.get(batch)?.noticed;

test.each(['other', 'shop'])('in a target without case and outer blanks, of an order of %s', (place) => {
  between('magento');
  markLevels(stores, [place], ['ab-1 ', 'ÉÉN-2', '17', 'new'], now);
  expect(marked()).toEqual(['p1', 'p2', 'p4']);
  expect(noticed()).toEqual(['new']);
});

test('what was sold where levels come from in lists is looked at twice, and not raised before the second', () => {
  between('magento');
  const { dirty } = stores;
  const isBehind = (at: number) => dirty.isSourceBehind(flow, 'p1', at);
  markSold(stores, { id: 1, flow: 'orders:other:shop' }, ['AB-1'], now);
  const delayMs = ecwid.searchDelayMs;
  expect([isBehind(now), isBehind(now + delayMs - 1)]).toEqual([true, true]);
  dirty.done(flow, [{ key: 'p1', revision: dirty.get(flow, 'p1')?.revision ?? 0 }], now);
  expect(dirty.get(flow, 'p1')?.dueAt).toBe(now + delayMs);
  expect(isBehind(now + delayMs)).toBe(false);
  dirty.done(flow, [{ key: 'p1', revision: dirty.get(flow, 'p1')?.revision ?? 0 }], now + delayMs);
  expect(marked()).toEqual([]);
});

test('what was sold where levels only go to is looked at once', () => {
  between('magento');
  const { dirty } = stores;
  markSold(stores, { id: 1, flow: 'orders:shop:other' }, ['AB-1'], now);
  expect(dirty.isSourceBehind(flow, 'p1', now)).toBe(false);
  dirty.done(flow, [{ key: 'p1', revision: dirty.get(flow, 'p1')?.revision ?? 0 }], now);
  expect(marked()).toEqual([]);
});

test('in one that tells all of them apart', () => {
  between('ecwid');
  markLevels(stores, ['other'], ['ab-1 ', 'ÉÉN-2', '17', 'AB-1'], now);
  expect(marked()).toEqual(['p1', 'p4']);
  expect(noticed()).toEqual(['ab-1 ', 'ÉÉN-2']);
});
