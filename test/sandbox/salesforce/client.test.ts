import { Connection, OAuth2 } from 'jsforce';
import { afterEach, describe, expect, it } from 'vitest';
import { consumerKey, consumerSecret } from '../../../sandbox/salesforce/settings.ts';
import { draft, goodsOf, served, TestOrg } from './org.ts';

const closing: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** A client that none of us wrote, logged in. */
async function connected(org: TestOrg): Promise<Connection> {
  const { origin, close } = await served(org);
  closing.push(close);
  const loginUrl = `${origin}/salesforce`;
  const oauth2 = new OAuth2({ loginUrl, clientId: consumerKey, clientSecret: consumerSecret });
  const connection = new Connection({ oauth2, loginUrl, version: '66.0' });
  await connection.authorize({ grant_type: 'client_credentials' });
  expect(connection.instanceUrl).toBe(loginUrl);
  return connection;
}

describe('jsforce', () => {
  it('logs in, is told its limits, and logs in again when its token is dead', async () => {
    const org = new TestOrg({ settings: { dailyCalls: 15_000 } });
    const connection = await connected(org);
    const limits = await connection.limits();
    expect(limits.DailyApiRequests).toEqual({ Max: 15_000, Remaining: 14_999 });
    expect(connection.limitInfo).toEqual({ apiUsage: { used: 1, limit: 15_000 } });
    await org.control('DELETE', '/tokens');
    // It knows of refresh tokens only, which client credentials have none of.
    await expect(connection.limits()).rejects.toThrow('Unable to refresh session');
    await connection.authorize({ grant_type: 'client_credentials' });
    expect((await connection.limits()).DailyApiRequests?.Remaining).toBe(14_998);
  });

  it('creates, reads, changes and deletes a record, and is told what is wrong with one', async () => {
    const connection = await connected(new TestOrg());
    const accounts = connection.sobject('Account');
    const made = await accounts.create({ Name: "O'Brien & Zn", BillingCity: 'Utrecht' });
    expect(made).toEqual({ id: expect.stringMatching(/^001\w{15}$/), success: true, errors: [] });
    const id = made.id ?? '';
    expect(await accounts.retrieve(id)).toMatchObject({
      Id: id,
      Name: "O'Brien & Zn",
      BillingCity: 'Utrecht',
    });
    expect(await accounts.update({ Id: id, Phone: '030 1234567' })).toMatchObject({ success: true });
    expect(await accounts.find({ Name: "O'Brien & Zn" }, ['Id', 'Phone'])).toMatchObject([
      { Phone: '030 1234567' },
    ]);
    await accounts.destroy(id);
    await expect(accounts.retrieve(id)).rejects.toMatchObject({ errorCode: 'ENTITY_IS_DELETED' });
    await expect(accounts.create({ Phone: '1' })).rejects.toMatchObject({
      errorCode: 'REQUIRED_FIELD_MISSING',
      message: 'Required fields are missing: [Name]',
    });
  });

  it('creates, changes, upserts and deletes many, some of which fail', async () => {
    const connection = await connected(new TestOrg());
    const made = await connection
      .sobject('Account')
      .create([{ Name: 'Een' }, { Phone: '2' }, { Name: 'Drie' }]);
    expect(made.map(({ success }) => success)).toEqual([true, false, true]);
    const ids = made.flatMap(({ id }) => id ?? []);
    const changed = await connection.sobject('Account').update(ids.map((Id) => ({ Id, Phone: '1' })));
    expect(changed.map(({ success }) => success)).toEqual([true, true]);
    const upserted = await connection.sobject('Product2').upsert(
      [
        { KoppelKey__c: 'a', Name: 'A' },
        { KoppelKey__c: 'b', Name: 'B' },
      ],
      'KoppelKey__c',
    );
    expect(upserted).toMatchObject([
      { success: true, created: true },
      { success: true, created: true },
    ]);
    const removed = await connection.sobject('Account').destroy(ids);
    expect(removed.map(({ success }) => success)).toEqual([true, true]);
  });

  it('reads a query page by page, and counts', async () => {
    const org = new TestOrg({ settings: { maxBatch: 250 } });
    for (let number = 0; number < 3; number += 1) {
      const records = Array.from({ length: 200 }, (_, index) => ({
        attributes: { type: 'Account' },
        Name: `K ${number}-${index}`,
      }));
      await org.call('POST', '/composite/sobjects', { records });
    }
    const connection = await connected(org);
    const first = await connection.query('SELECT Id, Name FROM Account ORDER BY Id');
    expect(first).toMatchObject({ totalSize: 600, done: false });
    const second = await connection.queryMore(first.nextRecordsUrl ?? '');
    expect(second.records.length).toBe(250);
    const all = await connection.query('SELECT Id FROM Account').run({ autoFetch: true, maxFetch: 1000 });
    expect(new Set(all.records.map(({ Id }) => Id)).size).toBe(600);
    expect(await connection.sobject('Account').count({ Name: { $like: 'K 1-%' } })).toBe(200);
    await expect(connection.query('SELECT Nonsense FROM Account')).rejects.toMatchObject({
      errorCode: 'INVALID_FIELD',
    });
    await expect(connection.query('SELECT Id FORM Account')).rejects.toMatchObject({
      errorCode: 'MALFORMED_QUERY',
    });
  });

  it('upserts by a key: made the first time, changed the second, refused when several have it', async () => {
    const org = new TestOrg();
    const connection = await connected(org);
    const orders = connection.sobject('Account');
    const first = await orders.upsert({ KoppelKey__c: 'k-1', Name: 'Molen' }, 'KoppelKey__c');
    expect(first).toMatchObject({ success: true, created: true });
    const second = await orders.upsert({ KoppelKey__c: 'k-1', Name: 'De Molen' }, 'KoppelKey__c');
    expect(second).toMatchObject({ id: first.id, created: false });
    await connection.sobject('Contact').create([
      { LastName: 'A', Email: 'a@b.example' },
      { LastName: 'B', Email: 'A@b.example' },
    ]);
    await expect(
      connection.sobject('Contact').upsert({ Email: 'a@b.example', LastName: 'C' }, 'Email'),
    ).rejects.toMatchObject({ errorCode: 'MULTIPLE_CHOICES' });
  });

  it('makes an order with its lines in one composite call, all of it or nothing', async () => {
    const org = new TestOrg();
    const goods = await goodsOf(org);
    const connection = await connected(org);
    const at = '/services/data/v66.0/';
    const order = (price: unknown) => ({
      allOrNone: true,
      compositeRequest: [
        { method: 'POST', url: `${at}sobjects/Order`, referenceId: 'ord', body: draft(goods) },
        {
          method: 'POST',
          url: `${at}composite/sobjects`,
          referenceId: 'items',
          body: {
            allOrNone: true,
            records: [
              {
                attributes: { type: 'OrderItem' },
                OrderId: '@{ord.id}',
                PricebookEntryId: goods.entryId,
                Quantity: 2,
                UnitPrice: price,
              },
            ],
          },
        },
        {
          method: 'PATCH',
          url: `${at}sobjects/Order/@{ord.id}`,
          referenceId: 'act',
          body: { Status: 'Activated' },
        },
      ],
    });
    const failed = await connection.requestPost<{ compositeResponse: { httpStatusCode: number }[] }>(
      '/composite',
      order(null),
    );
    expect(failed.compositeResponse.map(({ httpStatusCode }) => httpStatusCode)).toEqual([400, 200, 400]);
    expect((await connection.query('SELECT Id FROM Order')).totalSize).toBe(0);
    const done = await connection.requestPost<{ compositeResponse: { httpStatusCode: number }[] }>(
      '/composite',
      order(12.5),
    );
    expect(done.compositeResponse.map(({ httpStatusCode }) => httpStatusCode)).toEqual([201, 200, 204]);
    const { records } = await connection.query(
      'SELECT StatusCode, TotalAmount, Account.Name, (SELECT Quantity FROM OrderItems) FROM Order',
    );
    expect(records).toMatchObject([
      {
        StatusCode: 'Activated',
        TotalAmount: 25,
        Account: { Name: 'Bakkerij De Molen' },
        OrderItems: { totalSize: 1, done: true, records: [{ Quantity: 2 }] },
      },
    ]);
  });

  it('describes the org and its objects', async () => {
    const connection = await connected(new TestOrg());
    const { sobjects } = await connection.describeGlobal();
    expect(sobjects.map(({ name }) => name)).toContain('Invoice__c');
    const { fields, childRelationships } = await connection.describe('Order');
    expect(fields.find(({ name }) => name === 'KoppelKey__c')).toMatchObject({
      externalId: true,
      unique: true,
    });
    expect(childRelationships.map(({ relationshipName }) => relationshipName)).toContain('OrderItems');
  });
});
