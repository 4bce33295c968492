/** The values in a condition (sheet 3.3): texts in quotes with their escapes; numbers, dates, booleans and null without. */
import type { LiteralType } from '@jetstreamapp/soql-parser-js';
import { addDays, isDate } from '../../kit/time/local-time.ts';
import { readStamp } from '../times.ts';
import { malformed } from './parse.ts';

export type Literal =
  | { readonly kind: 'text'; readonly raw: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'null' }
  | { readonly kind: 'datetime'; readonly ms: number }
  | { readonly kind: 'date'; readonly date: string }
  /** Days of the calendar, both ends included: `LAST_N_DAYS:5`. */
  | { readonly kind: 'days'; readonly from: string; readonly to: string };

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  '"': '"',
  "'": "'",
  '\\': '\\',
};

export function literalOf(value: string, type: LiteralType | undefined, today: string): Literal {
  switch (type) {
    case 'STRING':
      return { kind: 'text', raw: value.slice(1, -1) };
    case 'INTEGER':
    case 'DECIMAL':
      return { kind: 'number', value: Number(value) };
    case 'BOOLEAN':
      return { kind: 'boolean', value: value.toLowerCase() === 'true' };
    case 'NULL':
      return { kind: 'null' };
    case 'DATE':
      if (!isDate(value)) throw malformed(`line 1:1 invalid date: ${value}`);
      return { kind: 'date', date: value };
    case 'DATETIME': {
      const ms = readStamp(value);
      if (ms === null) throw malformed(`line 1:1 invalid datetime: ${value}`);
      return { kind: 'datetime', ms };
    }
    case 'DATE_LITERAL':
    case 'DATE_N_LITERAL':
      return daysOf(value.toUpperCase(), today);
    default:
      throw malformed(`unexpected token: ${value}`);
  }
}

/** The text that is meant. In a pattern `\%` and `\_` stay escaped, elsewhere they are no escapes. */
export function unescaped(raw: string, isPattern = false): string {
  return raw.replace(/\\(u[0-9a-fA-F]{4}|[\s\S]?)/g, (pair, after: string) => {
    if (after.length === 5) return String.fromCharCode(Number.parseInt(after.slice(1), 16));
    if (isPattern && (after === '%' || after === '_')) return pair;
    const character = escapes[after];
    if (character === undefined) {
      throw malformed(
        `Invalid string literal '${raw}'. Illegal character sequence '${pair}' in string literal.`,
      );
    }
    // A backslash that is meant must not escape what follows it in a pattern.
    return isPattern && character === '\\' ? '\\\\' : character;
  });
}

/** Of the literals for days: those that a connector needs. */
function daysOf(text: string, today: string): Literal {
  const [word = '', count = '0'] = text.split(':');
  if (word === 'TODAY') return { kind: 'days', from: today, to: today };
  if (word === 'YESTERDAY') return { kind: 'days', from: addDays(today, -1), to: addDays(today, -1) };
  if (word === 'LAST_N_DAYS') return { kind: 'days', from: addDays(today, -Number(count)), to: today };
  throw malformed(`The date literal ${text} is not played`);
}
