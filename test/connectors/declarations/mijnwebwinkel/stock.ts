import { z } from 'zod';
import { path } from '../../../../src/connectors/contract/path.ts';
import type { StockTarget } from '../../../../src/connectors/contract/stock.ts';
import { byWalk } from '../../../../src/connectors/contract/target.ts';
import { amount, needed, text } from '../../../../src/connectors/wire/fields.ts';
import { readToken } from '../../../../src/connectors/wire/pages.ts';
import type { StockLevel } from '../../../../src/records/stock-level.ts';
import { pageOf } from './lists.ts';

const articleWire = z.object({ id: needed(text), sku: text });
const stockWire = z.object({ sku: text, stock: needed(amount) });

const token = z.object({ offset: z.int().nonnegative() });

/** Nothing finds an article by its SKU, and one call writes one article (sheet 8): the shop's stock is net of its own orders. */
export const stockTarget: StockTarget = {
  batchSize: 1,
  negative: false,
  counts: async () => 'net',
  skus: byWalk(async (api, page) => {
    const { offset } = page === null ? { offset: 0 } : readToken(page, token);
    const list = { path: path`/articles`, name: 'articles', row: articleWire, query: {} };
    const { rows, next } = await pageOf(api, list, offset);
    const ids = rows.flatMap(({ id, sku }) => (sku === undefined ? [] : [[sku, id] as const]));
    return { ids: new Map(ids), next: next === null ? null : JSON.stringify({ offset: next }) };
  }),

  async standing(api, ids) {
    const levels = new Map<string, StockLevel>();
    for (const id of ids) {
      const article = await api.find(path`/articles/${id}`, stockWire);
      if (article !== null) levels.set(id, { sku: article.sku, managed: true, available: article.stock });
    }
    return levels;
  },

  async set(api, changes) {
    for (const { id, quantity } of changes)
      await api.patch(path`/articles/${id}`, { stock: Number(quantity) });
    return changes.map(() => ({ kind: 'written' }));
  },
};
