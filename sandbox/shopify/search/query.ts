/** Shopify's search syntax (sheet 5.1): terms with `field:`, comparisons, quotes, AND, OR, NOT, minus and brackets. */
import { badRequest } from '../graphql/errors.ts';

export type Operator = '=' | '>' | '>=' | '<' | '<=';

/** One term of a query, or several of them together. */
export type Condition =
  | {
      readonly kind: 'term';
      readonly field: string | null;
      readonly operator: Operator;
      readonly value: string;
    }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Condition[] }
  | { readonly kind: 'not'; readonly part: Condition };

const term =
  /^(?:(?<field>[A-Za-z_][\w.$-]*):)?(?<operator>>=|<=|>|<)?(?:"(?<double>(?:\\.|[^"\\])*)"|'(?<single>(?:\\.|[^'\\])*)'|(?<bare>[^\s()"']*))/;

/** Throws a top-level error for a query that cannot be read. */
export function readQuery(text: string): Condition {
  const reader = { left: text.trim() };
  const found = alternatives(reader);
  if (reader.left !== '') throw badRequest(`The search query cannot be read from "${reader.left}" on.`);
  return found;
}

interface Reader {
  left: string;
}

function alternatives(reader: Reader): Condition {
  const parts = [together(reader)];
  while (took(reader, /^OR\b/)) parts.push(together(reader));
  return several('or', parts);
}

function together(reader: Reader): Condition {
  const parts: Condition[] = [];
  while (reader.left !== '' && !/^(OR\b|\))/.test(reader.left)) {
    took(reader, /^AND\b/);
    parts.push(one(reader));
  }
  return several('and', parts);
}

function one(reader: Reader): Condition {
  if (took(reader, /^(-|NOT\b)/)) return { kind: 'not', part: one(reader) };
  if (took(reader, /^\(/)) {
    const inner = alternatives(reader);
    if (!took(reader, /^\)/)) throw badRequest('A bracket in the search query is not closed.');
    return inner;
  }
  const groups = term.exec(reader.left);
  if (groups === null || groups[0] === '') {
    throw badRequest(`The search query cannot be read from "${reader.left}" on.`);
  }
  reader.left = reader.left.slice(groups[0].length).trimStart();
  const { field, operator, double, single, bare = '' } = groups.groups ?? {};
  const quoted = double ?? single;
  return {
    kind: 'term',
    field: field ?? null,
    operator: isOperator(operator) ? operator : '=',
    value: quoted === undefined ? bare : quoted.replace(/\\(.)/g, '$1'),
  };
}

function took(reader: Reader, pattern: RegExp): boolean {
  const match = pattern.exec(reader.left);
  if (match === null) return false;
  reader.left = reader.left.slice(match[0].length).trimStart();
  return true;
}

function several(kind: 'and' | 'or', parts: readonly Condition[]): Condition {
  const [first, ...others] = parts;
  return first !== undefined && others.length === 0 ? first : { kind, parts };
}

function isOperator(text: string | undefined): text is Operator {
  return text !== undefined && ['>', '>=', '<', '<='].includes(text);
}
