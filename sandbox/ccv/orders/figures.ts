/**
 * How an order adds up (sheets 6.1, 6.2, 12.1). What is not known, and how it is played: a row is rounded to cents; discounts
 * of the whole order are shared out over the rows; costs of the payment, handling costs and payment extras carry the VAT of
 * the shipping.
 */
import Big from 'big.js';
import { cents, shareOut, sumOf, zero } from '../../kit/money/cents.ts';
import { taxOf } from '../../kit/money/tax.ts';
import type { ChargedAt } from '../../kit/money/tax-by-rate.ts';
import type { CcvSettings } from '../settings.ts';
import type { Order, OrderRow } from './order.ts';

export type Priced = Pick<Order, 'rows' | 'terms' | 'isExtraTaxed'>;

/** What is charged at one rate. The amount has the tax in it, or it has not. */
interface Part {
  readonly amount: Big;
  readonly rate: string;
  readonly included: boolean;
}

interface Figures {
  /** The rows as they are priced, before discounts of the whole order. */
  readonly rows: Big;
  readonly tax: Big;
  /** With VAT, shipping and all costs. */
  readonly total: Big;
  readonly weight: Big;
  /** Amounts with their tax. */
  readonly charged: readonly ChargedAt[];
}

export function optionsOf({ attributes }: OrderRow): Big {
  return sumOf(attributes.map(({ price }) => Big(price)));
}

/** Of a unit, after its discount, with what its options add. */
export function unitPrice(row: OrderRow): Big {
  return Big(row.price).minus(row.discount).plus(optionsOf(row));
}

export function rowTotal(row: OrderRow): Big {
  return cents(unitPrice(row).times(row.count));
}

export function figuresOf(order: Priced, vatRounded: CcvSettings['vatRounded']): Figures {
  const parts = partsOf(order);
  const charged =
    vatRounded === 'per row' ? parts.map(chargedFor) : [...grouped(parts).values()].map(chargedFor);
  return {
    rows: sumOf(order.rows.map(rowTotal)),
    tax: sumOf(charged.map(({ tax }) => tax)),
    total: sumOf(charged.map(({ amount }) => amount)),
    weight: sumOf(order.rows.map(({ weight, count }) => Big(weight).times(count))),
    charged,
  };
}

/** Rounding per rate makes a cent of difference to rows that contain their tax; the total stays as it is. */
function chargedFor({ amount, rate, included }: Part): ChargedAt {
  const tax = taxOf(amount, rate, included);
  return { rate, tax, amount: included ? amount : cents(amount).plus(tax) };
}

function partsOf({ rows, terms, isExtraTaxed }: Priced): Part[] {
  const isTaxed = terms.taxes_included;
  const rowsAreTaxed = isTaxed && !terms.is_intra_community_order && !terms.is_platform_sale;
  const totals = rows.map(rowTotal);
  const off = Big(terms.total_discounts).plus(terms.credit_point_discount);
  const shares = sharesOf(off, totals);
  const goods = rows.map(({ tax }, index) => ({
    amount: (totals[index] ?? zero).minus(shares[index] ?? zero),
    rate: rowsAreTaxed ? String(tax) : '0',
    included: terms.order_row_taxes_included,
  }));
  const included = terms.shipping_taxes_included;
  const rate = isTaxed ? String(terms.shipping_tax_percentage) : '0';
  const costs = [
    { amount: terms.total_shipping, rate },
    { amount: terms.paymethod_costs, rate },
    { amount: terms.extra_costs, rate: isExtraTaxed ? rate : '0' },
    { amount: terms.extra_payment_option_price, rate },
  ].filter(({ amount }) => amount !== 0);
  return [...goods, ...costs.map((each) => ({ ...each, amount: Big(each.amount), included }))];
}

/** Of what is given back both the discount and the rows are below zero. Where rows are of both kinds the first carries all. */
function sharesOf(off: Big, totals: readonly Big[]): Big[] {
  if (off.eq(0)) return totals.map(() => zero);
  if (totals.every((total) => total.lte(0)) && off.lt(0)) {
    return sharesOf(
      off.neg(),
      totals.map((total) => total.neg()),
    ).map((share) => share.neg());
  }
  const isMixed = totals.some((total) => total.lt(0));
  return shareOut(off, isMixed ? totals.map(() => zero) : totals);
}

function grouped(parts: readonly Part[]): Map<string, Part> {
  const groups = new Map<string, Part>();
  for (const part of parts) {
    const key = `${part.rate} ${part.included}`;
    const before = groups.get(key);
    groups.set(key, before === undefined ? part : { ...part, amount: before.amount.plus(part.amount) });
  }
  return groups;
}
