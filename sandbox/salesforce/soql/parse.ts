import { parseQuery, type Query } from '@jetstreamapp/soql-parser-js';
import { refused } from '../refusal.ts';

const maxLength = 100_000;

/** Within a text the parser takes them for the end of a line. */
const lineEnds = /[\u2028\u2029]/g;
const escaped = (end: string) => `\\u${end.charCodeAt(0).toString(16)}`;

/** Throws MALFORMED_QUERY, with the parser's words. */
export function parsed(soql: string): Query {
  if (soql.length > maxLength) throw malformed('SOQL statements cannot be longer than 100000 characters.');
  try {
    return parseQuery(soql.replace(lineEnds, escaped));
  } catch (error) {
    throw malformed(`${soql.slice(0, 200)}\n${error instanceof Error ? error.message : ''}`);
  }
}

export function malformed(message: string) {
  return refused(400, 'MALFORMED_QUERY', message);
}

export function invalidField(message: string) {
  return refused(400, 'INVALID_FIELD', message);
}
