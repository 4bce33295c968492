import { big } from '../../../records/money.ts';
import { asProblem, Problem } from '../../../records/problem.ts';
import type { StockLevel } from '../../../records/stock-level.ts';
import type { Api } from '../../contract/api.ts';
import { path } from '../../contract/path.ts';
import type { LevelChange, LevelOutcome, StockTarget } from '../../contract/stock.ts';
import { byWalk, type JsonObject } from '../../contract/target.ts';
import { offsetOf, offsetToken } from '../../wire/compared-list.ts';
import { articlePage, placesOf, readArticle, readArticles } from '../products/articles.ts';
import { placeOf } from '../products/wire.ts';
import { levelsOf } from './levels.ts';

/** A call writes one article with all its variants; two go in a second (sheet 8). */
export const stockTarget: StockTarget = {
  batchSize: 10,
  counts: async () => 'net',
  negative: false,

  skus: byWalk(async (api, page) => {
    const { rows, next } = await articlePage(api, offsetOf(page));
    // An article with variants has no level of its own.
    const places = rows.flatMap((row) =>
      placesOf(row).filter(({ variantId }) => variantId !== null || row.variants.length === 0),
    );
    const bySku = Map.groupBy(places, ({ sku }) => sku);
    const ids = [...bySku].map(([sku, all]) => [sku, all.map(({ id }) => id)] as const);
    return { ids: new Map(ids), next: offsetToken(next) };
  }),

  /** A variant keeps its id when a choice is renamed, and is told without the name that stands for a SKU. */
  async standing(api, ids) {
    const articles = await readArticles(
      api,
      ids.map((id) => placeOf(id).articleId),
    );
    const levels = new Map<string, StockLevel>();
    for (const id of ids) {
      const { articleId, variantId } = placeOf(id);
      const article = articles.get(articleId);
      const level = article && levelsOf(article).get(id);
      if (level !== undefined) levels.set(id, variantId === null ? level : { ...level, sku: undefined });
    }
    return levels;
  },

  async set(api, changes) {
    const outcomes = new Map<LevelChange, LevelOutcome | Problem>();
    for (const group of Map.groupBy(changes, ({ id }) => placeOf(id).articleId).values())
      for (const [change, outcome] of await setArticle(api, group)) outcomes.set(change, outcome);
    const all = changes.map((change) => outcomes.get(change) ?? { kind: 'gone' as const });
    const [first] = all;
    if (first instanceof Problem && all.every((each) => each instanceof Problem)) throw first;
    // Beside others that came to an end: it is read and decided again.
    return all.map((each) => (each instanceof Problem ? { kind: 'stale' as const } : each));
  },
};

/** Read once more just before: what the shop has sold since is not overwritten. */
async function setArticle(
  api: Api,
  changes: readonly LevelChange[],
): Promise<readonly (readonly [LevelChange, LevelOutcome | Problem])[]> {
  try {
    const { articleId } = placeOf(changes[0]?.id ?? '');
    const article = await readArticle(api, articleId);
    const levels = article === null ? new Map<string, StockLevel>() : levelsOf(article);
    const objections = changes.map((change) => [change, objection(change, levels)] as const);
    const writable = objections.flatMap(([change, outcome]) => (outcome === null ? [change] : []));
    if (writable.length > 0) await api.patch(path`/articles/${articleId}`, bodyOf(writable));
    return objections.map(([change, outcome]) => [change, outcome ?? { kind: 'written' }]);
  } catch (error) {
    const failed = asProblem(error);
    const outcome: LevelOutcome | Problem =
      failed.kind === 'rejected' ? { kind: 'refused', refusal: { said: '', ...saidOf(failed) } } : failed;
    return changes.map((change) => [change, outcome]);
  }
}

function saidOf({ params: { systemCode } }: Problem) {
  return typeof systemCode === 'string' ? { systemCode } : {};
}

/** Why it is not written; null where it may be. */
function objection(
  { id, sku, standing }: LevelChange,
  levels: ReadonlyMap<string, StockLevel>,
): LevelOutcome | null {
  const now = levels.get(id);
  if (now === undefined) return { kind: 'gone' };
  const other = [...levels].find(([each, level]) => each !== id && level.sku === sku);
  if (now.sku !== sku && other !== undefined)
    return {
      kind: 'refused',
      refusal: { said: `${sku}: variant ${id} is ${now.sku} now, and ${other[0]} is ${sku}` },
    };
  const isSame = now.managed === standing.managed && now.available === standing.available;
  return isSame ? null : { kind: 'stale' };
}

/** Null takes an article off the count (sheet 7.1). */
function bodyOf(changes: readonly LevelChange[]): JsonObject {
  const levels = changes.map(({ id, quantity, managed }) => ({
    id: placeOf(id).variantId,
    // Whole ones: what is not a whole piece cannot be sold.
    stock: managed === false ? null : Math.floor(Number(big(quantity))),
  }));
  const [first] = levels;
  if (first?.id === null) return { stock: first.stock };
  return { variants: levels.map((level) => ({ id: Number(level.id), stock: level.stock })) };
}
