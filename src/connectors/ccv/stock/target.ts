import { z } from 'zod';
import { big } from '../../../records/money.ts';
import { wordsOf } from '../../../records/own-words.ts';
import { asProblem, Problem } from '../../../records/problem.ts';
import type { StockLevel } from '../../../records/stock-level.ts';
import type { Api } from '../../contract/api.ts';
import { path } from '../../contract/path.ts';
import type { LevelChange, LevelOutcome, StockTarget } from '../../contract/stock.ts';
import { byWalk } from '../../contract/target.ts';
import { countedId } from '../../wire/counted-id.ts';
import { readToken } from '../../wire/pages.ts';
import { change } from '../calls.ts';
import { pageOf } from '../lists.ts';
import { placesIn } from '../products/places.ts';
import { productList, readProducts } from '../products/read.ts';
import { countedWire, placeOf } from '../products/wire.ts';
import { isCountedByCombination, levelsOf } from './levels.ts';

/** A call writes one level, a hundred in a minute of each kind (sheet 7). */
export const stockTarget: StockTarget = {
  batchSize: 10,
  counts: async () => 'net',
  negative: false,

  skus: byWalk(async (api, page) => {
    const start = page === null ? 0 : readToken(page, z.int().nonnegative());
    const list = productList(countedWire, { expand: 'attributecombinations' });
    const { rows, next } = await pageOf(api, list, start);
    // Either the product or its combinations are counted.
    const places = rows.flatMap((row) =>
      placesIn(row).filter(({ variantId }) => (variantId !== null) === isCountedByCombination(row)),
    );
    const ids = [...Map.groupBy(places, ({ sku }) => sku)].map(
      ([sku, all]) => [sku, all.map(({ id }) => id)] as const,
    );
    return { ids: new Map(ids), next: next === null ? null : String(next) };
  }),

  async standing(api, ids) {
    const products = await readProducts(
      api,
      ids.map((id) => placeOf(id).productId),
    );
    const levels = new Map<string, StockLevel>();
    for (const id of ids) {
      const product = products.get(placeOf(id).productId);
      const level = product && levelsOf(product, api.account).get(id);
      if (level !== undefined) levels.set(id, level);
    }
    return levels;
  },

  async set(api, changes) {
    const outcomes: (LevelOutcome | Problem)[] = [];
    // One after the other, so that the limit is not used up at once.
    for (const each of changes) outcomes.push(await setOne(api, each));
    const [first] = outcomes;
    if (first instanceof Problem && outcomes.every((each) => each instanceof Problem)) throw first;
    // Beside others that came to an end: it is read and decided again.
    return outcomes.map((each) => (each instanceof Problem ? { kind: 'stale' as const } : each));
  },
};

/** Counting is switched on or off at the product, for all its combinations. */
async function setOne(api: Api, { id, quantity, managed }: LevelChange): Promise<LevelOutcome | Problem> {
  const { productId, combinationId } = placeOf(id);
  const stock = Number(big(quantity));
  const product = path`/products/${countedId(productId)}/`;
  const counted = managed === undefined ? {} : { stockenabled: managed };
  try {
    if (combinationId === null || managed === false) {
      await change(api, product, { ...counted, ...(managed === false ? {} : { stock }) });
      return { kind: 'written' };
    }
    if (managed) await change(api, product, counted);
    await change(api, path`/attributecombinations/${countedId(combinationId)}/`, { stock });
    return { kind: 'written' };
  } catch (error) {
    return outcomeOf(asProblem(error));
  }
}

function outcomeOf(failed: Problem): LevelOutcome | Problem {
  const { kind, code, params } = failed;
  if (kind !== 'rejected') return failed;
  const { systemCode } = params;
  // It says that it stands so already (sheet 4.1).
  if (systemCode === '500.50') return { kind: 'written' };
  if (code === 'not_found') return { kind: 'gone' };
  const told = typeof systemCode === 'string' ? { systemCode } : {};
  return { kind: 'refused', refusal: { said: wordsOf(failed), ...told } };
}
