import { z } from 'zod';
import type { Api } from '../../contract/api.ts';
import type { SkuPlace } from '../../contract/products.ts';
import { bySearch } from '../../contract/target.ts';
import { needed, skuWire, text } from '../../wire/fields.ts';
import { orgOf } from '../org.ts';
import { pieces, readRows } from '../queries.ts';
import { Field, fields, soql } from '../soql.ts';

/** All that have one of these SKUs: a product, whose variants are products themselves. Salesforce compares without case. */
export async function findPlaces(api: Api, skus: readonly string[]): Promise<Map<string, SkuPlace[]>> {
  const { skuField } = orgOf(api.account);
  const row = z.object({ Id: needed(text), [skuField]: skuWire });
  const wanted = [...new Set(skus)].filter((sku) => sku.trim() !== '');
  const found = new Map<string, SkuPlace[]>();
  for (const some of pieces(wanted)) {
    const q = soql`SELECT ${fields('Id', skuField)} FROM Product2 WHERE ${new Field(skuField)} IN ${some} ORDER BY CreatedDate, Id`;
    for (const each of await readRows(api, q, row)) {
      const [id, sku] = [String(each.Id), String(each[skuField] ?? '')];
      if (!some.includes(sku)) continue;
      found.set(sku, [...(found.get(sku) ?? []), { sku, id, productId: id, variantId: null }]);
    }
  }
  return found;
}

export const articles = bySearch(async (api, skus) => {
  const places = await findPlaces(api, skus);
  return new Map([...places].map(([sku, all]) => [sku, all.map(({ id }) => id)]));
});
