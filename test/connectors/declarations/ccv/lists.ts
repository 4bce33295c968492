import { z } from 'zod';
import type { Api, Query } from '../../../../src/connectors/contract/api.ts';
import type { Path } from '../../../../src/connectors/contract/path.ts';
import { text } from '../../../../src/connectors/wire/fields.ts';
import { asItIs } from './account.ts';

/** How many the server gives at most is unknown (sheet 3.2). */
export const pageSize = 100;

/**
 * One page of a collection, by where it starts. `next` is where the next one does: the link's own figure, for the link may
 * name any host.
 */
export async function pageOf<Row>(
  api: Api,
  list: { readonly path: Path; readonly row: z.ZodType<Row>; readonly query?: Query },
  start: number,
): Promise<{ readonly rows: readonly Row[]; readonly next: number | null }> {
  const collection = z.object({ items: z.array(list.row), next: text });
  const query = { ...list.query, start, size: pageSize };
  const { items, next } = await api.get(list.path, collection, query, asItIs(api));
  const follows = next === undefined ? null : startOf(next);
  return { rows: items, next: follows !== null && follows > start ? follows : null };
}

/** Null where a link does not tell. */
function startOf(link: string): number | null {
  const start = URL.canParse(link) ? new URL(link).searchParams.get('start') : null;
  return start !== null && /^\d+$/.test(start) ? Number(start) : null;
}
