/** The number that belongs into the target. Everything here is in exact decimals. */
import Big from 'big.js';
import { big, normalise } from '../../records/money.ts';
import type { StockLevel } from '../../records/stock-level.ts';
import { availableOf } from './source-level.ts';

/** How this target counts, and what is on its way from it to the source. */
export interface Counting {
  readonly counts: 'physical' | 'net';
  /** Levels may go below zero: the settings want it, and the target takes it. */
  readonly negative: boolean;
  /** What the target sells the source takes off, once it knows of it. */
  readonly salesTakenOff: boolean;
}

/** What the source gives away of a level, in the target's pieces. */
export function given(
  quantity: string,
  { safetyStock, factor, negative }: { safetyStock: string; factor: number; negative: boolean },
): Big {
  const left = big(quantity).minus(safetyStock);
  const pieces = left.lt(0) && !negative ? big('0') : left;
  return factor === 1 ? pieces : floor(pieces.div(String(factor)));
}

/**
 * A net target gets what is given less what it has sold and the source does not know of. A physical one takes its open orders off
 * again: it gets on top what of those the source has taken off already. Where the source takes none of them off, nothing is put on top.
 */
export function wanted(pieces: Big, underWay: Big, { reserved }: StockLevel, counting: Counting): string {
  const { counts, negative, salesTakenOff } = counting;
  const isPhysical = counts === 'physical' && reserved !== undefined;
  const number =
    isPhysical && !salesTakenOff ? pieces : pieces.plus(isPhysical ? reserved : '0').minus(underWay);
  return normalise(number.lt(0) && !negative ? big('0') : number);
}

/** The number in the target that a wanted one replaces; null where it is not known. */
export function countedIn(standing: StockLevel, counts: Counting['counts']): string | null {
  const { onHand } = standing;
  return counts === 'physical'
    ? (onHand ?? availableOf(standing))
    : (availableOf(standing) ?? onHand ?? null);
}

/**
 * Whether only a person can have brought the target from what was written to what stands there. Its sales lower it, down to what
 * belongs there or by what is under way.
 */
export function isDrift(stands: string, written: string, wantedNow: string, underWay: Big): boolean {
  const sold = big(written).minus(underWay);
  const lowest = sold.lt(wantedNow) ? sold : big(wantedNow);
  return !big(stands).eq(wantedNow) && (big(stands).gt(written) || big(stands).lt(lowest));
}

/** Rounds down, also below zero. */
function floor(value: Big): Big {
  const whole = value.round(0, Big.roundDown);
  return whole.gt(value) ? whole.minus(1) : whole;
}
