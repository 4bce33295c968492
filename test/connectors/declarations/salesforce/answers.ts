/** Answers as Salesforce writes them, with invented ids, names and amounts. */

export const usage = (used: number, allowed = 15_000) => ({
  'sforce-limit-info': `api-usage=${used}/${allowed}`,
});

/** No `expires_in`: nobody tells how long it lives. */
export const tokenAnswer = (number: number, more: Record<string, unknown> = {}) => ({
  access_token: `00Dxx!token-${number}`,
  signature: 'c2lnbmF0dXJl',
  scope: 'api',
  instance_url: 'https://molen--pod.my.salesforce.com',
  id: 'https://login.salesforce.com/id/00Dxx/005xx',
  token_type: 'Bearer',
  issued_at: '1772452800000',
  ...more,
});

export const rows = (records: readonly unknown[], more: Record<string, unknown> = {}) => ({
  totalSize: records.length,
  done: true,
  records,
  ...more,
});

export const organisationAnswer = rows([
  {
    attributes: { type: 'Organization' },
    Id: '00Dxx0000000001AAA',
    Name: 'Molenwinkel',
    TimeZoneSidKey: 'Europe/Amsterdam',
  },
]);

export const orderFields = (hasCodes: boolean) => ({
  name: 'Order',
  fields: ['Id', 'BillingCountry', ...(hasCodes ? ['BillingCountryCode'] : [])].map((name) => ({ name })),
});

export const errorAnswer = (errorCode: string, more: Record<string, unknown> = {}) => [
  { message: `It says ${errorCode}`, errorCode, ...more },
];

export const changed = (id: string, at: string, more: Record<string, unknown> = {}) => ({
  attributes: { type: 'Order', url: `/services/data/v66.0/sobjects/Order/${id}` },
  Id: id,
  SystemModstamp: `${at}.000+0000`,
  ...more,
});

const item = (number: number, price: number, rate: unknown) => ({
  attributes: { type: 'OrderItem' },
  Id: `802xx000000000${number}AAA`,
  Quantity: 3,
  UnitPrice: price,
  Description: null,
  Product2: {
    attributes: { type: 'Product2' },
    Name: `Kaars ${number}`,
    StockKeepingUnit: `KRS-${number}`,
    ProductCode: null,
  },
  Btw__c: rate,
});

/** Three candles of 4.17 at 21 %; the second page has three of 2.00 at 9 %. */
export const orderAnswer = (rate: unknown = 21) =>
  rows([
    {
      attributes: { type: 'Order' },
      Id: '801xx0000000001AAA',
      OrderNumber: '00000107',
      EffectiveDate: '2026-03-02',
      CreatedDate: '2026-03-01T23:30:00.000+0000',
      SystemModstamp: '2026-03-02T08:00:00.000+0000',
      Status: 'Activated',
      StatusCode: 'Activated',
      Description: null,
      Account: { attributes: { type: 'Account' }, Id: '001xx0000000001AAA', Name: 'Smit Licht B.V.' },
      BillToContact: {
        attributes: { type: 'Contact' },
        Name: 'Wilma Smit',
        Email: 'wilma@example.nl',
        Phone: null,
      },
      BillingStreet: 'Dijk 5b',
      BillingPostalCode: '1621 AA',
      BillingCity: 'Hoorn',
      BillingState: null,
      BillingCountryCode: 'NL',
      OrderItems: rows([item(1, 4.17, rate)], {
        totalSize: 2,
        done: false,
        nextRecordsUrl: '/services/data/v66.0/query/0r8xx0000000000001-1',
      }),
    },
  ]);

export const moreItemsAnswer = rows([item(2, 2, 9)]);
