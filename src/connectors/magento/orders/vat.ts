import type Big from 'big.js';
import { big, type Decimal, fractionDigits, normalise, roundTo, sum } from '../../../records/money.ts';
import type { Order } from '../../../records/order.ts';
import type { Vat } from './vat-rates.ts';
import type { OrderWire } from './wire.ts';

/**
 * The order's VAT per rate; its sum is always `tax_amount`. What the shop lists per rate for the whole order goes first:
 * the taxes of the rows are rounded one by one (sheet 7.4). Where it lists none, or taxes that together make a row's
 * rate, the parts are added up. What then misses goes to the rate with the most VAT.
 */
export function vatByRate(
  wire: OrderWire,
  parts: readonly Vat[],
  rates: readonly Decimal[],
  currency: string,
): Order['vatByRate'] {
  const digits = fractionDigits(currency);
  const total = roundTo(wire.tax_amount ?? '0', digits);
  const applied = appliedVat(wire, rates, total);
  const byRate = grouped([...(applied ?? parts), ...rates.map((rate) => ({ rate, vat: big('0') }))]).map(
    (each) => ({
      rate: each.rate,
      vat: roundTo(each.vat, digits),
    }),
  );
  const rest = total.minus(vatOf(byRate));
  if (byRate.length === 0) return rest.eq(0) ? [] : [{ rate: '0', vat: normalise(rest) }];
  const most = byRate.reduce((best, each, index) => (each.vat.gt(byRate[best]?.vat ?? 0) ? index : best), 0);
  return byRate.map(({ rate, vat }, index) => ({
    rate,
    vat: normalise(index === most ? vat.plus(rest) : vat),
  }));
}

/** Null where the list does not explain the order's tax by the rates that its parts have. */
function appliedVat(wire: OrderWire, rates: readonly Decimal[], total: Big): Vat[] | null {
  const listed = (wire.extension_attributes?.applied_taxes ?? [])
    .map(({ percent, amount }) => ({ rate: normalise(big(percent ?? '0')), vat: big(amount ?? '0') }))
    .filter(({ vat }) => !vat.eq(0));
  const known = listed.length > 0 && listed.every(({ rate }) => rates.includes(rate));
  return known && vatOf(listed).minus(total).abs().lte('0.05') ? listed : null;
}

function vatOf(vats: readonly Vat[]): Big {
  return sum(vats.map(({ vat }) => vat));
}

/** The highest rate first. */
function grouped(vats: readonly Vat[]): Vat[] {
  const rates = [...new Set(vats.map(({ rate }) => rate))].sort((a, b) => big(b).cmp(a));
  return rates.map((rate) => ({ rate, vat: vatOf(vats.filter((each) => each.rate === rate)) }));
}
