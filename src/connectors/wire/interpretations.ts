/**
 * Some fields leave open how an order's figures are to be read. Every interpretation that a system allows is tried, the
 * likeliest first, and the one whose parts add up to the order's own total is the right one.
 */
import type Big from 'big.js';
import type { Decimal } from '../../records/money.ts';

export interface Candidate {
  /** What the parts miss to the stated total. */
  readonly difference: Big;
}

/** Whether the parts come to the total, but for as much as rounding one by one may be off. */
export function addsUp({ difference }: Candidate, slack: Decimal | Big): boolean {
  return difference.abs().lte(slack);
}

/**
 * The first candidate that adds up; when none does the nearest, and among equally near ones the first. A flow's totals
 * guard then tells a person. Throws where there are no candidates.
 */
export function likeliest<T extends Candidate>(candidates: readonly T[], slack: Decimal | Big = '0'): T {
  return (
    candidates.find((candidate) => addsUp(candidate, slack)) ??
    candidates.reduce((best, each) => (each.difference.abs().lt(best.difference.abs()) ? each : best))
  );
}
