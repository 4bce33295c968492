/** A SKU that an order names is that of a level as the target compares the two. */
import { expect, test } from 'vitest';
import { ecwid } from '../../../src/connectors/ecwid/index.ts';
import { freshCursor } from '../../../src/engine/storage/cursors.ts';
import { migrate } from '../../../src/engine/storage/migrations.ts';
import { Stores } from '../../../src/engine/storage/stores.ts';
import { markLevels, markSelling, markSold } from '../../../src/engine/work/mark-levels.ts';
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

const dirtyOf = (key: string) => stores.dirty.get(flow, key);
const sold = [
  { sku: 'ab-1 ', quantity: '2' },
  { sku: '0017', quantity: '1' },
];

test('what was sold where levels come from in lists is known with them until those tell it', () => {
  between('magento');
  markSold(stores, 'orders:other:shop', sold, now);
  const until = now + ecwid.searchDelayMs;
  expect(dirtyOf('p1')).toMatchObject({ sold: [{ sku: 'ab-1 ', quantity: '2', until }], lateUntil: null });
  expect(dirtyOf('p3')?.sold).toEqual([{ sku: '0017', quantity: '1', until }]);
  expect(marked()).toEqual(['p1', 'p3']);
});

test('what was sold where levels only go to is looked at, and nothing more', () => {
  between('magento');
  markSold(stores, 'orders:shop:other', sold, now);
  expect(dirtyOf('p1')).toMatchObject({ sold: [], ahead: 0 });
  expect(marked()).toEqual(['p1', 'p3']);
});

test('an order that is read is ahead of the lists of where it was placed, and of no others', () => {
  between('magento');
  markSelling(stores, { id: 1, flow: 'orders:shop:other' }, ['AB-1'], now);
  expect(dirtyOf('p1')).toMatchObject({ ahead: 1, sold: [] });
  between('magento');
  markSelling(stores, { id: 1, flow: 'orders:other:shop' }, ['AB-1'], now);
  expect(dirtyOf('p1')).toMatchObject({ ahead: 0, sold: [] });
});

test('in one that tells all of them apart', () => {
  between('ecwid');
  markLevels(stores, ['other'], ['ab-1 ', 'ÉÉN-2', '17', 'AB-1'], now);
  expect(marked()).toEqual(['p1', 'p4']);
  expect(noticed()).toEqual(['ab-1 ', 'ÉÉN-2']);
});
