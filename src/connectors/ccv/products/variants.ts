/**
 * Variants are what the platform makes of the values that a product has: none can be made or taken away by itself (sheet 6.8). So values are
 * attached, what comes of them is read, given its numbers, and switched off where nobody asked for it.
 */
import { big, normalise } from '../../../records/money.ts';
import { rejected } from '../../../records/problem.ts';
import type { Api } from '../../contract/api.ts';
import { path } from '../../contract/path.ts';
import type { ProductChanges } from '../../contract/products.ts';
import type { JsonObject } from '../../contract/target.ts';
import type { Attempts } from '../../wire/attempts.ts';
import { stated } from '../../wire/objects.ts';
import { change } from '../calls.ts';
import { extrasFor, type Priced } from './extras.ts';
import { holdersOf, keyOf, movesOn } from './holders.ts';
import { extraOf } from './prices.ts';
import { combinationsOf } from './read.ts';
import { system, variantToWire } from './to-wire.ts';
import { attach, attachedTo, reprice, type Wanted } from './values.ts';
import { type CombinationWire, optionsOf, type ProductWire, skuOfCombination } from './wire.ts';

export interface Writing {
  readonly product: ProductWire;
  readonly variants: ProductChanges['variants'];
  /** What the product costs before this, and from now on. */
  readonly before: string;
  readonly price: string;
  readonly createValues: boolean;
  readonly sku: string;
}

export interface WrittenVariants {
  /** By the source's id. */
  readonly ids: ReadonlyMap<string, string>;
  readonly renumbered: ReadonlyMap<string, string>;
  /** Of which something was not written, by the id from now on. */
  readonly undone: ReadonlySet<string>;
}

export async function writeVariants(
  api: Api,
  writing: Writing,
  attempts: Attempts,
): Promise<WrittenVariants> {
  const { product, variants } = writing;
  const { add, change: changes, retire } = variants;
  const standing = product.attributecombinations ?? [];
  const isPriced = writing.before !== writing.price && standing.length > 0;
  if (add.length + changes.size + retire.length === 0 && !isPriced)
    return { ids: new Map(), renumbered: new Map(), undone: new Set() };

  const arePricesDone = (await attempts.at(() => writeValues(api, writing, attempts))) ?? false;
  const now = (await attempts.at(() => combinationsOf(api, product.id))) ?? standing;
  const byOptions = new Map(now.map((each) => [keyOf(optionsOf(each)), each]));
  const renumbered = new Map<string, string>();
  const undone = new Set<string>();
  const write = async (combination: CombinationWire, body: JsonObject) => {
    const differs = Object.keys(body).length > 0;
    const at = path`/attributecombinations/${combination.id}/`;
    if (differs && !(await attempts.did(() => change(api, at, body)))) undone.add(combination.id);
  };

  const holderOf = holdersOf(product, variants);
  const isFreeFor = (combination: CombinationWire, own: string | undefined) => {
    const other = holderOf(combination);
    const isFree = other === undefined || other === own;
    if (!isFree) attempts.note(rejected('options_taken', { system, sku: own ?? '-', other }));
    return isFree;
  };

  for (const before of standing) {
    const said = changes.get(before.id);
    const own = said?.sku ?? skuOfCombination(before, product);
    const moved = movesOn(before, said?.options) ? byOptions.get(keyOf(said?.options ?? {})) : undefined;
    const isAsSaid = !movesOn(before, said?.options) || (moved !== undefined && isFreeFor(moved, own));
    const after = isAsSaid && moved !== undefined ? moved : byOptions.get(keyOf(optionsOf(before)));
    if (after !== undefined && after.id !== before.id) renumbered.set(before.id, after.id);
    if (!isAsSaid || (after === undefined && said !== undefined)) undone.add(after?.id ?? before.id);
    if (after === undefined) continue;
    await write(after, {
      ...(after.id === before.id ? {} : keptOf(before)),
      ...(said === undefined ? {} : variantToWire(said)),
      ...(retire.includes(before.id) ? { active: false } : {}),
    });
    if (said?.price !== undefined && !arePricesDone) undone.add(after.id);
  }
  const ids = new Map<string, string>();
  for (const draft of add) {
    const made = byOptions.get(keyOf(draft.options));
    if (made === undefined || !isFreeFor(made, draft.sku)) continue;
    ids.set(draft.sourceId, made.id);
    await write(made, { active: true, ...variantToWire(draft) });
  }
  const inUse = new Set([...ids.values(), ...standing.map(({ id }) => renumbered.get(id) ?? id)]);
  for (const each of now) if (!inUse.has(each.id) && each.active !== false) await write(each, freed(each));
  return { ids, renumbered, undone };
}

/** One that has another number is another one: what it was known by goes along. */
function keptOf({ product_number, sku_number, ean_number, active, stock }: CombinationWire): JsonObject {
  return {
    ...stated({ ean_number, active }),
    ...(product_number === undefined ? {} : { product_number }),
    ...(sku_number === undefined ? {} : { sku_number }),
    ...(stock === undefined ? {} : { stock: Number(stock) }),
  };
}

/** Nobody asked for it, or its variant is another one now: it is not sold, and has no number that another one has. */
function freed({ product_number, sku_number }: CombinationWire): JsonObject {
  return {
    active: false,
    ...(product_number === undefined ? {} : { product_number: '' }),
    ...(sku_number === undefined ? {} : { sku_number: '' }),
  };
}

/** Attaches the values that are missing, and gives all of them what they add to the price. Returns whether prices are as they are to be. */
async function writeValues(api: Api, writing: Writing, attempts: Attempts): Promise<boolean> {
  const { product, sku, createValues } = writing;
  const priced = pricedOf(writing);
  const extras = extrasFor(priced);
  if (extras === null) attempts.note(rejected('variant_prices_bound', { system, product: sku }));
  const attached = await attachedTo(api, product.id);
  const wanted = new Map<string, Wanted>();
  for (const { options } of priced)
    for (const [option, value] of Object.entries(options)) {
      const price = extras?.get(option)?.get(value) ?? big('0');
      wanted.set(JSON.stringify([option, value]), { option, value, price });
    }
  let isDone = extras !== null;
  for (const each of wanted.values()) {
    const standing = attached.find(
      ({ optionname, optionvalue_name }) =>
        optionname === each.option.trim() && optionvalue_name === each.value.trim(),
    );
    if (standing === undefined)
      isDone = (await attempts.did(() => attach(api, product.id, each, { createValues, sku }))) && isDone;
    else if (extras !== null && !big(standing.price ?? '0').eq(each.price))
      isDone = (await attempts.did(() => reprice(api, standing, each.price))) && isDone;
  }
  return isDone;
}

/** All that there will be, each with what it is to cost beyond the product: one that has a price of its own keeps it. */
function pricedOf({ product, variants: { add, change: changes }, before, price }: Writing): Priced[] {
  const beyond = (own: string | undefined) => (own === undefined ? big('0') : big(own).minus(price));
  // What is not sold costs nothing: it must not stand in the way of others' prices.
  const sold = (product.attributecombinations ?? []).filter(
    ({ id, active }) => active !== false || changes.has(id),
  );
  const standing = sold.map((each): Priced => {
    const said = changes.get(each.id);
    const extra = extraOf(each);
    const own = extra.eq(0) ? undefined : normalise(big(before).plus(extra));
    return { options: said?.options ?? optionsOf(each), extra: beyond(said?.price ?? own) };
  });
  return [...standing, ...add.map((each) => ({ options: each.options, extra: beyond(each.price) }))];
}
