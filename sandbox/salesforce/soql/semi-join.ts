import type { Query } from '@jetstreamapp/soql-parser-js';
import type { Org } from '../org.ts';
import { compiled } from './condition.ts';
import { malformed } from './parse.ts';
import { pathOf, valueAt } from './path.ts';
import { rowsOf } from './rows.ts';
import { objectOf } from './select.ts';

/** `Id IN (SELECT AccountId FROM Contact WHERE …)`: one field of ids, no order and no limit. */
export function idsOf(org: Org, query: Query): ReadonlySet<string> {
  const object = objectOf(org, query.sObject ?? '');
  const [field, ...others] = query.fields ?? [];
  if (field === undefined || others.length > 0 || !('field' in field) || query.limit !== undefined) {
    throw malformed('A semi join selects one field, without a limit');
  }
  const path = pathOf(org, object, 'rawValue' in field ? (field.rawValue ?? field.field) : field.field);
  if (path.field.type !== 'id' && path.field.type !== 'reference') {
    throw malformed(`The inner select field '${path.field.name}' must be an ID`);
  }
  const condition = compiled(org, object, query.where);
  return new Set(rowsOf(org, object, condition, false).map((row) => String(valueAt(org, row, path))));
}
