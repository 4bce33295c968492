import type { JsonObject } from '../../kit/json.ts';
import type { Org } from '../org.ts';
import { byKey } from '../records/keys.ts';
import type { Row } from '../records/tables.ts';
import { createRecord, type Terms, updateRecord } from '../records/writing.ts';
import { invalid, notFound, refused } from '../refusal.ts';
import type { Field } from '../schema/field.ts';
import type { SObject } from '../schema/sobject.ts';

export type Upserted =
  | { readonly kind: 'created' | 'updated'; readonly row: Row }
  | { readonly kind: 'several'; readonly rows: readonly Row[] };

/** Throws where a field cannot be a key; a key that is not unique needs a right (sheet 3.2). */
export function keyFieldOf(org: Org, object: SObject, name: string): Field {
  const field = org.schema.field(object, name);
  if (field === undefined || !(field.externalId || field.idLookup)) {
    throw notFound(`Provided external ID field does not exist or is not accessible: ${name}`);
  }
  if (field.externalId && !field.unique && !org.settings().rights.includes('ViewAllData')) {
    throw refused(403, 'INSUFFICIENT_ACCESS_OR_READONLY', 'A key that is not unique needs View All Data');
  }
  return field;
}

export function upsert(
  org: Org,
  object: SObject,
  field: Field,
  value: string,
  body: JsonObject,
  terms: Terms,
  updateOnly: boolean,
): Upserted {
  const rows = byKey(org, object, field, value);
  const [row, ...others] = rows;
  if (others.length > 0) return { kind: 'several', rows };
  if (row === undefined) {
    if (updateOnly || field.type === 'id') throw notFound();
    return { kind: 'created', row: createRecord(org, object, { ...body, [field.name]: value }, terms) };
  }
  // Made by another call that this one did not see: both began before either was done.
  if (org.now() - row.createdAt < org.settings().upsertRaceMs) {
    throw invalid(
      'DUPLICATE_VALUE',
      `duplicate value found: ${field.name} duplicates value on record with id: ${row.id}`,
    );
  }
  return { kind: 'updated', row: updateRecord(org, object, row.id, body, terms) };
}
