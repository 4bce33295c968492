import type { Api } from '../../contract/api.ts';
import { path } from '../../contract/path.ts';
import type { ProductChanges, StandingProduct, WrittenProduct } from '../../contract/products.ts';
import type { JsonObject } from '../../contract/target.ts';
import { Attempts } from '../../wire/attempts.ts';
import { change } from '../change.ts';
import { attributesAfter, declared } from './attributes.ts';
import { sendPictures } from './send-pictures.ts';
import { type ReadProduct, readAgain, readStanding } from './standing.ts';
import { checkTax, taxToWire } from './taxes.ts';
import { fieldsToWire } from './to-wire.ts';
import { sendVariantPictures } from './variant-pictures.ts';
import { addVariants, changeVariants, optionsAfter } from './variations.ts';

/**
 * Changes what is named: first the product itself, then variations one by one, then pictures. Variations that are no longer
 * sold are left, as none can be switched off (sheet 8.5).
 */
export async function updateProduct(
  api: Api,
  standing: StandingProduct,
  changes: ProductChanges,
): Promise<WrittenProduct> {
  const attempts = new Attempts();
  const { id } = standing;
  const product = readStanding(standing);
  const sku = changes.fields.sku ?? product.wire.sku ?? '';
  await checkTax(api, changes.fields.vatClass, sku);
  const body = await bodyOf(api, product, changes, sku, attempts);
  // Sent options must not make the variations anew (sheet 4.4).
  const query = body.options === undefined ? {} : { rebuildVariationsOnOptionsUpdate: false };
  if (Object.keys(body).length > 0) await change(api, path`/products/${id}`, body, query);

  const { add, change: changed } = changes.variants;
  await changeVariants(api, product, changed, attempts);
  const variants = await addVariants(api, product, add, attempts);
  const sent = await sendPictures(api, product, sku, changes.pictures, attempts);
  const ids = new Map([...variants, ...[...changed.keys()].map((each) => [each, each] as const)]);
  const drafts = [
    ...add,
    ...[...changed].map(([sourceId, { image }]) => ({ sourceId, ...(image && { image }) })),
  ];
  const pictures = [...changes.pictures.add, ...changes.pictures.replace.values()];
  await sendVariantPictures(api, id, sku, { drafts, ids, pictures }, attempts);
  await clearListPrices(api, id, changes, attempts);
  return { id, variants, pictures: new Map(), ...sent, problems: attempts.problems };
}

/** Lists are whole lists: each is made of what was read in this run, and sent only where it changes. */
async function bodyOf(
  api: Api,
  product: ReadProduct,
  changes: ProductChanges,
  sku: string,
  attempts: Attempts,
): Promise<JsonObject> {
  const { fields, values, createValues } = changes;
  const { raw } = product;
  const productClassId = values.productClassId ?? raw.productClassId;
  const wanted = { attributes: changes.attributes, createValues, productClassId, sku };
  const attributes = attributesAfter(raw.attributes, {
    gtin: fields.gtin,
    brand: fields.brand,
    attributes: await declared(api, wanted, attempts),
  });
  const categoryIds = categoriesAfter(product, changes.categories);
  const options = optionsAfter(product, changes.variants.change);
  return {
    ...fieldsToWire(fields, api.account),
    ...(fields.vatClass === undefined ? {} : { tax: taxToWire(fields.vatClass, raw) }),
    ...(attributes === undefined ? {} : { attributes }),
    ...(categoryIds === undefined ? {} : { categoryIds }),
    ...(options === undefined ? {} : { options }),
    ...values,
  };
}

function categoriesAfter(
  { wire }: ReadProduct,
  { add, remove }: ProductChanges['categories'],
): number[] | undefined {
  const before = wire.categoryIds.filter((id) => id !== undefined);
  const after = [...new Set([...before, ...add])].filter((id) => !remove.includes(id));
  const isSame = after.length === before.length && after.every((id) => before.includes(id));
  return isSame ? undefined : after.map(Number);
}

/**
 * What takes a list price away is not documented: null is sent, and where it stands there still, 0, which says the same
 * (prices.ts).
 */
async function clearListPrices(
  api: Api,
  id: string,
  { fields, variants }: ProductChanges,
  attempts: Attempts,
): Promise<void> {
  const cleared = [...variants.change]
    .filter(([, { listPrice }]) => listPrice === null)
    .map(([each]) => each);
  if (fields.listPrice !== null && cleared.length === 0) return;
  const now = await attempts.at(() => readAgain(api, id));
  if (now === undefined) return;
  const stands = ({ compareToPrice }: { compareToPrice?: string | undefined }) =>
    Number(compareToPrice ?? '0') > 0;
  const none = { compareToPrice: 0 };
  if (fields.listPrice === null && stands(now.wire))
    await attempts.at(() => change(api, path`/products/${id}`, none));
  for (const each of now.wire.combinations.filter((one) => cleared.includes(one.id) && stands(one)))
    await attempts.at(() => change(api, path`/products/${id}/combinations/${each.id}`, none));
}
