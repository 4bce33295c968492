/** Reads the body of a write: names regardless of case, each value checked, parents named by an own key looked up. */
import { isObject, type Json, type JsonObject } from '../../kit/json.ts';
import { prefixOf } from '../ids.ts';
import type { Org } from '../org.ts';
import { invalid, refused } from '../refusal.ts';
import { type Field, isCompound } from '../schema/field.ts';
import type { SObject } from '../schema/sobject.ts';
import { byKey } from './keys.ts';
import { readValue, type ValueRules } from './values.ts';

export type Deed = 'create' | 'update';

/** The fields under their own names. Throws a `Refusal`. */
export function readInput(
  org: Org,
  object: SObject,
  body: JsonObject,
  deed: Deed,
  rules: ValueRules,
): JsonObject {
  const read: JsonObject = {};
  const closed: string[] = [];
  for (const [name, value] of Object.entries(body)) {
    if (name.toLowerCase() === 'attributes') continue;
    const field = org.schema.field(object, name);
    if (field === undefined) {
      const [link, id] = parentByKey(org, object, name, value);
      read[link.name] = id;
      continue;
    }
    if (isCompound(field) || !(deed === 'create' ? field.createable : field.updateable)) {
      closed.push(field.name);
      continue;
    }
    const kept = readValue(field, value, rules);
    if (field.type === 'reference' && typeof kept === 'string') requireParent(org, field, kept);
    if (field.type === 'boolean' && kept === null) continue;
    read[field.name] = kept;
  }
  if (closed.length > 0) {
    const message = `Unable to create/update fields: ${closed.join(', ')}. Please check the security settings of this field and verify that it is read/write for your profile or permission set.`;
    throw invalid('INVALID_FIELD_FOR_INSERT_UPDATE', message, ...closed);
  }
  return read;
}

/** What has no value on create gets its default; what is missing then is named, all of it. */
export function completed(object: SObject, input: JsonObject): JsonObject {
  const defaults = object.fields.flatMap((field): [string, Json][] =>
    field.default !== null && input[field.name] == null ? [[field.name, field.default]] : [],
  );
  return { ...input, ...Object.fromEntries(defaults) };
}

export function requireAll(object: SObject, fields: JsonObject): void {
  const missing = object.fields
    .filter((each) => !each.nillable && each.createable && !each.defaultedOnCreate)
    .filter(({ name }) => fields[name] == null)
    .map(({ name }) => name);
  if (missing.length === 0) return;
  const message = `Required fields are missing: [${missing.join(', ')}]`;
  throw invalid('REQUIRED_FIELD_MISSING', message, ...missing);
}

/** `{"Account": {"Key__c": "…"}}` in the place of `AccountId` (sheet 3.2): exactly one key, which must be found. */
function parentByKey(org: Org, object: SObject, name: string, value: Json): [Field, string] {
  const link = org.schema.relation(object, name);
  if (link === undefined || !isObject(value)) {
    throw refused(400, 'INVALID_FIELD', `No such column '${name}' on sobject of type ${object.name}`);
  }
  const parent = org.schema.object(link.referenceTo[0] ?? '');
  const given = Object.entries(value).filter(([key]) => key.toLowerCase() !== 'attributes');
  const [key = '', text = null] = given[0] ?? [];
  const field = parent === undefined ? undefined : org.schema.field(parent, key);
  if (parent === undefined || field === undefined || given.length !== 1 || typeof text !== 'string') {
    throw refused(400, 'INVALID_FIELD', `Foreign key ${name} needs exactly one external ID field`);
  }
  if (!field.externalId && !field.idLookup) {
    throw refused(
      400,
      'INVALID_FIELD',
      `${field.name} is not an external ID or indexed field for ${parent.name}`,
    );
  }
  const found = byKey(org, parent, field, text);
  const [row] = found;
  if (row === undefined || found.length > 1) {
    const message = `Foreign key external ID: ${text} not found for field ${field.name} in entity ${parent.name}`;
    throw refused(400, 'INVALID_FIELD', message);
  }
  return [link, row.id];
}

function requireParent(org: Org, field: Field, id: string): void {
  const { name, label, referenceTo } = field;
  const object = org.schema.ofPrefix(prefixOf(id));
  if (object === undefined || !referenceTo.includes(object.name)) {
    throw invalid('MALFORMED_ID', `${label}: id value of incorrect type: ${id}`, name);
  }
  const row = org.tables.get(object.name, id);
  if (row === undefined) throw invalid('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', name);
  if (row.fields.IsDeleted === true) throw invalid('ENTITY_IS_DELETED', 'entity is deleted', name);
}
