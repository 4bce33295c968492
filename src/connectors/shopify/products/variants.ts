import type { Api } from '../../contract/api.ts';
import type { VariantDraft } from '../../contract/products.ts';
import type { JsonObject } from '../../contract/target.ts';
import type { Attempts } from '../../wire/attempts.ts';
import { withoutRefused } from '../../wire/without-refused.ts';
import { mutate, set } from '../graphql.ts';
import { gid } from '../ids.ts';
import { variantsAtOnce, variantToWire } from './to-wire.ts';
import { addVariants, type PlacedWire, updateVariants } from './writing.graphql.ts';

/** Input lists have at most 250 entries (sheet 3.1). */
const changesAtOnce = 250;

interface Adding {
  /** Whether the shop counts the product. */
  readonly isTracked: boolean;
  /** That of the product: Shopify charges VAT on what says nothing of it. */
  readonly vatClass: string | undefined;
  readonly attempts: Attempts;
}

/** Adds those to the product, whose values of options are made along (sheet 7.1). Returns the shop's id by the source's. */
export async function addThem(
  api: Api,
  id: string,
  drafts: readonly VariantDraft[],
  { isTracked, vatClass, attempts }: Adding,
): Promise<ReadonlyMap<string, string>> {
  const vat = vatClass === undefined ? {} : { vatClass };
  const ids = new Map<string, string>();
  for (let start = 0; start < drafts.length; start += variantsAtOnce) {
    const some = drafts.slice(start, start + variantsAtOnce);
    const add = async (these: readonly VariantDraft[]) => {
      const variants = these.map((draft) => counted(variantToWire({ ...draft, ...vat }), isTracked));
      const made = await mutate(api, addVariants, { id, variants });
      const rows = made.productVariantsBulkCreate.productVariants;
      for (const [sourceId, variantId] of idsOf(these, rows)) ids.set(sourceId, variantId);
    };
    await withoutRefused(some, add, (work) => attempts.did(work));
  }
  return ids;
}

/** By the number of the variant. Returns those of which something was not written, or perhaps not. */
export async function changeThem(
  api: Api,
  id: string,
  changes: ReadonlyMap<string, JsonObject>,
  attempts: Attempts,
): Promise<ReadonlySet<string>> {
  const undone = new Set<string>();
  const named = [...changes].filter(([, wire]) => Object.keys(wire).length > 0);
  for (let start = 0; start < named.length; start += changesAtOnce) {
    const some = named.slice(start, start + changesAtOnce);
    const change = (these: readonly (readonly [string, JsonObject])[]) => {
      const variants = these.map(([key, wire]) => ({ id: gid('ProductVariant', key), ...wire }));
      return set(api, updateVariants, { id, variants });
    };
    const done = await withoutRefused(some, change, (work) => attempts.did(work));
    for (const each of some) if (!done.includes(each)) undone.add(each[0]);
  }
  return undone;
}

/** By their options: no two of a product have the same. */
export function idsOf(
  drafts: readonly VariantDraft[],
  rows: readonly PlacedWire[],
): ReadonlyMap<string, string> {
  return new Map(
    drafts.flatMap(({ sourceId, options }) => {
      const row = rows.find(({ selectedOptions }) =>
        selectedOptions.every(({ name, value }) => options[name]?.trim() === value),
      );
      return row === undefined ? [] : [[sourceId, row.id] as const];
    }),
  );
}

/** Where the shop counts the product a new one begins with nothing, so that none is sold before its level is written. */
function counted(wire: JsonObject, isTracked: boolean): JsonObject {
  return isTracked ? { ...wire, inventoryItem: { ...Object(wire.inventoryItem), tracked: true } } : wire;
}
