/** The recorded calls of a Developer Edition org, put to the stand-in: where somebody has them, `VENDOR_SAMPLES` names their folder. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isObject, type Json, type JsonObject, objectsIn, textIn } from '../../../sandbox/kit/json.ts';
import { fullId } from '../../../sandbox/salesforce/ids.ts';
import { draft, goodsOf, TestOrg } from './org.ts';

const samples = process.env.VENDOR_SAMPLES;
const folder = samples ? join(samples, 'salesforce') : '';

function sample(name: string): JsonObject {
  const read: unknown = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));
  if (!isObject(read)) throw new Error(`${name} is no object`);
  return read;
}

function objectAt(value: JsonObject, ...path: readonly string[]): JsonObject {
  return path.reduce((at, name) => {
    const next = at[name];
    if (!isObject(next)) throw new Error(`There is no ${name}`);
    return next;
  }, value);
}

/** Which keys an answer has, at every depth: of lists those of the first item. */
function shapeOf(value: Json | undefined): Json {
  if (Array.isArray(value)) return value.length === 0 ? [] : [shapeOf(value[0])];
  if (!isObject(value)) return value === null ? null : typeof (value ?? undefined);
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, shapeOf(each)]));
}

describe.runIf(folder !== '')('as recorded', () => {
  it('every id in the recordings satisfies the rule of the suffix', () => {
    const ids = readdirSync(folder)
      .filter((file) => file.endsWith('.json'))
      .flatMap((file) => readFileSync(join(folder, file), 'utf8').match(/"(001dM|005dM|00DdM)\w{13}"/g) ?? [])
      .map((quoted) => quoted.slice(1, -1));
    expect(ids.length).toBeGreaterThan(100);
    for (const id of ids) expect(fullId(id.slice(0, 15)), id).toBe(id);
  });

  it('a record is created, changed, deleted', async () => {
    const org = new TestOrg();
    const created = sample('create-record');
    const { path, body } = objectAt(created, 'request');
    const made = await org.call('POST', String(path), body);
    expect([made.status, shapeOf(made.body)]).toEqual([created.status, shapeOf(created.response)]);
    const update = objectAt(sample('update-record'), 'request');
    const at = `/services/data/v63.0/sobjects/Account/${made.body.id}`;
    expect((await org.call('PATCH', at, update.body)).status).toBe(204);
    expect((await org.call('DELETE', at)).status).toBe(204);
  });

  it('a whole record has the standard fields of the recording, in its forms', async () => {
    const org = new TestOrg();
    const recorded = objectAt(sample('get-record'), 'response');
    const own = (name: string) => typeof recorded[name] === 'string' || typeof recorded[name] === 'number';
    const { body: describes } = await org.get('/sobjects/Account/describe');
    const writable = objectsIn(describes.fields).filter(
      (each) => each.createable === true && own(textIn(each, 'name')),
    );
    const fields = writable.map(({ name }): [string, Json] => [String(name), recorded[String(name)] ?? null]);
    const id = await org.create(
      'Account',
      Object.fromEntries(fields.filter(([name]) => !/Id$|State|Type$|Clean/.test(name))),
    );
    const { body } = await org.get(`/services/data/v62.0/sobjects/Account/${id}`);
    const missing = Object.keys(recorded).filter((name) => !name.endsWith('__c') && !(name in body));
    // Of Data.com and of field service.
    expect(missing).toEqual(['JigsawCompanyId', 'CleanStatus', 'DandbCompanyId', 'OperatingHoursId']);
    expect(Object.keys(objectAt(body, 'BillingAddress'))).toEqual(
      Object.keys(objectAt(recorded, 'BillingAddress')),
    );
    expect(textIn(body, 'SystemModstamp')).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000\+0000$/);
    expect(textIn(recorded, 'SystemModstamp')).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000\+0000$/);
  });

  it('a describe tells of each field what the recording tells, and agrees on the fields of accounts', async () => {
    const org = new TestOrg();
    const recorded = objectAt(sample('describe-sobject'), 'response');
    const { body } = await org.get('/services/data/v58.0/sobjects/Account/describe');
    // Where a page of its own is for people.
    const links = [
      'defaultImplementation',
      'extendedBy',
      'extendsInterfaces',
      'implementedBy',
      'implementsInterfaces',
    ];
    expect(Object.keys(recorded).filter((name) => !(name in body))).toEqual(links);
    const theirs = new Map(objectsIn(recorded.fields).map((each) => [textIn(each, 'name'), each]));
    for (const each of objectsIn(body.fields)) {
      const name = textIn(each, 'name');
      const other = theirs.get(name);
      if (other === undefined || name.endsWith('__c')) continue;
      expect(Object.keys(each).sort(), name).toEqual(Object.keys(other).sort());
      for (const trait of [
        'type',
        'length',
        'createable',
        'updateable',
        'nillable',
        'defaultedOnCreate',
        'scale',
        'referenceTo',
        'relationshipName',
        'soapType',
        'compoundFieldName',
        'restrictedPicklist',
        'unique',
        'externalId',
      ]) {
        // A geocode's accuracy, the source and so on are picklists that an org may open or close.
        if (trait === 'restrictedPicklist' && each.type === 'picklist') continue;
        expect(each[trait], `${name}: ${trait}`).toEqual(other[trait]);
      }
    }
  });

  it.each([
    'create-sobject-collection',
    'update-sobject-collection',
    'upsert-sobject-collection',
    'composite-graph-request',
  ])('%s', async (name) => {
    const org = new TestOrg();
    const { request: _, response, status } = sample(name);
    const { method, path, body } = objectAt(sample(name), 'request');
    const answer = await org.call(String(method), String(path), body);
    expect(answer.status).toBe(status);
    expect(shapeOf(answer.json)).toEqual(shapeOf(response));
    const codes = (value: Json | undefined) => JSON.stringify(value).match(/"statusCode":"\w+"/g);
    expect(codes(answer.json)).toEqual(codes(response));
  });

  it('an upsert by an address makes a contact; by an id it changes, and may only change', async () => {
    const org = new TestOrg();
    const upsert = objectAt(sample('upsert-record'), 'request');
    const made = await org.call('PATCH', String(upsert.path), upsert.body);
    expect([made.status, shapeOf(made.body)]).toEqual([201, shapeOf(sample('upsert-record').response)]);
    const update = sample('update-record-by-external-id');
    const id = await org.create('Account', { Name: 'A' });
    const changed = await org.call(
      'PATCH',
      `/services/data/v59.0/sobjects/Account/Id/${id}?updateOnly=true`,
      objectAt(update, 'request').body,
    );
    expect([changed.status, shapeOf(changed.body)]).toEqual([200, shapeOf(update.response)]);
    expect(changed.headers.get('Location')).toBe(`/services/data/v59.0/sobjects/Account/${id}`);
  });

  it('queries, their pages, limits, versions and the user have the keys of the recordings', async () => {
    const org = new TestOrg({ seeded: true, settings: { maxBatch: 2 } });
    const { body } = await org.query('SELECT Id, Name FROM Account LIMIT 5');
    const query = objectAt(sample('query-records'), 'response');
    expect(shapeOf({ ...body, done: true, nextRecordsUrl: null })).toEqual(
      shapeOf({ ...query, nextRecordsUrl: null }),
    );
    const more = objectAt(sample('retrieve-query-more'), 'response');
    const last = await org.get(String(body.nextRecordsUrl).replace(/-2$/, '-4'));
    expect(shapeOf(last.body)).toEqual(shapeOf(more));
    const limits = objectAt(sample('get-limits'), 'response');
    for (const [name, limit] of Object.entries((await org.get('/limits')).body)) {
      expect(Object.keys(objectAt(limits, name)).slice(0, 2), name).toEqual(
        Object.keys(isObject(limit) ? limit : {}),
      );
    }
    const versions = objectsIn((await org.raw('GET', '/services/data')).json);
    const straight = (rows: JsonObject[]) =>
      rows.map((each): JsonObject => ({ ...each, label: textIn(each, 'label').replace('’', "'") }));
    const recorded = straight(objectsIn(sample('list-available-resources').response));
    expect(
      straight(versions).filter(({ version }) => recorded.some((each) => each.version === version)),
    ).toEqual(recorded);
    const user = objectAt(sample('get-current-user'), 'response');
    const { body: own } = await org.call('GET', '/services/oauth2/userinfo');
    for (const name of Object.keys(own)) expect(user, name).toHaveProperty(name);
    for (const name of Object.keys(objectAt(own, 'urls')))
      expect(objectAt(user, 'urls'), name).toHaveProperty(name);
    const basics = objectAt(sample('get-sobject-basic-info'), 'response');
    const { body: shown } = await org.get('/services/data/v63.0/sobjects/Account/');
    expect(Object.keys(objectAt(shown, 'objectDescribe'))).toEqual(
      Object.keys(objectAt(basics, 'objectDescribe')),
    );
    expect(shapeOf(shown.recentItems)).toEqual(shapeOf(basics.recentItems));
  });

  it('several matches and duplicates are told as in the tests of another client', async () => {
    const org = new TestOrg({
      settings: {
        duplicateRules: [
          { object: 'Contact', name: 'Standard_Contact_Duplicate_Rule', equal: ['Email'], alike: [] },
        ],
      },
    });
    await org.create('Contact', { LastName: 'A', Email: 'a@example.com' });
    const twin = { LastName: 'B', Email: 'a@example.com' };
    const refused = await org.call('POST', '/services/data/v60.0/sobjects/Contact', twin);
    expect(shapeOf(refused.json)).toEqual(shapeOf(sample('error-duplicates-detected-fixture').response));
    await org.call('POST', '/sobjects/Contact', twin, { 'Sforce-Duplicate-Rule-Header': 'allowSave=true' });
    const several = await org.call('PATCH', '/services/data/v60.0/sobjects/Contact/Email/a%40example.com', {
      LastName: 'C',
    });
    const recorded = sample('error-300-several-matches-fixture');
    expect([several.status, shapeOf(several.json)]).toEqual([recorded.status, shapeOf(recorded.response)]);
  });

  it('an order is placed as in the example of the guide', async () => {
    const org = new TestOrg();
    const goods = await goodsOf(org);
    const { request, response } = sample('placeorder-create-doc-example');
    const text = JSON.stringify(objectAt({ request: request ?? null }, 'request').body)
      .replace('001D000000JRDAv', goods.accountId)
      .replace('01sD0000000G2NjIAK', String(draft(goods).Pricebook2Id))
      .replace('01uD0000001c5toIAA', goods.entryId);
    const answer = await org.call('POST', '/services/data/v31.0/commerce/sale/order', JSON.parse(text));
    expect(shapeOf(answer.body)).toEqual(shapeOf(response));
  });
});
