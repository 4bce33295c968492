/**
 * How records are made, changed and deleted: the body is read, the rules of the object come to work, then the org's
 * validation rules, its duplicate rules, and what must be unique. Throws a `Refusal`, after which nothing is written.
 */
import type { Json, JsonObject } from '../../kit/json.ts';
import type { Org } from '../org.ts';
import { invalid, refused } from '../refusal.ts';
import { rulesOf } from '../rules/rules.ts';
import type { SObject } from '../schema/sobject.ts';
import { stampText } from '../times.ts';
import { anyDuplicate, checkDuplicates, type DuplicateTerms } from './duplicates.ts';
import { requireFree } from './held-rows.ts';
import { completed, readInput, requireAll } from './input.ts';
import type { Row } from './tables.ts';
import { checkValidationRules } from './validation.ts';

export interface Terms extends DuplicateTerms {
  readonly textNumbers: boolean;
}

export const byHand: Terms = { ...anyDuplicate, textNumbers: false };

export function createRecord(org: Org, object: SObject, body: JsonObject, terms: Terms): Row {
  if (!object.createable) throw notAllowed(object, 'create');
  return org.tables.transaction(() => {
    const rules = rulesOf(object.name);
    const input = readInput(org, object, body, 'create', terms);
    requireFree(org, object.name, input);
    const whole = completed(object, input);
    const ready = rules.beforeCreate?.(org, whole) ?? whole;
    requireAll(object, ready);
    checkValidationRules(org, object, ready);
    checkDuplicates(org, object.name, ready, null, terms);
    requireUnique(org, object, ready, null);
    return made(org, object, ready);
  });
}

export function updateRecord(org: Org, object: SObject, id: string, body: JsonObject, terms: Terms): Row {
  if (!object.updateable) throw notAllowed(object, 'update');
  return org.tables.transaction(() => {
    const before = existing(org, object, id);
    const rules = rulesOf(object.name);
    const input = readInput(org, object, body, 'update', terms);
    requireFree(org, object.name, before.fields);
    const changes = rules.beforeUpdate?.(org, before, input) ?? input;
    const fields = { ...before.fields, ...changes };
    requireAll(object, fields);
    checkValidationRules(org, object, fields);
    checkDuplicates(org, object.name, fields, id, terms);
    requireUnique(org, object, fields, id);
    const row = stamped(org, { ...before, fields });
    rules.afterUpdate?.(org, row, before);
    return org.row(object.name, id) ?? row;
  });
}

/** Into the recycle bin. */
export function deleteRecord(org: Org, object: SObject, id: string): void {
  if (!object.deletable) throw notAllowed(object, 'delete');
  org.tables.transaction(() => {
    const row = existing(org, object, id);
    requireFree(org, object.name, row.fields);
    const rules = rulesOf(object.name);
    rules.beforeDelete?.(org, row);
    stamped(org, { ...row, fields: { ...row.fields, IsDeleted: true } });
    rules.afterDelete?.(org, row);
  });
}

/** A row that the system makes itself. */
export function made(org: Org, object: SObject, fields: JsonObject): Row {
  const at = org.now();
  const id = org.newId(object.prefix);
  const stamp = stampText(at);
  const stamps: JsonObject = {
    CreatedDate: stamp,
    CreatedById: org.user,
    LastModifiedDate: stamp,
    LastModifiedById: org.user,
    SystemModstamp: stamp,
  };
  const known = object.fields.some(({ name }) => name === 'OwnerId');
  const owned: JsonObject = known ? { OwnerId: fields.OwnerId ?? org.user } : {};
  const all = { Id: id, IsDeleted: false, ...fields, ...owned, ...stamps };
  const row = org.put({ id, object: object.name, fields: all, createdAt: at, changedAt: at });
  rulesOf(object.name).afterCreate?.(org, row);
  return org.row(object.name, id) ?? row;
}

/** Changes fields as the system does, by rules of its own; with `stamp` it counts as a change of the record. */
export function write(org: Org, row: Row, changes: JsonObject, stamp = true): Row {
  const fields = { ...row.fields, ...changes };
  return stamp ? stamped(org, { ...row, fields }) : org.put({ ...row, fields });
}

function stamped(org: Org, row: Row): Row {
  const at = org.now();
  const stamps = {
    LastModifiedDate: stampText(at),
    LastModifiedById: org.user,
    SystemModstamp: stampText(at),
  };
  return org.put({ ...row, fields: { ...row.fields, ...stamps }, changedAt: at });
}

export function existing(org: Org, object: SObject, id: string): Row {
  const row = org.tables.get(object.name, id);
  if (row === undefined)
    throw refused(404, 'NOT_FOUND', `Provided external ID field does not exist or is not accessible: ${id}`);
  if (row.fields.IsDeleted === true) throw refused(404, 'ENTITY_IS_DELETED', 'entity is deleted', []);
  return row;
}

function requireUnique(org: Org, object: SObject, fields: JsonObject, own: string | null): void {
  for (const { name, unique } of object.fields) {
    const value: Json | undefined = fields[name];
    if (!unique || value == null) continue;
    const holder =
      typeof value === 'string'
        ? org.tables.by(object.name, name, value).find(({ id }) => id !== own)
        : org.tables
            .all(object.name)
            .find((row) => row.id !== own && row.fields[name] === value && row.fields.IsDeleted !== true);
    if (holder === undefined) continue;
    throw invalid(
      'DUPLICATE_VALUE',
      `duplicate value found: ${name} duplicates value on record with id: ${holder.id}`,
    );
  }
}

function notAllowed({ name }: SObject, deed: string) {
  const message = `entity type ${name} does not support ${deed}`;
  return refused(400, 'INVALID_TYPE_FOR_OPERATION', message);
}
