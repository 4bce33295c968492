import { z } from 'zod';
import type { Api } from '../../contract/api.ts';
import type { SkuPlace } from '../../contract/products.ts';
import { bySearch } from '../../contract/target.ts';
import { needed, skuWire, text } from '../../wire/fields.ts';
import { orgOf } from '../org.ts';
import { pieces, readRows } from '../queries.ts';
import { Field, fields, soql } from '../soql.ts';

/**
 * All that have one of these SKUs, by `skuKey`: a product, whose variants are products themselves. Salesforce compares without case, and keeps no
 * blanks around a text.
 */
export async function findPlaces(api: Api, skus: readonly string[]): Promise<Map<string, SkuPlace[]>> {
  const { skuField } = orgOf(api.account);
  const row = z.object({ Id: needed(text), [skuField]: skuWire });
  const wanted = [...new Set(skus.map(skuKey))].filter((sku) => sku !== '');
  const found = new Map<string, SkuPlace[]>();
  for (const some of pieces(wanted)) {
    const q = soql`SELECT ${fields('Id', skuField)} FROM Product2 WHERE ${new Field(skuField)} IN ${some} ORDER BY CreatedDate, Id`;
    for (const each of await readRows(api, q, row)) {
      const [id, sku] = [String(each.Id), String(each[skuField] ?? '')];
      const key = skuKey(sku);
      if (!some.includes(key)) continue;
      found.set(key, [...(found.get(key) ?? []), { sku, id, productId: id, variantId: null }]);
    }
  }
  return found;
}

/** What tells two SKUs apart there. */
export function skuKey(sku: string): string {
  return sku.trim();
}

export const articles = bySearch(async (api, skus) => {
  const places = await findPlaces(api, skus);
  return new Map(
    skus.flatMap((sku) => {
      const all = places.get(skuKey(sku)) ?? [];
      return all.length === 0 ? [] : [[sku, all.map(({ id }) => id)] as const];
    }),
  );
});
