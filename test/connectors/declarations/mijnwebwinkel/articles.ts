import { z } from 'zod';
import { path } from '../../../../src/connectors/contract/path.ts';
import { byWalk } from '../../../../src/connectors/contract/target.ts';
import { needed, text } from '../../../../src/connectors/wire/fields.ts';
import { readToken } from '../../../../src/connectors/wire/pages.ts';
import { pageOf } from './lists.ts';

const row = z.object({ id: needed(text), sku: text });

/** Articles cannot be searched by SKU (sheet 7): all are walked through. */
export const articles = byWalk(async (api, page) => {
  const offset = page === null ? 0 : readToken(page, z.number().int().min(0));
  const { rows, next } = await pageOf(
    api,
    { path: path`/articles`, name: 'articles', row, query: {} },
    offset,
  );
  const ids = new Map(rows.flatMap(({ id, sku }) => (sku ? [[sku, id] as const] : [])));
  return { ids, next: next === null ? null : String(next) };
});
