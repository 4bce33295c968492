/** Records with their children in one call: created all of them, or none (sheet 3.5). */
import type { Route } from '../../kit/http/route-table.ts';
import { isObject, type JsonObject, objectsIn, textIn, without } from '../../kit/json.ts';
import { bodyIn, type Call, type Endpoint, objectIn, reply, termsOf, under } from '../endpoint.ts';
import type { Org } from '../org.ts';
import { createRecord } from '../records/writing.ts';
import { RestRefusal, refused, rowError } from '../refusal.ts';
import type { SObject } from '../schema/sobject.ts';

const maxRecords = 200;
const maxLevels = 5;

class TreeFailed extends Error {
  readonly referenceId: string;
  readonly refusal: RestRefusal;

  constructor(referenceId: string, refusal: RestRefusal) {
    super(refusal.message);
    this.referenceId = referenceId;
    this.refusal = refusal;
  }
}

export function treeEndpoints(org: Org): Route<Endpoint>[] {
  const on = under('/composite/tree', 'query or collection');
  return [
    on('POST', '/{object}', (call) => {
      const object = objectIn(org, call);
      const records = objectsIn(bodyIn(call).records);
      const results: JsonObject[] = [];
      try {
        org.tables.transaction(() => {
          for (const record of records) plant(org, call, object, record, {}, 1, results);
        });
        return reply({ hasErrors: false, results }, 201);
      } catch (error) {
        if (!(error instanceof TreeFailed)) throw error;
        const { referenceId, refusal } = error;
        return reply({ hasErrors: true, results: [{ referenceId, errors: [rowError(refusal.fault)] }] }, 400);
      }
    }),
  ];
}

function plant(
  org: Org,
  call: Call,
  object: SObject,
  record: JsonObject,
  link: JsonObject,
  level: number,
  results: JsonObject[],
): void {
  const attributes = isObject(record.attributes) ? record.attributes : {};
  const referenceId = textIn(attributes, 'referenceId');
  if (textIn(attributes, 'type').toLowerCase() !== object.name.toLowerCase() || referenceId === '') {
    throw refused(400, 'INVALID_INPUT', 'Every record needs attributes.type and attributes.referenceId');
  }
  if (results.some((each) => each.referenceId === referenceId)) {
    throw refused(400, 'INVALID_INPUT', `Duplicate ReferenceId provided in the request: ${referenceId}`);
  }
  if (level > maxLevels || results.length >= maxRecords) {
    throw refused(400, 'INVALID_INPUT', `At most ${maxRecords} records in ${maxLevels} levels`);
  }
  const lists = org.schema.childrenOf(object).flatMap((relation) => {
    const key = Object.keys(record).find((name) => name.toLowerCase() === relation.name.toLowerCase());
    return key === undefined ? [] : [{ ...relation, key }];
  });
  const own = without(record, ...lists.map(({ key }) => key));
  const id = made(org, call, object, { ...own, ...link }, referenceId);
  results.push({ referenceId, id });
  for (const { key, child, field } of lists) {
    const list = record[key];
    const children = isObject(list) ? objectsIn(list.records) : [];
    for (const each of children) plant(org, call, child, each, { [field.name]: id }, level + 1, results);
  }
}

function made(org: Org, call: Call, object: SObject, body: JsonObject, referenceId: string): string {
  try {
    return createRecord(org, object, body, termsOf(call)).id;
  } catch (error) {
    if (error instanceof RestRefusal) throw new TreeFailed(referenceId, error);
    throw error;
  }
}
