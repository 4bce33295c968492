import type { Named } from '../../../records/product.ts';
import type { Api } from '../../contract/api.ts';
import { type Path, path } from '../../contract/path.ts';
import type { ProductChanges, StandingProduct, WrittenProduct } from '../../contract/products.ts';
import type { JsonObject } from '../../contract/target.ts';
import { Attempts } from '../../wire/attempts.ts';
import { change as put } from '../change.ts';
import { attributesAfter, declared } from './attributes.ts';
import { renumbered } from './renumbered.ts';
import { sendPictures } from './send-pictures.ts';
import { type ReadProduct, readAgain, readStanding } from './standing.ts';
import { checkTax, taxToWire } from './taxes.ts';
import { fieldsToWire } from './to-wire.ts';
import { sendVariantPictures } from './variant-pictures.ts';
import { addVariants, changeVariants, madeOf, optionsAfter } from './variations.ts';

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
  const values = { ...standing.values, ...changes.values };
  const facts = await declared(api, { attributes: changes.attributes, values, sku }, attempts);
  const body = bodyOf(api, product, changes, facts);
  // Sent options must not make the variations anew (sheet 4.4).
  const query = body.options === undefined ? {} : { rebuildVariationsOnOptionsUpdate: false };
  if (Object.keys(body).length > 0) await put(api, path`/products/${id}`, body, query);

  const now = body.options === undefined ? product : await attempts.at(() => readAgain(api, id));
  const moved = now === undefined ? new Map<string, string>() : renumbered(product, now);
  const change = new Map(
    [...changes.variants.change].map(([before, said]) => [moved.get(before) ?? before, said] as const),
  );
  const undone = await changeVariants(api, now, change, attempts);
  const { add } = changes.variants;
  const variants = await addVariants(api, now ?? product, add, attempts);
  const { left = [], ...sent } = (await sendPictures(api, product, sku, changes.pictures, attempts)) ?? {};
  const shows = new Map([...change, ...madeOf(variants, add)]);
  const { add: added, replace, shown = [] } = changes.pictures;
  const pictures = [...added, ...replace.values(), ...shown];
  const unshown = await sendVariantPictures(api, id, sku, { shows, pictures }, attempts);
  const uncleared = await clearListPrices(api, id, changes.fields, change, attempts);
  return {
    ...{ id, variants, pictures: new Map(), ...sent, renumbered: moved },
    undone: {
      product: new Set([
        ...(uncleared.product ? (['listPrice'] as const) : []),
        ...(facts.length < changes.attributes.length ? (['attributes'] as const) : []),
      ]),
      pictures: new Set(left),
      variants: new Set(undone),
      ofVariants: new Map(
        [...change.keys(), ...variants.values()].map((each) => [
          each,
          [
            ...(unshown.includes(each) ? (['image'] as const) : []),
            ...(uncleared.variants.includes(each) ? (['listPrice'] as const) : []),
          ],
        ]),
      ),
    },
    problems: attempts.problems,
  };
}

/** Lists are whole lists: each is made of what was read in this run, and sent only where it changes. */
function bodyOf(
  api: Api,
  product: ReadProduct,
  changes: ProductChanges,
  facts: readonly Named[],
): JsonObject {
  const { fields, values } = changes;
  const { raw } = product;
  const { gtin, brand } = fields;
  const attributes = attributesAfter(raw.attributes, { gtin, brand, attributes: facts });
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
 * (prices.ts). Returns what may still have one.
 */
async function clearListPrices(
  api: Api,
  id: string,
  { listPrice }: ProductChanges['fields'],
  changes: ProductChanges['variants']['change'],
  attempts: Attempts,
): Promise<{ readonly product: boolean; readonly variants: readonly string[] }> {
  const cleared = [...changes].filter(([, said]) => said.listPrice === null).map(([each]) => each);
  const none = { product: false, variants: [] };
  if (listPrice !== null && cleared.length === 0) return none;
  const now = await attempts.at(() => readAgain(api, id));
  if (now === undefined) return { product: listPrice === null, variants: cleared };
  const stands = ({ compareToPrice }: { compareToPrice?: string | undefined }) =>
    Number(compareToPrice ?? '0') > 0;
  const isCleared = (at: Path) => attempts.did(() => put(api, at, { compareToPrice: 0 }));
  const product = listPrice === null && stands(now.wire) ? !(await isCleared(path`/products/${id}`)) : false;
  const variants: string[] = [];
  for (const variation of cleared) {
    const standing = now.wire.combinations.find((each) => each.id === variation);
    if (standing === undefined || !stands(standing)) continue;
    if (!(await isCleared(path`/products/${id}/combinations/${variation}`))) variants.push(variation);
  }
  return { product, variants };
}
