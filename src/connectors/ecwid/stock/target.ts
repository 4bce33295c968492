import { big } from '../../../records/money.ts';
import type { StockLevel } from '../../../records/stock-level.ts';
import type { Api } from '../../contract/api.ts';
import { type Path, path } from '../../contract/path.ts';
import type { LevelChange, StockTarget } from '../../contract/stock.ts';
import { bySearch, type JsonObject } from '../../contract/target.ts';
import { countedId } from '../../wire/counted-id.ts';
import { change } from '../change.ts';
import { findPlaces, placeOf } from '../products/places.ts';
import { maxEntries, type Put, putAll } from './batch.ts';
import { countedOf, levelAt, readStocked } from './levels.ts';
import { type Entry, entryOfThrown, outcomesOf } from './outcomes.ts';

/**
 * So many levels are written by calls of their own: two rounds of the four that go at once. A batch takes a call to begin and
 * at least one to look, and counts as its entries besides.
 */
const maxSingle = 8;

/** Ecwid takes pieces off when an order is placed: what stands there is what can be sold (sheet 8.5). */
export const stockTarget: StockTarget = {
  batchSize: maxEntries,
  counts: async () => 'net',
  negative: true,
  readsLists: true,

  skus: bySearch(async (api, skus) => {
    const places = await findPlaces(api, skus);
    return new Map([...places].map(([sku, all]) => [sku, all.map(({ id }) => id)]));
  }),

  async standing(api, ids, location) {
    const places = ids.map((id) => ({ id, ...placeOf(id) }));
    const products = await readStocked(
      api,
      places.map(({ productId }) => productId),
    );
    const levels = new Map<string, StockLevel>();
    for (const { id, productId, variantId } of places) {
      const product = products.get(productId);
      const level = product && levelAt(product, variantId, location);
      if (level !== undefined) levels.set(id, level);
    }
    return levels;
  },

  async set(api, changes, location) {
    const bodies = location === null ? changes.map(inAll) : await atPlace(api, changes, location);
    const puts = changes.map(({ id }, index): Put | null => {
      const to = addressOf(id);
      const body = bodies[index];
      return to === null || body === undefined ? null : { path: to, body };
    });
    const sent = puts.filter((put) => put !== null);
    const entries = sent.length > maxSingle ? await putAll(api, sent) : await putSingly(api, sent);
    const next = entries.values();
    return outcomesOf(puts.map((put): Entry => (put && next.next().value) ?? { kind: 'gone' }));
  },
};

/** Null where it cannot be an id of this shop. */
function addressOf(id: string): Path | null {
  const { productId, variantId } = placeOf(id);
  const product = countedId(productId);
  const to =
    variantId === null
      ? path`/products/${product}`
      : path`/products/${product}/combinations/${countedId(variantId)}`;
  return to.text === null ? null : to;
}

/**
 * Counting is switched on with its number, in one step (sheet 4.7). A number alone may switch it on too, so where it is to
 * stay off that is said.
 */
function inAll({ quantity, managed, standing }: LevelChange): JsonObject {
  if (managed === false) return { unlimited: true };
  if (managed) return { unlimited: false, quantity: pieces(quantity) };
  return standing.managed === false
    ? { unlimited: true, quantity: pieces(quantity) }
    : { quantity: pieces(quantity) };
}

/** The numbers of the other places go back as they are now: whether a part would empty the rest is not known (sheet 2.4). */
async function atPlace(
  api: Api,
  changes: readonly LevelChange[],
  location: string,
): Promise<(JsonObject | undefined)[]> {
  const places = changes.map(({ id }) => placeOf(id));
  const products = await readStocked(
    api,
    places.map(({ productId }) => productId),
  );
  return changes.map((wanted, index) => {
    const { productId = '', variantId = null } = places[index] ?? {};
    const product = products.get(productId);
    const stated = product && countedOf(product, variantId);
    if (stated === undefined) return undefined;
    if (wanted.managed === false) return { unlimited: true };
    const others = Object.entries(stated.locationInventory ?? {}).map(([id, number]) => [id, Number(number)]);
    const locationInventory = { ...Object.fromEntries(others), [location]: pieces(wanted.quantity) };
    return { locationInventory, ...(wanted.managed ? { unlimited: false } : {}) };
  });
}

/** Whole ones: what is not a whole piece cannot be sold. */
function pieces(quantity: string): number {
  return Math.floor(Number(big(quantity)));
}

function putSingly(api: Api, puts: readonly Put[]): Promise<Entry[]> {
  return Promise.all(
    puts.map((put) =>
      change(api, put.path, put.body).then((): Entry => ({ kind: 'written' }), entryOfThrown),
    ),
  );
}
