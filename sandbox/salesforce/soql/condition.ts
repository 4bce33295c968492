/** What follows WHERE: conditions with AND, OR, NOT and parentheses. */
import type { ConditionWithValueQuery, LiteralType, WhereClause } from '@jetstreamapp/soql-parser-js';
import { localDate } from '../../kit/time/local-time.ts';
import { fullId } from '../ids.ts';
import type { Org } from '../org.ts';
import type { Row } from '../records/tables.ts';
import type { SObject } from '../schema/sobject.ts';
import { comparison } from './compare.ts';
import { type Literal, literalOf, unescaped } from './literals.ts';
import { malformed, parsed } from './parse.ts';
import { pathOf, valueAt } from './path.ts';
import { idsOf } from './semi-join.ts';

type Test = (row: Row) => boolean;

/** The only values that a field of the object may have. */
interface Only {
  readonly field: string;
  readonly values: readonly string[];
}

/** A condition, and what it tells of fields: each of these must hold as well. */
export interface Condition {
  readonly test: Test;
  readonly only: readonly Only[];
}

type Token = '(' | ')' | 'AND' | 'OR' | 'NOT' | Condition;

const always: Condition = { test: () => true, only: [] };

/** A condition as the org's own rules have it. */
export function conditionOf(org: Org, object: SObject, text: string): Test {
  return compiled(org, object, parsed(`SELECT Id FROM ${object.name} WHERE ${text}`).where).test;
}

export function compiled(
  org: Org,
  object: SObject,
  where: WhereClause | undefined,
  alias?: string,
): Condition {
  if (where === undefined) return always;
  const tokens = [...tokensOf(org, object, where, alias)];
  const condition = readAll(tokens);
  if (tokens.length > 0) throw malformed(`unexpected token: ${String(tokens[0])}`);
  return condition;
}

/** The parser leaves parentheses as counts at the conditions. */
function* tokensOf(org: Org, object: SObject, where: WhereClause, alias?: string): Generator<Token> {
  let at: WhereClause | undefined = where;
  while (at !== undefined) {
    const { left } = at;
    yield* repeated('(', left?.openParen);
    // A negation has nothing to its left but parentheses.
    if (left !== null && isCondition(left)) {
      yield leaf(org, object, left, alias);
      yield* repeated(')', left.closeParen);
    }
    if (!('operator' in at)) return;
    yield at.operator;
    at = at.right;
  }
}

function* repeated(token: '(' | ')', times = 0): Generator<Token> {
  for (let count = 0; count < times; count += 1) yield token;
}

/** AND and OR beside each other need parentheses, as in Salesforce. */
function readAll(tokens: Token[]): Condition {
  const parts = [readOne(tokens)];
  let operator: Token | undefined;
  while (tokens[0] === 'AND' || tokens[0] === 'OR') {
    const next = tokens.shift();
    if (operator !== undefined && operator !== next) throw malformed(`unexpected token: ${String(next)}`);
    operator = next;
    parts.push(readOne(tokens));
  }
  const [first = always, ...others] = parts;
  if (others.length === 0) return first;
  if (operator === 'OR') return { test: (row) => parts.some(({ test }) => test(row)), only: [] };
  const only = parts.flatMap((each) => each.only);
  return { test: (row) => parts.every(({ test }) => test(row)), only };
}

function readOne(tokens: Token[]): Condition {
  const token = tokens.shift();
  if (token === 'NOT') {
    const { test } = readOne(tokens);
    return { test: (row) => !test(row), only: [] };
  }
  if (token === '(') {
    const inner = readAll(tokens);
    if (tokens.shift() !== ')') throw malformed('expecting a right parentheses');
    return inner;
  }
  if (token === undefined || typeof token === 'string') throw malformed(`unexpected token: ${token}`);
  return token;
}

type Leaf = Extract<ConditionWithValueQuery, { operator: unknown }>;

function isCondition(left: ConditionWithValueQuery): left is Leaf {
  return 'field' in left || 'fn' in left;
}

function leaf(org: Org, object: SObject, left: Leaf, alias?: string): Condition {
  if (!('field' in left)) throw malformed('Functions in conditions are not played');
  const path = pathOf(org, object, left.field, alias);
  if ('valueQuery' in left) {
    const ids = idsOf(org, left.valueQuery);
    const isIn = left.operator === 'IN';
    return { test: (row) => ids.has(String(valueAt(org, row, path))) === isIn, only: [] };
  }
  const values: readonly string[] = Array.isArray(left.value) ? left.value : [left.value];
  const literals = values.map((value, place) =>
    literalOf(value, typeAt(left.literalType, place), localDate(org.now())),
  );
  const test = comparison(path.field, left.operator, literals);
  const isSelecting = path.links.length === 0 && (left.operator === '=' || left.operator === 'IN');
  const texts = isSelecting ? literals.map((each) => textOf(each, path.field.type)) : [];
  const isTold = isSelecting && texts.every((each) => each !== null);
  const only = isTold ? [{ field: path.field.name, values: texts }] : [];
  return { test: (row) => test(valueAt(org, row, path)), only };
}

function typeAt(type: LiteralType | LiteralType[] | undefined, place: number): LiteralType | undefined {
  return Array.isArray(type) ? type[place] : type;
}

function textOf(literal: Literal, type: string): string | null {
  if (literal.kind !== 'text') return null;
  const text = unescaped(literal.raw);
  return type === 'id' || type === 'reference' ? fullId(text) : text;
}
