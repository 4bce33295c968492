import { z } from 'zod';
import type { Api } from '../../contract/api.ts';
import { path } from '../../contract/path.ts';
import { byTime, type ChangePage, type ChangeWindow } from '../../contract/source.ts';
import { freshMs } from '../../wire/changes.ts';
import { list, needed, text } from '../../wire/fields.ts';
import { seconds, toSeconds } from '../../wire/timestamps.ts';
import { changePage, type Listing } from '../change-pages.ts';

const pageSize = 100;

/** Where the list of what was deleted goes on; it is read behind the list of what changed. */
const deletedFrom = z.object({ deleted: z.int().nonnegative() });

const changed: Omit<Listing, 'flow'> = {
  path: path`/products`,
  row: z.object({ id: needed(text), updateTimestamp: text }).transform(({ id, updateTimestamp }) => ({
    id,
    changedAt: seconds.safeParse(updateTimestamp).data,
    version: updateTimestamp,
  })),
  fields: 'id,updateTimestamp',
  freshMs: freshMs.timeAlone,
  sortBy: 'UPDATED_TIME_ASC',
};

/** Products that changed or were deleted: of both flows, as a change of stock is a change of its product (sheet 4.7). */
export function productChanges(flow: 'products' | 'stock') {
  return byTime(async (api, window) => {
    const offset = offsetOfDeleted(window.page);
    if (offset !== null) return deletedPage(api, window, flow, offset);
    const page = await changePage(api, window, { ...changed, flow });
    return page.next === null ? { ...page, next: JSON.stringify({ deleted: 0 }) } : page;
  });
}

function offsetOfDeleted(page: string | null): number | null {
  if (page === null || !page.includes('deleted')) return null;
  return deletedFrom.parse(JSON.parse(page)).deleted;
}

/** A shop that keeps no such list tells of what was deleted by webhook only. */
async function deletedPage(
  api: Api,
  { since, until }: ChangeWindow,
  flow: 'products' | 'stock',
  offset: number,
): Promise<ChangePage> {
  const answer = z.object({ total: text, items: list(z.object({ id: needed(text) })) });
  const page = await api.find(path`/products/deleted`, answer, {
    from_date: toSeconds(since),
    to_date: toSeconds(until),
    limit: pageSize,
    offset,
  });
  const items = page?.items ?? [];
  const end = offset + items.length;
  const isLast = items.length === 0 || end >= Number(page?.total ?? 0);
  return {
    changes: items.map(({ id }) => ({ flow, key: id })),
    next: isLast ? null : JSON.stringify({ deleted: end }),
  };
}
