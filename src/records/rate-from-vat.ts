/** The VAT rate of an amount that states its VAT and no percentage. */
import type Big from 'big.js';
import { big, type Decimal, normalise, roundTo } from './money.ts';
import { vatUpon } from './vat.ts';

/** Rounded once for the amount, and perhaps once more for its discount. */
const rounding = '0.02';

/** The rate that the order uses elsewhere and that comes to this VAT; else what the VAT comes to. */
export function rateFromVat(net: Big, vat: Big, known: readonly Decimal[]): Decimal {
  if (vat.eq(0) || net.eq(0)) return '0';
  return knownRate(net, vat, known) ?? plainRate(net, vat);
}

/** Undefined where no rate that the order uses comes to this VAT. */
export function knownRate(net: Big, vat: Big, known: readonly Decimal[]): Decimal | undefined {
  const fitting = known
    .filter((rate) => big(rate).gt(0))
    .map((rate) => ({ rate, off: vatUpon(net, rate).minus(vat).abs() }))
    .filter(({ off }) => off.lte(rounding));
  const exact = fitting.find(({ off }) => off.eq(0));
  return (exact ?? fitting.reduce<(typeof fitting)[number] | undefined>(nearer, undefined))?.rate;
}

function nearer<T extends { readonly off: Big }>(best: T | undefined, each: T): T {
  return best === undefined || each.off.lt(best.off) ? each : best;
}

/** Rates are whole, or halves, or have a decimal: the plainest that comes to this VAT but for its rounding. */
function plainRate(net: Big, vat: Big): Decimal {
  const exact = vat.times(100).div(net);
  // A cent of VAT upon a cent tells nothing.
  if (exact.lt(0) || exact.gt(100)) return '0';
  const plainer = [roundTo(exact, 0), roundTo(exact.times(2), 0).div(2), roundTo(exact, 1)];
  const fitting = plainer.find((rate) => vatUpon(net, rate.toFixed()).minus(vat).abs().lte('0.005'));
  return normalise(fitting ?? roundTo(exact, 2));
}
