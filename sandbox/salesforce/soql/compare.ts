/** One condition: a field, an operator, values. Texts are compared regardless of case; ids are not. */
import type { Operator } from '@jetstreamapp/soql-parser-js';
import type { Json } from '../../kit/json.ts';
import { instantOf } from '../../kit/time/local-time.ts';
import { fullId } from '../ids.ts';
import { refused } from '../refusal.ts';
import { type Field, isNumeric, isTextual } from '../schema/field.ts';
import { readStamp } from '../times.ts';
import { type Literal, unescaped } from './literals.ts';
import { invalidField, malformed } from './parse.ts';

type Test = (value: Json) => boolean;
/** Numbers, texts in small letters, ids; of moments the first and the last. */
type Range = readonly [from: number | string, to: number | string];

/** Throws where the value is not of the field's type, or the operator does not suit it. */
export function comparison(field: Field, operator: Operator, literals: readonly Literal[]): Test {
  if (!field.filterable) throw invalidField(`field '${field.name}' can not be filtered in a query call`);
  const [first] = literals;
  if (first === undefined) throw malformed('unexpected token: )');
  switch (operator) {
    case '=':
    case 'IN': {
      const tests = literals.map((each) => equality(field, each));
      return (value) => tests.some((test) => test(value));
    }
    case '!=':
    case 'NOT IN': {
      const tests = literals.map((each) => equality(field, each));
      return (value) => !tests.some((test) => test(value));
    }
    case 'LIKE': {
      if (!isTextual(field) || first.kind !== 'text') {
        throw refused(400, 'INVALID_QUERY_FILTER_OPERATOR', `invalid operator on ${field.name}: LIKE`);
      }
      const pattern = patternOf(unescaped(first.raw, true));
      return (value) => typeof value === 'string' && pattern.test(value);
    }
    case '<':
    case '<=':
    case '>':
    case '>=': {
      if (field.type === 'boolean') {
        throw refused(400, 'INVALID_QUERY_FILTER_OPERATOR', `invalid operator on ${field.name}: ${operator}`);
      }
      if (first.kind === 'null') return () => false;
      const [from, to] = rangeOf(field, first);
      return (value) => {
        const own = ownValue(field, value);
        if (own === null) return false;
        return { '<': own < from, '<=': own <= to, '>': own > to, '>=': own >= from }[operator];
      };
    }
    default:
      throw refused(400, 'INVALID_QUERY_FILTER_OPERATOR', `invalid operator on ${field.name}: ${operator}`);
  }
}

function equality(field: Field, literal: Literal): Test {
  if (literal.kind === 'null') return (value) => value === null;
  const [from, to] = rangeOf(field, literal);
  return (value) => {
    const own = ownValue(field, value);
    return own !== null && own >= from && own <= to;
  };
}

function rangeOf(field: Field, literal: Literal): Range {
  const wrong = (type: string, isQuoted: boolean) =>
    invalidField(
      `value of filter criterion for field '${field.name}' must be of type ${type} and should ${isQuoted ? '' : 'not '}be enclosed in quotes`,
    );
  if (isTextual(field)) {
    if (literal.kind !== 'text') throw wrong('string', true);
    return same(unescaped(literal.raw).toLowerCase());
  }
  switch (field.type) {
    case 'id':
    case 'reference': {
      const id = literal.kind === 'text' ? fullId(unescaped(literal.raw)) : null;
      if (literal.kind !== 'text') throw wrong('ID', true);
      if (id === null)
        throw refused(400, 'INVALID_QUERY_FILTER_OPERATOR', `invalid ID field: ${literal.raw}`);
      return same(id);
    }
    case 'boolean':
      if (literal.kind !== 'boolean') throw wrong('boolean', false);
      return same(Number(literal.value));
    case 'date':
      if (literal.kind === 'date') return same(literal.date);
      if (literal.kind === 'days') return [literal.from, literal.to];
      throw wrong('date', false);
    case 'datetime':
      if (literal.kind === 'datetime') return same(literal.ms);
      // Days are those of the user's time zone.
      if (literal.kind === 'days') {
        return [instantOf(`${literal.from}T00:00:00`), instantOf(`${literal.to}T23:59:59`) + 999];
      }
      throw wrong('dateTime', false);
    default:
      if (!isNumeric(field) || literal.kind !== 'number') throw wrong('double', false);
      return same(literal.value);
  }
}

function same(value: number | string): Range {
  return [value, value];
}

function ownValue(field: Field, value: Json): number | string | null {
  if (value === null) return null;
  if (field.type === 'datetime') return readStamp(String(value));
  if (typeof value === 'string') return isTextual(field) ? value.toLowerCase() : value;
  return Number(value);
}

function patternOf(pattern: string): RegExp {
  const source = pattern.replace(/\\([\s\S])|%|_|[.*+?^${}()|[\]]/g, (found, escaped: string | undefined) => {
    if (escaped !== undefined) return escaped.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return found === '%' ? '[\\s\\S]*' : found === '_' ? '[\\s\\S]' : `\\${found}`;
  });
  return new RegExp(`^${source}$`, 'iu');
}
