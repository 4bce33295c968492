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
import { show } from '../channels.ts';
import { set } from '../graphql.ts';
import { gid } from '../ids.ts';
import { setAttributes } from './attributes.ts';
import { sendPictures } from './pictures.ts';
import { type Rest, restOf } from './standing.ts';
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
  const { fields, variants, attributes } = changes;
  const sku = fields.sku ?? standing.product.sku ?? '';
  const body = bodyOf(changes);
  if (Object.keys(body).length > 0) await set(api, updateFields, { product: { id, ...body } });
  const isShown = !fields.active || (await attempts.did(() => show(api, id)));

  const options = missingOptions(standing, changes);
  if (options.length > 0) await attempts.at(() => makeOptions(api, id, options));
  // The only variant of what had no options becomes the first of them, with its stock.
  const first = rest.variantId === null ? undefined : variants.add[0];
  const others = variants.add.filter((each) => each !== first);
  const unchanged = await changeThem(api, id, variantChanges(rest, changes, first), attempts);
  const isOwnDone = rest.variantId === null || !unchanged.has(rest.variantId);
  const ids = new Map(await addThem(api, id, others, { isTracked: rest.isTracked, attempts }));
  if (first !== undefined && rest.variantId !== null && isOwnDone) ids.set(first.sourceId, rest.variantId);
  const areFactsDone = await setAttributes(api, { id, sku, types: rest.types }, attributes, attempts);
  const sent = await sendPictures(api, { id, sku, media: rest.media }, changes.pictures, attempts);
  const undone: Undone = {
    product: new Set([
      ...(isShown ? [] : (['active'] as const)),
      ...(isOwnDone ? [] : atVariant),
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

/** By the number of the variant. */
function variantChanges(
  { variantId }: Rest,
  { fields, variants }: ProductChanges,
  first: VariantDraft | undefined,
): ReadonlyMap<string, JsonObject> {
  const own = variantId === null ? [] : [[variantId, variantToWire({ ...fields, ...first })] as const];
  const others = [...variants.change].map(([id, draft]) => [id, variantToWire(draft)] as const);
  return new Map([...own, ...others]);
}
