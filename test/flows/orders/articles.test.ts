import { describe, expect, test } from 'vitest';
import { type ArticleLookup, bySearch, byWalk } from '../../../src/connectors/contract/target.ts';
import { cachedIds, noIdCache } from '../../../src/engine/connection/id-cache.ts';
import type { FlowContext } from '../../../src/flows/contract.ts';
import { withArticles } from '../../../src/flows/orders/document/articles.ts';
import type { Document } from '../../../src/records/document.ts';
import { awaitedRecord, type Problem } from '../../../src/records/problem.ts';
import { memoryIdCache } from '../../support/memory-id-cache.ts';
import { World } from './harness.ts';
import { line, order } from './samples.ts';

/** The articles of the target, two to a page where they are walked through. */
const shelf: readonly (readonly [sku: string, id: string])[] = [
  ['TEA', '1'],
  ['CUP', '2'],
  ['MUG', '3'],
  ['POT', '4'],
  ['TIN', '5'],
];

function bySku(articles: typeof shelf): Map<string, string[]> {
  const groups = Map.groupBy(articles, ([sku]) => sku);
  return new Map([...groups].map(([sku, all]) => [sku, all.map(([, id]) => id)]));
}

/** Either kind of look-up, and how often the target was asked. */
function lookups(articles = shelf) {
  const asked = { calls: 0 };
  const searched = bySearch(async (_, skus) => {
    asked.calls += 1;
    return bySku(articles.filter(([sku]) => skus.includes(sku)));
  });
  const walked = byWalk(async (_, page) => {
    asked.calls += 1;
    const from = Number(page ?? 0);
    const next = from + 2 < articles.length ? String(from + 2) : null;
    return { ids: bySku(articles.slice(from, from + 2)), next };
  });
  return { asked, searched, walked };
}

/** The document of an order of these SKUs, tied to the articles of such a target. */
async function tied(
  articles: ArticleLookup,
  skus: readonly string[],
  cache = noIdCache,
  bring?: FlowContext['bring'],
) {
  const world = new World({ settings: { products: bring === undefined ? 'require' : 'create' } });
  const sold = order({ lines: skus.map((sku) => line({ sku, productId: `id of ${sku}` })) });
  const work = await world.work(sold);
  const lines = skus.map((sku) => ({ kind: 'item', sku })) as unknown as Document['lines'];
  const context: typeof work.context = {
    ...work.context,
    cachedIds: (kind, keys, find) => cachedIds(cache, kind, keys, find),
    ...(bring && { bring }),
  };
  const endpoints = { ...work.endpoints, target: { ...work.endpoints.target, articles } };
  const document = await withArticles({ context, endpoints, order: sold }, { lines } as Document);
  return document.lines.map(({ articleId }) => articleId);
}

describe.each(['searched', 'walked'] as const)('articles that are %s', (kind) => {
  test('are named by the lines that sell them', async () => {
    const { [kind]: articles } = lookups();
    expect(await tied(articles, ['POT', 'TEA', 'POT'])).toEqual(['4', '1', '4']);
  });

  test('hold up the order that has one that is not there, by its SKU', async () => {
    const { [kind]: articles } = lookups();
    await expect(tied(articles, ['TEA', 'VASE'])).rejects.toMatchObject({
      kind: 'rejected',
      code: 'product_unknown',
      params: { skus: ['VASE'] },
    });
  });

  test('hold up the order of a SKU that several have, wherever those stand', async () => {
    for (const place of [1, 4]) {
      const { [kind]: articles } = lookups(shelf.toSpliced(place, 0, ['TEA', '9']));
      await expect(tied(articles, ['TEA', 'CUP'])).rejects.toMatchObject({
        kind: 'rejected',
        code: 'sku_twice',
        params: { of: 'target', sku: 'TEA', places: ['1', '9'] },
      });
    }
  });
});

test('an order of articles that are under way waits for the first of them, and asks nobody meanwhile', async () => {
  const states = { 'id of VASE': 'done', 'id of JUG': 'under-way', 'id of URN': 'under-way' } as const;
  const bring: FlowContext['bring'] = (_, key) => states[key as keyof typeof states] ?? 'absent';
  const { searched } = lookups();
  const waits = tied(searched, ['TEA', 'JUG', 'URN'], noIdCache, bring);
  const problem = await waits.catch((error: unknown) => error as Problem);
  expect(problem).toMatchObject({
    ...{ kind: 'wait', code: 'product_under_way', params: { skus: ['JUG', 'URN'] } },
    awaits: awaitedRecord('products', 'id of JUG'),
  });
  expect((problem as Problem).retryAt).toBe(Date.parse('2026-03-02T12:00:00Z') + 3_600_000);
  await expect(tied(searched, ['VASE', 'JUG'], noIdCache, bring)).rejects.toMatchObject({
    ...{ kind: 'retry', code: 'product_unknown' },
  });
  await expect(tied(searched, ['VASE', 'POT', 'BOWL'], noIdCache, bring)).rejects.toMatchObject({
    ...{ kind: 'rejected', code: 'product_unknown' },
  });
});

test('articles are walked through to the end, and those that were found before not at all', async () => {
  const { asked, walked } = lookups();
  const cache = memoryIdCache();
  await tied(walked, ['MUG'], cache);
  expect(asked.calls).toBe(3);
  await tied(walked, ['MUG', 'CUP'], cache);
  expect(asked.calls).toBe(6);
  await tied(walked, ['CUP', 'MUG'], cache);
  expect(asked.calls).toBe(6);
});
