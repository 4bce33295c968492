import { big, type Decimal, normalise, sum } from '../../../records/money.ts';
import type { Charge, Order, OrderLine } from '../../../records/order.ts';
import { localDate } from '../../../records/time-zone.ts';
import { isInEu } from '../../../records/vat.ts';
import type { Account } from '../../contract/account.ts';
import { addressOf, customerOf, vatNumberOf } from '../party.ts';
import {
  shippingCharges,
  shippingDiscounts,
  shippingMethod,
  shippingShares,
  shippingVat,
} from './charges.ts';
import { type Fee, feeCharge, feesOf, feeVat } from './fees.ts';
import { choose, type Reading, readings } from './interpretations.ts';
import { orderLine } from './lines.ts';
import { grossOf, standingOf } from './payment.ts';
import { type Row, soldRows } from './rows.ts';
import { vatByRate } from './vat.ts';
import type { RateShare } from './vat-rates.ts';
import type { OrderWire } from './wire.ts';

/** The money of an order by one reading of its figures. */
interface Basket {
  readonly pricesIncludeVat: boolean;
  readonly lines: OrderLine[];
  readonly shipping: Charge[];
  readonly fees: Charge[];
  readonly discounts: Charge[];
  /** What the parts miss to the order's gross. */
  readonly difference: Decimal;
}

interface Parts {
  readonly rows: readonly Row[];
  readonly shares: readonly RateShare[];
  readonly fees: readonly Fee[];
  readonly gross: Decimal;
  readonly currency: string;
}

/** Amounts in the order's own currency: the `base_` ones are those of the books (sheet 7.2). */
export function orderFromWire(wire: OrderWire, account: Account): Order {
  const currency = wire.order_currency_code ?? wire.base_currency_code ?? account.currency;
  const rows = soldRows(wire.items);
  const gross = grossOf(wire, currency);
  const shares = shippingShares(
    wire,
    rows.map(({ rate }) => rate),
  );
  const parts: Parts = { rows, shares, fees: feesOf(wire, rows), gross, currency };
  const [first, ...others] = readings(wire, account).map((reading) => basketOf(wire, reading, parts));
  if (first === undefined) throw new Error('an order has at least one reading');
  const { difference: _, ...basket } = choose([first, ...others], rows.length);
  const { lines, shipping, fees, discounts } = basket;
  const rates = [...lines, ...shipping, ...fees, ...discounts].map(({ vatRate }) => vatRate);
  const byRate = vatByRate(wire, vatParts(wire, parts), rates, currency);
  return {
    id: wire.entity_id,
    number: wire.increment_id,
    placedAt: wire.created_at.toISOString(),
    updatedAt: (wire.updated_at ?? wire.created_at).toISOString(),
    date: localDate(wire.created_at, account.timeZone),
    currency,
    ...basket,
    ...standingOf(wire, gross, currency),
    paymentMethod: wire.payment?.method,
    shippingMethod: shippingMethod(wire),
    ...people(wire, gross, account),
    gross,
    vat: normalise(sum(byRate.map(({ vat }) => vat))),
    vatByRate: byRate,
    note: wire.customer_note,
  };
}

function basketOf(wire: OrderWire, reading: Reading, parts: Parts): Basket {
  const { rows, shares, gross, currency } = parts;
  const lines = rows.map((row) => orderLine(row, reading));
  const shipping = shippingCharges(wire, shares, reading, currency);
  const discounts = shippingDiscounts(wire, shares, reading, currency);
  const fees = parts.fees.map((fee) => feeCharge(fee, reading.pricesIncludeVat));
  const added = sum([
    ...lines.map((line) => big(line.quantity).times(line.unitPrice).minus(line.discount)),
    ...[...shipping, ...fees].map(({ amount }) => amount),
    reading.pricesIncludeVat ? '0' : (wire.tax_amount ?? '0'),
  ]).minus(sum(discounts.map(({ amount }) => amount)));
  const difference = normalise(big(gross).minus(added));
  return { pricesIncludeVat: reading.pricesIncludeVat, lines, shipping, fees, discounts, difference };
}

function vatParts(wire: OrderWire, { rows, shares, fees, currency }: Parts) {
  return [
    ...rows.map(({ rate, wire: row }) => ({ rate, vat: big(row.tax_amount ?? '0') })),
    ...shippingVat(wire, shares, currency),
    ...fees.map(feeVat),
  ];
}

function people(wire: OrderWire, gross: Decimal, account: Account): Pick<Order, 'customer' | 'delivery'> {
  const shipTo = wire.extension_attributes?.shipping_assignments[0]?.shipping?.address;
  const party = {
    id: wire.customer_id,
    address: wire.billing_address ?? shipTo,
    elsewhere: shipTo,
    names: {
      firstname: wire.customer_firstname,
      middlename: wire.customer_middlename,
      lastname: wire.customer_lastname,
    },
    email: wire.customer_email,
    taxvat: wire.customer_taxvat,
  };
  const country = shipTo?.country_id ?? wire.billing_address?.country_id;
  const untaxed = big(gross).gt(0) && big(wire.tax_amount ?? '0').eq(0);
  const hasVatNumber = vatNumberOf(party) !== undefined;
  // No field says it (sheet 14): a business in another country of the EU that pays no VAT.
  const reverseCharge = untaxed && hasVatNumber && isAbroadInEu(country, account.traits.country);
  return { customer: customerOf(party, reverseCharge), delivery: addressOf(shipTo) };
}

function isAbroadInEu(country: string | undefined, home: string | undefined): boolean {
  return country !== undefined && home !== undefined && country !== home && isInEu(country) && isInEu(home);
}
