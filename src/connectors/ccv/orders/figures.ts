/**
 * What an order consists of. Some fields leave open how they are to be read: whether discounts are within the rows already, at which rate a
 * surcharge is taxed, whether the total has VAT (sheet 12.1, unknown). The reading is taken whose parts come to the order's own total and VAT.
 */
import type Big from 'big.js';
import { big, type Decimal, normalise, roundTo, sum } from '../../../records/money.ts';
import type { Charge, Order } from '../../../records/order.ts';
import { partsTotal } from '../../../records/order-parts.ts';
import { vatOf, vatUpon, vatWithin } from '../../../records/vat.ts';
import { chargesOver, type RateAmount, vatBreakdown } from '../../../records/vat-breakdown.ts';
import { type Candidate, likeliest } from '../../wire/interpretations.ts';
import { amountOfRow, discountOfRow, lineOf } from './lines.ts';
import type { OrderWire, RowWire } from './wire.ts';

export type Figures = Pick<
  Order,
  'pricesIncludeVat' | 'lines' | 'shipping' | 'fees' | 'discounts' | 'gross' | 'vat' | 'vatByRate'
>;

/** How an order may be meant. */
interface Reading {
  /** Taken off beside what rows say of themselves. */
  readonly off: Big;
  readonly feeRate: Decimal;
  readonly gross: Big;
}

interface Read extends Candidate {
  readonly figures: Figures;
}

/** Of every part half a cent may be rounded. */
const perPart = '0.005';

/** `pricesIncludeVat`: of the shop, where the order does not say it. */
export function figuresOf(wire: OrderWire, rows: readonly RowWire[], pricesIncludeVat: boolean): Figures {
  const includesVat = wire.order_row_taxes_included ?? pricesIncludeVat;
  const slack = big(perPart).times(rows.length + 1);
  const read = readingsOf(wire, rows, includesVat).map((reading) => readAs(reading, wire, rows, includesVat));
  return likeliest(read, slack).figures;
}

/** The likeliest first. */
function readingsOf(wire: OrderWire, rows: readonly RowWire[], includesVat: boolean): Reading[] {
  const stated = big(wire.total_discounts ?? '0');
  const points = big(wire.credit_point_discount ?? '0');
  const ofRows = sum(rows.map(discountOfRow));
  const coupon = big(wire.discountcoupon?.code === undefined ? '0' : (wire.discountcoupon.discount ?? '0'));
  const offs = [stated, big('0'), stated.minus(ofRows), coupon].map((off) => off.plus(points));
  const total = big(wire.total_price);
  // Without VAT in its rows the total may have none either.
  const totals = includesVat ? [total] : [total, total.plus(wire.total_tax)];
  return totals.flatMap((gross) =>
    different(offs).flatMap((off) => feeRates(wire, rows).map((feeRate) => ({ off, feeRate, gross }))),
  );
}

function different(amounts: readonly Big[]): Big[] {
  return [...new Map(amounts.map((amount) => [normalise(amount), amount])).values()];
}

/** That of shipping; else one of the rows', the highest first; else none. */
function feeRates(wire: OrderWire, rows: readonly RowWire[]): Decimal[] {
  const ofRows = rows.map((row) => rateOf(wire, row.tax)).toSorted((a, b) => big(b).cmp(a));
  return [...new Set([rateOf(wire, wire.shipping_tax_percentage), ...ofRows, '0'])];
}

/** Orders without VAT may still name the rates that their products have (sheet 6.1). */
function rateOf(wire: OrderWire, rate: Decimal = '0'): Decimal {
  const isUntaxed =
    wire.taxes_included === false || wire.is_intra_community_order === true || wire.is_platform_sale === true;
  return isUntaxed && big(wire.total_tax).eq(0) ? '0' : normalise(big(rate));
}

function readAs(
  { off, feeRate, gross }: Reading,
  wire: OrderWire,
  rows: readonly RowWire[],
  pricesIncludeVat: boolean,
): Read {
  const amounts = rows.map((row) => ({ rate: rateOf(wire, row.tax), amount: amountOfRow(row) }));
  const fees = feesOf(wire, feeRate);
  const isOff = ({ amount }: Charge) => big(amount).lt(0);
  const discounts = [
    ...chargesOver({ description: wire.discountcoupon?.code }, off, amounts, wire.currency),
    ...fees.filter(isOff).map((each) => asDiscount(each)),
  ];
  const parts = {
    pricesIncludeVat,
    lines: rows.map((row) => lineOf(row, rateOf(wire, row.tax))),
    shipping: shippingOf(wire, pricesIncludeVat),
    fees: fees.filter((each) => !isOff(each)),
    discounts,
  };
  const taxed: RateAmount[] = [
    ...amounts,
    ...[...parts.shipping, ...parts.fees].map(({ vatRate: rate, amount }) => ({ rate, amount: big(amount) })),
    ...discounts.map(({ vatRate: rate, amount }) => ({ rate, amount: big(amount).neg() })),
  ];
  const vatParts = taxed.map(({ rate, amount }) => ({
    rate,
    amount: roundTo(vatOf(amount, rate, pricesIncludeVat), 2),
  }));
  const missing = gross.minus(partsTotal(parts, wire.total_tax));
  const vatMissing = big(wire.total_tax).minus(sum(vatParts.map(({ amount }) => amount)));
  const ofVat = vatMissing.abs().minus(big(perPart).times(taxed.length + 1));
  return {
    difference: missing.abs().plus(ofVat.gt(0) ? ofVat : '0'),
    figures: {
      ...parts,
      gross: normalise(gross),
      vat: wire.total_tax,
      vatByRate: vatBreakdown(vatParts, big(wire.total_tax)),
    },
  };
}

function shippingOf(wire: OrderWire, wanted: boolean): Charge[] {
  const { total_shipping: amount = '0', shipping_taxes_included: given = wanted } = wire;
  const vatRate = rateOf(wire, wire.shipping_tax_percentage);
  return big(amount).eq(0)
    ? []
    : [{ amount: normalise(onBasis(big(amount), vatRate, given, wanted)), vatRate }];
}

/** The order has one basis for all of its prices. */
function onBasis(amount: Big, rate: Decimal, given: boolean, wanted: boolean): Big {
  if (given === wanted) return amount;
  return roundTo(wanted ? amount.plus(vatUpon(amount, rate)) : amount.minus(vatWithin(amount, rate)), 2);
}

/** Handling costs below zero are a discount (sheet 6.1). */
function feesOf(wire: OrderWire, vatRate: Decimal): Charge[] {
  const { extra_payment_option: option, extra_costs_description: handling } = wire;
  const fees: Charge[] = [
    { kind: 'surcharge', amount: wire.paymethod_costs ?? '0', vatRate },
    { kind: 'surcharge', description: option, amount: wire.extra_payment_option_price ?? '0', vatRate },
    { kind: 'handling', description: handling, amount: wire.extra_costs ?? '0', vatRate },
  ];
  return fees.filter(({ amount }) => !big(amount).eq(0));
}

function asDiscount({ description, amount, vatRate }: Charge): Charge {
  return { description, amount: normalise(big(amount).neg()), vatRate };
}
