import { z } from 'zod';
import type { Api } from '../../contract/api.ts';
import { path } from '../../contract/path.ts';
import type { ProductChanges, VariantDraft } from '../../contract/products.ts';
import type { JsonObject } from '../../contract/target.ts';
import type { Attempts } from '../../wire/attempts.ts';
import { needed, text } from '../../wire/fields.ts';
import { change } from '../change.ts';
import { objectsIn } from '../customers/readable.ts';
import { attributesAfter } from './attributes.ts';
import type { ReadProduct } from './standing.ts';
import { choicesToWire, choiceToWire, optionToWire, variantToWire, variationToWire } from './to-wire.ts';
import { type CombinationWire, ownSku } from './wire.ts';

/** Those of these that stand there already, by their choices and SKU: the source's id → the shop's. */
export function standingVariants(
  { wire }: ReadProduct,
  drafts: readonly VariantDraft[],
): Map<string, string> {
  const pairs = drafts.flatMap(({ sourceId, options, sku }) => {
    const standing = wire.combinations.find(
      (each) => isOf(each, options) && (sku === wire.sku ? undefined : sku) === ownSku(each, wire),
    );
    return standing === undefined ? [] : [[sourceId, standing.id] as const];
  });
  return new Map(pairs);
}

/**
 * Adds variations one by one: whatever value or option they need is made along (sheet 5), and no other gets another id. Where
 * the shop counts the product they begin with nothing, so that none is sold before its level is written.
 */
export async function addVariants(
  api: Api,
  product: ReadProduct,
  drafts: readonly VariantDraft[],
  attempts: Attempts,
): Promise<Map<string, string>> {
  const ids = standingVariants(product, drafts);
  const { combinations } = product.wire;
  const isCounted = [product.raw, ...objectsIn(product.raw.combinations)].some(
    (each) => each.unlimited === false,
  );
  const empty = isCounted && combinations.length > 0 ? { unlimited: false, quantity: 0 } : {};
  for (const draft of drafts.filter(({ sourceId }) => !ids.has(sourceId))) {
    const body = { ...empty, ...variantToWire(draft, api.account) };
    const made = await attempts.at(() =>
      api.create(path`/products/${product.id}/combinations`, body, z.object({ id: needed(text) })),
    );
    if (made !== undefined) ids.set(draft.sourceId, made.id);
  }
  return ids;
}

/** Those that were made, by the shop's id. */
export function madeOf(
  ids: ReadonlyMap<string, string>,
  drafts: readonly VariantDraft[],
): Map<string, VariantDraft> {
  return new Map(
    drafts.flatMap((draft) => {
      const id = ids.get(draft.sourceId);
      return id === undefined ? [] : [[id, draft] as const];
    }),
  );
}

/**
 * Changes variations one by one, so that each keeps its id. One that is gone is told. `product`: as it is now; undefined: that could not be read.
 * Returns the ids of those that were not changed, or perhaps not.
 */
export async function changeVariants(
  api: Api,
  product: ReadProduct | undefined,
  changes: ProductChanges['variants']['change'],
  attempts: Attempts,
): Promise<readonly string[]> {
  if (product === undefined) return [...changes.keys()];
  const raws = objectsIn(product.raw.combinations);
  const undone: string[] = [];
  for (const [id, said] of changes) {
    const raw = raws.find((each) => String(each.id) === id) ?? {};
    const attributes = attributesAfter(raw.attributes, { gtin: said.gtin });
    const body = {
      ...variationToWire(said, api.account),
      ...(said.options === undefined ? {} : { options: choicesToWire(said.options) }),
      ...(attributes === undefined ? {} : { attributes }),
    };
    if (Object.keys(body).length === 0) continue;
    const at = path`/products/${product.id}/combinations/${id}`;
    if (!(await attempts.did(() => change(api, at, body)))) undone.push(id);
  }
  return undone;
}

/**
 * The product's options with the values that variations to be changed take and it lacks: only adding a variation makes
 * them by itself (sheet 5). Undefined where none is missing. What stands there goes back as it came.
 */
export function optionsAfter(
  { raw }: ReadProduct,
  changes: ProductChanges['variants']['change'],
): JsonObject[] | undefined {
  const before = objectsIn(raw.options);
  let after = [...before];
  const taken = [...changes.values()].flatMap(({ options = {} }) => Object.entries(options));
  let isSame = true;
  for (const [name, value] of taken) {
    const standing = after.find((each) => each.name === name);
    if (objectsIn(standing?.choices).some((each) => each.text === value)) continue;
    isSame = false;
    if (standing === undefined) after = [...after, optionToWire(name, [value])];
    else {
      const choices = [...objectsIn(standing.choices), choiceToWire(value)];
      after = after.map((each) => (each === standing ? { ...each, choices } : each));
    }
  }
  return isSame ? undefined : after;
}

function isOf({ options }: CombinationWire, wanted: Readonly<Record<string, string>>): boolean {
  return (
    options.length === Object.keys(wanted).length &&
    options.every(({ name, value }) => wanted[name]?.trim() === value)
  );
}
