import type Big from 'big.js';
import { isReverseCharge } from '../../../records/business.ts';
import type { Customer } from '../../../records/customer.ts';
import { big, fractionDigits, money, normalise, roundTo, sum } from '../../../records/money.ts';
import type { Charge, Order, OrderLine, Refund } from '../../../records/order.ts';
import { vatBreakdown } from '../../../records/vat-breakdown.ts';
import type { Account } from '../../contract/account.ts';
import { deliveryOf } from '../../wire/party.ts';
import { hasOwnMark } from '../../wire/reference-lines.ts';
import { customerFromWire } from '../customers/to-record.ts';
import type { ContactWire } from '../customers/wire.ts';
import { atRates } from './vat.ts';
import { type ItemWire, isDraft, type OrderWire } from './wire.ts';

export interface ReadOrder {
  readonly wire: OrderWire;
  readonly items: readonly ItemWire[];
  /** Whom the order does not name: the first of its account. */
  readonly contact: ContactWire | undefined;
  /** Of orders that give some of it back. */
  readonly refunds: readonly Refund[];
}

/** Prices are without VAT (sheet 5.4). What is below zero is a discount. */
export function orderFromWire(
  { wire, items, contact, refunds }: ReadOrder,
  { traits, currency: own }: Account,
): Order {
  const currency = wire.CurrencyIsoCode ?? own;
  const parts = atRates(
    items.map(({ Quantity: quantity, UnitPrice: unitPrice, vatRate }) => ({ quantity, unitPrice, vatRate })),
    currency,
  );
  const vat = sum(parts.map((each) => each.vat));
  const gross = money(sum(parts.map(({ net }) => net)).plus(vat), currency);
  const isOff = ({ Quantity, UnitPrice }: ItemWire) => big(Quantity).times(UnitPrice).lt(0);
  const rates = parts.map(({ rate, vat: amount }) => ({ rate, amount }));
  const reference = wire.key ?? wire.OrderReferenceNumber;
  // The key is nobody's but Koppel's.
  const isOwn = wire.key !== undefined || hasOwnMark(wire.Description);
  return {
    id: wire.Id,
    number: wire.OrderNumber,
    placedAt: wire.CreatedDate.toISOString(),
    ...(wire.ActivatedDate === undefined ? {} : { soldAt: wire.ActivatedDate.toISOString() }),
    updatedAt: wire.SystemModstamp.toISOString(),
    // It has no zone (sheet 3.9).
    date: wire.EffectiveDate,
    currency,
    pricesIncludeVat: false,
    status: wire.Status,
    // Sales Cloud knows no payments.
    paymentStatus: '',
    paid: false,
    cancelled: wire.isLost === true || wire.Status === traits.cancelledStatus,
    ...(traits.sentStatus === undefined ? {} : { shipped: wire.Status === traits.sentStatus }),
    ...(isDraft(wire.StatusCode) ? { draft: true } : {}),
    ...people(wire, contact, { untaxed: vat.eq(0) && big(gross).gt(0), home: traits.country }),
    lines: items.filter((item) => !isOff(item)).map((item) => orderLine(item, currency)),
    shipping: [],
    fees: [],
    discounts: items.filter(isOff).map((item) => discount(item, currency)),
    gross,
    vat: normalise(vat),
    vatByRate: vatBreakdown(rates, vat),
    refunded: normalise(sum(refunds.map((refund) => refund.gross))),
    ...(refunds.length === 0 ? {} : { refunds: [...refunds] }),
    note: isOwn ? undefined : wire.Description,
    ...(reference === undefined ? {} : { reference }),
    ...(isOwn ? { madeByKoppel: true } : {}),
  };
}

function nameOf({ Description, Product2, sku }: ItemWire): string {
  return Description ?? Product2?.Name ?? sku ?? '';
}

/** Finer than any sum of a line shows. */
const unitPriceDecimals = 8;

/** What a line comes to is rounded there: where that is not what its price says, the price has more decimals. */
function totalOf({ Quantity, UnitPrice }: ItemWire, currency: string): Big {
  return roundTo(big(Quantity).times(UnitPrice), fractionDigits(currency));
}

/** A quantity below zero gives something of it back where its price is below zero too. */
export function orderLine(item: ItemWire, currency: string): OrderLine {
  const quantity = big(item.Quantity).abs();
  const [total, price] = [totalOf(item, currency), big(item.UnitPrice).abs()];
  const isWhole = quantity.times(price).eq(total);
  return {
    id: item.Id,
    productId: item.Product2Id,
    sku: item.sku,
    name: nameOf(item),
    quantity: normalise(quantity),
    unitPrice: normalise(isWhole ? price : roundTo(total.div(quantity), unitPriceDecimals)),
    discount: '0',
    vatRate: item.vatRate,
  };
}

function discount(item: ItemWire, currency: string): Charge {
  const amount = normalise(totalOf(item, currency).neg());
  return { description: nameOf(item) || undefined, amount, vatRate: item.vatRate };
}

/** An order that says no address goes by that of its account: the API copies none (sheet 5.3). */
function people(
  wire: OrderWire,
  contact: ContactWire | undefined,
  { untaxed, home }: { readonly untaxed: boolean; readonly home: string | undefined },
): Pick<Order, 'customer' | 'delivery'> {
  const { Account: account, BillToContact, billing, shipping, ShipToContact: receives } = wire;
  const buyer: Customer =
    account === undefined
      ? { kind: 'person', name: '', address: {} }
      : customerFromWire({ account, contact: BillToContact ?? contact });
  const customer = { ...buyer, address: billing ?? buyer.address };
  const named = { firstName: receives?.FirstName, lastName: receives?.LastName };
  const delivery = deliveryOf(
    shipping,
    receives === undefined ? {} : { ...named, company: buyer.company },
    customer,
  );
  const goesTo = delivery ?? customer.address;
  const reverseCharge = untaxed && isReverseCharge({ home, vatNumber: customer.vatNumber, delivery: goesTo });
  return { customer: { ...customer, reverseCharge }, delivery };
}
