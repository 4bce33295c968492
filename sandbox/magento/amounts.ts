/** The shop's own exact arithmetic: independent of the product's, so that either can be held against the other. */
import Big from 'big.js';
import type { Json, JsonObject } from '../json.ts';

export const zero = Big(0);

/** Every amount is kept twice: in the currency that was paid in, and in that of the website's books (sheet 7.2). */
export const currencies = ['order', 'base'] as const;
export type Currency = (typeof currencies)[number];

const irregularTwins: Readonly<Record<string, string>> = {
  shipping_discount_tax_compensation_amount: 'base_shipping_discount_tax_compensation_amnt',
  weee_tax_applied_row_amount: 'base_weee_tax_applied_row_amnt',
};

export function column(name: string, currency: Currency): string {
  return currency === 'order' ? name : (irregularTwins[name] ?? `base_${name}`);
}

export function cents(amount: Big): Big {
  return amount.round(2, Big.roundHalfUp);
}

export function sumOf(amounts: readonly Big[]): Big {
  return amounts.reduce((total, amount) => total.plus(amount), zero);
}

export function least(one: Big, ...others: Big[]): Big {
  return others.reduce((smallest, each) => (each.lt(smallest) ? each : smallest), one);
}

export function notBelowZero(amount: Big): Big {
  return amount.lt(0) ? zero : amount;
}

/** What is missing counts as nothing. */
export function amountOf(value: Json | undefined): Big {
  if (typeof value === 'number' && Number.isFinite(value)) return Big(value);
  return typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value) ? Big(value) : zero;
}

export function amountIn(row: JsonObject, name: string, currency: Currency = 'order'): Big {
  return amountOf(row[column(name, currency)]);
}

/** As the database keeps it and JSON shows it: a number with at most four decimals (sheet 3). */
export function onWire(amount: Big): number {
  return Number(amount.round(4, Big.roundHalfUp).toFixed());
}

/** Adds to a column of a draft. */
export function add(row: JsonObject, name: string, currency: Currency, amount: Big): void {
  row[column(name, currency)] = onWire(amountIn(row, name, currency).plus(amount));
}

/** The same figure in both currencies, as columns. */
export function twins(name: string, amounts: Readonly<Record<Currency, Big>>): JsonObject {
  return Object.fromEntries(currencies.map((each) => [column(name, each), onWire(amounts[each])]));
}

/** An amount of cents over weights: whole cents, nothing lost, the odd ones to whom rounding down took the most. */
export function shareOut(amount: Big, weights: readonly Big[]): Big[] {
  const total = sumOf(weights);
  if (total.eq(0)) return weights.map(() => zero);
  const shares = weights.map((weight) => amount.times(weight).div(total));
  const floors = shares.map((share) => share.round(2, Big.roundDown));
  const odd = Number(amount.minus(sumOf(floors)).times(100).toFixed(0));
  const byLoss = shares
    .map((share, index) => ({ index, loss: share.minus(floors[index] ?? zero) }))
    .sort((one, other) => other.loss.cmp(one.loss) || one.index - other.index);
  const raised = new Set(byLoss.slice(0, odd).map(({ index }) => index));
  return floors.map((floor, index) => (raised.has(index) ? floor.plus('0.01') : floor));
}
