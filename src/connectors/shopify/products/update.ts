import { asProblem } from '../../../records/problem.ts';
import type { Api } from '../../contract/api.ts';
import type {
  ProductChanges,
  StandingProduct,
  Undone,
  VariantDraft,
  WrittenProduct,
} from '../../contract/products.ts';
import type { JsonObject } from '../../contract/target.ts';
import { Attempts } from '../../wire/attempts.ts';
import { checkVatClass } from '../../wire/taxed-or-not.ts';
import { show } from '../channels.ts';
import { set } from '../graphql.ts';
import { gid } from '../ids.ts';
import { setAttributes } from './attributes.ts';
import { sendPictures } from './pictures.ts';
import { restOf } from './standing.ts';
import { fieldsToWire, optionToWire, variantToWire } from './to-wire.ts';
import { addThem, changeThem } from './variants.ts';
import { addOptions, updateProduct as updateFields } from './writing.graphql.ts';

/** Changes what is named, field by field; variants that are no longer sold are left, as none can be switched off (sheet 8.1). */
export async function updateProduct(
  api: Api,
  standing: StandingProduct,
  changes: ProductChanges,
): Promise<WrittenProduct> {
  const attempts = new Attempts();
  const id = gid('Product', standing.id) ?? '';
  const rest = restOf(standing);
  const vatClass = changes.fields.vatClass ?? standing.product.vatClass;
  const { fields, variants, attributes } = changes;
  const sku = fields.sku ?? standing.product.sku ?? '';
  checkVatClass('Shopify', fields.vatClass, sku);
  const body = bodyOf(changes);
  if (Object.keys(body).length > 0) await set(api, updateFields, { product: { id, ...body } });
  const isShown = !fields.active || (await attempts.did(() => show(api, id)));

  const options = missingOptions(standing, changes);
  if (options.length > 0) await attempts.at(() => makeOptions(api, id, options));
  // The only variant of what had no options becomes the first of them, with its stock.
  const first = rest.variantId === null ? undefined : variants.add[0];
  const others = variants.add.filter((each) => each !== first);
  const unchanged = await changeThem(api, id, variantChanges(standing, changes, first), attempts);
  const isOwnDone = rest.variantId === null || !unchanged.has(rest.variantId);
  const ids = new Map(await addThem(api, id, others, { ...rest, vatClass, attempts }));
  if (first !== undefined && rest.variantId !== null && isOwnDone) ids.set(first.sourceId, rest.variantId);
  const areFactsDone = await setAttributes(api, { id, sku, types: rest.types }, attributes, attempts);
  const sent = await sendPictures(api, { id, sku, media: rest.media }, changes.pictures, attempts);
  const undone: Undone = {
    product: new Set([
      ...(isShown ? [] : (['active'] as const)),
      ...(isOwnDone ? [] : atVariant),
      ...(unchanged.size === 0 || fields.vatClass === undefined ? [] : (['vatClass'] as const)),
      ...(areFactsDone ? [] : (['attributes'] as const)),
    ]),
    pictures: new Set(sent.left),
    variants: unchanged,
  };
  return { id: standing.id, variants: ids, pictures: sent.pictures, undone, problems: attempts.problems };
}

/** Fields of a product that stand at its only variant. */
const atVariant = ['sku', 'gtin', 'weightKg', 'price', 'listPrice'] as const;

function bodyOf({ fields, values, categories: { add, remove } }: ProductChanges): JsonObject {
  const collections = (ids: readonly string[]) => ids.flatMap((each) => gid('Collection', each) ?? []);
  return {
    ...fieldsToWire(fields),
    ...(add.length > 0 ? { collectionsToJoin: collections(add) } : {}),
    ...(remove.length > 0 ? { collectionsToLeave: collections(remove) } : {}),
    ...values,
  };
}

/** Values are made with the variants that take them; an option must be there before. What stands there takes its first value. */
function missingOptions({ product }: StandingProduct, { variants }: ProductChanges): JsonObject[] {
  const drafts = [...variants.add, ...variants.change.values()].map(({ options = {} }) => options);
  const missing = new Set(drafts.flatMap((options) => Object.keys(options)));
  for (const { name } of product.options ?? []) missing.delete(name);
  return [...missing].map((name) =>
    optionToWire(
      name,
      drafts.flatMap((options) => options[name] ?? []),
    ),
  );
}

/** One that is there already was made by a call that was not answered, or by somebody else. */
async function makeOptions(api: Api, id: string, options: readonly JsonObject[]): Promise<void> {
  try {
    await set(api, addOptions, { id, options });
  } catch (error) {
    if (asProblem(error).params.systemCode !== 'OPTION_ALREADY_EXISTS') throw error;
  }
}

/** By the number of the variant. Whether VAT is charged is said of each of them. */
function variantChanges(
  standing: StandingProduct,
  { fields, variants }: ProductChanges,
  first: VariantDraft | undefined,
): ReadonlyMap<string, JsonObject> {
  const { variantId } = restOf(standing);
  const own = variantId === null ? [] : [[variantId, variantToWire({ ...fields, ...first })] as const];
  const vat = fields.vatClass === undefined ? {} : { vatClass: fields.vatClass };
  const all = fields.vatClass === undefined ? [] : (standing.product.variants ?? []).map(({ id }) => id);
  const others = [...new Set([...all, ...variants.change.keys()])].map(
    (id) => [id, variantToWire({ ...vat, ...variants.change.get(id) })] as const,
  );
  return new Map([...own, ...others]);
}
