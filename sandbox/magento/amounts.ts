import Big from 'big.js';
import type { Json, JsonObject } from '../kit/json.ts';
import { asNumber, zero } from '../kit/money/cents.ts';

/** Every amount is kept twice: in the currency that was paid in, and in that of the website's books (sheet 7.2). */
export const currencies = ['order', 'base'] as const;
export type Currency = (typeof currencies)[number];
export type Both<Value> = Readonly<Record<Currency, Value>>;

const irregularTwins: Readonly<Record<string, string>> = {
  shipping_discount_tax_compensation_amount: 'base_shipping_discount_tax_compensation_amnt',
  weee_tax_applied_row_amount: 'base_weee_tax_applied_row_amnt',
};

export function column(name: string, currency: Currency): string {
  return currency === 'order' ? name : (irregularTwins[name] ?? `base_${name}`);
}

export function inBoth<Value>(make: (currency: Currency) => Value): Both<Value> {
  return { order: make('order'), base: make('base') };
}

/** A missing value counts as zero. */
export function amountOf(value: Json | undefined): Big {
  if (typeof value === 'number' && Number.isFinite(value)) return Big(value);
  return typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value) ? Big(value) : zero;
}

export function amountIn(row: JsonObject, name: string, currency: Currency = 'order'): Big {
  return amountOf(row[column(name, currency)]);
}

/** As the database keeps it and JSON shows it: a number with at most four decimals (sheet 3). */
export function onWire(amount: Big): number {
  return asNumber(amount, 4);
}

/** Adds to a column of a draft. */
export function add(row: JsonObject, name: string, currency: Currency, amount: Big): void {
  row[column(name, currency)] = onWire(amountIn(row, name, currency).plus(amount));
}

/** The same figure in both currencies, as columns. */
export function twins(name: string, amounts: Both<Big>): JsonObject {
  return Object.fromEntries(currencies.map((each) => [column(name, each), onWire(amounts[each])]));
}
