/** A configurable product has a stock status of its own, and may stay sold out when a child comes back (magento/inventory#3393). */
import { z } from 'zod';
import type { Api } from '../../contract/api.ts';
import { path } from '../../contract/path.ts';
import { flag, list, text } from '../../wire/fields.ts';
import { type Parent, parentsOf } from '../products/families.ts';
import { fitsPath, skuKey, skuWire } from '../products/sku.ts';
import { inventoryOf } from './inventory.ts';

const salableWire = z.object({ sku: skuWire, salable: flag.catch(undefined) });
const statusWire = z.object({ stock_status: text });

/** Indexes stay below ten, or the shop's order of a signature's parameters would be another than ours (sheet 2.2). */
const maxSkus = 10;

/** The SKU of a parent that cannot be bought, by the ids of children that can. */
export async function asleepParents(
  api: Api,
  childIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const parents = await parentsOf(api, childIds);
  const asleep = await notSalable(api, [...parents.values()].flat());
  return new Map(
    [...parents].flatMap(([child, own]) => {
      const parent = own.find(({ sku }) => asleep.has(skuKey(sku)));
      return parent === undefined ? [] : [[child, parent.sku]];
    }),
  );
}

async function notSalable(api: Api, parents: readonly Parent[]): Promise<ReadonlySet<string>> {
  const skus = [...new Set(parents.map(({ sku }) => sku))];
  const inventory = await inventoryOf(api);
  const asleep = new Set<string>();
  if (inventory === null) {
    for (const sku of skus.filter(fitsPath)) {
      const status = await api.find(path`/V1/stockStatuses/${sku}`, statusWire);
      if (status?.stock_status === '0') asleep.add(skuKey(sku));
    }
    return asleep;
  }
  for (let start = 0; start < skus.length; start += maxSkus) {
    const asked = skus.slice(start, start + maxSkus);
    const answer = await api.get(path`/V1/inventory/are-products-salable`, list(salableWire), {
      ...Object.fromEntries(asked.map((sku, index) => [`skus[${index}]`, sku])),
      stockId: inventory.stockId,
    });
    for (const { sku, salable } of answer) if (salable === false) asleep.add(skuKey(sku));
  }
  return asleep;
}
