import type { FieldFunctionExpression, Query } from '@jetstreamapp/soql-parser-js';
import Big from 'big.js';
import type { Json, JsonObject } from '../../kit/json.ts';
import { sumOf } from '../../kit/money/cents.ts';
import type { Org } from '../org.ts';
import type { Row } from '../records/tables.ts';
import type { SObject } from '../schema/sobject.ts';
import { malformed } from './parse.ts';
import { pathOf, valueAt } from './path.ts';

/** COUNT, MIN, MAX, SUM and AVG, by groups or of all rows: `expr0`, `expr1` without a name of their own. */
export function aggregated(org: Org, object: SObject, rows: readonly Row[], query: Query): JsonObject[] {
  const { fields = [], groupBy, sObjectAlias: alias } = query;
  const clauses = groupBy === undefined ? [] : Array.isArray(groupBy) ? groupBy : [groupBy];
  const names = clauses.map((each) => {
    if (!('field' in each)) throw malformed('Functions behind GROUP BY are not played');
    return each.field;
  });
  const keys = names.map((name) => pathOf(org, object, name, alias));
  const groups = new Map<string, Row[]>(keys.length === 0 ? [['', []]] : []);
  for (const row of rows) {
    const group = JSON.stringify(keys.map((path) => valueAt(org, row, path)));
    groups.set(keys.length === 0 ? '' : group, [...(groups.get(keys.length === 0 ? '' : group) ?? []), row]);
  }
  return [...groups.values()].map((group) => {
    let unnamed = 0;
    const values = fields.map((each): [string, Json] => {
      if (each.type === 'FieldFunctionExpression') {
        const name = each.alias ?? `expr${unnamed++}`;
        return [name, result(org, object, group, each, alias)];
      }
      if (each.type !== 'Field' || !names.some((name) => name.toLowerCase() === each.field.toLowerCase())) {
        throw malformed('Field must be grouped or aggregated');
      }
      const path = pathOf(org, object, each.field, alias);
      return [each.alias ?? path.field.name, group[0] === undefined ? null : valueAt(org, group[0], path)];
    });
    return { attributes: { type: 'AggregateResult' }, ...Object.fromEntries(values) };
  });
}

function result(
  org: Org,
  object: SObject,
  rows: readonly Row[],
  call: FieldFunctionExpression,
  alias?: string,
): Json {
  const word = call.functionName.toUpperCase();
  const [name] = call.parameters;
  if (word === 'COUNT' && name === undefined) return rows.length;
  if (typeof name !== 'string') throw malformed(`${word} needs a field`);
  const path = pathOf(org, object, name, alias);
  const values = rows.map((row) => valueAt(org, row, path)).filter((value) => value !== null);
  const numbers = () => values.map((value) => Big(Number(value)));
  switch (word) {
    case 'COUNT':
      return values.length;
    case 'MAX':
      return values.reduce<Json>((best, value) => (best === null || value > best ? value : best), null);
    case 'MIN':
      return values.reduce<Json>((best, value) => (best === null || value < best ? value : best), null);
    case 'SUM':
      return values.length === 0 ? null : Number(sumOf(numbers()).toFixed());
    case 'AVG':
      return values.length === 0 ? null : Number(sumOf(numbers()).div(values.length).toFixed());
    default:
      throw malformed(`The function ${word} is not played`);
  }
}
