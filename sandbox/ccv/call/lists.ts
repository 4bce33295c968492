/** Lists with pages and without, sorted and filtered (sheet 3.2). Parameters that a list does not know are refused. */
import { pageFrom } from '../../kit/http/paging.ts';
import type { Json, JsonObject } from '../../kit/json.ts';
import { type RowOrder, reversed } from '../../kit/search/sorting.ts';
import { invalid } from '../refusal.ts';
import type { Call } from './call.ts';

interface Listing<Row> {
  readonly show: (row: Row) => Json;
  /** Names of the filters and of other parameters. They are applied to the rows before. */
  readonly filters?: readonly string[];
  readonly orders?: Readonly<Record<string, RowOrder<Row>>>;
  /** `items` of an empty one may be null. */
  readonly mayBeNull?: true;
}

/** `{href, items}`, all there is. */
export function plainList<Row>(call: Call, rows: readonly Row[], listing: Listing<Row>): JsonObject {
  checkNames(call, listing, []);
  const items = sorted(call, rows, listing).map(listing.show);
  return { href: `${call.links.root}${below(call)}`, items: itemsOf(call, items, listing) };
}

/** With `start`, `size`, and whole links to the pages before and after. Nothing tells how many there are. */
export function pagedList<Row>(call: Call, rows: readonly Row[], listing: Listing<Row>): JsonObject {
  checkNames(call, listing, ['start', 'size']);
  const start = wholeIn(call, 'start', 0, 0);
  const size = sizeIn(call);
  const page = (from: number) => {
    const search = new URLSearchParams(call.search);
    search.set('start', String(from));
    search.set('size', String(size));
    return `${call.links.root}${call.path}?${search}`;
  };
  const items = pageFrom(sorted(call, rows, listing), start, size).map(listing.show);
  return {
    start,
    size,
    href: page(start),
    first: page(0),
    previous: start === 0 ? null : page(Math.max(0, start - size)),
    next: start + size < rows.length ? page(start + size) : null,
    items: itemsOf(call, items, listing),
  };
}

/** What is asked to be filled in, of what can be (sheet 3.3). */
export function expandsIn({ query }: Call, known: readonly string[]): ReadonlySet<string> {
  const asked = query.list('expand') ?? [];
  const unknown = asked.find((name) => !known.includes(name));
  if (unknown !== undefined) throw invalid(`${unknown} cannot be expanded`);
  return new Set(asked);
}

function itemsOf(
  { settings }: Call,
  items: readonly Json[],
  { mayBeNull }: Pick<Listing<never>, 'mayBeNull'>,
): Json {
  return mayBeNull && items.length === 0 && settings.emptyRows === 'null' ? null : [...items];
}

function checkNames<Row>(
  { query, settings }: Call,
  { filters = [], orders }: Listing<Row>,
  more: readonly string[],
): void {
  if (settings.unknownParameters === 'ignored') return;
  const known = [...filters, ...more, ...(orders === undefined ? [] : ['orderby'])];
  const unknown = query.names().find((name) => !known.includes(name));
  if (unknown !== undefined) throw invalid(`The parameter ${unknown} is unknown`);
}

function sorted<Row>({ query }: Call, rows: readonly Row[], { orders }: Listing<Row>): readonly Row[] {
  const asked = query.text('orderby');
  if (asked === undefined || orders === undefined) return rows;
  const order = orders[asked.replace(/_desc$/, '')];
  if (order === undefined) throw invalid(`It cannot be ordered by ${asked}`);
  return [...rows].sort(asked.endsWith('_desc') ? reversed(order) : order);
}

function sizeIn(call: Call): number {
  const { defaultSize, maxSize, overlongSize } = call.settings;
  const size = wholeIn(call, 'size', Math.min(defaultSize, maxSize), 1);
  if (size > maxSize && overlongSize === 'refuse') throw invalid(`size may be ${maxSize} at most`);
  return Math.min(size, maxSize);
}

function wholeIn({ query }: Call, name: string, byDefault: number, least: number): number {
  const value = query.number(name) ?? byDefault;
  if (!Number.isInteger(value) || value < least) throw invalid(`The parameter ${name} is not valid`);
  return value;
}

function below({ path, search }: Call): string {
  return search.size === 0 ? path : `${path}?${search}`;
}
