import { numberedPage } from '../../kit/http/paging.ts';
import type { Json, JsonObject } from '../../kit/json.ts';
import { shuffled } from '../../kit/random.ts';
import { inOrder, type RowOrder, reversed } from '../../kit/search/sorting.ts';
import { refusal } from '../refusal.ts';
import type { MagentoSettings } from '../settings.ts';
import { matches, order } from './conditions.ts';
import type { SearchCriteria } from './criteria.ts';

/** Rows of any form. */
export interface SearchedRows<Row> {
  readonly rows: readonly Row[];
  /** The columns that can be asked for, and what a row has in them. */
  readonly columns: ReadonlySet<string>;
  readonly read: (row: Row, field: string) => Json | undefined;
  /** How a found row is shown. */
  readonly show: (row: Row) => JsonObject;
}

/** Rows that are kept as they are shown, unless told otherwise. */
export type Searched = Pick<SearchedRows<JsonObject>, 'rows' | 'columns'> & Partial<SearchedRows<JsonObject>>;

export interface Searching {
  readonly settings: MagentoSettings;
  readonly random: () => number;
}

/** What every list has in common (sheet 4.2, 4.3). */
export function search(criteria: SearchCriteria, searched: Searched, searching: Searching): JsonObject {
  const { read = (row, field) => row[field], show = (row) => row } = searched;
  return searchRows(criteria, { ...searched, read, show }, searching);
}

export function searchRows<Row>(
  criteria: SearchCriteria,
  searched: SearchedRows<Row>,
  { settings, random }: Searching,
): JsonObject {
  const { read } = searched;
  const fields = [...criteria.groups.flat(), ...criteria.sorts].map(({ field }) => field);
  const unknown = fields.find((field) => !searched.columns.has(field));
  if (unknown !== undefined) {
    const text = `SQLSTATE[42S22]: Column not found: 1054 Unknown column '${unknown}' in 'where clause'`;
    throw refusal(400, text);
  }
  const found = searched.rows.filter((row) =>
    criteria.groups.every(
      (group) => group.length === 0 || group.some((filter) => matches(read(row, filter.field), filter)),
    ),
  );
  const mixed = settings.shuffleUnsorted ? shuffled(random, found) : found;
  const orders = criteria.sorts.map(({ field, direction }) => {
    const ascending: RowOrder<Row> = (one, other) => order(read(one, field), read(other, field));
    return direction === 'ASC' ? ascending : reversed(ascending);
  });
  const sorted = mixed.toSorted(inOrder(...orders));
  const page = pageOf(sorted, criteria, settings);
  return {
    items: page.map((row) => searched.show(row)),
    search_criteria: echo(criteria),
    total_count: found.length,
  };
}

function pageOf<Row>(rows: Row[], criteria: SearchCriteria, settings: MagentoSettings): Row[] {
  const { maxPageSize, defaultPageSize, pageBeyondEnd } = settings;
  const asked = criteria.pageSize ?? defaultPageSize;
  if (maxPageSize !== null && (criteria.pageSize ?? 0) > maxPageSize) {
    throw refusal(400, 'Maximum SearchCriteria pageSize is %max', { max: maxPageSize });
  }
  // Without a valid size everything is returned.
  if (asked === null || asked <= 0) return rows;
  const wanted = numberedPage(rows, Math.max(1, criteria.currentPage ?? 1), asked);
  const isBeyond = wanted.rows.length === 0 && pageBeyondEnd === 'last';
  return isBeyond ? numberedPage(rows, wanted.last, asked).rows : wanted.rows;
}

function echo({ groups, sorts, pageSize, currentPage }: SearchCriteria): JsonObject {
  return {
    filter_groups: groups.map((filters) => ({
      filters: filters.map(({ field, value, condition }) => ({ field, value, condition_type: condition })),
    })),
    ...(sorts.length === 0
      ? {}
      : { sort_orders: sorts.map(({ field, direction }) => ({ field, direction })) }),
    ...(pageSize === null ? {} : { page_size: pageSize }),
    ...(currentPage === null ? {} : { current_page: currentPage }),
  };
}
