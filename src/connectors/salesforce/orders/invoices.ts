/**
 * Invoices of an object of the org's own, as sales (sheet 5.7): Sales Cloud has none. It is named by the connection, and its fields go by the names that the
 * sheet gives them. Amounts are the invoice's own; its lines are those of its order where they come to the same, else one of each invoice.
 */
import { z } from 'zod';
import { isReverseCharge } from '../../../records/business.ts';
import type { Customer } from '../../../records/customer.ts';
import { big, money, normalise, sum } from '../../../records/money.ts';
import type { Order } from '../../../records/order.ts';
import { rateFromVat } from '../../../records/rate-from-vat.ts';
import type { Account } from '../../contract/account.ts';
import type { Api } from '../../contract/api.ts';
import type { Numbered } from '../../contract/source.ts';
import { amount, needed, part, text } from '../../wire/fields.ts';
import { numbered } from '../../wire/numbered.ts';
import { utcTimestamp } from '../../wire/timestamps.ts';
import type { Stamped } from '../changes.ts';
import { firstContactOf } from '../customers/read.ts';
import { customerFromWire } from '../customers/to-record.ts';
import { accountFields, accountWire, type ContactWire } from '../customers/wire.ts';
import { query, readRows } from '../queries.ts';
import { Beginning, Field, fields, soql } from '../soql.ts';
import { orderLine } from './to-record.ts';
import { atRates } from './vat.ts';
import { type ItemWire, itemFields, itemWire } from './wire.ts';

/** Without these nothing could be booked. */
export const invoiceFields = [
  'InvoiceNumber__c',
  'InvoiceDate__c',
  'TotalNet__c',
  'TotalVat__c',
  'TotalGross__c',
  'Account__c',
];

/** Asked for where the object has them. */
export const optionalFields = ['Status__c', 'Order__c'];

export function invoiceObject({ traits }: Account): string | undefined {
  return traits.invoiceObject;
}

function has({ traits }: Account, name: string): boolean {
  return (traits.ownOfInvoice ?? '').split(',').includes(name);
}

export function invoiceList(account: Account, object: string): Stamped {
  return { object, state: ['TotalGross__c', ...(has(account, 'Status__c') ? ['Status__c'] : [])] };
}

/** Those whose number begins with this text; the newest first. */
export async function invoicesByNumber(api: Api, object: string, number: string): Promise<Numbered[]> {
  const row = z.object({ Id: needed(text), InvoiceNumber__c: needed(text) });
  const q = soql`SELECT Id, InvoiceNumber__c FROM ${new Field(object)}
    WHERE InvoiceNumber__c LIKE ${new Beginning(number)} ORDER BY CreatedDate DESC LIMIT 100`;
  const found = (await query(api, q, row)).records;
  return numbered(
    found.map(({ Id: key, InvoiceNumber__c }) => ({ key, number: InvoiceNumber__c })),
    number,
  );
}

function invoiceWire(account: Account) {
  return z.looseObject({
    Id: needed(text),
    CreatedDate: needed(utcTimestamp),
    SystemModstamp: needed(utcTimestamp),
    InvoiceNumber__c: needed(text),
    InvoiceDate__c: z.iso.date(),
    TotalNet__c: needed(amount),
    TotalVat__c: needed(amount),
    TotalGross__c: needed(amount),
    Status__c: text,
    Order__c: text,
    CurrencyIsoCode: text,
    Account__c: text,
    Account__r: part(accountWire(account)),
  });
}
type InvoiceWire = z.infer<ReturnType<typeof invoiceWire>>;

/** What is below zero gives something back, and nothing tells of what: it is no sale. */
export async function readInvoice(api: Api, object: string, id: string): Promise<Order | null> {
  const { account } = api;
  const optional = optionalFields.filter((name) => has(account, name));
  const currency = account.traits.currencies === undefined ? [] : ['CurrencyIsoCode'];
  const asked = [
    ...fields('Id', 'CreatedDate', 'SystemModstamp', ...invoiceFields, ...optional, ...currency),
    ...accountFields(account, 'Account__r.'),
  ];
  const q = soql`SELECT ${asked} FROM ${new Field(object)} WHERE Id = ${id}`;
  const [wire] = (await query(api, q, invoiceWire(account))).records;
  if (wire === undefined || big(wire.TotalGross__c).lt(0)) return null;
  const contact =
    wire.Account__c === undefined || wire.Account__r?.IsPersonAccount === true
      ? undefined
      : await firstContactOf(api, wire.Account__c);
  return invoiceFromWire(wire, contact, await itemsOf(api, wire), account);
}

/** The items of its order. */
async function itemsOf(api: Api, { Order__c: id }: InvoiceWire): Promise<ItemWire[]> {
  if (id === undefined || api.account.traits.orders === undefined) return [];
  const q = soql`SELECT ${itemFields(api.account)} FROM OrderItem WHERE OrderId = ${id} ORDER BY Id`;
  return readRows(api, q, itemWire(api.account));
}

function invoiceFromWire(
  wire: InvoiceWire,
  contact: ContactWire | undefined,
  items: readonly ItemWire[],
  account: Account,
): Order {
  const { traits } = account;
  const currency = wire.CurrencyIsoCode ?? account.currency;
  const [net, vat] = [big(wire.TotalNet__c), big(wire.TotalVat__c)];
  const buyer: Customer =
    wire.Account__r === undefined
      ? { kind: 'person', name: '', address: {} }
      : customerFromWire({ account: wire.Account__r, contact });
  const untaxed = vat.eq(0) && net.gt(0);
  const reverseCharge =
    untaxed && isReverseCharge({ home: traits.country, vatNumber: buyer.vatNumber, delivery: buyer.address });
  return {
    id: wire.Id,
    number: wire.InvoiceNumber__c,
    placedAt: wire.CreatedDate.toISOString(),
    updatedAt: wire.SystemModstamp.toISOString(),
    date: wire.InvoiceDate__c,
    currency,
    pricesIncludeVat: false,
    status: wire.Status__c ?? '',
    paymentStatus: '',
    paid: false,
    cancelled: wire.Status__c !== undefined && wire.Status__c === traits.cancelledStatus,
    customer: { ...buyer, reverseCharge },
    ...linesOf(wire, items, currency, traits.vatRate),
    shipping: [],
    fees: [],
    discounts: [],
    gross: money(wire.TotalGross__c, currency),
    vat: normalise(vat),
    refunded: '0',
  };
}

/** Those of the order count where they come to this invoice to the cent. */
function linesOf(
  wire: InvoiceWire,
  items: readonly ItemWire[],
  currency: string,
  known: string | undefined,
): Pick<Order, 'lines' | 'vatByRate'> {
  const [net, vat] = [big(wire.TotalNet__c), big(wire.TotalVat__c)];
  const parts = atRates(
    items.map(({ Quantity: quantity, UnitPrice: unitPrice, vatRate }) => ({ quantity, unitPrice, vatRate })),
    currency,
  );
  const isSame = sum(parts.map((each) => each.net)).eq(net) && sum(parts.map((each) => each.vat)).eq(vat);
  if (items.length > 0 && isSame) {
    const vatByRate = parts.map((each) => ({ rate: each.rate, vat: normalise(each.vat) }));
    return { lines: items.map((item) => orderLine(item, currency)), vatByRate };
  }
  const rate = rateFromVat(net, vat, known === undefined ? [] : [known]);
  const line = {
    id: wire.Id,
    name: wire.InvoiceNumber__c,
    quantity: '1',
    unitPrice: normalise(net),
    discount: '0',
    vatRate: rate,
  };
  return { lines: [line], vatByRate: [{ rate, vat: normalise(vat) }] };
}
