import type { JsonObject } from '../../kit/json.ts';
import type { Org } from '../org.ts';
import { invalid } from '../refusal.ts';
import type { SObject } from '../schema/sobject.ts';
import { conditionOf } from '../soql/condition.ts';

/** The org's own rules: where their condition holds, the record is refused with the admin's words. */
export function checkValidationRules(org: Org, object: SObject, fields: JsonObject): void {
  for (const { object: name, when, message, field } of org.settings().validationRules) {
    if (name !== object.name) continue;
    const row = { id: '', object: name, fields, createdAt: 0, changedAt: 0 };
    if (!conditionOf(org, object, when)(row)) continue;
    throw invalid('FIELD_CUSTOM_VALIDATION_EXCEPTION', message, ...(field === undefined ? [] : [field]));
  }
}
