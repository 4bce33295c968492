import Big from 'big.js';

/** The shop's own exact arithmetic: independent of the product's, so that either can be held against the other. */
export const zero = Big(0);

export function cents(amount: Big): Big {
  return amount.round(2, Big.roundHalfUp);
}

export function sumOf(amounts: readonly Big[]): Big {
  return amounts.reduce((total, amount) => total.plus(amount), zero);
}

/** Tax of an amount, in cents. */
export function taxOf(amount: Big, rate: string, included: boolean): Big {
  const percent = Big(rate);
  return cents(amount.times(percent).div(included ? percent.plus(100) : 100));
}

export function withoutTax(amount: Big, rate: string, included: boolean): Big {
  return included ? amount.minus(taxOf(amount, rate, true)) : amount;
}

/** An amount of cents over weights: whole cents, nothing lost, the odd ones to whom rounding down took the most. */
export function shareOut(amount: Big, weights: readonly Big[]): Big[] {
  const total = sumOf(weights);
  if (total.eq(0)) return weights.map((_, index) => (index === 0 ? amount : zero));
  const shares = weights.map((weight) => amount.times(weight).div(total));
  const floors = shares.map((share) => share.round(2, Big.roundDown));
  const odd = Number(amount.minus(sumOf(floors)).times(100).toFixed(0));
  const byLoss = shares
    .map((share, index) => ({ index, loss: share.minus(floors[index] ?? zero) }))
    .sort((one, other) => other.loss.cmp(one.loss) || one.index - other.index);
  const raised = new Set(byLoss.slice(0, odd).map(({ index }) => index));
  return floors.map((floor, index) => (raised.has(index) ? floor.plus('0.01') : floor));
}

export function least(one: Big, other: Big): Big {
  return one.lt(other) ? one : other;
}

/** As a JSON number, which is how Ecwid writes money (sheet 2.3). */
export function onWire(amount: Big): number {
  return Number(cents(amount).toFixed(2));
}
