import { z } from 'zod';
import type { Api } from '../../contract/api.ts';
import { path } from '../../contract/path.ts';
import type { SkuPlace } from '../../contract/products.ts';
import { needed, text } from '../../wire/fields.ts';
import { type Scope, scoped } from '../scope.ts';
import { allRowsWith } from '../search.ts';
import { parentsOf } from './families.ts';
import { skuKey, skuWire } from './sku.ts';
import { isInvisible } from './wire.ts';

const rowWire = z.object({ id: needed(text), sku: skuWire, visibility: text });

/** Rows by the SKUs that were asked for, as the shop compares them. */
export async function rowsBySku(api: Api, skus: readonly string[], scope: Scope) {
  const wanted = new Map(skus.map((sku) => [skuKey(sku), sku.trim()]));
  wanted.delete('');
  const rows = await allRowsWith(
    api,
    {
      path: scoped(api, scope, path`/V1/products`),
      row: rowWire,
      field: 'sku',
      fields: 'id,sku,visibility',
    },
    wanted.values(),
  );
  return rows.filter(({ sku }) => wanted.has(skuKey(sku)));
}

/** Where SKUs stand. A child is a variant of its parent, if it is not sold by itself. */
export async function placesOf(api: Api, skus: readonly string[], scope: Scope): Promise<SkuPlace[]> {
  const rows = await rowsBySku(api, skus, scope);
  const parents = await parentsOf(
    api,
    rows.filter(isInvisible).map(({ id }) => id),
  );
  return rows.map((row) => {
    const { id, sku } = row;
    const parent = parents.get(id)?.[0];
    if (parent !== undefined) return { sku, id, productId: parent.id, variantId: id };
    return { sku, id, productId: id, variantId: null, ...(isInvisible(row) ? { isUntied: true } : {}) };
  });
}
