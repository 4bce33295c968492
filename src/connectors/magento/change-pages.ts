import { z } from 'zod';
import { rejected } from '../../records/problem.ts';
import type { Api } from '../contract/api.ts';
import type { Change, ChangePage, ChangeWindow } from '../contract/source.ts';
import { utcText } from '../wire/timestamps.ts';
import { type Filter, found, searchQuery } from './search.ts';

const pageSize = 100;

/** The last row of a page; the next begins behind it. */
const token = z.object({ updatedAt: z.string().min(1), id: z.string().regex(/^\d+$/) });

export interface ChangedRow {
  readonly id: string;
  readonly updatedAt: string;
  /** Left out, the record is looked at whenever it is named. */
  readonly version?: string | undefined;
}

interface Listing<Row extends ChangedRow> {
  readonly flow: Change['flow'];
  readonly path: string;
  readonly row: z.ZodType<Row>;
  readonly fields: string;
  /** What else must hold for a row. */
  readonly where: readonly Filter[];
}

/**
 * One page of the records changed in a window, by `updated_at` and then by id. A page is asked for by its predecessor's
 * last row, never by its number: rows that change meanwhile leave for later and move nothing. "Behind that row" is
 * (time ≥ T) and (time > T or id > I), as filters know no nesting (sheet 4.1).
 */
export async function changePage<Row extends ChangedRow>(
  api: Api,
  window: ChangeWindow,
  listing: Listing<Row>,
): Promise<ChangePage> {
  const last = window.page === null ? null : readToken(window.page);
  const since = last?.updatedAt ?? utcText(window.since);
  const behind =
    last === null
      ? []
      : [
          [
            { field: 'updated_at', condition: 'gt' as const, value: last.updatedAt },
            { field: 'entity_id', condition: 'gt' as const, value: last.id },
          ],
        ];
  const answer = await api.get(
    listing.path,
    found(listing.row),
    searchQuery({
      groups: [
        [{ field: 'updated_at', condition: 'gteq', value: since }],
        [{ field: 'updated_at', condition: 'lteq', value: utcText(window.until) }],
        ...behind,
        ...listing.where.map((filter) => [filter]),
      ],
      sort: [
        { field: 'updated_at', direction: 'ASC' },
        { field: 'entity_id', direction: 'ASC' },
      ],
      pageSize,
      fields: listing.fields,
    }),
  );
  const end = answer.items.at(-1);
  // The shop may cut pages shorter than asked (sheet 6); its total counts all that match.
  const more = Number(answer.total_count ?? 0) > answer.items.length || answer.items.length >= pageSize;
  return {
    changes: answer.items.map(({ id, version }) => ({
      flow: listing.flow,
      key: id,
      ...(version === undefined ? {} : { version }),
    })),
    next: end !== undefined && more ? JSON.stringify({ updatedAt: end.updatedAt, id: end.id }) : null,
  };
}

function readToken(page: string): z.infer<typeof token> {
  try {
    return token.parse(JSON.parse(page));
  } catch {
    throw rejected('page_unreadable', {});
  }
}
