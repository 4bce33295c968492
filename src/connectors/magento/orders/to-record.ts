import { isReverseCharge } from '../../../records/business.ts';
import { big, type Decimal, normalise, sum } from '../../../records/money.ts';
import type { Charge, Order, OrderAmounts } from '../../../records/order.ts';
import { partsTotal, ratesOf } from '../../../records/order-parts.ts';
import { localDate } from '../../../records/time-zone.ts';
import type { RateAmount } from '../../../records/vat-breakdown.ts';
import type { Account } from '../../contract/account.ts';
import { deliveryOf, fullName } from '../../wire/party.ts';
import { addressOf, customerOf } from '../party.ts';
import {
  shippingCharges,
  shippingDiscounts,
  shippingMethod,
  shippingShares,
  shippingVat,
} from './charges.ts';
import { type Fee, feeCharge, feesOf } from './fees.ts';
import type { MemoAnswer, MemoWire } from './given-back/credit-memos.ts';
import { refundsOf } from './given-back/refunds.ts';
import { choose, type Interpretation, interpretations } from './interpretations.ts';
import { orderLine } from './lines.ts';
import { bearsOwnMark } from './own-mark.ts';
import { grossOf, standingOf } from './payment.ts';
import { netOf, type Row, soldRows } from './rows.ts';
import { isShipped } from './shipped.ts';
import { vatByRate } from './vat.ts';
import type { OrderAnswer, OrderWire, WholeOrderWire } from './wire.ts';

/** What is the same by every interpretation. */
interface Sale {
  readonly rows: readonly Row[];
  readonly shares: readonly RateAmount[];
  readonly fees: readonly Fee[];
  readonly gross: Decimal;
  readonly currency: string;
}

/** In the currency that the shopper paid in, and in that of the shop's books where that is another (sheet 7.2). */
export function orderFromWire(wire: OrderAnswer, account: Account, memos: readonly MemoAnswer[] = []): Order {
  const { standing, amounts } = inOneCurrency(wire, account, memos);
  const books =
    wire.books &&
    inOneCurrency(
      wire.books,
      account,
      memos.map((memo) => memo.books ?? memo),
    );
  return {
    id: wire.entity_id,
    number: wire.increment_id,
    placedAt: wire.created_at.toISOString(),
    updatedAt: (wire.updated_at ?? wire.created_at).toISOString(),
    date: localDate(wire.created_at, account.timeZone),
    ...standing,
    ...amounts,
    ...(books ? { base: books.amounts } : {}),
    paymentMethod: wire.payment?.method,
    shippingMethod: shippingMethod(wire),
    ...people(wire, amounts.gross, account),
    shipped: isShipped(wire),
    reference: wire.ext_order_id,
    ...(bearsOwnMark(wire.status_histories) ? { madeByKoppel: true } : {}),
    note: wire.customer_note,
  };
}

function inOneCurrency(wire: WholeOrderWire, account: Account, memos: readonly MemoWire[]) {
  const currency = wire.order_currency_code ?? wire.base_currency_code ?? account.currency;
  const rows = soldRows(wire.items);
  const gross = grossOf(wire, currency);
  const shares = shippingShares(wire, {
    goods: rows.map((row) => ({ rate: row.rate, amount: netOf(row) })),
    countries: [account.traits.country, countryOf(wire)],
  });
  const sale: Sale = { rows, shares, fees: feesOf(wire, rows), gross, currency };
  const candidates = interpretations(wire, account).map((each) => interpreted(wire, each, sale));
  const { parts } = choose(candidates, rows.length);
  const byRate = vatByRate(wire, vatParts(wire, sale), ratesOf(parts), currency);
  const { refunded, ...standing } = standingOf(wire, memos, gross, currency);
  const { timeZone } = account;
  const amounts: OrderAmounts = {
    currency,
    ...parts,
    gross,
    vat: normalise(sum(byRate.map(({ vat }) => vat))),
    vatByRate: byRate,
    refunded,
    refunds: refundsOf(wire, memos, { rows, shares, currency, timeZone, refunded }),
    extras: Object.keys(wire.extras).length === 0 ? undefined : { ...wire.extras },
  };
  return { standing, amounts };
}

/** The order's parts by one interpretation, and what they miss to the total. */
function interpreted(wire: OrderWire, interpretation: Interpretation, sale: Sale) {
  const { rows, shares, gross, currency } = sale;
  const { pricesIncludeVat } = interpretation;
  // Neither the rows nor the lists of taxes state it: it was worked out.
  const isStated = (rate: Decimal) =>
    big(rate).eq(0) || statedRates(wire, rows).some((each) => big(each).eq(rate));
  const told = (charge: Charge) => (isStated(charge.vatRate) ? charge : { ...charge, rateWorkedOut: true });
  const parts = {
    pricesIncludeVat,
    lines: rows.map((row) => orderLine(row, interpretation)),
    shipping: shippingCharges(wire, shares, interpretation, currency).map(told),
    fees: sale.fees.map((fee) => told(feeCharge(fee, pricesIncludeVat))),
    discounts: shippingDiscounts(wire, shares, interpretation, currency),
  };
  return { parts, difference: big(gross).minus(partsTotal(parts, wire.tax_amount ?? '0')) };
}

function statedRates(wire: OrderWire, rows: readonly Row[]): Decimal[] {
  const listed = [
    ...(wire.extension_attributes?.applied_taxes ?? []),
    ...(wire.extension_attributes?.item_applied_taxes ?? []).flatMap((each) => each.applied_taxes),
  ];
  return [...rows.map(({ rate }) => rate), ...listed.flatMap(({ percent }) => percent ?? [])];
}

function countryOf(wire: OrderWire): string | undefined {
  const shipTo = wire.extension_attributes?.shipping_assignments[0]?.shipping?.address;
  return shipTo?.country_id ?? wire.billing_address?.country_id;
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
  };
  const customer = customerOf(stated, address, shipTo);
  const named = { firstName: shipTo?.firstname, lastName: fullName(shipTo?.middlename, shipTo?.lastname) };
  const { company, telephone: phone } = shipTo ?? {};
  // The buyer may have no telephone number but the one of the delivery.
  const buyer = { ...customer, phone: address?.telephone };
  const delivery = deliveryOf(addressOf(shipTo), { ...named, company, phone }, buyer);
  // No field says it (sheet 14).
  const untaxed = big(gross).gt(0) && big(wire.tax_amount ?? '0').eq(0);
  const { vatNumber, address: home } = customer;
  const goesTo = delivery ?? home;
  const reverseCharge =
    untaxed && isReverseCharge({ home: account.traits.country, vatNumber, delivery: goesTo });
  return { customer: { ...customer, reverseCharge }, delivery };
}
