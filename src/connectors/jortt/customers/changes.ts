import { z } from 'zod';
import { path } from '../../contract/path.ts';
import { bySnapshot, type SnapshotRow } from '../../contract/source.ts';
import { digest } from '../../wire/digest.ts';
import { readToken } from '../../wire/pages.ts';
import { onePage } from '../pages.ts';

const token = z.object({ page: z.int().positive() });

const rowWire = z.looseObject({ id: z.string().min(1), archived: z.boolean().nullish() });

/**
 * Which customers changed. Jortt lists all of them by name and tells of no change (sheet 3.4), so every one is read, a
 * hundred to a page, and compared. A long list is read in parts, a part per window, round and round: a change is noticed
 * a round later at most. So is one whom a deletion pulled over the edge of a page; of a backfill it is found at its end.
 */
export const customerChanges = bySnapshot({
  reportsGone: false,
  listsAll: true,
  pagesPerWindow: 20,
  async page(api, window) {
    const page = window.page === null ? 1 : readToken(window.page, token).page;
    const { data, isLast } = await onePage(api, path`/v3/customers`, rowWire, page);
    const rows = await Promise.all(data.map(rowOf));
    return { rows, next: isLast ? null : JSON.stringify({ page: page + 1 }) };
  },
});

/** A customer that is archived was put away: there is nothing to look at until it is brought back. */
async function rowOf(row: z.infer<typeof rowWire>): Promise<SnapshotRow> {
  return { key: row.id, digest: await digest(row), ...(row.archived ? { subject: null } : {}) };
}
