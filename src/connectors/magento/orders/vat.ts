import type Big from 'big.js';
import { big, type Decimal, fractionDigits, normalise, roundTo } from '../../../records/money.ts';
import type { Order } from '../../../records/order.ts';
import { byRate, type RateAmount, totalOf, vatBreakdown } from '../../../records/vat-breakdown.ts';
import { addsUp } from '../../wire/interpretations.ts';
import type { OrderWire } from './wire.ts';

/**
 * The order's VAT per rate; its sum is always `tax_amount`. What the shop lists per rate for the whole order goes first:
 * the taxes of the rows are rounded one by one (sheet 7.4). Where it lists none, or taxes that together make a row's
 * rate, the parts are added up.
 */
export function vatByRate(
  wire: OrderWire,
  parts: readonly RateAmount[],
  rates: readonly Decimal[],
  currency: string,
): Order['vatByRate'] {
  const digits = fractionDigits(currency);
  const total = roundTo(wire.tax_amount ?? '0', digits);
  const found = byRate(appliedVat(wire, rates, total) ?? parts);
  const rounded = found.map(({ rate, amount }) => ({ rate, amount: roundTo(amount, digits) }));
  return vatBreakdown(rounded, total, rates);
}

/** Null when the list does not explain the order's tax by the rates that its parts have. */
function appliedVat(wire: OrderWire, rates: readonly Decimal[], total: Big): RateAmount[] | null {
  const listed = (wire.extension_attributes?.applied_taxes ?? [])
    .map(({ percent = '0', amount = '0' }) => ({ rate: normalise(big(percent)), amount: big(amount) }))
    .filter(({ amount }) => !amount.eq(0));
  const known = listed.length > 0 && listed.every(({ rate }) => rates.includes(rate));
  return known && addsUp({ difference: total.minus(totalOf(listed)) }, '0.05') ? listed : null;
}
