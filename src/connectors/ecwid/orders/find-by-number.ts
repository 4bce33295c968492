import { z } from 'zod';
import type { Api } from '../../contract/api.ts';
import { path } from '../../contract/path.ts';
import type { Numbered } from '../../contract/source.ts';
import { list, needed, text } from '../../wire/fields.ts';
import { numbered } from '../../wire/numbered.ts';

const pageSize = 100;

const answer = z.object({
  items: list(z.object({ id: needed(text) }).transform(({ id }) => ({ key: id, number: id }))),
});

/**
 * An order's id is its number (sheet 3.2). `keywords` looks at many other fields too (sheet 3.3), so its hits are
 * candidates; `ids` takes a number without the shop's prefix and suffix, but only as it is spelt.
 */
export async function findByNumber(api: Api, number: string): Promise<readonly Numbered[]> {
  const hits = numbered(await search(api, { keywords: number }), number);
  return hits.length > 0 ? hits : search(api, { ids: number.toUpperCase() });
}

async function search(api: Api, filter: { keywords: string } | { ids: string }): Promise<Numbered[]> {
  const { items } = await api.get(path`/orders`, answer, {
    ...filter,
    limit: pageSize,
    responseFields: 'total,count,offset,limit,items(id)',
  });
  return items;
}
