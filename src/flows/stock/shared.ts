import { skuKeyOf } from '../sku-key.ts';
import { levelKeyOf } from './level-key.ts';
import type { Context, Item } from './work.ts';

/**
 * SKUs that a further product of the source has, which may be in no batch now, with the keys of all. Only what is in doubt is searched
 * for: what another key was known to have, and what was set aside before.
 */
export async function sharedElsewhere(
  context: Context,
  items: readonly Item[],
): Promise<ReadonlyMap<Item, readonly string[]>> {
  const { api, connector } = context.source;
  const products = connector.products?.source;
  // A key that is the SKU itself is the only one.
  const open = items.filter(({ key, sku }) => key.key !== sku);
  if (products === undefined || open.length === 0) return new Map();
  const news = open.filter(({ known }) => known === null).map(({ sku }) => sku);
  const owners = news.length === 0 ? new Map<string, string>() : await context.levelOwners(news);
  const doubtful = open.filter(({ key, sku, known }) =>
    known === null
      ? (owners.get(sku) ?? key.key) !== key.key
      : known.state === 'refused' && known.quantity === null,
  );
  if (doubtful.length === 0) return new Map();
  const found = await products.find(api, [...new Set(doubtful.map(({ sku }) => sku))]);
  const skuKey = skuKeyOf(context.target.connector);
  return new Map(
    doubtful.flatMap((item) => {
      const places = (found.get(item.sku) ?? []).filter(({ sku }) => skuKey(sku) === skuKey(item.sku));
      const others = places.map(levelKeyOf).filter((key) => key !== item.key.key);
      return others.length === 0 ? [] : [[item, [item.key.key, ...others]]];
    }),
  );
}
