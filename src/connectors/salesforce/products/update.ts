import { z } from 'zod';
import type { Api } from '../../contract/api.ts';
import { path } from '../../contract/path.ts';
import type { ProductChanges, StandingProduct, WrittenProduct } from '../../contract/products.ts';
import type { JsonObject } from '../../contract/target.ts';
import { Attempts } from '../../wire/attempts.ts';
import { done, isFilledIn, type Part, urlOf, writeTogether } from '../composite.ts';
import { version } from '../queries.ts';
import { pictureAfter } from './pictures.ts';
import { priceParts } from './prices.ts';
import { fieldsToWire, valuesToWire } from './to-wire.ts';
import type { ReadProduct } from './wire.ts';

/** The product with its price in one call, unless a text of it would be filled in there; categories after that, each by itself. */
export async function updateProduct(
  api: Api,
  standing: StandingProduct,
  changes: ProductChanges,
): Promise<WrittenProduct> {
  const read = standing.raw as ReadProduct;
  const { id } = standing;
  const { fields, values, categories } = changes;
  const sku = fields.sku ?? read.product.sku ?? '';
  const attempts = new Attempts();
  const pictures = pictureAfter(read, changes.pictures, sku, attempts);
  const body: JsonObject = {
    ...fieldsToWire(fields, api.account),
    ...valuesToWire(values),
    ...pictures.body,
  };
  const isApart = isFilledIn(body);
  if (isApart) await api.patch(path`/services/data/${version}/sobjects/Product2/${id}`, body);
  const parts: Part[] = [
    ...(isApart || Object.keys(body).length === 0
      ? []
      : [{ method: 'PATCH' as const, url: urlOf(`sobjects/Product2/${id}`), referenceId: 'product', body }]),
    ...priceParts(api, read, fields.price),
  ];
  // A product has one entry of a price book and a currency: it may have been made meanwhile.
  const makes = parts.some(({ method }) => method === 'POST');
  if (parts.length > 0) done(await writeTogether(api, parts, { repeatable: !makes }), { keyed: makes });
  const isAdded = await addTo(api, id, categories.add, attempts);
  const isTaken = await takeFrom(api, read, categories.remove, attempts);
  return {
    id,
    variants: new Map(),
    pictures: pictures.sent,
    undone: { product: new Set(isAdded && isTaken ? [] : (['categories'] as const)), variants: new Set() },
    problems: attempts.problems,
  };
}

/** Whether it is in all of them. */
export async function addTo(
  api: Api,
  id: string,
  categories: readonly string[],
  attempts: Attempts,
): Promise<boolean> {
  let isDone = true;
  for (const category of categories) {
    const body = { ProductId: id, ProductCategoryId: category };
    const at = path`/services/data/${version}/sobjects/ProductCategoryProduct`;
    isDone = (await attempts.did(() => api.create(at, body, z.unknown()))) && isDone;
  }
  return isDone;
}

async function takeFrom(
  api: Api,
  { places }: ReadProduct,
  categories: readonly string[],
  attempts: Attempts,
): Promise<boolean> {
  let isDone = true;
  for (const { Id } of (places ?? []).filter(({ ProductCategoryId }) =>
    categories.includes(ProductCategoryId),
  )) {
    const at = path`/services/data/${version}/sobjects/ProductCategoryProduct/${Id}`;
    isDone = (await attempts.did(() => api.delete(at))) && isDone;
  }
  return isDone;
}
