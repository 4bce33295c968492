import type { StockLevel } from '../../../records/stock-level.ts';
import type { Api } from '../../contract/api.ts';
import type { StockScope, StockSource } from '../../contract/stock.ts';
import { inventoryOf, sourceAt } from './inventory.ts';
import { levelAt, levelOfAll, shelfOf, shelvesOf } from './levels.ts';
import { olderLevel } from './older.ts';
import { rowsOf, stockChanges } from './snapshot.ts';
import { stockItem } from './stock-items.ts';

/** Its keys are SKUs, as the shop writes them. */
export const stockSource: StockSource = {
  changes: stockChanges,
  readSize: 100,
  readsLists: true,
  levels,
};

async function levels(
  api: Api,
  keys: readonly string[],
  { locations, listed }: StockScope,
): Promise<ReadonlyMap<string, readonly StockLevel[]>> {
  const inventory = await inventoryOf(api);
  if (inventory === null) return olderLevels(api, keys);
  const places = locations?.map((location) => sourceAt(inventory, location));
  const shelves = await shelvesOf(api, inventory, keys);
  if (listed !== undefined) {
    const all = [...shelves.values()];
    listed(
      await rowsOf(
        all.flatMap(({ items }) => items),
        all.flatMap(({ salable }) => salable ?? []),
      ),
    );
  }
  return new Map(
    keys.flatMap((key) => {
      const shelf = shelfOf(shelves, key);
      if (shelf === undefined) return [];
      const rows =
        places === undefined
          ? [levelOfAll(shelf, inventory)]
          : places.map((place) => levelAt(shelf, place, inventory));
      return [[key, rows.filter((row) => row !== null)]];
    }),
  );
}

/** One number for each product, and no places. */
async function olderLevels(api: Api, keys: readonly string[]): Promise<Map<string, StockLevel[]>> {
  const found = new Map<string, StockLevel[]>();
  for (const sku of keys) {
    const item = await stockItem(api, sku);
    if (item !== null) found.set(sku, [{ sku, ...olderLevel(item) }]);
  }
  return found;
}
