import { describe, expect, it } from 'vitest';
import { type JsonObject, objectsIn } from '../../../sandbox/kit/json.ts';
import { type Answer, draft, goodsOf, root, TestOrg } from './org.ts';

function part(referenceId: string, method: string, path: string, body?: JsonObject): JsonObject {
  return { referenceId, method, url: `${root}${path}`, ...(body === undefined ? {} : { body }) };
}

function composite(org: TestOrg, parts: JsonObject[], more: JsonObject = {}): Promise<Answer> {
  return org.call('POST', '/composite', { allOrNone: true, compositeRequest: parts, ...more });
}

const statuses = ({ body }: Answer) =>
  objectsIn(body.compositeResponse).map(({ httpStatusCode }) => httpStatusCode);
const halted = { errorCode: 'PROCESSING_HALTED', message: expect.stringContaining('rolled back') };

describe('a composite call', () => {
  it('carries answers over by reference: company and contact in one', async () => {
    const org = new TestOrg();
    const parts = [
      part('acc', 'PATCH', '/sobjects/Account/KoppelKey__c/a1', { Name: 'Molen' }),
      part('con', 'POST', '/sobjects/Contact', { LastName: 'Bos', AccountId: '@{acc.id}' }),
      part('seen', 'GET', '/sobjects/Account/@{acc.id}?fields=Name'),
      part('found', 'GET', "/query?q=SELECT+Id+FROM+Contact+WHERE+AccountId='@{seen.Id}'"),
      part('named', 'PATCH', '/sobjects/Contact/@{found.records[0].Id}', { FirstName: '@{seen.Name}' }),
    ];
    const answer = await composite(org, parts);
    expect(answer.status).toBe(200);
    expect(statuses(answer)).toEqual([201, 201, 200, 200, 204]);
    expect(objectsIn(answer.body.compositeResponse)[0]).toEqual({
      body: { id: expect.stringMatching(/^001/), success: true, errors: [], created: true },
      httpHeaders: { Location: expect.stringContaining('/sobjects/Account/001') },
      httpStatusCode: 201,
      referenceId: 'acc',
    });
    expect(objectsIn(answer.body.compositeResponse)[4]).toEqual({
      body: null,
      httpHeaders: {},
      httpStatusCode: 204,
      referenceId: 'named',
    });
    expect(answer.headers.get('Sforce-Limit-Info')).toBe('api-usage=1/100000');
    expect(await org.row('SELECT Name, Account.Name FROM Contact')).toMatchObject({ Name: 'Molen Bos' });
  });

  it('takes everything back when a part fails, and tells which', async () => {
    const org = new TestOrg();
    const parts = [
      part('acc', 'POST', '/sobjects/Account', { Name: 'Molen' }),
      part('con', 'POST', '/sobjects/Contact', { AccountId: '@{acc.id}' }),
      part('later', 'POST', '/sobjects/Account', { Name: 'Wiek' }),
    ];
    const answer = await composite(org, parts);
    expect(statuses(answer)).toEqual([400, 400, 400]);
    expect(objectsIn(answer.body.compositeResponse).map(({ body }) => objectsIn(body)[0])).toEqual([
      halted,
      expect.objectContaining({ errorCode: 'REQUIRED_FIELD_MISSING' }),
      halted,
    ]);
    expect(await org.rows('SELECT Id FROM Account')).toEqual([]);
    const loose = await composite(org, parts, { allOrNone: false });
    expect(statuses(loose)).toEqual([201, 400, 201]);
    expect((await org.rows('SELECT Id FROM Account')).length).toBe(2);
  });

  it('a part that leans on one that failed is halted', async () => {
    const org = new TestOrg();
    const parts = [
      part('acc', 'POST', '/sobjects/Account', {}),
      part('con', 'POST', '/sobjects/Contact', { LastName: 'Bos', AccountId: '@{acc.id}' }),
    ];
    const answer = await composite(org, parts, { allOrNone: false });
    expect(objectsIn(objectsIn(answer.body.compositeResponse)[1]?.body)).toEqual([
      {
        errorCode: 'PROCESSING_HALTED',
        message: 'Invalid reference specified. No value for acc.id found in acc',
      },
    ]);
  });

  it('governs the flag of a collection inside it: no row stays when one fails', async () => {
    const org = new TestOrg();
    const goods = await goodsOf(org);
    const row = (Quantity: number) => ({
      attributes: { type: 'OrderItem' },
      OrderId: '@{ord.id}',
      PricebookEntryId: goods.entryId,
      Quantity,
      UnitPrice: 5,
    });
    const parts = [
      part('ord', 'POST', '/sobjects/Order', draft(goods)),
      part('items', 'POST', '/composite/sobjects', { allOrNone: false, records: [row(1), row(0)] }),
      part('act', 'PATCH', '/sobjects/Order/@{ord.id}', { Status: 'Activated' }),
    ];
    const answer = await composite(org, parts);
    expect(statuses(answer)).toEqual([400, 200, 400]);
    expect(objectsIn(answer.body.compositeResponse)[1]?.body).toMatchObject([
      { success: false, errors: [{ statusCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK' }] },
      { success: false, errors: [{ statusCode: 'FIELD_INTEGRITY_EXCEPTION', fields: ['Quantity'] }] },
    ]);
    expect(await org.rows('SELECT Id FROM Order')).toEqual([]);
    org.standIn.change({ failedCollectionStatus: 400 });
    expect(statuses(await composite(org, parts))).toEqual([400, 400, 400]);
    const loose = await composite(org, [parts[0] ?? {}, parts[1] ?? {}], { allOrNone: false });
    expect(statuses(loose)).toEqual([201, 200]);
    expect(await org.row('SELECT TotalAmount FROM Order')).toMatchObject({ TotalAmount: 5 });
  });

  it('has at most 25 parts with names of their own, five queries, no headers of the whole call', async () => {
    const org = new TestOrg();
    const many = Array.from({ length: 26 }, (_, index) => part(`p${index}`, 'GET', '/limits'));
    expect(await org.refusal(composite(org, many))).toBe('400 INVALID_INPUT');
    expect(
      await org.refusal(composite(org, [part('a', 'GET', '/limits'), part('a', 'GET', '/limits')])),
    ).toBe('400 INVALID_INPUT');
    const queries = Array.from({ length: 6 }, (_, index) =>
      part(`q${index}`, 'GET', '/query?q=SELECT+Id+FROM+Account'),
    );
    expect(await org.refusal(composite(org, queries))).toBe('400 INVALID_INPUT');
    const answer = await composite(
      org,
      [
        { ...part('a', 'GET', '/limits'), httpHeaders: { Authorization: 'Bearer x' } },
        { ...part('b', 'GET', '/limits'), url: 'https://elsewhere.example.com/services/data/v66.0/limits' },
        { ...part('c', 'GET', '/limits'), url: '/services/data/v66.0/[' },
        part('d', 'POST', '/composite', { compositeRequest: [] }),
      ],
      { allOrNone: false },
    );
    expect(statuses(answer)).toEqual([400, 400, 404, 400]);
  });

  it('passes headers of a part on: a duplicate is saved', async () => {
    const org = new TestOrg({ settings: { duplicateRules: [{}] } });
    const account = part('acc', 'POST', '/sobjects/Account', { Name: 'Molen' });
    await composite(org, [account]);
    const headers = { 'Sforce-Duplicate-Rule-Header': 'allowSave=true' };
    expect(statuses(await composite(org, [account]))).toEqual([400]);
    expect(statuses(await composite(org, [{ ...account, httpHeaders: headers }]))).toEqual([201]);
  });
});

describe('graphs, batches and trees', () => {
  it('each graph stands or falls by itself', async () => {
    const org = new TestOrg();
    const graph = (graphId: string, body: JsonObject) => ({
      graphId,
      compositeRequest: [part('a', 'POST', '/sobjects/Account', body)],
    });
    const { body } = await org.call('POST', '/composite/graph', {
      graphs: [graph('1', { Name: 'A' }), graph('2', {})],
    });
    expect(body.graphs).toMatchObject([
      { graphId: '1', isSuccessful: true, graphResponse: { compositeResponse: [{ httpStatusCode: 201 }] } },
      { graphId: '2', isSuccessful: false, graphResponse: { compositeResponse: [{ httpStatusCode: 400 }] } },
    ]);
  });

  it('each part of a batch counts, and nothing is taken back', async () => {
    const org = new TestOrg();
    const batchRequests = [
      { method: 'POST', url: 'v66.0/sobjects/Account', richInput: { Name: 'A' } },
      { method: 'GET', url: 'v66.0/nonsense' },
      { method: 'GET', url: 'v66.0/limits' },
    ];
    const all = await org.call('POST', '/composite/batch', { batchRequests });
    expect(all.body).toMatchObject({
      hasErrors: true,
      results: [{ statusCode: 201 }, { statusCode: 404 }, { statusCode: 200 }],
    });
    expect(all.headers.get('Sforce-Limit-Info')).toBe('api-usage=4/100000');
    const halting = await org.call('POST', '/composite/batch', { batchRequests, haltOnError: true });
    expect(objectsIn(halting.body.results).map(({ statusCode }) => statusCode)).toEqual([201, 404, 412]);
  });

  it('a tree makes an order with its lines, or nothing', async () => {
    const org = new TestOrg();
    const goods = await goodsOf(org);
    const tree = (Quantity: number) => ({
      records: [
        {
          attributes: { type: 'Order', referenceId: 'o1' },
          ...draft(goods),
          OrderItems: {
            records: [
              {
                attributes: { type: 'OrderItem', referenceId: 'l1' },
                PricebookEntryId: goods.entryId,
                Quantity,
                UnitPrice: 5,
              },
            ],
          },
        },
      ],
    });
    const failed = await org.call('POST', '/composite/tree/Order', tree(0));
    expect(failed).toMatchObject({
      status: 400,
      body: {
        hasErrors: true,
        results: [{ referenceId: 'l1', errors: [{ statusCode: 'FIELD_INTEGRITY_EXCEPTION' }] }],
      },
    });
    expect(await org.rows('SELECT Id FROM Order')).toEqual([]);
    const done = await org.call('POST', '/composite/tree/Order', tree(2));
    expect(done).toMatchObject({
      status: 201,
      body: { hasErrors: false, results: [{ referenceId: 'o1' }, { referenceId: 'l1' }] },
    });
    expect(await org.row('SELECT TotalAmount FROM Order')).toMatchObject({ TotalAmount: 10 });
  });
});

describe('a collection', () => {
  const account = (more: JsonObject) => ({ attributes: { type: 'Account' }, ...more });

  it('answers 200 row by row; together all rows or none', async () => {
    const org = new TestOrg();
    const records = [account({ Name: 'A' }), account({})];
    const loose = await org.call('POST', '/composite/sobjects', { records });
    expect(loose.json).toMatchObject([
      { success: true, errors: [] },
      { success: false, errors: [{ statusCode: 'REQUIRED_FIELD_MISSING' }] },
    ]);
    const together = await org.call('POST', '/composite/sobjects', { allOrNone: true, records });
    expect(together.status).toBe(200);
    expect(together.json).toMatchObject([{ success: false }, { success: false }]);
    expect((await org.rows('SELECT Id FROM Account')).length).toBe(1);
  });

  it('changes, upserts and deletes; what stands before the attributes is refused', async () => {
    const org = new TestOrg();
    const id = await org.create('Account', { Name: 'A' });
    const changed = await org.call('PATCH', '/composite/sobjects', {
      records: [account({ id, Phone: '1' }), account({ id: '001xx000003DHP0AAO', Phone: '2' })],
    });
    expect(changed.json).toMatchObject([
      { id, success: true },
      {
        success: false,
        errors: [{ statusCode: 'INVALID_CROSS_REFERENCE_KEY', message: 'invalid cross reference id' }],
      },
    ]);
    const wrong = await org.call('PATCH', '/composite/sobjects/Account/Id', {
      records: [{ Id: id, Name: 'B' }],
    });
    expect(wrong.json).toMatchObject([
      { success: false, created: false, errors: [{ statusCode: 'JSON_PARSER_ERROR' }] },
    ]);
    const late = await org.call('POST', '/composite/sobjects', {
      records: [{ Name: 'B', attributes: { type: 'Account' } }],
    });
    expect(late.json).toMatchObject([{ errors: [{ statusCode: 'JSON_PARSER_ERROR' }] }]);
    const upserted = await org.call('PATCH', '/composite/sobjects/Account/KoppelKey__c', {
      records: [account({ KoppelKey__c: 'k', Name: 'K' })],
    });
    expect(upserted.json).toMatchObject([{ success: true, created: true }]);
    const removed = await org.call(
      'DELETE',
      `/composite/sobjects?ids=${id},001000000000000AAA&allOrNone=false`,
    );
    expect(removed.json).toMatchObject([{ id, success: true }, { success: false }]);
  });

  it('of stock: 200 rows in one call, one more is too many; types change ten times at most', async () => {
    const org = new TestOrg();
    const products = Array.from({ length: 200 }, (_, index) => ({
      attributes: { type: 'Product2' },
      Name: `P${index}`,
    }));
    const made = objectsIn((await org.call('POST', '/composite/sobjects', { records: products })).json);
    const levels = made.map(({ id = null }, index) => ({
      attributes: { type: 'Product2' },
      id,
      Stock__c: index,
    }));
    const written = await org.call('PATCH', '/composite/sobjects', { allOrNone: false, records: levels });
    expect(objectsIn(written.json).every(({ success }) => success === true)).toBe(true);
    expect(await org.rows('SELECT SUM(Stock__c) FROM Product2')).toMatchObject([{ expr0: 19_900 }]);
    const more = org.call('PATCH', '/composite/sobjects', { records: [...levels, levels[0]] });
    expect(await org.refusal(more)).toBe('400 EXCEEDED_ID_LIMIT');
    const mixed = Array.from({ length: 12 }, (_, index) => ({
      attributes: { type: index % 2 ? 'Account' : 'Product2' },
      Name: 'X',
    }));
    expect(await org.refusal(org.call('POST', '/composite/sobjects', { records: mixed }))).toBe(
      '400 INVALID_INPUT',
    );
  });
});

it('goes by the first of its parts that changes something, or asks', async () => {
  const { standIn } = new TestOrg();
  const operation = (compositeRequest: unknown, path = '/services/data/v66.0/composite') =>
    standIn.operation(
      new Request(`https://x.my.salesforce.com${path}`, {
        method: 'POST',
        body: JSON.stringify({ compositeRequest }),
      }),
    );
  const ask = { method: 'GET', url: '/services/data/v66.0/query?q=SELECT', referenceId: 'a' };
  const make = { method: 'POST', url: '/services/data/v66.0/sobjects/Order', referenceId: 'b' };
  const change = { ...make, method: 'PATCH', url: '/services/data/v66.0/sobjects/Order/8015g0000000001AAA' };
  expect(await operation([ask])).toBe(' query');
  expect(await operation([ask, make, change])).toBe(' POST Order');
  expect(await operation([change])).toBe(' PATCH Order');
  expect(await operation([{ ...make, url: '/services/data/v66.0/composite/sobjects' }])).toBe(
    ' POST sobjects',
  );
  expect([await operation('nonsense'), await operation([make], '/services/data/v66.0/query')]).toEqual([
    '',
    '',
  ]);
});
