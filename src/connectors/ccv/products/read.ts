import type { z } from 'zod';
import type { Api, Query } from '../../contract/api.ts';
import { path } from '../../contract/path.ts';
import { countedId } from '../../wire/counted-id.ts';
import { find } from '../calls.ts';
import { allOf, type List } from '../lists.ts';
import { combinationWire, type ProductWire, photoWire, productWire } from './wire.ts';

/** What comes along with a product (sheet 3.3). */
const expand = 'attributecombinations,productphotos,producttocategories,producttopropertygroups';

/** `more`: a part of what comes along. */
export function productList<Row>(row: z.ZodType<Row>, query: Query = {}): List<Row> {
  return { path: path`/products/`, row, query: { orderby: 'id', expand, ...query } };
}

/** Null where it is gone: trashed products are not told of (sheet 5). */
export async function readProduct(api: Api, id: string): Promise<ProductWire | null> {
  const wire = await readAs(api, id, productWire);
  return wire && whole(api, wire);
}

export function readAs<T>(api: Api, id: string, schema: z.ZodType<T>): Promise<T | null> {
  return find(api, path`/products/${countedId(id)}/`, schema, { expand });
}

/** Where combinations and photos did not come along they are asked for. */
export async function whole(api: Api, wire: ProductWire): Promise<ProductWire> {
  const attributecombinations = wire.attributecombinations ?? (await combinationsOf(api, wire.id));
  const productphotos = wire.productphotos ?? (await photosOf(api, wire.id));
  return { ...wire, attributecombinations, productphotos };
}

/** `expand`: their own photos come along only where they are asked for here. */
export function combinationsOf(api: Api, id: string, expand?: 'attributecombinationphotos') {
  const query = expand === undefined ? {} : { expand };
  return allOf(api, {
    path: path`/products/${id}/attributecombinations/`,
    row: combinationWire,
    query,
    isWhole: true,
  });
}

export function photosOf(api: Api, id: string) {
  return allOf(api, { path: path`/products/${id}/productphotos/`, row: photoWire, isWhole: true });
}

/** One after the other, so that the limit is not used up at once: nothing asks for several by their ids. */
export async function readProducts(api: Api, ids: readonly string[]): Promise<Map<string, ProductWire>> {
  const found = new Map<string, ProductWire>();
  for (const id of new Set(ids)) {
    const product = await readProduct(api, id);
    if (product !== null) found.set(id, product);
  }
  return found;
}
