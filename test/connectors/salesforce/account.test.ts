import { describe, expect, test } from 'vitest';
import { optionsOf } from '../../../src/connectors/contract/lookups.ts';
import { readAccount } from '../../../src/connectors/salesforce/account.ts';
import {
  type SalesforceCredentials,
  salesforceCredentials,
} from '../../../src/connectors/salesforce/credentials.ts';
import { salesforce } from '../../../src/connectors/salesforce/index.ts';
import { booksAnswer, describeAnswer, type FieldTraits, organisationAnswer } from './answers.ts';
import { FakeOrg } from './fake-org.ts';

const given = {
  address: 'https://molen.my.salesforce.com',
  clientId: 'c',
  clientSecret: 's',
  currency: 'EUR',
};

type Fields = Readonly<Record<string, FieldTraits>>;

/** An org whose objects have other fields besides the plain ones; null: it has no such object. */
function org(
  objects: Readonly<Record<string, Fields | null>> = {},
  queries: Readonly<Record<string, () => unknown>> = {},
) {
  return new FakeOrg({
    queries: {
      'FROM Organization': () => organisationAnswer,
      'FROM Pricebook2': () => booksAnswer,
      'FROM RecordType': () => [{ Id: '012xx0000000001AAA' }],
      'FROM CurrencyType': () => [{ IsoCode: 'EUR' }, { IsoCode: 'USD' }],
      'FROM ProductCatalog': () => [{ Id: '0ZSxx0000000001AAA' }],
      ...queries,
    },
    routes: {
      'GET .*/describe$': ({ path }) => {
        const object = path.split('/').at(-2) ?? '';
        const more = objects[object];
        return more === null ? undefined : (describeAnswer(object, more) ?? undefined);
      },
    },
  });
}

async function traitsOf(api: FakeOrg, credentials: Partial<SalesforceCredentials> = {}) {
  const account = await readAccount(api, salesforceCredentials.parse({ ...given, ...credentials }));
  return account.traits;
}

describe('a plain org', () => {
  test('has what its description shows, and the words of the connection', async () => {
    const account = await readAccount(
      org(),
      salesforceCredentials.parse({ ...given, vatRateField: 'Btw__c', country: 'NL' }),
    );
    expect(account).toEqual({
      name: 'Molenwinkel',
      identity: '00Dxx0000000001AAA',
      currency: 'EUR',
      timeZone: 'Europe/Amsterdam',
      traits: {
        country: 'NL',
        orders: 'yes',
        ownOfOrder: 'OrderReferenceNumber,BillToContactId,ShipToContactId,Description,ActivatedDate',
        skuField: 'StockKeepingUnit',
        entries: 'require',
        otherProduct: 'KOPPEL',
        duplicates: 'refuse',
        draftStatus: 'Draft',
        activatedStatus: 'Activated',
        vatRateField: 'Btw__c',
        vatNumberField: 'VatNumber__c',
        cocNumberField: 'CocNumber__c',
        stockField: 'Stock__c',
        priceDecimals: '2',
        quantityDecimals: '2',
        pricebook: '01sxx0000000001AAA',
        standardPricebook: '01sxx0000000001AAA',
        ownOfAccount: 'AccountNumber,Website,Description,Type,Industry',
        ownOfProduct: 'ProductCode,Family',
        contactsMerge: 'yes',
      },
    });
  });

  test('has prices without VAT or with it as the connection says, and nobody else', async () => {
    const said = async (prices: 'net' | 'gross' | undefined) =>
      (await traitsOf(org(), { prices })).pricesIncludeVat;
    expect([await said(undefined), await said('net'), await said('gross')]).toEqual([
      undefined,
      'false',
      'true',
    ]);
  });

  test('shows the statuses that can be picked from', async () => {
    const { orderStatuses } = salesforce.lookups ?? {};
    if (orderStatuses === undefined) throw new Error('there is no list');
    const options = await optionsOf(orderStatuses, async () => org());
    expect(options.map(({ value }) => value)).toEqual(['Draft', 'Processing', 'Activated', 'Shipped']);
  });
});

test('an org tells what else it has: people, currencies, lists of countries, decimals, orders that give back', async () => {
  const bits = btoa(String.fromCharCode(0b0100_0000));
  const place = (...values: unknown[]) => ({ picklistValues: values });
  const traits = await traitsOf(
    org({
      Order: {
        CurrencyIsoCode: {},
        IsReductionOrder: {},
        BillingCountryCode: {},
      },
      Account: {
        IsPersonAccount: {},
        BillingCountryCode: place({ value: 'BE', active: true }, { value: 'NL', active: true }),
        BillingStateCode: place(
          { value: 'OV', active: true, validFor: bits },
          { value: 'AN', active: false, validFor: bits },
        ),
      },
      OrderItem: { UnitPrice: { scale: 4 }, Quantity: { scale: 0 } },
      ProductCategory: null,
    }),
  );
  expect(traits).toMatchObject({
    currencies: 'EUR,USD',
    reductions: 'yes',
    countryCodes: 'yes',
    states: 'NL-OV',
    priceDecimals: '4',
    quantityDecimals: '0',
    personType: '012xx0000000001AAA',
  });
  expect(traits).not.toHaveProperty('catalog');
});

test.each([
  ['accounts', { Order: null, OrderItem: null, Account: { CurrencyIsoCode: {} } }],
  ['products', { Order: null, OrderItem: null, Product2: { CurrencyIsoCode: {} } }],
])('an org of many currencies that does not show its orders tells so by its %s', async (_, objects) => {
  expect(await traitsOf(org(objects))).toMatchObject({ currencies: 'EUR,USD' });
});

test('what an org shows of products is known, and what of it may be written', async () => {
  const plain = await traitsOf(org());
  expect(plain).not.toHaveProperty('hiddenOfProduct');
  expect(plain).not.toHaveProperty('entriesFollow');
  const bare = describeAnswer('Product2') as { fields: { name: string }[] };
  const shown = { ...bare, fields: bare.fields.filter(({ name }) => name !== 'DisplayUrl') };
  const api = new FakeOrg({
    queries: { 'FROM Organization': () => organisationAnswer, 'FROM Pricebook2': () => booksAnswer },
    routes: {
      'GET .*/describe$': ({ path }) => describeAnswer(path.split('/').at(-2) ?? '') ?? undefined,
      'GET .*/Product2/describe$': () => shown,
      'GET .*/PricebookEntry/describe$': () => ({ createable: true, fields: [{ name: 'UseStandardPrice' }] }),
    },
  });
  expect(await traitsOf(api)).toMatchObject({ hiddenOfProduct: 'DisplayUrl', entriesFollow: 'yes' });
  const closed = await traitsOf(org({ Product2: { Description: { updateable: false } } }));
  expect(closed).toMatchObject({ closed: 'Product2.Description' });
});

test('an org tells when it was made, as nothing of before may be asked', async () => {
  const made = { Id: '00D', Name: 'M', TimeZoneSidKey: 'UTC', CreatedDate: '2026-02-27T10:15:30.000+0000' };
  const traits = await traitsOf(org({}, { 'FROM Organization': () => [made] }));
  expect(traits).toMatchObject({ madeAt: '2026-02-27T10:15:30.000Z' });
});

test('countries go by their names where orders do not show their codes', async () => {
  const Account = { BillingCountryCode: {} };
  expect(await traitsOf(org({ Account }))).not.toHaveProperty('countryCodes');
  expect(await traitsOf(org({ Account, Order: { BillingCountryCode: {} } }))).toMatchObject({
    countryCodes: 'yes',
  });
  expect(await traitsOf(org({ Account, Order: null }))).toMatchObject({ countryCodes: 'yes' });
});

test('fields that the org wants of every new record are known, but those with a default', async () => {
  const wanted = { nillable: false };
  const traits = await traitsOf(
    org({
      Order: {
        Region__c: wanted,
        Channel__c: { ...wanted, defaultedOnCreate: true },
        Total__c: { ...wanted, createable: false },
      },
      Contact: { LastName: wanted, Language__c: wanted },
    }),
  );
  expect(traits).toMatchObject({ requiredOfOrder: 'Region__c', requiredOfContact: 'LastName,Language__c' });
});

test('fields that may be read and not written are known by object', async () => {
  const closed = { createable: false, updateable: false };
  const traits = await traitsOf(
    org({
      Order: { Description: closed, ShipToContactId: { updateable: false }, BillToContactId: closed },
      OrderItem: { VatRate__c: closed },
      Account: { VatNumber__c: closed, CocNumber__c: { updateable: false } },
    }),
  );
  expect(traits).toMatchObject({
    closed:
      'Order.BillToContactId,Order.Description,OrderItem.VatRate__c,Account.VatNumber__c,Account.CocNumber__c',
  });
});

test.each([
  ['a key that may not be written', { Koppel__c: { externalId: true, unique: true, createable: false } }],
  ['a key that is there', { Koppel__c: { externalId: true, unique: true } }],
])('%s: %o', async (how, Order) => {
  const reading = traitsOf(org({ Order }), { orderKeyField: 'Koppel__c' });
  if (how === 'a key that is there')
    await expect(reading).resolves.toMatchObject({ orderKeyField: 'Koppel__c' });
  else await expect(reading).rejects.toMatchObject({ code: 'org_lacks', params: { field: 'Koppel__c' } });
});

test('levels need a field that may be changed', async () => {
  expect(await traitsOf(org({ Product2: { Stock__c: { updateable: false } } }))).toMatchObject({
    closed: 'Product2.Stock__c',
  });
});

test('an org without orders, products or own fields is one all the same', async () => {
  const traits = await traitsOf(org({ Order: null, OrderItem: null, Product2: null }));
  expect(traits).not.toHaveProperty('orders');
  expect(traits).not.toHaveProperty('pricebook');
  expect(traits).not.toHaveProperty('stockField');
  expect(traits).not.toHaveProperty('vatRateField');
});

test('a price book goes by its name or the beginning of its id', async () => {
  for (const pricebook of ['Webshop', '01sxx0000000002'])
    expect(await traitsOf(org(), { pricebook })).toMatchObject({
      pricebook: '01sxx0000000002AAA',
      standardPricebook: '01sxx0000000001AAA',
    });
});

describe('a standard price book that is switched off', () => {
  const [, webshop] = booksAnswer.records as [unknown, object];
  const off = { Id: '01sxx0000000001AAA', Name: 'Standard Price Book', IsStandard: true, IsActive: false };
  const books = {
    'FROM Pricebook2': () => [
      off,
      webshop,
      { ...webshop, Id: '01sxx0000000003AAA', Name: 'Oud', IsActive: false },
    ],
  };

  test('is not that of the connection, and has the standard entries of another one', async () => {
    const traits = await traitsOf(org({}, books));
    expect(traits).not.toHaveProperty('pricebook');
    expect(traits).toMatchObject({ standardPricebook: off.Id });
    expect(await traitsOf(org({}, books), { pricebook: 'Webshop' })).toMatchObject({
      ...{ pricebook: '01sxx0000000002AAA', standardPricebook: off.Id },
    });
  });

  test.each(['Standard Price Book', 'Oud'])('cannot be named: %s', async (pricebook) => {
    await expect(traitsOf(org({}, books), { pricebook })).rejects.toMatchObject({ code: 'org_lacks' });
  });
});

test.each([
  [
    'a status that the org has not',
    { activatedStatus: 'Actief' },
    {},
    'status_unknown',
    { status: 'Actief' },
  ],
  [
    'a price book that is not there',
    { pricebook: 'Winkel' },
    {},
    'org_lacks',
    { object: 'Pricebook2', field: 'Winkel' },
  ],
  [
    'a key that is not there',
    { orderKeyField: 'Koppel__c' },
    {},
    'org_lacks',
    { object: 'Order', field: 'Koppel__c' },
  ],
  [
    'a key that two orders may share',
    { orderKeyField: 'Koppel__c' },
    { Koppel__c: { externalId: true, unique: false } },
    'org_lacks',
    { field: 'Koppel__c', as: 'external_id' },
  ],
])('%s is told when the connection is saved', async (_, credentials, Order, code, params) => {
  await expect(traitsOf(org({ Order }), credentials)).rejects.toMatchObject({
    kind: 'rejected',
    code,
    params,
  });
});

test('a key that is Koppel’s alone is taken', async () => {
  const Order = { Koppel__c: { externalId: true, unique: true } };
  expect(await traitsOf(org({ Order }), { orderKeyField: 'Koppel__c' })).toMatchObject({
    orderKeyField: 'Koppel__c',
  });
});
