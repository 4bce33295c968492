import { big, type Decimal, normalise, sum } from '../../../records/money.ts';
import type { Charge, Order, OrderLine } from '../../../records/order.ts';
import { localDate } from '../../../records/time-zone.ts';
import type { Account } from '../../contract/account.ts';
import { addressOf, customerOf } from '../party.ts';
import { feeCharges, shippingCharges, shippingMethod } from './charges.ts';
import { choose, isFreeOfVat, type Reading, readings } from './interpretations.ts';
import { type ItemVat, itemVat, type VatBasis } from './item-vat.ts';
import { orderDiscounts, orderLine, priceItems } from './lines.ts';
import { type RateShare, shippingRates } from './shipping-rates.ts';
import { vatByRate } from './vat.ts';
import type { OrderWire } from './wire.ts';

/** The money of an order by one reading of its figures. */
interface Basket {
  readonly reading: Reading;
  readonly basis: VatBasis;
  readonly items: readonly ItemVat[];
  readonly shippingShares: readonly RateShare[];
  readonly lines: OrderLine[];
  readonly shipping: Charge[];
  readonly fees: Charge[];
  readonly discounts: Charge[];
  /** What the parts miss to the order's gross. */
  readonly difference: Decimal;
}

export function orderFromWire(wire: OrderWire, account: Account): Order {
  const { currency, timeZone } = account;
  const [first, ...others] = readings(wire, account).map((reading) => basketOf(wire, reading, currency));
  if (first === undefined) throw new Error('an order has at least one reading');
  const { reading, basis, items, shippingShares, ...basket } = choose([first, ...others]);
  const { lines, shipping, fees, discounts } = basket;
  const rates = [...lines, ...shipping, ...fees, ...discounts].map(({ vatRate }) => vatRate);
  return {
    id: wire.id,
    number: wire.id,
    placedAt: wire.placedAt.toISOString(),
    updatedAt: wire.updatedAt.toISOString(),
    date: localDate(wire.placedAt, timeZone),
    currency,
    pricesIncludeVat: reading.pricesIncludeVat,
    status: wire.fulfillmentStatus,
    paymentStatus: wire.paymentStatus,
    paid: ['PAID', 'PARTIALLY_REFUNDED', 'REFUNDED'].includes(wire.paymentStatus),
    cancelled: wire.paymentStatus === 'CANCELLED',
    paymentMethod: wire.paymentMethod ?? wire.paymentModule,
    shippingMethod: shippingMethod(wire),
    customer: customerOf({
      id: wire.customerId,
      person: wire.billingPerson ?? wire.shippingPerson,
      elsewhere: wire.shippingPerson,
      email: wire.email,
      vatNumber: wire.customerTaxId,
      language: wire.lang,
      reverseCharge: wire.reversedTaxApplied === true,
    }),
    delivery: addressOf(wire.shippingPerson),
    lines,
    shipping,
    fees,
    discounts,
    gross: reading.gross,
    vat: wire.tax ?? '0',
    vatByRate: vatByRate(wire, items, shippingShares, rates, basis),
    refunded: refunded(wire, reading.gross),
    note: wire.orderComments,
  };
}

function basketOf(wire: OrderWire, reading: Reading, currency: string): Basket {
  const basis = { currency, pricesIncludeVat: reading.pricesIncludeVat, freeOfVat: isFreeOfVat(wire) };
  const priced = priceItems(wire, reading.netPrices, currency);
  const items = priced.map(({ wire: item, amount }) => itemVat(item, amount, basis));
  const lines = priced.map((item, index) => orderLine(item, items[index]?.rate ?? '0'));
  const shippingShares = shippingRates(wire, reading.shippingRate, items, basis);
  const shipping = shippingCharges(wire, reading.shippingRate, shippingShares, currency);
  const fees = feeCharges(wire, reading.netPrices, shippingShares, basis);
  const discounts = orderDiscounts(wire, priced, lines, shipping, currency);
  const added = sum([
    ...priced.map(({ amount }) => amount),
    ...[...shipping, ...fees].map(({ amount }) => amount),
  ])
    .minus(sum(discounts.map(({ amount }) => amount)))
    .plus(reading.pricesIncludeVat ? 0 : (wire.tax ?? '0'));
  const difference = normalise(big(reading.gross).minus(added));
  return { reading, basis, items, shippingShares, lines, shipping, fees, discounts, difference };
}

/** A status of "refunded" set by hand leaves the amounts empty (sheet 3.4); it says that all was given back. */
function refunded(wire: OrderWire, gross: Decimal): Decimal {
  const amounts = [
    wire.refundedAmount ?? '0',
    normalise(sum(wire.refunds.map(({ amount }) => amount ?? '0'))),
  ];
  const stated = amounts.find((amount) => amount !== '0') ?? '0';
  return stated === '0' && wire.paymentStatus === 'REFUNDED' ? gross : stated;
}
