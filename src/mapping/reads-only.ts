/**
 * Whether an expression reads certain fields and no others, however it is put together. It is told by what is known to read no more: fields
 * by their names, texts and numbers made of them. Whatever may lead elsewhere (wildcards, variables, a record as a whole that is handed on)
 * counts as reading more.
 */
import jsonata from 'jsonata';
import type { z } from 'zod';
import { type Shape, shapeOf, unknown } from './record-shape.ts';
import { isNode, type Node, nodesIn } from './tree.ts';

/** They give nothing but what is made of their arguments; given none, some would take the record. */
const ofArguments = new Set([
  ...['string', 'length', 'substring', 'substringBefore', 'substringAfter', 'uppercase', 'lowercase', 'trim'],
  ...[
    'pad',
    'contains',
    'split',
    'join',
    'match',
    'replace',
    'exists',
    'not',
    'boolean',
    'count',
    'distinct',
  ],
  ...['number', 'abs', 'floor', 'ceil', 'round', 'sum', 'max', 'min', 'formatNumber', 'formatInteger'],
  ...['fromMillis', 'toMillis'],
]);

/** `allowed`: what an expression of this kind is given, without what it is not to read. The source must compile. */
export function readsOnly(source: string, allowed: z.ZodObject): boolean {
  return isValue(read(jsonata(source).ast() as unknown as Node, shapeOf(allowed, '')));
}

/** What a node gives: a field that is allowed, or `unknown`, which is made of such. Null where it may be anything. */
type Read = Shape | null;

function read(node: Node, context: Shape): Read {
  const found = withoutFilters(node, context);
  if (found === null) return null;
  const goesElsewhere = [node.group, node.focus, node.index].some((part) => part !== undefined);
  const filters = [...nodesIn(node.stages), ...nodesIn(node.predicate)];
  return !goesElsewhere &&
    areValues(
      filters.map(({ expr }) => expr),
      found,
    )
    ? found
    : null;
}

function withoutFilters(node: Node, context: Shape): Read {
  switch (node.type) {
    case 'string':
    case 'number':
    case 'value':
    case 'regex':
      return unknown;
    case 'name':
      return fieldOf(context, String(node.value));
    case 'path':
      return nodesIn(node.steps).reduce<Read>((from, step) => from && read(step, from), context);
    case 'block':
      return madeOf(nodesIn(node.expressions), context);
    case 'condition':
      return madeOf([node.condition, node.then, ...(node.else === undefined ? [] : [node.else])], context);
    case 'binary':
      return madeOf([node.lhs, node.rhs], context);
    case 'unary':
      if (node.value === '[') return madeOf(nodesIn(node.expressions), context);
      return node.value === '-' ? madeOf([node.expression], context) : null;
    case 'function': {
      const { type, value } = node.procedure as Node;
      const given = nodesIn(node.arguments);
      const isKnown = type === 'variable' && ofArguments.has(String(value)) && given.length > 0;
      return isKnown ? madeOf(given, context) : null;
    }
    default:
      return null;
  }
}

function fieldOf(of: Shape, name: string): Read {
  if (of.kind !== 'fields') return unknown;
  return Object.hasOwn(of.fields, name) ? shapeOf(of.fields[name], name) : null;
}

function madeOf(parts: readonly unknown[], context: Shape): Read {
  return areValues(parts, context) ? unknown : null;
}

function areValues(parts: readonly unknown[], context: Shape): boolean {
  return parts.every((part) => isNode(part) && isValue(read(part, context)));
}

/** A record as a whole has more fields than those that are allowed. */
function isValue(found: Read): boolean {
  return found !== null && found.kind !== 'fields';
}
