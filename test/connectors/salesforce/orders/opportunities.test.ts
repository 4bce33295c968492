/** Sales that are opportunities in an org, by a setting. */
import { describe, expect, test } from 'vitest';
import { readAccount } from '../../../../src/connectors/salesforce/account.ts';
import { salesforceCredentials } from '../../../../src/connectors/salesforce/credentials.ts';
import { orderSource } from '../../../../src/connectors/salesforce/orders/source.ts';
import { orderTarget } from '../../../../src/connectors/salesforce/orders/target.ts';
import { order } from '../../../../src/records/order.ts';
import { findDocument } from '../../../support/fake-api.ts';
import { line, shopOrder } from '../../ecwid/documents.ts';
import { changesIn } from '../../read-changes.ts';
import { accountAnswer, contactAnswer, itemAnswer, organisationAnswer, rows } from '../answers.ts';
import { FakeOrg } from '../fake-org.ts';

const key = '006xx0000000001AAA';
const other = '01txx0000000009AAA';
const traits = {
  sale: 'opportunity',
  ownOfOrder: 'Description',
  draftStatus: 'Proposal',
  activatedStatus: 'Closed Won',
};

const row = {
  Id: key,
  Name: '10042',
  CloseDate: '2026-03-01',
  CreatedDate: '2026-03-01T08:00:00.000+0000',
  SystemModstamp: '2026-03-01T08:00:00.000+0000',
  StageName: 'Closed Won',
  IsClosed: true,
  IsWon: true,
  Description: null,
  AccountId: accountAnswer.Id,
  Account: accountAnswer,
  OpportunityLineItems: rows([itemAnswer(1, 4.17, 21), itemAnswer(2, 2, 9)]),
};

const standing = {
  'FROM Contact WHERE Id = ': () => [{ Id: contactAnswer.Id, AccountId: accountAnswer.Id }],
  'FROM Contact WHERE AccountId = ': () => [contactAnswer],
  'FROM Product2 WHERE StockKeepingUnit = ': () => [{ Id: other }],
  'FROM PricebookEntry': () => [
    { Id: '01uxx0000000009AAA', Product2Id: other, Pricebook2Id: '01sxx0000000002AAA', IsActive: true },
  ],
};

const org = (more: object = {}, queries: Record<string, (q: string) => unknown> = {}) =>
  new FakeOrg({
    traits: { ...traits, ...more },
    queries: { ...standing, 'FROM Opportunity WHERE': () => [row], ...queries },
    routes: { 'GET .*/deleted/': () => ({ deletedRecords: [] }) },
  });

describe('an opportunity', () => {
  test('that is won is a sale to the contact of its account', async () => {
    expect(order.parse(await orderSource.get(org(), key))).toMatchObject({
      id: key,
      number: key,
      date: '2026-03-01',
      status: 'Closed Won',
      cancelled: false,
      gross: '21.68',
      vat: '3.17',
      customer: {
        id: contactAnswer.Id,
        company: 'Smit Licht B.V.',
        address: { city: 'Hoorn', country: 'NL' },
      },
    });
  });

  test('that is open is a draft, and one that is lost is called off', async () => {
    const read = (more: object) =>
      orderSource.get(org({}, { 'FROM Opportunity WHERE': () => [{ ...row, ...more }] }), key);
    expect(await read({ IsClosed: false, IsWon: false })).toMatchObject({ draft: true, cancelled: false });
    expect(await read({ IsClosed: true, IsWon: false })).toMatchObject({ cancelled: true });
  });

  test('is told when it or one of its lines changed, and found by its id', async () => {
    const api = org(
      {},
      {
        'FROM Opportunity WHERE \\(': () => [row],
        'FROM OpportunityLineItem': () => [
          {
            Id: '00kxx0000000001AAA',
            OpportunityId: '006xx0000000002AAA',
            SystemModstamp: '2026-03-02T11:40:00.000+0000',
            Opportunity: { SystemModstamp: '2026-03-02T11:30:00.000+0000' },
          },
        ],
      },
    );
    const window = { since: new Date('2026-02-28T11:00:00Z'), until: new Date('2026-03-02T12:00:00Z') };
    expect((await changesIn(orderSource, api, window)).map((each) => each.key)).toEqual([
      key,
      '006xx0000000002AAA',
    ]);
    expect(await orderSource.findByNumber?.(org(), key)).toEqual([{ key, number: key }]);
    expect(await orderSource.findByNumber?.(org(), '10042')).toEqual([]);
  });
});

describe('a sale to such an org', () => {
  test('is an opportunity with its lines, won where it is final', async () => {
    const api = org();
    const document = shopOrder({ customerId: contactAnswer.Id, state: 'sent', lines: [line()] });
    await orderTarget.create(api, orderTarget.toWire(document, api.account));
    expect(api.parts.map(({ url, body }) => [url.split('/').slice(4).join('/'), body])).toEqual([
      [
        'sobjects/Opportunity',
        {
          AccountId: accountAnswer.Id,
          Name: '10042',
          CloseDate: '2026-03-01',
          StageName: 'Proposal',
          Pricebook2Id: '01sxx0000000002AAA',
          Description: 'Referentie: 10042\nGemaakt door Koppel',
        },
      ],
      [
        'composite/sobjects',
        {
          allOrNone: true,
          records: [
            {
              attributes: { type: 'OpportunityLineItem' },
              OpportunityId: '@{order.id}',
              PricebookEntryId: '01uxx0000000009AAA',
              Quantity: 2,
              UnitPrice: 10,
              Description: 'Mug',
              Btw__c: 21,
            },
          ],
        },
      ],
      ['sobjects/Opportunity/@{order.id}', { StageName: 'Closed Won' }],
    ]);
  });

  test('is found by its name, or by the key of the connection, for the contact of its account', async () => {
    const found = {
      id: key,
      gross: '21.68',
      vat: '3.17',
      date: '2026-03-01',
      reference: '10042',
      draft: false,
      customerId: contactAnswer.Id,
    };
    const api = org();
    expect(await findDocument(orderTarget, api, '10042')).toMatchObject(found);
    expect(api.asked[0]).toContain("WHERE Name IN ('10042')");
    const keyed = org(
      { orderKeyField: 'Koppel__c' },
      { 'FROM Opportunity WHERE': () => [{ ...row, Name: 'Lampen', Koppel__c: '10042' }] },
    );
    expect(await findDocument(orderTarget, keyed, '10042')).toMatchObject(found);
    await expect(orderTarget.credit?.(org(), key, 'sent')).rejects.toMatchObject({
      code: 'credit_unsupported',
    });
  });

  test('goes by the stages of the org', async () => {
    const stage = (value: string) => ({ value, label: value, active: true });
    const describes: Record<string, unknown> = {
      Opportunity: {
        createable: true,
        fields: [
          { name: 'StageName', picklistValues: [stage('Proposal'), stage('Closed Won')] },
          { name: 'Description' },
        ],
      },
      OpportunityLineItem: {
        createable: true,
        fields: [{ name: 'UnitPrice', scale: 2 }, { name: 'Quantity', scale: 2 }, { name: 'VatRate__c' }],
      },
    };
    const api = new FakeOrg({
      queries: { 'FROM Organization': () => organisationAnswer },
      routes: { 'GET .*/describe$': ({ path }) => describes[path.split('/').at(-2) ?? ''] },
    });
    const given = {
      address: 'https://molen.my.salesforce.com',
      clientId: 'c',
      clientSecret: 's',
      currency: 'EUR',
      sale: 'opportunity',
    };
    const credentials = (more: object) => salesforceCredentials.parse({ ...given, ...more });
    await expect(readAccount(api, credentials({}))).rejects.toMatchObject({ code: 'status_unknown' });
    const { traits: found } = await readAccount(
      api,
      credentials({ draftStatus: 'Proposal', activatedStatus: 'Closed Won' }),
    );
    expect(found).toMatchObject({
      sale: 'opportunity',
      orders: 'yes',
      ownOfOrder: 'Description',
      vatRateField: 'VatRate__c',
    });
  });
});
