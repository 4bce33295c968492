import { z } from 'zod';
import type { Product } from '../../../records/product.ts';
import type { Api } from '../../contract/api.ts';
import { path } from '../../contract/path.ts';
import type { ProductSource, SkuPlace } from '../../contract/products.ts';
import { byTime, type ChangePage, type ChangeWindow } from '../../contract/source.ts';
import { freshMs } from '../../wire/changes.ts';
import { countedId } from '../../wire/counted-id.ts';
import { needed, text } from '../../wire/fields.ts';
import { readToken } from '../../wire/pages.ts';
import { changePage } from '../change-pages.ts';
import { parentsOf } from './families.ts';
import { placesOf } from './find.ts';
import { wholeProducts } from './read.ts';
import { firstOfSales, salesPage, saleToken } from './sale-days.ts';
import { recordsOf } from './to-record.ts';
import { isInvisible } from './wire.ts';

const rowWire = z
  .object({ id: needed(text), updated_at: needed(text) })
  .transform(({ id, updated_at: updatedAt }) => ({ id, updatedAt, version: updatedAt }));

export const productSource: ProductSource = {
  changes: byTime(productChanges),

  async get(api, key) {
    return (await productsOf(api, [key])).get(key) ?? null;
  },

  getMany: productsOf,

  async find(api, skus) {
    const places = await placesOf(api, skus, 'view');
    const exact = (sku: string) => places.filter((place) => place.sku === sku);
    return new Map(
      skus
        .map((sku) => [sku, exact(sku)] as const)
        .filter(([, found]: readonly [string, SkuPlace[]]) => found.length > 0),
    );
  },
};

/** A change of a child is one of its parent, and tells nothing of how the parent was before. */
async function productChanges(api: Api, window: ChangeWindow): Promise<ChangePage> {
  const page = await changedOrOnSale(api, window);
  const parents = await parentsOf(
    api,
    page.changes.map(({ key }) => key),
  );
  const changes = page.changes.flatMap((change) => {
    const own = parents.get(change.key);
    return own === undefined ? [change] : own.map(({ id: key }) => ({ flow: change.flow, key }));
  });
  return { ...page, changes };
}

/** What was changed in the window, and then what costs something else since a day that began in it. */
async function changedOrOnSale(api: Api, window: ChangeWindow): Promise<ChangePage> {
  const sales =
    window.page === null ? null : (saleToken.safeParse(readToken(window.page, z.unknown())).data ?? null);
  if (sales !== null) return salesPage(api, window, sales);
  const page = await changePage(api, window, {
    flow: 'products',
    path: path`/V1/products`,
    row: rowWire,
    fields: 'id,updated_at',
    freshMs: freshMs.timeAlone,
    where: [],
  });
  return { ...page, next: page.next ?? firstOfSales(api, window) };
}

/** By id. What is sold only as a part of another is no product of its own. */
async function productsOf(api: Api, keys: readonly string[]): Promise<Map<string, Product>> {
  const ids = keys.filter((key) => countedId(key) !== '');
  const wholes = await wholeProducts(api, ids, 'view');
  const hidden = [...wholes.values()].filter(({ wire }) => isInvisible(wire)).map(({ wire }) => wire.id);
  for (const child of (await parentsOf(api, hidden)).keys()) wholes.delete(child);
  const records = await recordsOf(api, [...wholes.values()], 'view');
  return new Map(records.map((record) => [record.id, record]));
}
