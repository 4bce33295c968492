import { big, type Decimal, normalise, sum } from '../../../records/money.ts';
import type { Order } from '../../../records/order.ts';
import { partsTotal, ratesOf } from '../../../records/order-parts.ts';
import { localDate } from '../../../records/time-zone.ts';
import { isInEu } from '../../../records/vat-area.ts';
import type { RateAmount } from '../../../records/vat-breakdown.ts';
import type { Account } from '../../contract/account.ts';
import { addressOf, customerOf, vatNumberOf } from '../party.ts';
import {
  shippingCharges,
  shippingDiscounts,
  shippingMethod,
  shippingShares,
  shippingVat,
} from './charges.ts';
import type { MemoWire } from './credit-memos.ts';
import { type Fee, feeCharge, feesOf } from './fees.ts';
import { choose, type Interpretation, interpretations } from './interpretations.ts';
import { orderLine } from './lines.ts';
import { grossOf, standingOf } from './payment.ts';
import { refundsOf } from './refunds.ts';
import { type Row, soldRows } from './rows.ts';
import { vatByRate } from './vat.ts';
import type { OrderWire } from './wire.ts';

/** What is the same by every interpretation. */
interface Sale {
  readonly rows: readonly Row[];
  readonly shares: readonly RateAmount[];
  readonly fees: readonly Fee[];
  readonly gross: Decimal;
  readonly currency: string;
}

/** Amounts in the order's own currency: the `base_` ones are those of the books (sheet 7.2). */
export function orderFromWire(wire: OrderWire, account: Account, memos: readonly MemoWire[] = []): Order {
  const currency = wire.order_currency_code ?? wire.base_currency_code ?? account.currency;
  const rows = soldRows(wire.items);
  const gross = grossOf(wire, currency);
  const shares = shippingShares(
    wire,
    rows.map(({ rate }) => rate),
  );
  const sale: Sale = { rows, shares, fees: feesOf(wire, rows), gross, currency };
  const candidates = interpretations(wire, account).map((each) => interpreted(wire, each, sale));
  const { parts } = choose(candidates, rows.length);
  const byRate = vatByRate(wire, vatParts(wire, sale), ratesOf(parts), currency);
  const standing = standingOf(wire, gross, currency);
  return {
    id: wire.entity_id,
    number: wire.increment_id,
    placedAt: wire.created_at.toISOString(),
    updatedAt: (wire.updated_at ?? wire.created_at).toISOString(),
    date: localDate(wire.created_at, account.timeZone),
    currency,
    ...parts,
    ...standing,
    refunds: refundsOf(wire, memos, {
      rows,
      shares,
      currency,
      timeZone: account.timeZone,
      refunded: standing.refunded,
    }),
    paymentMethod: wire.payment?.method,
    shippingMethod: shippingMethod(wire),
    ...people(wire, gross, account),
    gross,
    vat: normalise(sum(byRate.map(({ vat }) => vat))),
    vatByRate: byRate,
    note: wire.customer_note,
  };
}

/** The order's parts by one interpretation, and what they miss to the total. */
function interpreted(wire: OrderWire, interpretation: Interpretation, sale: Sale) {
  const { rows, shares, gross, currency } = sale;
  const { pricesIncludeVat } = interpretation;
  const parts = {
    pricesIncludeVat,
    lines: rows.map((row) => orderLine(row, interpretation)),
    shipping: shippingCharges(wire, shares, interpretation, currency),
    fees: sale.fees.map((fee) => feeCharge(fee, pricesIncludeVat)),
    discounts: shippingDiscounts(wire, shares, interpretation, currency),
  };
  return { parts, difference: big(gross).minus(partsTotal(parts, wire.tax_amount ?? '0')) };
}

function vatParts(wire: OrderWire, { rows, shares, fees, currency }: Sale): RateAmount[] {
  return [
    ...rows.map(({ rate, wire: row }) => ({ rate, amount: big(row.tax_amount ?? '0') })),
    ...shippingVat(wire, shares, currency),
    ...fees.map(({ rate, vat }) => ({ rate, amount: vat })),
  ];
}

function people(wire: OrderWire, gross: Decimal, account: Account): Pick<Order, 'customer' | 'delivery'> {
  const shipTo = wire.extension_attributes?.shipping_assignments[0]?.shipping?.address;
  const address = wire.billing_address ?? shipTo;
  const country = shipTo?.country_id ?? wire.billing_address?.country_id;
  const untaxed = big(gross).gt(0) && big(wire.tax_amount ?? '0').eq(0);
  const hasVatNumber = vatNumberOf(address, wire.customer_taxvat) !== undefined;
  // No field says it (sheet 14): a business in another country of the EU that pays no VAT.
  const reverseCharge = untaxed && hasVatNumber && isAbroadInEu(country, account.traits.country);
  const {
    customer_firstname: firstname,
    customer_middlename: middlename,
    customer_lastname: lastname,
  } = wire;
  const stated = {
    id: wire.customer_id,
    email: wire.customer_email,
    names: { firstname, middlename, lastname },
    taxvat: wire.customer_taxvat,
    reverseCharge,
  };
  return { customer: customerOf(stated, address, shipTo), delivery: addressOf(shipTo) };
}

function isAbroadInEu(country: string | undefined, home: string | undefined): boolean {
  return country !== undefined && home !== undefined && country !== home && isInEu(country) && isInEu(home);
}
