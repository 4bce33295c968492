import { parseQuery, type Query } from '@jetstreamapp/soql-parser-js';
import { refused } from '../refusal.ts';

const maxLength = 100_000;

/** Throws MALFORMED_QUERY, with the parser's words. */
export function parsed(soql: string): Query {
  if (soql.length > maxLength) throw malformed('SOQL statements cannot be longer than 100000 characters.');
  try {
    return parseQuery(soql);
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
