import { badRequest, topLevelError } from './errors.ts';

/** The arguments that every connection takes. */
export interface PageArguments {
  readonly first?: number | null;
  readonly last?: number | null;
  readonly after?: string | null;
  readonly before?: string | null;
  readonly reverse?: boolean | null;
}

/** What a row is sorted by: its place does not depend on the rows around it. */
export type SortValue = string | number;

interface Cursor {
  readonly last_id: string;
  readonly last_value: SortValue;
  /** How many rows came before: paging ends at 25,000 (sheet 3.1). */
  readonly n: number;
}

interface Placed<Row> {
  readonly row: Row;
  readonly at: Pick<Cursor, 'last_id' | 'last_value'>;
}

const maxPage = 250;
const maxDepth = 25_000;

/**
 * One page of rows. A cursor names a place in the order, not a row: a row that changes during a walk is met again where it
 * has moved to, and none is skipped.
 */
export function connection<Row>(
  rows: readonly Row[],
  page: PageArguments,
  idOf: (row: Row) => string,
  sortOf: ((row: Row) => SortValue) | null,
  view: (row: Row) => unknown,
): Record<string, unknown> {
  const { first, last } = page;
  const size = first ?? last;
  if (size === null || size === undefined) throw badRequest('you must provide one of first or last');
  if (size < 0 || size > maxPage) {
    throw badRequest(
      `${first === null || first === undefined ? 'last' : 'first'} must be between 0 and ${maxPage}`,
    );
  }
  const ordered = sorted(rows, idOf, sortOf, page.reverse === true);
  const compare = (one: Placed<Row>['at'], other: Placed<Row>['at']) =>
    comparePlaces(one, other) * (page.reverse === true ? -1 : 1);
  const after = page.after ? readCursor(page.after) : null;
  const before = page.before ? readCursor(page.before) : null;
  const within = ordered.filter(
    ({ at }) => (after === null || compare(at, after) > 0) && (before === null || compare(at, before) < 0),
  );
  const shown =
    first === null || first === undefined ? within.slice(-size || within.length) : within.slice(0, size);
  const passed = after?.n ?? 0;
  if (passed + shown.length > maxDepth) {
    throw topLevelError('PAGINATION_LIMIT_REACHED', `Paging ends after ${maxDepth} objects.`);
  }
  const edges = shown.map(({ row, at }, index) => ({
    cursor: btoa(unescape(encodeURIComponent(JSON.stringify({ ...at, n: passed + index + 1 })))),
    node: view(row),
  }));
  const start = shown[0] === undefined ? 0 : within.indexOf(shown[0]);
  return {
    edges,
    nodes: edges.map(({ node }) => node),
    pageInfo: {
      hasNextPage: start + shown.length < within.length || (before !== null && shown.length > 0),
      hasPreviousPage: start > 0 || (after !== null && shown.length > 0),
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

/** Rows that stand in an order of their own: lines of an order, values of an option. */
export function listed<Row>(rows: readonly Row[], page: PageArguments, view: (row: Row) => unknown) {
  const places = new Map(rows.map((row, index) => [row, index]));
  const place = (row: Row) => places.get(row) ?? 0;
  return connection(rows, page, (row) => String(place(row)), place, view);
}

function sorted<Row>(
  rows: readonly Row[],
  idOf: (row: Row) => string,
  sortOf: ((row: Row) => SortValue) | null,
  isReversed: boolean,
): Placed<Row>[] {
  const placed = rows.map((row) => {
    const id = idOf(row);
    return { row, at: { last_id: id, last_value: sortOf === null ? idRank(id) : sortOf(row) } };
  });
  placed.sort((one, other) => comparePlaces(one.at, other.at));
  return isReversed ? placed.reverse() : placed;
}

function comparePlaces(one: Placed<unknown>['at'], other: Placed<unknown>['at']): number {
  if (one.last_value !== other.last_value) return one.last_value < other.last_value ? -1 : 1;
  const [a, b] = [idRank(one.last_id), idRank(other.last_id)];
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Ids as numbers, also those above 2^53. */
function idRank(id: string): string {
  return id.padStart(24, '0');
}

function readCursor(text: string): Cursor {
  try {
    return JSON.parse(decodeURIComponent(escape(atob(text)))) as Cursor;
  } catch {
    throw badRequest(`Invalid cursor for current pagination sort.`);
  }
}

/** How many there are of what is no more than this (`Count`). */
export function exactCount(count: number) {
  return { count, precision: 'EXACT' };
}
