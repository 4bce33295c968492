/** Invoices of an object of the org's own. */
import { describe, expect, test } from 'vitest';
import { optionsOf } from '../../../../src/connectors/contract/lookups.ts';
import { readAccount } from '../../../../src/connectors/salesforce/account.ts';
import { salesforceCredentials } from '../../../../src/connectors/salesforce/credentials.ts';
import { lookups } from '../../../../src/connectors/salesforce/lookups.ts';
import { orderSource } from '../../../../src/connectors/salesforce/orders/source.ts';
import { order } from '../../../../src/records/order.ts';
import { partsTotal } from '../../../../src/records/order-parts.ts';
import { changesIn } from '../../read-changes.ts';
import { accountAnswer, contactAnswer, itemAnswer, organisationAnswer } from '../answers.ts';
import { FakeOrg } from '../fake-org.ts';

const key = 'a01xx0000000001AAA';
const traits = { invoiceObject: 'Invoice__c', ownOfInvoice: 'Status__c,Order__c' };

const row = {
  Id: key,
  CreatedDate: '2026-03-01T08:00:00.000+0000',
  SystemModstamp: '2026-03-02T11:30:00.000+0000',
  InvoiceNumber__c: 'F-2026-17',
  InvoiceDate__c: '2026-02-28',
  TotalNet__c: 18.51,
  TotalVat__c: 3.17,
  TotalGross__c: 21.68,
  Status__c: 'Sent',
  Order__c: '801xx0000000001AAA',
  Account__c: accountAnswer.Id,
  Account__r: accountAnswer,
};

function org(more: object = {}, items: readonly unknown[] = [itemAnswer(1, 4.17, 21), itemAnswer(2, 2, 9)]) {
  return new FakeOrg({
    traits,
    routes: { 'GET .*/sobjects/Invoice__c/deleted/': () => ({ deletedRecords: [] }) },
    queries: {
      'FROM Invoice__c WHERE': () => [{ ...row, ...more }],
      'FROM OrderItem WHERE OrderId = ': () => items,
      'FROM Contact WHERE AccountId = ': () => [contactAnswer],
    },
  });
}

async function read(more: object = {}, items?: readonly unknown[]) {
  const record = order.parse(await orderSource.get(org(more, items), key));
  expect(partsTotal(record, record.vat).toFixed(2)).toBe(record.gross);
  return record;
}

describe('an invoice of an object of the org’s own', () => {
  test('is a sale at its own amounts, with the lines of its order where they come to the same', async () => {
    const record = await read();
    expect(record).toMatchObject({
      id: key,
      number: 'F-2026-17',
      date: '2026-02-28',
      status: 'Sent',
      gross: '21.68',
      vat: '3.17',
      vatByRate: [
        { rate: '21', vat: '2.63' },
        { rate: '9', vat: '0.54' },
      ],
      customer: { id: contactAnswer.Id, company: 'Smit Licht B.V.', email: 'wilma@example.nl' },
    });
    expect(record.lines.map(({ sku }) => sku)).toEqual(['KRS-1', 'KRS-2']);
  });

  test.each([
    ['of no order', { Order__c: null }, []],
    ['of an order that came to something else', {}, [itemAnswer(1, 9.99, 21)]],
  ])('%s is one line at the rate that its VAT comes to', async (_, more, items) => {
    const amounts = { TotalNet__c: 100, TotalVat__c: 21, TotalGross__c: 121 };
    const record = await read({ ...amounts, ...more }, items);
    expect(record.lines).toMatchObject([
      { name: 'F-2026-17', quantity: '1', unitPrice: '100', vatRate: '21' },
    ]);
    expect(record.vatByRate).toEqual([{ rate: '21', vat: '21' }]);
  });

  test('that gives something back is no sale', async () => {
    expect(await orderSource.get(org({ TotalGross__c: -5 }), key)).toBeNull();
  });

  test('is told when it changed, found by its number, and written to by nobody', async () => {
    const window = { since: new Date('2026-03-02T11:00:00Z'), until: new Date('2026-03-02T12:00:00Z') };
    expect((await changesIn(orderSource, org(), window)).map((each) => each.key)).toEqual([key]);
    expect(await orderSource.findByNumber?.(org(), 'f-2026')).toEqual([{ key, number: 'F-2026-17' }]);
    const api = org();
    await orderSource.writeBack?.(api, key, { status: 'Paid', note: 'x' });
    expect(api.calls).toEqual([]);
  });
});

describe('the object', () => {
  const given = {
    address: 'https://molen.my.salesforce.com',
    clientId: 'c',
    clientSecret: 's',
    currency: 'EUR',
    invoiceObject: 'Invoice__c',
  };
  const named = [
    'InvoiceNumber__c',
    'InvoiceDate__c',
    'TotalNet__c',
    'TotalVat__c',
    'TotalGross__c',
    'Account__c',
    'Status__c',
  ];

  function described(names: readonly string[] | null) {
    const status = { picklistValues: [{ value: 'Sent', label: 'Verzonden', active: true }] };
    return new FakeOrg({
      traits,
      queries: { 'FROM Organization': () => organisationAnswer },
      routes: {
        'GET .*/describe$': ({ path }) =>
          path.includes('Invoice__c') && names !== null
            ? {
                createable: true,
                fields: names.map((name) => ({ name, ...(name === 'Status__c' ? status : {}) })),
              }
            : undefined,
      },
    });
  }

  const account = (names: readonly string[] | null) =>
    readAccount(described(names), salesforceCredentials.parse(given));

  test('is looked at when the connection is saved', async () => {
    expect((await account(named)).traits).toMatchObject({
      invoiceObject: 'Invoice__c',
      ownOfInvoice: 'Status__c',
    });
    await expect(account(null)).rejects.toMatchObject({
      code: 'org_lacks',
      params: { object: 'Invoice__c' },
    });
    await expect(account(named.filter((name) => name !== 'TotalVat__c'))).rejects.toMatchObject({
      params: { field: 'TotalVat__c' },
    });
  });

  test('says which statuses there are', async () => {
    const { orderStatuses } = lookups;
    if (orderStatuses === undefined) throw new Error('there is no list');
    expect(await optionsOf(orderStatuses, async () => described(named))).toEqual([
      { value: 'Sent', label: 'Verzonden' },
    ]);
  });
});
