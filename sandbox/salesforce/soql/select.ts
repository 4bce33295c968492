/** What a query shows of a row: fields, fields over links, lists of children. */
import type { FieldType, Subquery } from '@jetstreamapp/soql-parser-js';
import type { Json, JsonObject } from '../../kit/json.ts';
import type { Org } from '../org.ts';
import { attributesOf, fieldValue } from '../records/reading.ts';
import type { Row } from '../records/tables.ts';
import { refused } from '../refusal.ts';
import type { Field } from '../schema/field.ts';
import type { SObject } from '../schema/sobject.ts';
import { compiled } from './condition.ts';
import { firstPage } from './cursors.ts';
import { invalidField, malformed } from './parse.ts';
import { pathOf } from './path.ts';
import { arranged } from './rows.ts';

export type Projection = (row: Row, version: string) => JsonObject;

interface Branch {
  readonly object: SObject;
  readonly fields: Field[];
  readonly parents: Map<string, { readonly link: Field; readonly branch: Branch }>;
  readonly lists: { readonly name: string; readonly read: (row: Row, version: string) => Json }[];
}

const maxAll = 200;

/** Throws INVALID_TYPE. */
export function objectOf(org: Org, name: string): SObject {
  const object = org.schema.object(name);
  if (object !== undefined) return object;
  const message = `sObject type '${name}' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name. Please reference your WSDL or the describe call for the appropriate names.`;
  throw refused(400, 'INVALID_TYPE', message);
}

export function projectionOf(
  org: Org,
  object: SObject,
  selected: readonly FieldType[],
  terms: {
    readonly alias?: string | undefined;
    readonly limit?: number | undefined;
    readonly withDeleted: boolean;
  },
): Projection {
  const root: Branch = { object, fields: [], parents: new Map(), lists: [] };
  const seen = new Set<string>();
  for (const each of selected) {
    if (each.type === 'FieldSubquery') {
      root.lists.push(childrenOf(org, object, each.subquery, terms.withDeleted));
      continue;
    }
    if (each.type === 'FieldFunctionExpression' && each.functionName.toUpperCase() === 'FIELDS') {
      if (terms.limit === undefined || terms.limit > maxAll) {
        throw malformed(`The SOQL FIELDS function must have a LIMIT of at most ${maxAll}`);
      }
      const word = String(each.parameters[0]).toUpperCase();
      const isMeant = ({ name }: Field) => word === 'ALL' || name.endsWith('__c') === (word === 'CUSTOM');
      root.fields.push(...object.fields.filter(isMeant));
      continue;
    }
    if (each.type !== 'Field' && each.type !== 'FieldRelationship')
      throw malformed('This field expression is not played');
    const name =
      each.type === 'Field' ? each.field : (each.rawValue ?? [...each.relationships, each.field].join('.'));
    const { links, field } = pathOf(org, object, name, terms.alias);
    const path = [...links.map((link) => link.name), field.name].join('.');
    if (seen.has(path)) throw invalidField(`duplicate field selected: ${name}`);
    seen.add(path);
    branchAt(org, root, links).fields.push(field);
  }
  return (row, version) => shown(org, root, row, version);
}

function branchAt(org: Org, root: Branch, links: readonly Field[]): Branch {
  return links.reduce((at, link) => {
    const relation = link.relation ?? '';
    const known = at.parents.get(relation);
    if (known !== undefined) return known.branch;
    const branch = {
      object: objectOf(org, link.referenceTo[0] ?? ''),
      fields: [],
      parents: new Map(),
      lists: [],
    };
    at.parents.set(relation, { link, branch });
    return branch;
  }, root);
}

function shown(org: Org, { object, fields, parents, lists }: Branch, row: Row, version: string): JsonObject {
  const shownFields = fields.map((field) => [field.name, fieldValue(org, object, row, field)] as const);
  const shownParents = [...parents].map(([relation, { link, branch }]): [string, Json] => {
    const id = row.fields[link.name];
    const parent = typeof id === 'string' ? org.row(branch.object.name, id) : undefined;
    return [relation, parent === undefined ? null : shown(org, branch, parent, version)];
  });
  const shownLists = lists.map(({ name, read }) => [name, read(row, version)] as const);
  return {
    attributes: attributesOf(object.name, row.id, version),
    ...Object.fromEntries([...shownFields, ...shownParents, ...shownLists]),
  };
}

/** A nested list, or null where there is none; it has pages as well. */
function childrenOf(
  org: Org,
  object: SObject,
  subquery: Subquery,
  withDeleted: boolean,
): Branch['lists'][number] {
  const wanted = subquery.relationshipName.toLowerCase();
  const relation = org.schema.childrenOf(object).find(({ name }) => name.toLowerCase() === wanted);
  if (relation === undefined) {
    throw refused(
      400,
      'INVALID_TYPE',
      `Didn't understand relationship '${subquery.relationshipName}' in FROM part of query call.`,
    );
  }
  const { name, child, field } = relation;
  const { fields = [], where } = subquery;
  const condition = compiled(org, child, where);
  const project = projectionOf(org, child, fields, { withDeleted });
  const names = fields.map((each) =>
    'field' in each ? ('rawValue' in each ? (each.rawValue ?? each.field) : each.field) : '',
  );
  const soql = `SELECT ${names.join(', ')} FROM ${child.name}`;
  return {
    name,
    read: (row, version) => {
      const all = org.children(child.name, field.name, row.id);
      const rows = arranged(org, child, all.filter(condition.test), subquery);
      if (rows.length === 0) return null;
      const batch = org.settings().maxNestedBatch;
      return firstPage(org, { soql, object: child.name, rows, batch, version }, project);
    },
  };
}
