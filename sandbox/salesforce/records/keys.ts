import { fullId } from '../ids.ts';
import type { Org } from '../org.ts';
import type { Field } from '../schema/field.ts';
import type { SObject } from '../schema/sobject.ts';
import type { Row } from './tables.ts';

/** The rows that a key names: an external id, an id-lookup field, or the id itself. Texts regardless of case. */
export function byKey(org: Org, object: SObject, field: Field, text: string): Row[] {
  if (field.type === 'id') {
    const row = org.row(object.name, fullId(text) ?? '');
    return row === undefined ? [] : [row];
  }
  if (field.type === 'string' || field.type === 'email')
    return org.tables.by(object.name, field.name, text.trim());
  return org.tables
    .all(object.name)
    .filter(({ fields }) => fields.IsDeleted !== true && String(fields[field.name]) === text);
}
