import { z } from 'zod';
import { rejected } from '../../../records/problem.ts';
import type { Api } from '../../contract/api.ts';
import { path } from '../../contract/path.ts';
import type { ProductChanges, StandingProduct, WrittenProduct } from '../../contract/products.ts';
import type { JsonObject } from '../../contract/target.ts';
import { Attempts } from '../../wire/attempts.ts';
import { done, type Part, urlOf, writeTogether } from '../composite.ts';
import { version } from '../queries.ts';
import { pictureId } from './picture-id.ts';
import { fieldsToWire, fitsAddress, valuesToWire } from './to-wire.ts';
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
  const pictures = pictureAfter(changes, sku, attempts);
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

/** There is room for one: whatever else is to be shown is told. */
function pictureAfter(
  { pictures: { add, replace, remove } }: ProductChanges,
  sku: string,
  attempts: Attempts,
) {
  const wanted = [...replace.values(), ...add.toSorted((a, b) => a.position - b.position)];
  const fits = wanted.find(fitsAddress);
  for (const draft of wanted)
    if (draft !== fits)
      attempts.note(rejected('picture_refused', { field: `images.${draft.position}`, sku }));
  if (fits !== undefined)
    return { body: { DisplayUrl: fits.url }, sent: new Map([[fits.version, pictureId]]) };
  return { body: remove.length > 0 ? { DisplayUrl: null } : {}, sent: new Map<string, string>() };
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
