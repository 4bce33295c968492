import Big from 'big.js';

/** The stand-ins' own exact arithmetic. It is independent of the product's, so that each can check the other. */
export const zero = Big(0);

export function cents(amount: Big): Big {
  return amount.round(2, Big.roundHalfUp);
}

export function sumOf(amounts: readonly Big[]): Big {
  return amounts.reduce((total, amount) => total.plus(amount), zero);
}

export function smallest(one: Big, ...others: Big[]): Big {
  return others.reduce((min, each) => (each.lt(min) ? each : min), one);
}

export function notBelowZero(amount: Big): Big {
  return amount.lt(0) ? zero : amount;
}

/** A percentage of an amount, rounded to cents. */
export function percentOf(amount: Big, percent: string | Big): Big {
  return cents(amount.times(percent).div(100));
}

/**
 * Divides an amount over weights in whole cents. The shares add up to the amount: the cents that are left after rounding
 * down go to the shares that lost the most by it. When all weights are zero the first share gets everything.
 */
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

/** As a JSON number with at most so many decimals. */
export function asNumber(amount: Big, maxDecimals = 2): number {
  return Number(amount.round(maxDecimals, Big.roundHalfUp).toFixed());
}
