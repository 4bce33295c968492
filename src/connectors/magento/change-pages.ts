import { z } from 'zod';
import type { Api } from '../contract/api.ts';
import type { FlowName } from '../contract/connector.ts';
import type { Path } from '../contract/path.ts';
import type { ChangePage, ChangeWindow } from '../contract/source.ts';
import { type ChangedRow, changesOf } from '../wire/changes.ts';
import { readToken } from '../wire/pages.ts';
import { utcInstant, utcText } from '../wire/timestamps.ts';
import { type Filter, found, safePageSize, searchQuery } from './search.ts';

/** The last row of a page; the next begins behind it. */
const token = z.object({ updatedAt: z.string().min(1), id: z.string().regex(/^\d+$/) });

interface ListedRow extends Omit<ChangedRow, 'changedAt'> {
  readonly updatedAt: string;
}

interface Listing {
  readonly flow: FlowName;
  readonly path: Path;
  readonly row: z.ZodType<ListedRow>;
  readonly fields: string;
  /** How near the end of a window a row has no version. */
  readonly freshMs: number;
  /** What else must hold for a row. */
  readonly where: readonly Filter[];
}

/**
 * One page of the records changed in a window, by `updated_at` and then by id. A page is asked for by its predecessor's
 * last row, never by its number: rows that change meanwhile leave for later and move nothing. "Behind that row" is
 * (time ≥ T) and (time > T or id > I), as filters know no nesting (sheet 4.1).
 */
export async function changePage(api: Api, window: ChangeWindow, listing: Listing): Promise<ChangePage> {
  const { flow, path, row, fields, where } = listing;
  const last = window.page === null ? null : readToken(window.page, token);
  const since = last?.updatedAt ?? utcText(window.since);
  const behind: Filter[] = last
    ? [
        { field: 'updated_at', condition: 'gt', value: last.updatedAt },
        { field: 'entity_id', condition: 'gt', value: last.id },
      ]
    : [];
  const { items, total_count: total } = await api.get(
    path,
    found(row),
    searchQuery({
      groups: [
        { field: 'updated_at', condition: 'gteq', value: since },
        { field: 'updated_at', condition: 'lteq', value: utcText(window.until) },
        ...(behind.length === 0 ? [] : [behind]),
        ...where,
      ],
      sort: [
        { field: 'updated_at', direction: 'ASC' },
        { field: 'entity_id', direction: 'ASC' },
      ],
      pageSize: safePageSize,
      fields,
    }),
  );
  const end = items.at(-1);
  // The shop may cut pages shorter than asked (sheet 6); its total counts all that match.
  const isLast = items.length < safePageSize && Number(total ?? 0) <= items.length;
  return {
    changes: changesOf(flow, items.map(dated), window, listing.freshMs),
    next: end === undefined || isLast ? null : JSON.stringify({ updatedAt: end.updatedAt, id: end.id }),
  };
}

function dated(row: ListedRow): ChangedRow {
  return { ...row, changedAt: utcInstant(row.updatedAt) };
}
