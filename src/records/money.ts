/**
 * Exact decimal arithmetic. Records carry amounts as decimal strings; sums are made with big.js and become
 * strings again at the edge. No amount is ever a JavaScript number.
 */
import Big from 'big.js';
import { z } from 'zod';

Big.DP = 24;
Big.RM = Big.roundHalfUp;
// Never exponential notation: a decimal string must stay one.
Big.PE = 30;
Big.NE = -30;

export type Decimal = string;

export const decimal = z.string().regex(/^-?\d+(\.\d+)?$/, 'not_a_decimal');

export function big(value: Decimal | Big): Big {
  return new Big(value);
}

/**
 * Reads an amount as a system sends it: a JSON number through its shortest decimal form, or a decimal string.
 * Throws a RangeError for anything that is not a finite decimal.
 */
export function decimalFromWire(value: number | string): Decimal {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError('not a finite number');
  try {
    return normalise(new Big(typeof value === 'number' ? String(value) : value.trim()));
  } catch {
    throw new RangeError('not a decimal number');
  }
}

/** Zero has one form, so that equal amounts are equal strings. */
export function normalise(value: Big): Decimal {
  return value.eq(0) ? '0' : value.toFixed();
}

export function sum(values: Iterable<Decimal | Big>): Big {
  let total = new Big(0);
  for (const value of values) total = total.plus(value);
  return total;
}

export function roundTo(value: Decimal | Big, digits: number): Big {
  return new Big(value).round(digits, Big.roundHalfUp);
}

/** An amount with the digits its currency has: `12.30`, or `1230` in yen. Rounded half away from zero. */
export function money(value: Decimal | Big, currency: string): Decimal {
  const rounded = roundTo(value, fractionDigits(currency));
  return (rounded.eq(0) ? rounded.abs() : rounded).toFixed(fractionDigits(currency));
}

const digitsByCurrency = new Map<string, number>();

/** Digits after the point that ISO 4217 gives a currency, as the runtime's own tables know them. */
export function fractionDigits(currency: string): number {
  let digits = digitsByCurrency.get(currency);
  if (digits === undefined) {
    digits =
      new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ??
      2;
    digitsByCurrency.set(currency, digits);
  }
  return digits;
}

/** The smallest amount of a currency: `0.01` for EUR. */
export function smallestUnit(currency: string): Big {
  return new Big(10).pow(-fractionDigits(currency));
}

/**
 * Splits an amount over weights so that the parts add up to it exactly (largest remainder). With no weight at all the
 * whole amount goes to the first part; without parts the answer is empty.
 */
export function allocate(
  amount: Decimal | Big,
  weights: readonly (Decimal | Big)[],
  currency: string,
): Big[] {
  if (weights.length === 0) return [];
  const total = sum(weights);
  const whole = new Big(amount);
  if (total.eq(0)) return weights.map((_, index) => (index === 0 ? whole : new Big(0)));
  // A negative amount is split as its opposite, so that giving back is the mirror of taking.
  if (whole.lt(0)) return allocate(whole.neg(), weights, currency).map((part) => part.neg());
  const digits = fractionDigits(currency);
  const exact = weights.map((weight) => whole.times(weight).div(total));
  const parts = exact.map((part) => floor(part, digits));
  const order = exact
    .map((part, index) => ({ index, remainder: part.minus(parts[index] ?? 0) }))
    .sort((a, b) => b.remainder.cmp(a.remainder) || a.index - b.index);
  const unit = smallestUnit(currency);
  let missing = whole.minus(sum(parts));
  for (const { index } of order) {
    if (missing.eq(0)) break;
    // What is finer than the currency's unit goes to the next in line: nothing is lost.
    const step = missing.lt(unit) ? missing : unit;
    parts[index] = (parts[index] ?? new Big(0)).plus(step);
    missing = missing.minus(step);
  }
  return parts;
}

/** Rounds down, also below zero: what is left over is then never negative. */
function floor(value: Big, digits: number): Big {
  const rounded = value.round(digits, Big.roundDown);
  return rounded.gt(value) ? rounded.minus(new Big(10).pow(-digits)) : rounded;
}
