import { z } from 'zod';
import type { Query } from '../contract/api.ts';
import { list } from '../wire/fields.ts';
import { amount } from './fields.ts';

/** One of the conditions of sheet 4.1. */
export interface Filter {
  readonly field: string;
  readonly condition: 'eq' | 'gt' | 'gteq' | 'lteq' | 'in';
  readonly value: string;
}

interface Search {
  /** Filters of one group are joined with OR, groups with AND (sheet 4.1). */
  readonly groups: readonly (readonly Filter[])[];
  /** There is no order without one (sheet 17.4). */
  readonly sort: readonly { readonly field: string; readonly direction: 'ASC' | 'DESC' }[];
  /** Without one the whole table is read (sheet 4.3). */
  readonly pageSize: number;
  /** What is wanted of a row; all of it when left out. */
  readonly fields?: string;
}

/**
 * Always the first page: a page beyond the end may repeat the last one (sheet 4.3). Indexes stay below ten, or the
 * shop's order of a signature's parameters would be another than ours (sheet 2.2).
 */
export function searchQuery({ groups, sort, pageSize, fields }: Search): Query {
  const query: Record<string, string | number> = {};
  groups.forEach((filters, group) => {
    filters.forEach(({ field, condition, value }, filter) => {
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
