import { big } from '../../../records/money.ts';
import { problem } from '../../../records/problem.ts';
import type { StockLevel } from '../../../records/stock-level.ts';
import type { Api } from '../../contract/api.ts';
import type { LevelChange, LevelOutcome, StockTarget } from '../../contract/stock.ts';
import { set } from '../graphql.ts';
import { gid } from '../ids.ts';
import { nodesById } from '../nodes.ts';
import { articles } from '../products/places.ts';
import { atPlace, levelOf, placeOr } from './levels.ts';
import { setLevels, track, type VariantWire, variantLevels } from './stock.graphql.ts';

/**
 * What can be sold is written, `available`: Shopify takes pieces off it with every order (sheet 8). Each number goes with the one
 * that was read before it, so that what was sold meanwhile is not for sale again (case S2).
 */
export const stockTarget: StockTarget = {
  // Lists have at most 250 entries (sheet 3.1).
  batchSize: 250,
  skus: articles,
  counts: async () => 'net',
  negative: false,

  async standing(api, ids, location) {
    const place = await placeOr(api, location);
    const variants = await variantsOf(api, ids, place);
    const levels = new Map<string, StockLevel>();
    for (const [id, variant] of variants) {
      const level = levelOf(variant, place);
      if (level !== undefined) levels.set(id, level);
    }
    return levels;
  },

  async set(api, changes, location) {
    const place = await placeOr(api, location);
    const variants = await variantsOf(
      api,
      changes.map(({ id }) => id),
      place,
    );
    const outcomes: (LevelOutcome | undefined)[] = changes.map(({ id }) =>
      variants.get(id) === undefined ? { kind: 'gone' } : undefined,
    );
    const open = () =>
      changes.flatMap((change, index) => (outcomes[index] === undefined ? [{ change, index }] : []));
    for (const { change, index } of open()) {
      const refused = await count(api, change, variants.get(change.id));
      if (refused !== null) outcomes[index] = refused;
      else if (change.managed === false) outcomes[index] = { kind: 'written' };
    }
    // Once more without what was refused of it; a list is never sent again under the key of another.
    for (let time = 0; time < 2 && open().length > 0; time++) {
      const sent = open();
      const refused = await write(
        api,
        sent.map(({ change }) => change),
        variants,
        place,
      );
      if (refused.size === 0) for (const { index } of sent) outcomes[index] = { kind: 'written' };
      for (const [at, outcome] of refused) outcomes[sent[at]?.index ?? -1] = outcome;
    }
    if (outcomes.every((outcome) => outcome === undefined))
      throw problem('retry', 'timed_out', { system: 'Shopify' });
    // What was in a list that was refused twice is read and decided again.
    return outcomes.map((outcome) => outcome ?? { kind: 'stale' });
  },
};

/**
 * Variants of one call: for its points the limiter waits, also on the smallest plan (sheet 3.1). A call that asks for more is sent back with its
 * batch, which begins anew with its searches: two batches would take the points from each other for ever.
 */
const readAtOnce = 35;

/** By the id of the article, `product:variant`. */
async function variantsOf(
  api: Api,
  ids: readonly string[],
  place: string,
): Promise<ReadonlyMap<string, VariantWire>> {
  const wanted = new Map(ids.map((id) => [id.split(':')[1] ?? '', id]));
  const asked = {
    ...({ kind: 'ProductVariant', operation: variantLevels, perCall: readAtOnce } as const),
    variables: atPlace(place),
  };
  const found = await nodesById(api, asked, [...wanted.keys()]);
  return new Map([...found].map(([id, variant]) => [wanted.get(id) ?? '', variant]));
}

/** Switches counting on or off where that is asked for. Null: nothing was refused. */
async function count(
  api: Api,
  { managed }: LevelChange,
  variant: VariantWire | undefined,
): Promise<LevelOutcome | null> {
  const item = variant?.inventoryItem;
  if (managed === undefined || item === undefined || managed === item.tracked) return null;
  const variables = { id: gid('InventoryItem', item.id), tracked: managed };
  const [refusal] = (await set(api, track, variables)).inventoryItemUpdate.refused;
  return refusal === undefined ? null : outcomeOf(refusal.code ?? '', refusal.message ?? '');
}

/** What was refused, by its place in the list; empty where all of it is written. */
async function write(
  api: Api,
  changes: readonly LevelChange[],
  variants: ReadonlyMap<string, VariantWire>,
  place: string,
): Promise<ReadonlyMap<number, LevelOutcome>> {
  const locationId = gid('Location', place);
  const quantities = changes.map(({ id, quantity, standing }) => ({
    inventoryItemId: gid('InventoryItem', variants.get(id)?.inventoryItem.id ?? ''),
    locationId,
    quantity: Math.floor(Number(big(quantity))),
    // It must be there, and null checks nothing (sheet 8).
    changeFromQuantity: standing.available === undefined ? null : Number(standing.available),
  }));
  const input = { name: 'available', reason: 'correction', quantities };
  const { refused } = (await set(api, setLevels, { input, key: crypto.randomUUID() })).inventorySetQuantities;
  const found = new Map<number, LevelOutcome>();
  for (const { field, message = '', code = '' } of refused) {
    const at = field.map(Number).find((segment) => Number.isInteger(segment));
    if (code === 'IDEMPOTENCY_CONCURRENT_REQUEST' || at === undefined)
      throw problem(code.startsWith('IDEMPOTENCY') ? 'retry' : 'rejected', 'refused', {
        system: 'Shopify',
        status: 200,
        systemCode: code,
      });
    if (!found.has(at)) found.set(at, outcomeOf(code, message));
  }
  return found;
}

function outcomeOf(code: string, said: string): LevelOutcome {
  if (/_STALE$/.test(code)) return { kind: 'stale' };
  if (code === 'INVALID_INVENTORY_ITEM') return { kind: 'gone' };
  return { kind: 'refused', refusal: { said, systemCode: code, kind: 'rejected', code: 'refused' } };
}
