import { z } from 'zod';
import { big, fractionDigits, money, roundTo, sum } from '../../../records/money.ts';
import { rejected } from '../../../records/problem.ts';
import type { Account } from '../../contract/account.ts';
import type { Api } from '../../contract/api.ts';
import type { DocumentTarget, FoundDocument, JsonObject } from '../../contract/target.ts';
import { flag, needed, text } from '../../wire/fields.ts';
import { findAll } from '../../wire/find.ts';
import { asObject, only } from '../../wire/objects.ts';
import { plain } from '../../wire/reference-lines.ts';
import { done, idIn, type Part, plainText, urlOf, writeTogether } from '../composite.ts';
import { firstContactOf } from '../customers/read.ts';
import { masterOf } from '../customers/stored.ts';
import { isContact, recordId } from '../ids.ts';
import { mayWrite, orgOf, requireTrait, showsOfOrder } from '../org.ts';
import { articles } from '../products/places.ts';
import { pieces, query, readRows, rowsOf } from '../queries.ts';
import { Field, fields, soql } from '../soql.ts';
import { creditOf, firstCreditOf } from './credit.ts';
import { entriesFor, otherProduct } from './entries.ts';
import { itemParts } from './item-parts.ts';
import { orderTotals } from './lines.ts';
import { asOrder, type Sale, saleOf } from './sale.ts';
import { itemsOf } from './source.ts';
import { orderFields } from './target-fields.ts';
import { orderToWire, referenceField } from './to-wire.ts';
import { atRates } from './vat.ts';
import { isDraft, itemFields, itemWire } from './wire.ts';

export const orderTarget: DocumentTarget = {
  kinds: ['order'],
  // Of the reference number (sheet 5.3).
  referenceLength: 80,
  currencies: (account) => orgOf(account).currencies ?? [account.currency],
  guests: false,
  articles,
  fields: orderFields,
  lengths: {
    'order.Name': 80,
    'order.PoNumber': 80,
    'order.Description': 32_000,
    'order.BillingStreet': 255,
    'order.BillingCity': 40,
    'order.BillingPostalCode': 20,
    'order.ShippingStreet': 255,
    'order.ShippingCity': 40,
    'order.ShippingPostalCode': 20,
  },
  vatCode: (rate) => rate,
  totals: orderTotals,
  toWire: orderToWire,

  /** One call, so that there is no half order (sheet 6.1). */
  async create(api, body) {
    const sale = saleOf(api.account);
    const order = asObject(body.order);
    const buyer = await buyerOf(api, String(body.customer ?? ''));
    const items = await withEntries(api, body);
    const made: Part = {
      method: 'POST',
      url: urlOf(`sobjects/${sale.object}`),
      referenceId: 'order',
      body: { ...buyer, ...order },
    };
    const active = activation(body, sale);
    const parts = [made, ...itemParts(items, sale, 1 + active.length), ...active];
    const answers = await writeTogether(api, parts, { repeatable: false });
    const keyed = api.account.traits.orderKeyField !== undefined;
    return { id: idIn(done(answers, { keyed }), 'order') };
  },

  find: (api, references) =>
    findAll(
      references,
      {
        plain: referenceKey,
        maxKeys: 50,
        hits: (keys) => withReferences(api, keys),
        has: ({ reference }, wanted) => referenceKey(reference ?? '') === wanted,
      },
      (each) => each,
    ),

  async get(api, key) {
    const id = recordId(key);
    if (id === null) return null;
    const { account } = api;
    const { object, relation } = saleOf(account);
    const q = soql`SELECT ${foundFields(api)}, (SELECT ${itemFields(account)} FROM ${new Field(relation)})
      FROM ${new Field(object)} WHERE Id = ${id}`;
    const [wire] = (await query(api, q, foundWire(api))).records;
    return wire === undefined ? null : found(api, wire);
  },

  credit: creditOf,
  findCredit: firstCreditOf,
};

/** As it stands there. */
function referenceKey(reference: string): string {
  return plainText(plain(reference));
}

/** Whom it is for. A contact tells its account, and a record that was merged into another the one that is left. */
async function buyerOf(api: Api, customer: string): Promise<JsonObject> {
  const id = recordId(customer);
  const found =
    id === null
      ? undefined
      : ((await accountFor(api, id)) ?? (await accountFor(api, (await masterOf(api, id)) ?? '')));
  if (found === undefined) throw rejected('not_found', { system: 'Salesforce', status: 404 });
  return found;
}

async function accountFor(api: Api, id: string): Promise<JsonObject | undefined> {
  if (id === '') return undefined;
  if (isContact(id)) {
    const row = z.object({ Id: needed(text), AccountId: text });
    const [contact] = (await query(api, soql`SELECT Id, AccountId FROM Contact WHERE Id = ${id}`, row))
      .records;
    if (contact?.AccountId === undefined) return undefined;
    const isBilled =
      showsOfOrder(api.account, 'BillToContactId') && mayWrite(api.account, 'Order', 'BillToContactId');
    return { AccountId: contact.AccountId, ...(isBilled ? { BillToContactId: contact.Id } : {}) };
  }
  const row = z.object({ Id: needed(text) });
  const [account] = (await query(api, soql`SELECT Id FROM Account WHERE Id = ${id}`, row)).records;
  return account && { AccountId: account.Id };
}

async function withEntries(api: Api, body: JsonObject): Promise<JsonObject[]> {
  const items = Array.isArray(body.items) ? body.items.map(asObject) : [];
  const needsOther = items.some(({ Product2Id }) => Product2Id === undefined);
  const other = needsOther ? await otherProduct(api) : '';
  const productOf = ({ Product2Id = other }: JsonObject) => String(Product2Id);
  const { CurrencyIsoCode: currency = api.account.currency } = asObject(body.order);
  const priced = items.map((item) => ({
    productId: productOf(item),
    price: bookPriceOf(item, api.account, String(currency)),
  }));
  const entries = await entriesFor(api, priced, String(currency));
  return items.map((item) => ({
    PricebookEntryId: entries.get(productOf(item)),
    ...only(item, (name) => name !== 'Product2Id'),
  }));
}

/** What its entry costs where it has to be made: prices of orders are without VAT, those of the price book may be with it. */
function bookPriceOf(item: JsonObject, account: Account, currency: string): number {
  const { vatRateField, vatRate = '0' } = account.traits;
  const net = Number(item.UnitPrice);
  if (orgOf(account).pricesIncludeVat !== true) return net;
  const rate = String((vatRateField === undefined ? undefined : item[vatRateField]) ?? vatRate);
  return Number(roundTo(big(String(net)).times(big(rate).plus(100)).div(100), fractionDigits(currency)));
}

/** With nothing else, and after its items (sheet 6). */
function activation({ activate }: JsonObject, { object }: Sale): Part[] {
  if (activate === undefined) return [];
  return [
    {
      method: 'PATCH',
      url: urlOf(`sobjects/${object}/@{order.id}`),
      referenceId: 'active',
      body: asObject(activate),
    },
  ];
}

function foundWire({ account }: Api) {
  const { orderKeyField } = account.traits;
  const named = z
    .looseObject({
      Id: needed(text),
      EffectiveDate: text,
      StatusCode: text,
      OrderNumber: text,
      OrderReferenceNumber: text,
      Name: text,
      AccountId: text,
      BillToContactId: text,
      CurrencyIsoCode: text,
      IsReductionOrder: flag,
      OrderItems: rowsOf(itemWire(account)).nullish(),
    })
    .transform((record) => ({
      ...record,
      key: orderKeyField === undefined ? undefined : text.safeParse(record[orderKeyField]).data,
    }));
  return z.preprocess((raw) => asOrder(raw, saleOf(account)), named);
}
type FoundWire = z.infer<ReturnType<typeof foundWire>>;

function foundFields({ account }: Api): Field[] {
  const org = orgOf(account);
  const own = account.traits.orderKeyField;
  const { date, own: ofSale } = saleOf(account);
  return fields(
    ...['Id', 'AccountId', date, ...ofSale],
    ...['OrderReferenceNumber', 'BillToContactId'].filter((name) => showsOfOrder(account, name)),
    ...(own === undefined ? [] : [own]),
    ...(org.currencies === null ? [] : ['CurrencyIsoCode']),
    ...(org.reductions ? ['IsReductionOrder'] : []),
  );
}

/** By the key that the connection names, which is Koppel's alone; else by the reference number (sheet 6.1). */
async function withReferences(api: Api, references: readonly string[]): Promise<FoundDocument[]> {
  const { account } = api;
  const { object, relation } = saleOf(account);
  requireTrait(account, 'orders', object);
  const key = new Field(referenceField(account));
  const documents: FoundDocument[] = [];
  for (const some of pieces(references)) {
    const q = soql`SELECT ${foundFields(api)}, (SELECT ${itemFields(account)} FROM ${new Field(relation)})
      FROM ${new Field(object)} WHERE ${key} IN ${some} ORDER BY CreatedDate, Id`;
    for (const wire of await readRows(api, q, foundWire(api)))
      if (wire.IsReductionOrder !== true) documents.push(await found(api, wire));
  }
  return documents;
}

/** Of a contact it is that one's; else whoever the account is. Where no contact is told, it is of the first of the account. */
async function customerOf(api: Api, { AccountId, BillToContactId }: FoundWire): Promise<string | null> {
  if (AccountId === undefined) return null;
  const isTold =
    showsOfOrder(api.account, 'BillToContactId') && mayWrite(api.account, 'Order', 'BillToContactId');
  if (isTold) return BillToContactId ?? AccountId;
  return (await firstContactOf(api, AccountId))?.Id ?? AccountId;
}

async function found(api: Api, wire: FoundWire): Promise<FoundDocument> {
  const currency = wire.CurrencyIsoCode ?? api.account.currency;
  const lines = (await itemsOf(api, wire)).map(({ Quantity: quantity, UnitPrice: unitPrice, vatRate }) => ({
    ...{ quantity, unitPrice, vatRate },
  }));
  const rates = atRates(lines, currency);
  const vat = sum(rates.map((each) => each.vat));
  return {
    id: wire.Id,
    gross: money(sum(rates.map(({ net }) => net)).plus(vat), currency),
    vat: money(vat, currency),
    currency,
    date: wire.EffectiveDate,
    reference: wire.key ?? wire[saleOf(api.account).reference],
    // An opportunity has none.
    number: saleOf(api.account).object === 'Order' ? wire.OrderNumber : undefined,
    draft: isDraft(wire.StatusCode),
    customerId: await customerOf(api, wire),
  };
}
