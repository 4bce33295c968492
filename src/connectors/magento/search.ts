import { z } from 'zod';
import type { Api, Query } from '../contract/api.ts';
import type { Path } from '../contract/path.ts';
import { list } from '../wire/fields.ts';
import { amount } from './fields.ts';

/** One of the conditions of sheet 4.1. */
export interface Filter {
  readonly field: string;
  readonly condition: 'eq' | 'gt' | 'gteq' | 'lteq' | 'in' | 'like';
  readonly value: string;
}

interface Search {
  /** Filters of one group are joined with OR, groups with AND (sheet 4.1). */
  readonly groups: readonly (Filter | readonly Filter[])[];
  /** There is no order without one (sheet 17.4). */
  readonly sort: readonly { readonly field: string; readonly direction: 'ASC' | 'DESC' }[];
  /** Without one the whole table is read (sheet 4.3). */
  readonly pageSize: number;
  /** What is wanted of a row; all of it when left out. */
  readonly fields?: string | undefined;
}

/**
 * Always the first page: a page beyond the end may repeat the last one (sheet 4.3). Indexes stay below ten, or the
 * shop's order of a signature's parameters would be another than ours (sheet 2.2).
 */
export function searchQuery({ groups, sort, pageSize, fields }: Search): Query {
  const query: Record<string, string | number> = {};
  groups.forEach((filters, group) => {
    [filters].flat().forEach(({ field, condition, value }, filter) => {
      const name = `searchCriteria[filter_groups][${group}][filters][${filter}]`;
      query[`${name}[field]`] = field;
      query[`${name}[value]`] = value;
      query[`${name}[condition_type]`] = condition;
    });
  });
  sort.forEach(({ field, direction }, index) => {
    query[`searchCriteria[sortOrders][${index}][field]`] = field;
    query[`searchCriteria[sortOrders][${index}][direction]`] = direction;
  });
  query['searchCriteria[pageSize]'] = pageSize;
  query['searchCriteria[currentPage]'] = 1;
  if (fields !== undefined) query.fields = `items[${fields}],total_count`;
  return query;
}

/** Made once for each kind of row: making one takes as long as reading an answer. */
const known = new WeakMap<z.ZodType, z.ZodType>();

/** `items` may be null where there are none (sheet 4.2). */
export function found<Row>(
  row: z.ZodType<Row>,
): z.ZodType<{ items: Row[]; total_count: string | undefined }> {
  const made = known.get(row) ?? z.object({ items: list(row), total_count: amount });
  known.set(row, made);
  return made as ReturnType<typeof found<Row>>;
}

/** Shops may refuse more than 300 (sheet 6). */
export const safePageSize = 100;

/** What shops take where they limit it (sheet 6): for lists whose rows are small. */
export const longPageSize = 300;

/** Of one search: with e-mail addresses of 60 characters an address of two thousand, which every server takes. */
export const maxKeys = 20;

interface KeySearch<Row> {
  readonly path: Path;
  readonly row: z.ZodType<Row>;
  readonly field: string;
  /** What else must hold for a row. */
  readonly where?: readonly Filter[];
  readonly fields?: string;
  /** What tells its rows apart; `entity_id` when left out. */
  readonly sort?: string;
  readonly pageSize?: number;
}

/**
 * The rows that have one of these values, oldest first. The database compares without regard to case and accents (sheet
 * 4.1): they are candidates. Values with a comma in them, which a list cannot hold, and lists whose rows do not fit in
 * one answer are asked for one by one.
 */
export async function* rowsWith<Row>(
  api: Api,
  search: KeySearch<Row>,
  values: readonly string[],
): AsyncGenerator<Row> {
  const { path, row, field, where = [], fields, sort = 'entity_id', pageSize = safePageSize } = search;
  const alone = values.length === 1 ? [] : values.filter((value) => value.includes(','));
  const together = values.filter((value) => !alone.includes(value));
  for (const value of alone) yield* rowsWith(api, search, [value]);
  if (together.length === 0) return;
  const condition = together.length === 1 ? 'eq' : 'in';
  const { items, total_count: total } = await api.get(
    path,
    found(row),
    searchQuery({
      groups: [{ field, condition, value: together.join(',') }, ...where],
      sort: [{ field: sort, direction: 'ASC' }],
      pageSize,
      fields,
    }),
  );
  if (together.length === 1 || Number(total ?? 0) <= items.length) yield* items;
  else for (const value of together) yield* rowsWith(api, search, [value]);
}

/** Of one search by SKU or id (sheet 12.4), and what they may come to in an address that every server takes. */
const maxBulk = 50;
const maxBulkLength = 1_500;

/** Cuts values into lists that one search takes. */
export function searchable(values: Iterable<string>): string[][] {
  const lists: string[][] = [];
  let length = Number.POSITIVE_INFINITY;
  for (const value of new Set(values)) {
    const own = encodeURIComponent(value).length + 3;
    const last = lists.at(-1);
    if (last === undefined || last.length >= maxBulk || length + own > maxBulkLength) {
      lists.push([value]);
      length = own;
    } else {
      last.push(value);
      length += own;
    }
  }
  return lists;
}

/** `rowsWith` for any number of values. */
export async function allRowsWith<Row>(
  api: Api,
  search: KeySearch<Row>,
  values: Iterable<string>,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (const some of searchable(values)) for await (const row of rowsWith(api, search, some)) rows.push(row);
  return rows;
}

/** Every row of a list that is numbered by `by`, page after page: each is asked for by its predecessor's last row. */
export async function* eachRow<Row>(
  api: Api,
  { path, row, by, idOf, where = [], fields }: Listed<Row>,
): AsyncGenerator<Row> {
  let last: string | undefined;
  for (;;) {
    const behind: Filter[] = last === undefined ? [] : [{ field: by, condition: 'gt', value: last }];
    const { items, total_count: total } = await api.get(
      path,
      found(row),
      searchQuery({
        groups: [...behind, ...where],
        sort: [{ field: by, direction: 'ASC' }],
        pageSize: safePageSize,
        fields,
      }),
    );
    yield* items;
    const end = items.at(-1);
    // The shop may cut pages shorter than asked (sheet 6); its total counts all that match.
    if (end === undefined || (items.length < safePageSize && Number(total ?? 0) <= items.length)) return;
    const next = idOf(end);
    // A shop that does not know the filter would give the same page for ever.
    if (next === last) return;
    last = next;
  }
}

interface Listed<Row> {
  readonly path: Path;
  readonly row: z.ZodType<Row>;
  /** A number of its own for every row. */
  readonly by: string;
  readonly idOf: (row: Row) => string;
  readonly where?: readonly Filter[];
  readonly fields?: string;
}
