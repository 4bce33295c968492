/** Fields as a query names them: of the object itself, or over its links: `Account.Name`, `Order__r.OrderNumber`. */
import type { Json } from '../../kit/json.ts';
import type { Org } from '../org.ts';
import { fieldValue } from '../records/reading.ts';
import type { Row } from '../records/tables.ts';
import type { Field } from '../schema/field.ts';
import type { SObject } from '../schema/sobject.ts';
import { invalidField } from './parse.ts';

const maxSteps = 5;

export interface Path {
  /** The links on the way; none for a field of the object itself. */
  readonly links: readonly Field[];
  readonly field: Field;
  /** The object that has the field. */
  readonly object: SObject;
}

/** Throws INVALID_FIELD. `alias` is what the query calls its object. */
export function pathOf(org: Org, object: SObject, name: string, alias?: string): Path {
  const parts = name.split('.');
  const [first = ''] = parts;
  const isOwn = [alias, object.name].some((each) => each?.toLowerCase() === first.toLowerCase());
  // The name of the object itself may stand before its fields, unless it has a link of that name.
  if (parts.length > 1 && isOwn && org.schema.relation(object, first) === undefined) parts.shift();
  if (parts.length > maxSteps + 1) throw invalidField(`Too many relationships in ${name}`);
  const links: Field[] = [];
  let at = object;
  for (const step of parts.slice(0, -1)) {
    const link = org.schema.relation(at, step);
    const parent = org.schema.object(link?.referenceTo[0] ?? '');
    if (link === undefined || parent === undefined) {
      throw invalidField(
        `Didn't understand relationship '${step}' in field path. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name.`,
      );
    }
    links.push(link);
    at = parent;
  }
  const last = parts.at(-1) ?? '';
  const field = org.schema.field(at, last);
  if (field === undefined) {
    throw invalidField(
      `No such column '${last}' on entity '${at.name}'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names.`,
    );
  }
  return { links, field, object: at };
}

/** Null where a link on the way is empty. */
export function valueAt(org: Org, row: Row, { links, field, object }: Path): Json {
  const owner = rowAt(org, row, links);
  return owner === undefined ? null : fieldValue(org, object, owner, field);
}

export function rowAt(org: Org, row: Row, links: readonly Field[]): Row | undefined {
  return links.reduce<Row | undefined>((at, link) => {
    const id = at?.fields[link.name];
    return typeof id === 'string' ? org.row(link.referenceTo[0] ?? '', id) : undefined;
  }, row);
}
