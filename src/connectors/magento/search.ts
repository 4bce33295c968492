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

/** `items` may be null where there are none (sheet 4.2). */
export function found<Row>(row: z.ZodType<Row>) {
  return z.object({ items: list(row), total_count: amount });
}

/** Shops may refuse more than 300 (sheet 6). */
export const safePageSize = 100;

/** Of one search: with e-mail addresses of 60 characters an address of two thousand, which every server takes. */
export const maxKeys = 20;

interface KeySearch<Row> {
  readonly path: Path;
  readonly row: z.ZodType<Row>;
  readonly field: string;
  /** What else must hold for a row. */
  readonly where?: readonly Filter[];
  readonly fields?: string;
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
  const { path, row, field, where = [], fields } = search;
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
      sort: [{ field: 'entity_id', direction: 'ASC' }],
      pageSize: safePageSize,
      fields,
    }),
  );
  if (together.length === 1 || Number(total ?? 0) <= items.length) yield* items;
  else for (const value of together) yield* rowsWith(api, search, [value]);
}
