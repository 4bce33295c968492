import { z } from 'zod';
import { rejected } from '../../records/problem.ts';
import type { Account } from '../contract/account.ts';
import type { Api } from '../contract/api.ts';
import { flag, needed, present, text, timeZone } from '../wire/fields.ts';
import { utcTimestamp } from '../wire/timestamps.ts';
import type { SalesforceCredentials } from './credentials.ts';
import { ownNames as ownOfAccount } from './customers/target-fields.ts';
import { type Description, describe } from './describe.ts';
import { invoiceFields, optionalFields as optionalOfInvoice } from './orders/invoices.ts';
import { saleBy } from './orders/sale.ts';
import { ownNames as ownOfProduct } from './products/target-fields.ts';
import { readRows } from './queries.ts';
import { soql } from './soql.ts';
import { statesIn } from './states.ts';

const organisation = z.object({
  Id: needed(text),
  Name: needed(text),
  TimeZoneSidKey: timeZone,
  CreatedDate: utcTimestamp,
});
const book = z.object({ Id: needed(text), Name: text, IsStandard: flag, IsActive: flag });
const recordType = z.object({ Id: needed(text) });
const currency = z.object({ IsoCode: needed(text) });
const catalog = z.object({ Id: needed(text) });

/** Fields of an order that many orgs do not show; what of them is not there is neither asked for nor written. */
const optionalOfOrder = ['OrderReferenceNumber', 'BillToContactId', 'ShipToContactId', 'Description'];

/** What of an order is only read. */
const readOfOrder = ['ActivatedDate'];

/** The same of a product. Traits name those that are not there: an account that was read before it was asked has them. */
const optionalOfProduct = ['Description', 'DisplayUrl'];

/** What `api` may do while nobody knows the account. */
type Reading = Pick<Api, 'get' | 'find'>;

/**
 * Traits (`Org` in org.ts has them in one form): what the org's objects have, found by describing them, and what the credentials
 * say of it. Throws `status_unknown` and `org_lacks` where they name something that the org does not have.
 */
export async function readAccount(api: Reading, credentials: SalesforceCredentials): Promise<Account> {
  const q = soql`SELECT Id, Name, TimeZoneSidKey, CreatedDate FROM Organization`;
  const [org] = await readRows(api, q, organisation);
  if (org === undefined) throw rejected('not_found', { system: 'Salesforce', status: 200, said: '' });
  const sale = saleBy(credentials.sale);
  const order = await describe(api, sale.object);
  const item = await describe(api, sale.items);
  const account = await describe(api, 'Account');
  const contact = await describe(api, 'Contact');
  const product = await describe(api, 'Product2');
  if (order !== null) checkOrder(order, credentials);
  const traits = present({
    ...chosen(credentials),
    madeAt: org.CreatedDate?.toISOString(),
    ...ofOrders(order, item, credentials),
    ...ofCustomers(account, contact, credentials),
    ...ofProducts(product, credentials),
    // Of an org with orders switched off, or out of the user's sight, the others tell it.
    ...([order, account, product].some((of) => of?.has('CurrencyIsoCode')) ? await currencies(api) : {}),
    ...(account?.has('IsPersonAccount') ? await personType(api) : {}),
    ...(product === null || (await describe(api, 'Pricebook2')) === null
      ? {}
      : { ...(await books(api, credentials)), ...(await ofEntries(api)) }),
    ...(await catalogOf(api)),
    ...(await ofInvoices(api, credentials)),
    ...ofAddresses(account, order),
    closed: closedFields({ order, item, account, product }, credentials),
  });
  return {
    name: org.Name,
    identity: org.Id,
    currency: credentials.currency,
    timeZone: org.TimeZoneSidKey,
    traits: z.record(z.string(), z.string()).parse(traits),
  };
}

interface Descriptions {
  readonly order: Description | null;
  readonly item: Description | null;
  readonly account: Description | null;
  readonly product: Description | null;
}

/** Optional fields that the user may see and not write, as the connection writes them: `Order.Description`, with commas between them. */
function closedFields({ order, item, account, product }: Descriptions, credentials: SalesforceCredentials) {
  const { vatRateField, vatNumberField, cocNumberField, stockField, sale } = credentials;
  const { object, items } = saleBy(sale);
  const closedIn = (
    of: Description | null,
    name: string,
    fields: readonly string[],
    verbs: readonly ('createable' | 'updateable')[],
  ) =>
    fields
      .filter((each) => of?.has(each) && verbs.some((verb) => of.field(each)?.[verb] !== true))
      .map((each) => `${name}.${each}`);
  const [notes, links] = [['Description'], optionalOfOrder.filter((name) => name !== 'Description')];
  const closed = [
    ...closedIn(order, object, links, ['createable']),
    ...closedIn(order, object, notes, ['createable', 'updateable']),
    ...closedIn(item, items, [vatRateField], ['createable']),
    ...closedIn(account, 'Account', [vatNumberField, cocNumberField], ['createable', 'updateable']),
    ...closedIn(product, 'Product2', [stockField], ['updateable']),
    ...closedIn(product, 'Product2', optionalOfProduct, ['createable', 'updateable']),
  ];
  return closed.length === 0 ? undefined : closed.join(',');
}

/** What only the credentials say. */
function chosen(credentials: SalesforceCredentials) {
  const { country, vatRate, prices, skuField, entries, otherProduct, duplicates, sale } = credentials;
  const { draftStatus, activatedStatus, sentStatus, cancelledStatus } = credentials;
  return {
    ...{ country, vatRate, skuField, entries, otherProduct, duplicates },
    pricesIncludeVat: prices && String(prices === 'gross'),
    sale: sale === 'order' ? undefined : sale,
    ...{ draftStatus, activatedStatus, sentStatus, cancelledStatus },
  };
}

function ofOrders(
  order: Description | null,
  item: Description | null,
  { vatRateField, orderKeyField }: SalesforceCredentials,
) {
  if (order === null || item === null) return {};
  return {
    orders: 'yes',
    ownOfOrder: [...optionalOfOrder, ...readOfOrder].filter((name) => order.has(name)).join(','),
    orderKeyField,
    reductions: order.has('IsReductionOrder') ? 'yes' : undefined,
    vatRateField: item.has(vatRateField) ? vatRateField : undefined,
    priceDecimals: item.field('UnitPrice')?.scale.toString(),
    quantityDecimals: item.field('Quantity')?.scale.toString(),
    requiredOfOrder: order.required.join(','),
    requiredOfItem: item.required.join(','),
  };
}

function ofCustomers(
  account: Description | null,
  contact: Description | null,
  { vatNumberField, cocNumberField }: SalesforceCredentials,
) {
  return {
    vatNumberField: account?.has(vatNumberField) ? vatNumberField : undefined,
    cocNumberField: account?.has(cocNumberField) ? cocNumberField : undefined,
    ownOfAccount: ownOfAccount.filter((name) => account?.has(name)).join(','),
    contactsMerge: contact?.has('MasterRecordId') ? 'yes' : undefined,
    requiredOfAccount: account?.required.join(','),
    requiredOfContact: contact?.required.join(','),
  };
}

/** Lists of countries are of the whole org; where orders do not show them, names are read and written. */
function ofAddresses(account: Description | null, order: Description | null) {
  const showsNames = (of: Description | null) =>
    of?.has('BillingCountry') === true && !of.has('BillingCountryCode');
  const hasCodes = account?.has('BillingCountryCode') === true && !showsNames(order);
  return hasCodes && account !== null ? { countryCodes: 'yes', states: statesIn(account) } : {};
}

function ofProducts(product: Description | null, { vatRateField, stockField }: SalesforceCredentials) {
  const hidden = optionalOfProduct.filter((name) => product?.has(name) === false);
  return {
    hiddenOfProduct: hidden.length === 0 ? undefined : hidden.join(','),
    productVatRateField: product?.has(vatRateField) ? vatRateField : undefined,
    stockField: product?.has(stockField) ? stockField : undefined,
    ownOfProduct: ownOfProduct.filter((name) => product?.has(name)).join(','),
    requiredOfProduct: product?.required.join(','),
  };
}

/** Throws `org_lacks` where the object is not there, or lacks what an invoice must say. */
async function ofInvoices(api: Reading, { invoiceObject: object }: SalesforceCredentials) {
  if (object === undefined) return {};
  const found = await describe(api, object);
  const lacking = found === null ? undefined : invoiceFields.find((name) => !found.has(name));
  if (found === null || lacking !== undefined)
    throw rejected('org_lacks', {
      system: 'Salesforce',
      object,
      ...(lacking === undefined ? {} : { field: lacking }),
    });
  return {
    invoiceObject: object,
    ownOfInvoice: optionalOfInvoice.filter((name) => found.has(name)).join(','),
  };
}

/** Words that are none of the org's would be refused with every order; a key that is not unique finds two (sheet 6.1). */
function checkOrder(order: Description, credentials: SalesforceCredentials): void {
  const { draftStatus, activatedStatus, sentStatus, cancelledStatus, orderKeyField } = credentials;
  const { object, status } = saleBy(credentials.sale);
  const known = order.values(status).map(({ value }) => value);
  const unknown = [draftStatus, activatedStatus, sentStatus, cancelledStatus].find(
    (word) => word !== undefined && known.length > 0 && !known.includes(word),
  );
  if (unknown !== undefined) throw rejected('status_unknown', { system: 'Salesforce', status: unknown });
  if (orderKeyField === undefined) return;
  const key = order.field(orderKeyField);
  if (key?.externalId && key.unique && key.createable) return;
  throw rejected('org_lacks', {
    ...{ system: 'Salesforce', object, field: orderKeyField },
    as: 'external_id',
  });
}

/** In an org of many every record says its own (sheet 3.9). */
async function currencies(api: Reading) {
  const all = await readRows(api, soql`SELECT IsoCode FROM CurrencyType WHERE IsActive = true`, currency);
  return { currencies: all.map(({ IsoCode }) => IsoCode).join(',') };
}

/** Persons must have a record type of their own (sheet 5.1). */
async function personType(api: Reading) {
  const q = soql`SELECT Id FROM RecordType WHERE SobjectType = ${'Account'} AND IsPersonType = true AND IsActive = true`;
  const [first] = await readRows(api, q, recordType);
  return { personType: first?.Id };
}

/** The standard one has an entry of every product, also while it is switched off: without that there can be none in another (sheet 5.5). */
async function books(api: Reading, { pricebook }: SalesforceCredentials) {
  const all = await readRows(
    api,
    soql`SELECT Id, Name, IsStandard, IsActive FROM Pricebook2 WHERE IsActive = true OR IsStandard = true`,
    book,
  );
  const active = all.filter(({ IsActive }) => IsActive === true);
  const isStandard = ({ IsStandard }: z.infer<typeof book>) => IsStandard === true;
  const standardPricebook = all.find(isStandard)?.Id;
  if (pricebook === undefined) return { pricebook: active.find(isStandard)?.Id, standardPricebook };
  const named = active.find(({ Id, Name }) => Id.startsWith(pricebook) || Name === pricebook);
  if (named === undefined)
    throw rejected('org_lacks', {
      system: 'Salesforce',
      object: 'Pricebook2',
      field: pricebook,
      as: 'record',
    });
  return { pricebook: named.Id, standardPricebook };
}

/** Entries may follow the standard price, and have none of their own then (sheet 5.5). */
async function ofEntries(api: Reading) {
  const entry = await describe(api, 'PricebookEntry');
  return entry?.has('UseStandardPrice') ? { entriesFollow: 'yes' } : {};
}

/** Categories of products need a licence: only where they can be made they are there (sheet 5.5). */
async function catalogOf(api: Reading) {
  const category = await describe(api, 'ProductCategory');
  if (!category?.isCreateable || (await describe(api, 'ProductCatalog')) === null) return {};
  const [first] = await readRows(
    api,
    soql`SELECT Id FROM ProductCatalog ORDER BY CreatedDate, Id LIMIT 1`,
    catalog,
  );
  return { catalog: first?.Id };
}
