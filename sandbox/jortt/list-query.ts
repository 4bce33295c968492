import { numberedPage } from '../kit/http/paging.ts';
import { type Call, data } from './endpoint.ts';
import { type Detail, invalidParams, isInvalid } from './refusal.ts';

export const apiBase = 'https://api.jortt.nl';
const pageSize = 100;
const minQueryLength = 3;

/** What a list was asked for (sheet 3.1, 3.4). An empty value is no filter. */
interface ListQuery<Filter extends string> {
  page: number;
  query: string | null;
  /** What was chosen of each filter. */
  chosen: Readonly<Partial<Record<Filter, string>>>;
}

/** The values that a filter takes, by its name: `{ invoice_status: ['sent', 'draft'] }`. */
type Filters<Name extends string> = Readonly<Record<Name, readonly string[]>>;

export function readListQuery<Filter extends string = never>(
  call: Call,
  filters: Filters<Filter> = {} as Filters<Filter>,
): ListQuery<Filter> {
  const { searchParams } = call.url;
  const details: Detail[] = [];
  const page = searchParams.get('page') || '1';
  if (!/^[1-9]\d{0,8}$/.test(page)) details.push(isInvalid('page'));
  const query = searchParams.get('query')?.trim() || null;
  if (query !== null && [...query].length < minQueryLength) details.push(isInvalid('query'));
  const chosen: Partial<Record<Filter, string>> = {};
  for (const name of Object.keys(filters) as Filter[]) {
    const value = searchParams.get(name);
    if (!value) continue;
    if (filters[name].includes(value)) chosen[name] = value;
    else details.push(isInvalid(name));
  }
  if (details.length > 0) throw invalidParams(details);
  return { page: Number(page), query, chosen };
}

/**
 * One page of a list with its links. With `dropsFilters` these lose every filter but the query, as recorded of
 * `invoice_status` (sheet 3.1): a client that follows them instead of counting gets other rows.
 */
export function pageOf<Row>(
  call: Call,
  asked: ListQuery<string>,
  rows: readonly Row[],
  onWire: (row: Row) => unknown,
  dropsFilters = false,
): Response {
  const { page, query, chosen } = asked;
  const link = (number: number) => {
    const parameters = new URLSearchParams();
    if (query !== null) parameters.set('query', query);
    for (const [name, value] of Object.entries(dropsFilters ? {} : chosen)) parameters.set(name, value ?? '');
    parameters.set('page', String(number));
    return { href: `${apiBase}${call.url.pathname}?${parameters}`, type: 'application/json' };
  };
  const shown = numberedPage(rows, page, pageSize);
  return data(shown.rows.map(onWire), {
    _links: {
      previous: page > 1 ? link(page - 1) : null,
      next: page < shown.last ? link(page + 1) : null,
      self: link(page),
      documentation: { href: 'https://developer.jortt.nl/#pagination', type: 'text/html' },
    },
  });
}
