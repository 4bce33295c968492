import { z } from 'zod';
import { path } from '../../../../src/connectors/contract/path.ts';
import { byWalk, type StockTarget } from '../../../../src/connectors/contract/target.ts';
import { needed, text } from '../../../../src/connectors/wire/fields.ts';
import { readToken } from '../../../../src/connectors/wire/pages.ts';
import { pageOf } from './lists.ts';

const articleWire = z.object({ id: needed(text), sku: text });

const token = z.object({ offset: z.int().nonnegative() });

/** Nothing finds an article by its SKU, and one call writes one article (sheet 8): the shop's stock is net of its own orders. */
export const stockTarget: StockTarget = {
  batchSize: 1,
  counts: 'net',
  skus: byWalk(async (api, page) => {
    const { offset } = page === null ? { offset: 0 } : readToken(page, token);
    const list = { path: path`/articles`, name: 'articles', row: articleWire, query: {} };
    const { rows, next } = await pageOf(api, list, offset);
    const ids = rows.flatMap(({ id, sku }) => (sku === undefined ? [] : [[sku, id] as const]));
    return { ids: new Map(ids), next: next === null ? null : JSON.stringify({ offset: next }) };
  }),

  async set(api, levels) {
    const [level] = levels;
    if (level?.productId === undefined || level.available === undefined) {
      return levels.map(() => ({ said: '', kind: 'rejected', code: 'not_found' }));
    }
    await api.patch(path`/articles/${level.productId}`, { stock: Number(level.available) });
    return ['written'];
  },
};
