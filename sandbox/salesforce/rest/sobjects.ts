/** Records one by one (sheets 3.1, 3.2, 3.8, 3.9). */
import type { Route } from '../../kit/http/route-table.ts';
import type { JsonObject } from '../../kit/json.ts';
import {
  batchOf,
  bodyIn,
  type Call,
  type Endpoint,
  noContent,
  objectIn,
  type Reply,
  reply,
  termsOf,
  under,
} from '../endpoint.ts';
import { fullId } from '../ids.ts';
import type { Org } from '../org.ts';
import { byKey } from '../records/keys.ts';
import { attributesOf, recordOnWire, recordPath } from '../records/reading.ts';
import type { Row } from '../records/tables.ts';
import { createRecord, deleteRecord, existing, updateRecord } from '../records/writing.ts';
import { notFound, refused } from '../refusal.ts';
import { describeGlobal, describeObject, objectBasics } from '../schema/describe.ts';
import type { SObject } from '../schema/sobject.ts';
import { runMore, runQuery } from '../soql/run.ts';
import { changes } from './changes.ts';
import { keyFieldOf, upsert } from './upsert.ts';

const recentItems = 5;

export function sobjectEndpoints(org: Org): Route<Endpoint>[] {
  const on = under('/sobjects');
  return [
    on('GET', '', ({ version }) => reply(describeGlobal(org.schema, version))),
    on('GET', '/{object}', (call) => basics(org, objectIn(org, call), call.version)),
    on('POST', '/{object}', (call) => {
      const object = objectIn(org, call);
      return created(createRecord(org, object, bodyIn(call), termsOf(call)), call.version);
    }),
    on('GET', '/{object}/describe', (call) => reply(describeObject(org, objectIn(org, call), call.version))),
    on('GET', '/{object}/updated', (call) => changes(org, objectIn(org, call), call.query, 'updated')),
    on('GET', '/{object}/deleted', (call) => changes(org, objectIn(org, call), call.query, 'deleted')),
    on('GET', '/{object}/{id}', (call) => {
      const object = objectIn(org, call);
      return shown(org, object, existing(org, object, idIn(call)), call);
    }),
    on('PATCH', '/{object}/{id}', (call) => {
      updateRecord(org, objectIn(org, call), idIn(call), bodyIn(call), termsOf(call));
      return noContent;
    }),
    on('DELETE', '/{object}/{id}', (call) => {
      deleteRecord(org, objectIn(org, call), idIn(call));
      return noContent;
    }),
    on('GET', '/{object}/{field}/{value}', (call) => {
      const object = objectIn(org, call);
      const rows = byKey(
        org,
        object,
        keyFieldOf(org, object, call.parameters.field ?? ''),
        call.parameters.value ?? '',
      );
      const [row, ...others] = rows;
      if (row === undefined) throw notFound();
      return others.length > 0 ? several(object, rows, call.version) : shown(org, object, row, call);
    }),
    on('PATCH', '/{object}/{field}/{value}', (call) => {
      const object = objectIn(org, call);
      const { field: fieldName = '', value = '' } = call.parameters;
      const field = keyFieldOf(org, object, fieldName);
      const body = bodyIn(call);
      const repeated = Object.keys(body).find((name) => name.toLowerCase() === field.name.toLowerCase());
      if (repeated !== undefined) {
        throw refused(
          400,
          'INVALID_FIELD',
          `The ${field.name} field should not be specified in the sobject data.`,
        );
      }
      const updateOnly = call.query.get('updateOnly') === 'true';
      const done = upsert(org, object, field, value, body, termsOf(call), updateOnly);
      if (done.kind === 'several') return several(object, done.rows, call.version);
      const { kind, row } = done;
      if (kind === 'created') return created(row, call.version, { created: true });
      // No body before v46 (sheet 3.2).
      if (Number(call.version) < 46) return noContent;
      const headers = { Location: recordPath(object.name, row.id, call.version) };
      return reply({ id: row.id, success: true, errors: [], created: false }, 200, headers);
    }),
  ];
}

export function queryEndpoints(org: Org): Route<Endpoint>[] {
  const on = under('', 'query or collection');
  const run = (call: Call, withDeleted: boolean) => {
    const soql = call.query.get('q');
    if (soql === null) throw refused(400, 'MALFORMED_QUERY', 'SOQL statements must not be empty');
    return reply(
      runQuery(org, soql, { version: call.version, batch: batchOf(org, call.headers), withDeleted }),
    );
  };
  return [
    on('GET', '/query', (call) => run(call, false)),
    on('GET', '/queryAll', (call) => run(call, true)),
    on('GET', '/query/{locator}', (call) => reply(runMore(org, call.parameters.locator ?? '', call.version))),
    on('GET', '/queryAll/{locator}', (call) =>
      reply(runMore(org, call.parameters.locator ?? '', call.version)),
    ),
  ];
}

function created({ object, id }: Row, version: string, more: JsonObject = {}): Reply {
  const body = { id, success: true, errors: [], ...more };
  return reply(body, 201, { Location: recordPath(object, id, version) });
}

function several({ name }: SObject, rows: readonly Row[], version: string): Reply {
  return reply(
    rows.map(({ id }) => recordPath(name, id, version)),
    300,
  );
}

/** `fields` cuts it down; a copy that is still good is not sent again. */
function shown(org: Org, object: SObject, row: Row, { query, headers, version }: Call): Reply {
  const since = Date.parse(headers.get('If-Modified-Since') ?? '');
  if (!Number.isNaN(since) && row.changedAt <= since) return reply(null, 304);
  const asked = query.get('fields');
  if (asked === null) return reply(recordOnWire(org, object, row, version));
  const fields = asked.split(',').map((name) => {
    const field = org.schema.field(object, name.trim());
    if (field === undefined)
      throw refused(400, 'INVALID_FIELD', `No such column '${name}' on sobject of type ${object.name}`);
    return field;
  });
  const id = object.fields.filter(({ name }) => name === 'Id');
  const wanted = [...fields, ...id.filter((each) => !fields.includes(each))];
  return reply(recordOnWire(org, object, row, version, wanted));
}

function basics(org: Org, object: SObject, version: string): Reply {
  const rows = org.tables.visible(object.name).filter(({ fields }) => fields.IsDeleted !== true);
  const recent = rows.slice(-recentItems).map(({ id, fields }) => ({
    attributes: attributesOf(object.name, id, version),
    Id: id,
    [object.nameField]: fields[object.nameField] ?? null,
  }));
  return reply({ objectDescribe: objectBasics(object, version), recentItems: recent });
}

function idIn({ parameters }: Call): string {
  const id = fullId(parameters.id ?? '');
  if (id === null)
    throw refused(
      404,
      'NOT_FOUND',
      `Provided external ID field does not exist or is not accessible: ${parameters.id}`,
    );
  return id;
}
