/** Carries a query out. Played of SOQL: what stands in this folder; functions in conditions, HAVING and TYPEOF are refused. */
import type { FieldFunctionExpression } from '@jetstreamapp/soql-parser-js';
import type { JsonObject } from '../../kit/json.ts';
import type { Org } from '../org.ts';
import { aggregated } from './aggregates.ts';
import { compiled } from './condition.ts';
import { cursorAt, firstPage, nextPage } from './cursors.ts';
import { malformed, parsed } from './parse.ts';
import { arranged, rowsOf } from './rows.ts';
import { objectOf, projectionOf } from './select.ts';

export interface QueryTerms {
  readonly version: string;
  /** Rows of a page. */
  readonly batch: number;
  readonly withDeleted: boolean;
}

export function runQuery(org: Org, soql: string, { version, batch, withDeleted }: QueryTerms): JsonObject {
  const query = parsed(soql);
  if (query.usingScope !== undefined || query.having !== undefined)
    throw malformed('USING SCOPE and HAVING are not played');
  const object = objectOf(org, query.sObject ?? '');
  const { fields = [], sObjectAlias: alias, limit } = query;
  const condition = compiled(org, object, query.where, alias);
  const functions = fields.filter(isAggregate);
  const [only] = functions;
  if (only !== undefined || query.groupBy !== undefined) {
    const rows = rowsOf(org, object, condition, withDeleted);
    const isCount =
      fields.length === 1 && only?.functionName.toUpperCase() === 'COUNT' && only.parameters.length === 0;
    if (isCount) return { totalSize: Math.min(rows.length, limit ?? rows.length), done: true, records: [] };
    const records = aggregated(org, object, rows, query);
    return { totalSize: records.length, done: true, records };
  }
  const project = projectionOf(org, object, fields, { alias, limit, withDeleted });
  const rows = arranged(org, object, rowsOf(org, object, condition, withDeleted), query, alias);
  return firstPage(org, { soql, object: object.name, rows, batch, version }, project);
}

export function runMore(org: Org, locator: string, version: string): JsonObject {
  const { cursor } = cursorAt(org, locator);
  const { fields = [], sObjectAlias: alias, limit } = parsed(cursor.soql);
  const object = objectOf(org, cursor.object);
  return nextPage(
    org,
    locator,
    version,
    projectionOf(org, object, fields, { alias, limit, withDeleted: true }),
  );
}

function isAggregate(field: { readonly type: string }): field is FieldFunctionExpression {
  return field.type === 'FieldFunctionExpression' && 'isAggregateFn' in field && field.isAggregateFn === true;
}
