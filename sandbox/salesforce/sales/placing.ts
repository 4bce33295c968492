/** The staff writes an order, or an opportunity: the account if there is none, the products if there are none, the lines. */
import Big from 'big.js';
import type { JsonObject } from '../../kit/json.ts';
import { cents, sumOf } from '../../kit/money/cents.ts';
import { taxOf } from '../../kit/money/tax.ts';
import { ratesOf } from '../../kit/money/tax-by-rate.ts';
import { ledgerOf } from '../../kit/shop/expectation.ts';
import { localDate } from '../../kit/time/local-time.ts';
import type { Org } from '../org.ts';
import { accountFor, objectNamed, placeFields, writtenBy } from '../people/accounts.ts';
import type { Row } from '../records/tables.ts';
import { byHand, updateRecord } from '../records/writing.ts';
import { standardBook } from '../rules/entries.ts';
import { corporateCurrency, isMultiCurrency } from '../schema/objects/currency.ts';
import { entryOf } from './products.ts';
import type { Sale } from './sale.ts';

export interface PlacedAs {
  readonly placedAt?: number;
  /** Has always been there. */
  readonly seeded?: boolean;
}

export function placeSale(org: Org, sale: Sale, { placedAt, seeded = false }: PlacedAs = {}): Row {
  const row = org.asStaff(
    () => org.tables.transaction(() => (sale.as === 'order' ? orderOf(org, sale) : opportunityOf(org, sale))),
    { at: placedAt ?? null, seeded },
  );
  org.ledgers.set(row.id, ledgerOf(sale, sale.about, figuresOf(sale), false));
  return row;
}

/** Net lines; tax once per rate. */
function figuresOf({ lines }: Sale) {
  const net = ratesOf(
    lines.map(({ price, quantity, rate }) => ({
      rate,
      amount: cents(Big(price).times(quantity)),
      tax: Big(0),
    })),
  );
  const charged = net.map((each) => ({ ...each, tax: taxOf(each.amount, each.rate, false) }));
  const tax = sumOf(charged.map((each) => each.tax));
  return { gross: sumOf(charged.map(({ amount }) => amount)).plus(tax), tax, charged };
}

function orderOf(org: Org, sale: Sale): Row {
  const { buyer, deliverTo, lines, reference, poNumber, note, state } = sale;
  const { account, contact } = accountFor(org, buyer);
  const book = standardBook(org);
  const { orderStatuses } = org.settings();
  const draft = orderStatuses.find(({ category }) => category === 'Draft')?.value ?? 'Draft';
  const has = (object: string, name: string) =>
    org.schema.field(objectNamed(org, object), name) !== undefined;
  const order = writtenBy(org, 'Order', {
    AccountId: account.id,
    EffectiveDate: sale.date ?? localDate(org.now()),
    Status: draft,
    Pricebook2Id: book?.id ?? null,
    Name: sale.about.slice(0, 80) || null,
    OrderReferenceNumber: reference,
    PoNumber: poNumber,
    Description: note,
    BillToContactId: contact?.id ?? null,
    ...placeFields('Billing', buyer),
    ...placeFields('Shipping', deliverTo ?? buyer),
    ...currencyOf(org, sale),
    ...(has('Order', 'VatTotal__c') ? { VatTotal__c: Number(figuresOf(sale).tax.toFixed(2)) } : {}),
  });
  for (const line of lines) {
    const entry = entryOf(org, line, sale.currency);
    writtenBy(org, 'OrderItem', {
      OrderId: order.id,
      PricebookEntryId: entry.id,
      Quantity: Number(line.quantity),
      UnitPrice: Number(line.price),
      Description: (line.description || line.name).slice(0, 255),
      ...(has('OrderItem', 'VatRate__c') ? { VatRate__c: Number(line.rate) } : {}),
    });
  }
  const activated = orderStatuses.find(({ category }) => category === 'Activated')?.value;
  const status = sale.status ?? (state === 'activated' ? activated : undefined);
  if (status === undefined || status === draft) return order;
  return updateRecord(org, objectNamed(org, 'Order'), order.id, { Status: status }, byHand);
}

function opportunityOf(org: Org, sale: Sale): Row {
  const { account } = accountFor(org, sale.buyer);
  const { stages } = org.settings();
  const won = stages.find((each) => each.won)?.value;
  const open = stages.find(({ closed }) => !closed)?.value;
  const row = writtenBy(org, 'Opportunity', {
    Name: (sale.about || sale.buyer.name).slice(0, 120),
    AccountId: account.id,
    StageName: sale.status ?? (sale.state === 'activated' ? won : open) ?? null,
    CloseDate: sale.date ?? localDate(org.now()),
    Pricebook2Id: standardBook(org)?.id ?? null,
    ...currencyOf(org, sale),
  });
  for (const line of sale.lines) {
    writtenBy(org, 'OpportunityLineItem', {
      OpportunityId: row.id,
      PricebookEntryId: entryOf(org, line, sale.currency).id,
      Quantity: Number(line.quantity),
      UnitPrice: Number(line.price),
      Description: (line.description || line.name).slice(0, 255),
    });
  }
  return row;
}

function currencyOf(org: Org, { currency }: Sale): JsonObject {
  const settings = org.settings();
  return isMultiCurrency(settings) ? { CurrencyIsoCode: currency ?? corporateCurrency(settings) } : {};
}
