import { z } from 'zod';
import type { Api } from '../../contract/api.ts';
import { path } from '../../contract/path.ts';
import type { ProductChanges, StandingProduct, WrittenProduct } from '../../contract/products.ts';
import type { JsonObject } from '../../contract/target.ts';
import { Attempts } from '../../wire/attempts.ts';
import { done, type Part, urlOf, writeTogether } from '../composite.ts';
import { version } from '../queries.ts';
import { sentPicture } from './pictures.ts';
import { fieldsToWire, valuesToWire } from './to-wire.ts';
import { entryIn, entryToWire, type ReadProduct } from './wire.ts';

/** The product with its price in one call; categories after that, each by itself. */
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
  const pictures = pictureAfter(read, changes, sku, attempts);
  const body: JsonObject = {
    ...fieldsToWire(fields, api.account),
    ...valuesToWire(values),
    ...pictures.body,
  };
  const parts: Part[] = [
    ...(Object.keys(body).length === 0
      ? []
      : [{ method: 'PATCH' as const, url: urlOf(`sobjects/Product2/${id}`), referenceId: 'product', body }]),
    ...priceParts(api, read, fields.price),
  ];
  if (parts.length > 0)
    done(await writeTogether(api, parts, { repeatable: parts.every(({ method }) => method === 'PATCH') }));
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

/** An entry that is off is switched on with its price; the standard one comes first (sheet 5.5). */
function priceParts(api: Api, { product, entries }: ReadProduct, price: string | undefined): Part[] {
  const { account } = api;
  const { pricebook, standardPricebook } = account.traits;
  if (price === undefined || pricebook === undefined) return [];
  const books = [...new Set([standardPricebook, pricebook])].filter((book) => book !== undefined);
  return books.flatMap((book, index): Part[] => {
    const entry = entryIn(entries, product.Id, book);
    const referenceId = `entry${index}`;
    if (entry === undefined) {
      const body = { Product2Id: product.Id, ...entryToWire(book, price, account.currency, account) };
      return [{ method: 'POST', url: urlOf('sobjects/PricebookEntry'), referenceId, body }];
    }
    if (book !== pricebook) return [];
    const body = { UnitPrice: Number(price), IsActive: true };
    return [{ method: 'PATCH', url: urlOf(`sobjects/PricebookEntry/${entry.Id}`), referenceId, body }];
  });
}

/** What takes the place of another comes before what is added to it; the merchant's own stays. */
function pictureAfter(
  { product }: ReadProduct,
  { pictures: { add, replace, remove } }: ProductChanges,
  sku: string,
  attempts: Attempts,
) {
  const hasRoom = product.DisplayUrl === undefined || remove.length > 0;
  const wanted = replace.size > 0 ? [...replace.values()] : hasRoom ? add : [];
  const { shown, sent } = sentPicture(wanted, sku, attempts);
  for (const { version } of add) if (!wanted.some((each) => each.version === version)) sent.set(version, '');
  if (shown !== undefined) return { body: { DisplayUrl: shown.url }, sent };
  return { body: remove.length > 0 ? { DisplayUrl: null } : {}, sent };
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
