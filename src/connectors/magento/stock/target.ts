import { z } from 'zod';
import type { StockLevel } from '../../../records/stock-level.ts';
import type { Api } from '../../contract/api.ts';
import { path } from '../../contract/path.ts';
import type { StockTarget } from '../../contract/stock.ts';
import { bySearch } from '../../contract/target.ts';
import { needed, text } from '../../wire/fields.ts';
import { rowsBySku } from '../products/find.ts';
import { skuKey, skuWire } from '../products/sku.ts';
import { everywhere } from '../scope.ts';
import { allRowsWith } from '../search.ts';
import { countsOf } from './counts.ts';
import { type Inventory, inventoryOf, sourceAt } from './inventory.ts';
import { lessened, shelfOf, shelvesOf } from './levels.ts';
import { olderLevel } from './older.ts';
import { writeLevels } from './set.ts';
import { stockItem } from './stock-items.ts';
import { asleepParents } from './wake.ts';

export const stockTarget: StockTarget = {
  // Where the shop takes fewer it says so, and then fewer are sent (sheet 12.2).
  batchSize: 100,
  negative: true,
  readsLists: true,
  counts: countsOf,

  skus: bySearch(async (api, skus) => {
    const ids = new Map((await rowsBySku(api, skus, 'all')).map(({ id, sku }) => [skuKey(sku), id]));
    return new Map(
      skus.flatMap((sku) => {
        const id = ids.get(skuKey(sku));
        return id === undefined ? [] : [[sku, [id]]];
      }),
    );
  }),

  async standing(api, ids, location) {
    const products = await productsOf(api, ids);
    const inventory = await inventoryOf(api);
    return inventory === null ? olderLevels(api, products) : levelsAt(api, inventory, products, location);
  },

  set: writeLevels,
  asleep: asleepParents,
};

const productWire = z.object({ id: needed(text), sku: skuWire, type_id: text });

type Product = z.infer<typeof productWire>;

async function productsOf(api: Api, ids: readonly string[]): Promise<Product[]> {
  const products = everywhere(api, path`/V1/products`);
  const search = { path: products, row: productWire, field: 'entity_id', fields: 'id,sku,type_id' };
  return allRowsWith(api, search, ids);
}

/** Products that consist of others have no stock of their own (sheet 12.2). */
const counted = ['simple', 'virtual', 'downloadable'];

function isCounted({ type_id: type = 'simple' }: Product): boolean {
  return counted.includes(type);
}

/** A product that is not in the source yet has none of it there. */
async function levelsAt(
  api: Api,
  inventory: Inventory,
  products: readonly Product[],
  location: string | null,
): Promise<Map<string, StockLevel>> {
  const place = sourceAt(inventory, location);
  const shelves = await shelvesOf(
    api,
    inventory,
    products.filter(isCounted).map(({ sku }) => sku),
  );
  return new Map(
    products.map((product) => {
      const { id, sku } = product;
      const shelf = shelfOf(shelves, sku);
      const row = shelf?.items.find(({ source_code: code }) => code === place);
      // What is marked as sold out is not for sale, whatever its quantity.
      const onHand = row?.status === '1' ? row.quantity : '0';
      const reserved = shelf?.reserved ?? '0';
      const managed = isCounted(product) && (shelf?.managed ?? true);
      const level = { sku, productId: id, managed, location: place };
      return [id, managed ? { ...level, onHand, reserved, available: lessened(onHand, reserved) } : level];
    }),
  );
}

async function olderLevels(api: Api, products: readonly Product[]): Promise<Map<string, StockLevel>> {
  const levels = new Map<string, StockLevel>();
  for (const product of products) {
    const { id, sku } = product;
    const isItemised = isCounted(product);
    const item = isItemised ? await stockItem(api, sku) : null;
    // Nothing could be written of it.
    if (isItemised && item === null) continue;
    const level = item === null ? { managed: false } : olderLevel(item);
    levels.set(id, { sku, productId: id, ...level });
  }
  return levels;
}
