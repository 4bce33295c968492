import { numberedPage } from '../kit/http/paging.ts';
import { type Call, data } from './endpoint.ts';
import { type Detail, invalidParams, isInvalid } from './refusal.ts';

export const apiBase = 'https://api.jortt.nl';
const pageSize = 100;
const minQueryLength = 3;

/** What a list was asked for (sheet 3.1, 3.4). An empty value is no filter. */
interface ListQuery {
  page: number;
  query: string | null;
  status: string | null;
}

export function readListQuery(call: Call, statuses: readonly string[] = []): ListQuery {
  const { searchParams } = call.url;
  const details: Detail[] = [];
  const page = searchParams.get('page') || '1';
  if (!/^[1-9]\d{0,8}$/.test(page)) details.push(isInvalid('page'));
  const query = searchParams.get('query')?.trim() || null;
  if (query !== null && [...query].length < minQueryLength) details.push(isInvalid('query'));
  const status = (statuses.length > 0 && searchParams.get('invoice_status')) || null;
  if (status !== null && !statuses.includes(status)) details.push(isInvalid('invoice_status'));
  if (details.length > 0) throw invalidParams(details);
  return { page: Number(page), query, status };
}

/**
 * One page of a list with its links. With `dropsStatus` these lose `invoice_status`, as recorded (sheet 3.1): a client
 * that follows them instead of counting gets other rows.
 */
export function pageOf<Row>(
  call: Call,
  asked: ListQuery,
  rows: readonly Row[],
  onWire: (row: Row) => unknown,
  dropsStatus = false,
): Response {
  const { page, query, status } = asked;
  const link = (number: number) => {
    const parameters = new URLSearchParams();
    if (query !== null) parameters.set('query', query);
    if (status !== null && !dropsStatus) parameters.set('invoice_status', status);
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
