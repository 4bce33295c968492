import type { RowTest } from '../../kit/search/row-tests.ts';
import { localDate } from '../../kit/time/local-time.ts';
import { badRequest } from '../graphql/errors.ts';
import { type Condition, type Operator, readQuery } from './query.ts';

/** How the value of a field is compared with what is asked. */
export type Filter<Row> =
  /** The whole value, without regard to case; `*` at the end stands for anything. */
  | { readonly is: 'keyword'; readonly read: (row: Row) => readonly (string | null)[] }
  /** Words, each of them: what is asked is cut into words (sheet 6). */
  | { readonly is: 'words'; readonly read: (row: Row) => readonly (string | null)[] }
  | { readonly is: 'time'; readonly read: (row: Row) => number | null }
  /** Whole days only (sheet 6). */
  | { readonly is: 'day'; readonly read: (row: Row) => number | null }
  | { readonly is: 'number'; readonly read: (row: Row) => number };

export type Filters<Row> = Readonly<Record<string, Filter<Row>>>;

/** Keyword filters, the most common kind, in short. */
export function keyword<Row>(...read: ((row: Row) => string | null | undefined)[]): Filter<Row> {
  return { is: 'keyword', read: (row) => read.map((each) => each(row) ?? null) };
}

/** `text` is what terms without a field look into. An unknown field is refused: the stand-in is strict where Shopify warns. */
export function rowTest<Row>(
  query: string | null | undefined,
  filters: Filters<Row>,
  text: (row: Row) => readonly (string | null)[],
): RowTest<Row> {
  if (!query?.trim()) return () => true;
  return testOf(readQuery(query), { ...filters, default: { is: 'words', read: text } });
}

function testOf<Row>(condition: Condition, filters: Filters<Row>): RowTest<Row> {
  switch (condition.kind) {
    case 'and': {
      const tests = condition.parts.map((part) => testOf(part, filters));
      return (row) => tests.every((test) => test(row));
    }
    case 'or': {
      const tests = condition.parts.map((part) => testOf(part, filters));
      return (row) => tests.some((test) => test(row));
    }
    case 'not': {
      const test = testOf(condition.part, filters);
      return (row) => !test(row);
    }
    case 'term': {
      const { field, operator, value } = condition;
      const filter =
        filters[(field ?? 'default').startsWith('metafields.') ? 'metafields' : (field ?? 'default')];
      if (filter === undefined) throw badRequest(`Invalid search field: ${field}`);
      return matching(
        filter,
        operator,
        field?.startsWith('metafields.') ? `${field.slice(11)}=${value}` : value,
      );
    }
  }
}

function matching<Row>(filter: Filter<Row>, operator: Operator, value: string): RowTest<Row> {
  switch (filter.is) {
    case 'keyword': {
      const wanted = value.toLowerCase();
      const start = wanted.endsWith('*') ? wanted.slice(0, -1) : null;
      const fits = (text: string) =>
        start === null ? text === wanted : text.startsWith(start) && text !== '';
      return (row) => filter.read(row).some((each) => each !== null && fits(each.toLowerCase()));
    }
    case 'words': {
      const wanted = wordsOf(value);
      return (row) => {
        const found = new Set(filter.read(row).flatMap((each) => wordsOf(each ?? '')));
        return wanted.length > 0 && wanted.every((word) => found.has(word));
      };
    }
    case 'time': {
      const at = timeOf(value);
      return (row) => isWithin(filter.read(row), operator, at);
    }
    case 'day': {
      const day = localDate(timeOf(value));
      return (row) => {
        const ms = filter.read(row);
        return ms !== null && compared(localDate(ms), operator, day);
      };
    }
    case 'number': {
      const wanted = Number(value);
      return (row) => compared(filter.read(row), operator, wanted);
    }
  }
}

/** The index knows whole seconds. */
function isWithin(ms: number | null, operator: Operator, at: number): boolean {
  return ms !== null && compared(Math.floor(ms / 1000), operator, Math.floor(at / 1000));
}

function compared<Value extends string | number>(one: Value, operator: Operator, other: Value): boolean {
  switch (operator) {
    case '=':
      return one === other;
    case '>':
      return one > other;
    case '>=':
      return one >= other;
    case '<':
      return one < other;
    case '<=':
      return one <= other;
  }
}

function timeOf(text: string): number {
  const ms = Date.parse(text);
  if (Number.isNaN(ms)) throw badRequest(`Invalid date in the search query: ${text}`);
  return ms;
}

function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}
