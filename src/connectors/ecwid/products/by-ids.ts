import { z } from 'zod';
import type { Api } from '../../contract/api.ts';
import { path } from '../../contract/path.ts';
import { countedId } from '../../wire/counted-id.ts';
import { list } from '../../wire/fields.ts';

/** As many rows as a page has (sheet 2.1); their ids come to less than 1,500 characters of an address. */
export const idsPerCall = 100;

/** Products by id, a hundred with a call; what is gone is left out (sheet 4.2). `fields`: the mask of a row; left out, all of it. */
export async function productsByIds<Row extends { readonly id: string }>(
  api: Api,
  ids: readonly string[],
  row: z.ZodType<Row>,
  fields?: string,
): Promise<Map<string, Row>> {
  const wanted = [...new Set(ids)].filter((id) => countedId(id) !== '');
  const found = new Map<string, Row>();
  for (let start = 0; start < wanted.length; start += idsPerCall) {
    const { items } = await api.get(path`/products`, z.object({ items: list(row) }), {
      productId: wanted.slice(start, start + idsPerCall).join(','),
      limit: idsPerCall,
      ...(fields === undefined ? {} : { responseFields: `total,count,offset,limit,items(${fields})` }),
    });
    for (const item of items) if (wanted.includes(item.id)) found.set(item.id, item);
  }
  return found;
}
