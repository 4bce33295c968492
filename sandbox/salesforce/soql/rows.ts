import type { OrderByClause, QueryBase } from '@jetstreamapp/soql-parser-js';
import type { Json } from '../../kit/json.ts';
import type { Org } from '../org.ts';
import type { Row } from '../records/tables.ts';
import { refused } from '../refusal.ts';
import { isTextual } from '../schema/field.ts';
import type { SObject } from '../schema/sobject.ts';
import { readStamp } from '../times.ts';
import type { Condition } from './condition.ts';
import { invalidField, malformed } from './parse.ts';
import { type Path, pathOf, valueAt } from './path.ts';

const maxOffset = 2000;

/** The rows of an object that the condition finds, by id. `withDeleted`: those in the recycle bin too. */
export function rowsOf(org: Org, object: SObject, { test, only }: Condition, withDeleted: boolean): Row[] {
  const candidates = indexedRows(org, object, only) ?? org.tables.visible(object.name);
  return candidates
    .filter((row) => (withDeleted || row.fields.IsDeleted !== true) && test(row))
    .sort((one, other) => (one.id < other.id ? -1 : 1));
}

/** In the order that is asked for, and no more of them. */
export function arranged(
  org: Org,
  object: SObject,
  rows: readonly Row[],
  { orderBy, limit, offset = 0 }: QueryBase,
  alias?: string,
): Row[] {
  if (offset > maxOffset) {
    throw refused(400, 'NUMBER_OUTSIDE_VALID_RANGE', `Maximum SOQL offset allowed is ${maxOffset}`);
  }
  const clauses = orderBy === undefined ? [] : Array.isArray(orderBy) ? orderBy : [orderBy];
  const orders = clauses.map((each) => orderOf(org, object, each, alias));
  const sorted = [...rows].sort((one, other) =>
    orders.reduce((result, order) => result || order(one, other), 0),
  );
  return sorted.slice(offset, limit === undefined ? undefined : offset + limit);
}

/** No value sorts before every other, unless it is told otherwise. */
function orderOf(
  org: Org,
  object: SObject,
  clause: OrderByClause,
  alias?: string,
): (one: Row, other: Row) => number {
  if (!('field' in clause)) throw malformed('Functions behind ORDER BY are not played');
  const path = pathOf(org, object, clause.field, alias);
  if (!path.field.filterable)
    throw invalidField(`field '${path.field.name}' can not be sorted in a query call`);
  const sign = clause.order === 'DESC' ? -1 : 1;
  const nullsLast = clause.nulls === undefined ? sign < 0 : clause.nulls === 'LAST';
  return (one, other) => {
    const [left, right] = [key(valueAt(org, one, path), path), key(valueAt(org, other, path), path)];
    if (left === null || right === null) {
      if (left === right) return 0;
      return (left === null) === nullsLast ? 1 : -1;
    }
    return left === right ? 0 : left < right ? -sign : sign;
  };
}

function key(value: Json, { field }: Path): string | number | null {
  if (value === null) return null;
  if (field.type === 'datetime') return readStamp(String(value));
  if (typeof value === 'string') return isTextual(field) ? value.toLowerCase() : value;
  return Number(value);
}

/** What an index tells of one of the fields; null where none does. */
function indexedRows(org: Org, { name }: SObject, only: Condition['only']): Row[] | null {
  for (const { field, values } of only) {
    const found = values.map((value) => org.tables.found(name, field, value));
    if (found.includes(null)) continue;
    return [...new Map(found.flatMap((rows) => rows ?? []).map((row) => [row.id, row])).values()];
  }
  return null;
}
