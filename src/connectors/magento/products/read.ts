/** Products with all that a record is made of, in as few calls as the shop allows. */

import { rejected } from '../../../records/problem.ts';
import type { Api } from '../../contract/api.ts';
import { path } from '../../contract/path.ts';
import { list } from '../../wire/fields.ts';
import { isObject } from '../../wire/objects.ts';
import { type Scope, scoped } from '../scope.ts';
import { allRowsWith } from '../search.ts';
import { fitsPath } from './sku.ts';
import { entryWire, isConfigurable, type ProductWire, productWire } from './wire.ts';

/** A product, and its children where it has some. */
export interface WholeProduct {
  readonly wire: ProductWire;
  readonly children: readonly ProductWire[];
}

/** Whole products by id. What is gone, or not sold on the view's website, is left out. */
export async function wholeProducts(
  api: Api,
  ids: readonly string[],
  scope: Scope,
): Promise<Map<string, WholeProduct>> {
  const found: ProductWire[] = [];
  for (const wire of await productsWith(api, 'entity_id', ids, scope)) {
    found.push(await completed(api, wire, scope));
  }
  const childIds = new Set(found.flatMap(linksOf));
  const children = new Map<string, ProductWire>();
  for (const child of await productsWith(api, 'entity_id', childIds, scope)) {
    children.set(child.id, await withPictures(api, child, scope));
  }
  return new Map(
    found.map((wire) => {
      const own = linksOf(wire).map((id) => children.get(id));
      return [wire.id, { wire, children: own.filter((child) => child !== undefined) }];
    }),
  );
}

export async function productsWith(
  api: Api,
  field: 'entity_id' | 'sku',
  values: Iterable<string>,
  scope: Scope,
): Promise<ProductWire[]> {
  const products = scoped(api, scope, path`/V1/products`);
  return allRowsWith(api, { path: products, row: productWire, field }, values);
}

function linksOf({ extension_attributes: extension }: ProductWire): readonly string[] {
  return extension?.configurable_product_links ?? [];
}

/** A list of products may leave out what a configurable one consists of (sheet 10.1); the product by itself tells it. */
async function completed(api: Api, wire: ProductWire, scope: Scope): Promise<ProductWire> {
  const lacksParts =
    isConfigurable(wire) &&
    !(
      wire.extension_attributes?.configurable_product_links &&
      wire.extension_attributes.configurable_product_options
    );
  if (!lacksParts) return withPictures(api, wire, scope);
  const whole = await api.find(scoped(api, scope, path`/V1/products/${wire.sku}`), productWire);
  // The list has it, so it is not gone: its SKU does not get through to the shop.
  if (whole === null) throw rejected('not_found', { system: 'Magento 2', status: 404, fields: ['sku'] });
  return whole;
}

async function withPictures(api: Api, wire: ProductWire, scope: Scope): Promise<ProductWire> {
  if (wire.media_gallery_entries || !fitsPath(wire.sku)) return wire;
  const entries = await api.find(scoped(api, scope, path`/V1/products/${wire.sku}/media`), list(entryWire));
  return { ...wire, media_gallery_entries: entries };
}

/** Whether it is what an earlier reading of this run gave. */
export function isWhole(raw: unknown): raw is WholeProduct {
  return isObject(raw) && isObject(raw.wire) && Array.isArray(raw.children);
}
