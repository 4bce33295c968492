/** Up to 200 records in a call (sheet 3.6): 200 with a result per row, of which some may have failed. */
import type { Route } from '../../kit/http/route-table.ts';
import { isObject, type Json, type JsonObject, textIn, without } from '../../kit/json.ts';
import {
  bodyIn,
  type Call,
  type Endpoint,
  objectIn,
  type Reply,
  reply,
  termsOf,
  under,
} from '../endpoint.ts';
import { fullId, prefixOf } from '../ids.ts';
import type { Org } from '../org.ts';
import { createRecord, deleteRecord, updateRecord } from '../records/writing.ts';
import { invalid, RestRefusal, refused, rowError } from '../refusal.ts';
import type { SObject } from '../schema/sobject.ts';
import { keyFieldOf, upsert } from './upsert.ts';

const maxRows = 200;
const maxTypeChanges = 10;

/** Thrown when a composite call around it has to be taken back: its own answer stands all the same. */
export class CollectionFailed extends Error {
  readonly rows: JsonObject[];

  constructor(rows: JsonObject[]) {
    super('A row of the collection failed');
    this.rows = rows;
  }
}

export function collectionEndpoints(org: Org): Route<Endpoint>[] {
  const on = under('/composite/sobjects', 'query or collection');
  return [
    on('POST', '', (call) =>
      rows(org, call, recordsIn(call), (record) => {
        const object = typeIn(org, record);
        return { id: createRecord(org, object, without(record, 'attributes'), termsOf(call)).id };
      }),
    ),
    on('PATCH', '', (call) =>
      rows(org, call, recordsIn(call), (record) => {
        const object = typeIn(org, record);
        const id = knownId(org, object, textIn(record, idNameIn(record)));
        updateRecord(org, object, id, without(record, 'attributes', idNameIn(record)), termsOf(call));
        return { id };
      }),
    ),
    on('PATCH', '/{object}/{field}', (call) => {
      const object = objectIn(org, call);
      const field = keyFieldOf(org, object, call.parameters.field ?? '');
      const work = (record: JsonObject): JsonObject => {
        requireAttributes(record, field.name);
        const key = Object.keys(record).find((name) => name.toLowerCase() === field.name.toLowerCase()) ?? '';
        const value = record[key];
        if (typeof value !== 'string') throw invalid('MISSING_ARGUMENT', `${field.name} not specified`);
        const done = upsert(
          org,
          object,
          field,
          value,
          without(record, 'attributes', key),
          termsOf(call),
          false,
        );
        if (done.kind === 'several') {
          throw invalid(
            'DUPLICATE_EXTERNAL_ID',
            `${field.name}: more than one record found for external id field`,
          );
        }
        return { id: done.row.id, created: done.kind === 'created' };
      };
      return rows(org, call, recordsIn(call), work, { created: false });
    }),
    on('DELETE', '', (call) => {
      const ids = (call.query.get('ids') ?? '').split(',').filter((id) => id !== '');
      requireFew(ids.length);
      const flag = call.query.get('allOrNone') === 'true';
      const work = ({ id }: JsonObject): JsonObject => {
        const object = org.schema.ofPrefix(prefixOf(String(id)));
        if (object === undefined) throw invalid('MALFORMED_ID', `malformed id ${id}`);
        const found = knownId(org, object, String(id));
        deleteRecord(org, object, found);
        return { id: found };
      };
      const records = ids.map((id): JsonObject => ({ id }));
      return rows(org, { ...call, body: { allOrNone: flag } }, records, work);
    }),
  ];
}

/** `more` is what a failed row has besides. */
function rows(
  org: Org,
  call: Call,
  records: readonly Json[],
  work: (record: JsonObject) => JsonObject,
  more: JsonObject = {},
): Reply {
  const isTogether = call.allOrNone || (isObject(call.body) && call.body.allOrNone === true);
  try {
    const results = org.tables.transaction(() => {
      const all = records.map((record) => rowOf(org, record, work, more));
      if (isTogether && all.some(({ success }) => success === false))
        throw new CollectionFailed(rolledBack(all, more));
      return all;
    });
    return reply(results);
  } catch (error) {
    if (!(error instanceof CollectionFailed) || call.allOrNone) throw error;
    return reply(error.rows);
  }
}

function rowOf(
  org: Org,
  record: Json,
  work: (record: JsonObject) => JsonObject,
  more: JsonObject,
): JsonObject {
  try {
    if (!isObject(record)) throw refused(400, 'JSON_PARSER_ERROR', 'A record must be an object');
    const { id = null, ...others } = org.tables.transaction(() => work(record));
    return { id, success: true, errors: [], ...others };
  } catch (error) {
    if (!(error instanceof RestRefusal)) throw error;
    return { success: false, errors: [rowError(error.fault)], ...more };
  }
}

function rolledBack(all: readonly JsonObject[], more: JsonObject): JsonObject[] {
  const error = rowError({
    errorCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK',
    message:
      'Record rolled back because not all records were valid and the request was using AllOrNone header',
  });
  return all.map((row) => (row.success === true ? { success: false, errors: [error], ...more } : row));
}

function recordsIn(call: Call): Json[] {
  const { records } = bodyIn(call);
  if (!Array.isArray(records)) throw refused(400, 'JSON_PARSER_ERROR', 'The list records is missing');
  requireFew(records.length);
  const types = records.map((each) =>
    isObject(each) && isObject(each.attributes) ? each.attributes.type : null,
  );
  if (types.filter((type, place) => place > 0 && type !== types[place - 1]).length > maxTypeChanges) {
    throw refused(
      400,
      'INVALID_INPUT',
      `Cannot have more than ${maxTypeChanges} chunks in a single operation`,
    );
  }
  return records;
}

function requireFew(count: number): void {
  if (count <= maxRows) return;
  throw refused(
    400,
    'EXCEEDED_ID_LIMIT',
    `record limit reached. cannot submit more than ${maxRows} records into this call`,
  );
}

function typeIn(org: Org, record: JsonObject): SObject {
  const type = requireAttributes(record, 'Id');
  const object = org.schema.object(type);
  if (object === undefined) throw invalid('INVALID_TYPE', `sObject type '${type}' is not supported.`);
  return object;
}

/**
 * They stand before the fields (sheet 3.6). Before them may stand what names the record: so jsforce writes it, and it
 * works for everybody.
 */
function requireAttributes(record: JsonObject, key: string): string {
  const first = Object.keys(record).find((name) => name.toLowerCase() !== key.toLowerCase());
  const { attributes } = record;
  if (first === 'attributes' && isObject(attributes)) return textIn(attributes, 'type');
  const message =
    'Nested object for polymorphic foreign key must have an attributes field before any other fields.';
  throw invalid('JSON_PARSER_ERROR', message);
}

function idNameIn(record: JsonObject): string {
  return Object.keys(record).find((name) => name.toLowerCase() === 'id') ?? 'id';
}

function knownId(org: Org, { name, prefix }: SObject, text: string): string {
  if (text === '') throw invalid('MISSING_ARGUMENT', 'Id not specified in an update call');
  const id = fullId(text);
  if (id === null) throw invalid('MALFORMED_ID', `malformed id ${text}`);
  const row = org.tables.get(name, id);
  if (row === undefined || prefixOf(id) !== prefix) {
    throw invalid('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
  }
  if (row.fields.IsDeleted === true) throw invalid('ENTITY_IS_DELETED', 'entity is deleted');
  return id;
}
