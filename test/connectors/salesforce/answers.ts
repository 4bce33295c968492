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

const common = 'Id SystemModstamp CreatedDate';
const address = 'Street PostalCode City State Country';

/** Names of fields by object, as a plain org shows them. */
const objects: Readonly<Record<string, string>> = {
  Order: `${common} OrderNumber EffectiveDate Status StatusCode Description ActivatedDate OrderReferenceNumber BillToContactId ShipToContactId AccountId ${prefixed('Billing')} ${prefixed('Shipping')}`,
  OrderItem: `${common} Quantity UnitPrice Description PricebookEntryId Product2Id Btw__c`,
  Account: `${common} Name Phone ${prefixed('Billing')} AccountNumber Website Description Type Industry VatNumber__c CocNumber__c`,
  Contact: `${common} FirstName LastName Email AccountId MasterRecordId`,
  Pricebook2: 'Id Name IsStandard IsActive',
  Product2: `${common} Name StockKeepingUnit ProductCode Description Family IsActive DisplayUrl Stock__c`,
};

function prefixed(use: string): string {
  return address
    .split(' ')
    .map((part) => `${use}${part}`)
    .join(' ');
}

export interface FieldTraits {
  readonly [trait: string]: unknown;
}

/** The description of an object; null where the org has none. `more`: what else there is to say of fields, or of other fields. */
export function describeAnswer(object: string, more: Readonly<Record<string, FieldTraits>> = {}): unknown {
  const names = objects[object];
  if (names === undefined) return null;
  const plain = {
    nillable: true,
    createable: true,
    updateable: true,
    defaultedOnCreate: false,
    picklistValues: [],
  };
  const all = [...new Set([...names.split(' '), ...Object.keys(more)])];
  const known: Readonly<Record<string, FieldTraits>> = object === 'Order' ? { Status: statuses } : {};
  return {
    name: object,
    createable: true,
    fields: all.map((name) => ({ name, ...plain, ...known[name], ...more[name] })),
  };
}

const statuses = {
  picklistValues: ['Draft', 'Processing', 'Activated', 'Shipped'].map((value) => ({
    ...{ active: true, defaultValue: value === 'Draft', label: value, value, validFor: null },
  })),
};

export const booksAnswer = rows([
  { Id: '01sxx0000000001AAA', Name: 'Standard Price Book', IsStandard: true, IsActive: true },
  { Id: '01sxx0000000002AAA', Name: 'Webshop', IsStandard: false, IsActive: true },
]);

export const errorAnswer = (errorCode: string, more: Record<string, unknown> = {}) => [
  { message: `It says ${errorCode}`, errorCode, ...more },
];

export const changed = (id: string, at: string, more: Record<string, unknown> = {}) => ({
  attributes: { type: 'Order', url: `/services/data/v66.0/sobjects/Order/${id}` },
  Id: id,
  SystemModstamp: `${at}.000+0000`,
  ...more,
});

export const itemAnswer = (number: number, price: number, rate: unknown) => ({
  attributes: { type: 'OrderItem' },
  Id: `802xx000000000${number}AAA`,
  Quantity: 3,
  UnitPrice: price,
  Description: null,
  PricebookEntryId: `01uxx000000000${number}AAA`,
  Product2Id: `01txx000000000${number}AAA`,
  Product2: {
    attributes: { type: 'Product2' },
    Name: `Kaars ${number}`,
    StockKeepingUnit: `KRS-${number}`,
  },
  Btw__c: rate,
});

export const accountAnswer = {
  attributes: { type: 'Account' },
  Id: '001xx0000000001AAA',
  Name: 'Smit Licht B.V.',
  Phone: '+31 229 555 017',
  BillingStreet: 'Dijk 5b',
  BillingPostalCode: '1621 AA',
  BillingCity: 'Hoorn',
  BillingState: null,
  BillingCountry: 'Nederland',
  VatNumber__c: 'NL999999990B57',
  CocNumber__c: null,
};

export const contactAnswer = {
  attributes: { type: 'Contact' },
  Id: '003xx0000000001AAA',
  AccountId: accountAnswer.Id,
  FirstName: 'Wilma',
  LastName: 'Smit',
  Email: 'wilma@example.nl',
};

/** Three candles of 4.17 at 21 %; the second page has three of 2.00 at 9 %. */
export const orderRow = (rate: unknown = 21) => ({
  attributes: { type: 'Order' },
  Id: '801xx0000000001AAA',
  OrderNumber: '00000107',
  EffectiveDate: '2026-03-02',
  CreatedDate: '2026-03-01T23:30:00.000+0000',
  SystemModstamp: '2026-03-02T08:00:00.000+0000',
  Status: 'Activated',
  StatusCode: 'Activated',
  Description: null,
  OrderReferenceNumber: null,
  AccountId: accountAnswer.Id,
  Account: accountAnswer,
  BillToContact: contactAnswer,
  ShipToContact: null,
  BillingStreet: 'Dijk 5b',
  BillingPostalCode: '1621 AA',
  BillingCity: 'Hoorn',
  BillingState: null,
  BillingCountry: 'NL',
  OrderItems: rows([itemAnswer(1, 4.17, rate)], {
    totalSize: 2,
    done: false,
    nextRecordsUrl: '/services/data/v66.0/query/0r8xx0000000000001-1',
  }),
});

export const moreItemsAnswer = rows([itemAnswer(2, 2, 9)]);
