import { big, normalise } from '../../records/money.ts';
import type { StockLevel } from '../../records/stock-level.ts';
import type { KnownLevel } from '../bulk.ts';
import type { StockSettings } from './settings.ts';
import { chosenQuantity } from './source-level.ts';
import { settled } from './verdicts.ts';
import { type Counting, countedIn, given, isDrift, wanted } from './wanted.ts';
import type { Placed, Verdict, Write } from './work.ts';

type Pieces = ReturnType<typeof big>;

/** What a level is decided by, beside what stands there. */
export interface Deciding extends Counting, Pick<StockSettings, 'manage' | 'safetyStock' | 'quantity'> {
  /** Of this SKU, in the target's pieces. */
  readonly underWay: Pieces;
  /** Koppel made its product there, and has not written its level yet: that the target does not count it was nobody's wish. */
  readonly isNew: boolean;
  /** Of this SKU, sold at the source, whose lists may not show it yet. */
  readonly unseen: Pieces;
  /** Koppel has just written it: until then, in epoch milliseconds, what is read may be what stood there before. Null: it is what stands there. */
  readonly staleUntil: number | null;
  /** The source does not sell it for now, and the target cannot be told otherwise. */
  readonly isOff: boolean;
}

/** What is to be done with a level. `verdict` null: it is as it was known. */
export type Decision =
  | { readonly kind: 'write'; readonly write: Write }
  | { readonly kind: 'left'; readonly verdict: Verdict | null };

/** Decides about a level that the target has, and of which the source tells the chosen number wherever it counts. */
export function decide(placed: Placed, by: Deciding): Decision {
  const { level, standing } = placed;
  if (level?.managed === false && !by.isOff) return withoutNumber(placed, by);
  if (standing.managed === false && (level === null || !mayCount(level, by))) {
    return left(placed, { state: level === null ? 'gone' : 'uncounted', quantity: null });
  }
  const belongs = numberFor(placed, by);
  const read = countedIn(standing, by.counts);
  const stands = by.staleUntil === null ? read : null;
  const isCounted = standing.managed !== false;
  if (isCounted && stands !== null && big(stands).eq(belongs)) {
    return left(placed, { state: level === null ? 'gone' : 'written', quantity: belongs });
  }
  const number = isCounted ? withoutUnseen(placed, stands, belongs, by) : belongs;
  if (number === null) return { kind: 'left', verdict: null };
  const isTrusted = isCounted && stands === null && isAsWritten(placed, number, by);
  // It may as well be what somebody made of it since.
  if (isTrusted && by.staleUntil !== null && read !== null && !big(read).eq(number))
    return { kind: 'left', verdict: { of: 'later', key: placed.key, at: by.staleUntil } };
  if (isTrusted || isSetAside(placed, number)) return { kind: 'left', verdict: null };
  const drift = isCounted ? driftOf(placed, stands, number, by) : undefined;
  return {
    kind: 'write',
    write: {
      placed,
      quantity: number,
      ...(isCounted ? {} : { managed: true }),
      ...(drift === undefined ? {} : { drift }),
    },
  };
}

/** Whether the target is to count what it does not count now. What is off is counted where that ends with it. */
function mayCount({ managed }: StockLevel, { manage, isNew, isOff }: Deciding): boolean {
  return manage === 'on' || isNew || (isOff && manage === 'off' && managed === false);
}

/** The number that belongs there: 0 of what the source has no longer, or does not sell. */
export function numberFor({ level, standing, factor }: Placed, by: Deciding): string {
  const isNone = level === null || by.isOff;
  const chosen = isNone ? '0' : chosenQuantity(level, by);
  if (chosen === null) throw new Error('a level without a number is never decided about');
  const pieces = isNone ? big('0') : given(chosen, { ...by, factor });
  return wanted(pieces, by.underWay, standing, by);
}

/** The source does not count it, so there is no number; `manage: off` has the target count it no more either. */
function withoutNumber(placed: Placed, { manage, counts }: Deciding): Decision {
  const { standing, known } = placed;
  const isDone =
    standing.managed === false || (standing.managed === undefined && known?.state === 'uncounted');
  if (manage !== 'off' || isDone) return left(placed, { state: 'uncounted', quantity: null });
  const quantity = countedIn(standing, counts) ?? '0';
  if (isSetAside(placed, quantity)) return { kind: 'left', verdict: null };
  return { kind: 'write', write: { placed, quantity, managed: false } };
}

/** Where the target does not tell its number, or not yet, what was written is taken to stand there. */
function isAsWritten({ key, known, id }: Placed, number: string, { staleUntil }: Deciding): boolean {
  const isSame = known?.state === 'written' && known.targetId === id && isEqual(known.quantity, number);
  const isComparedInVain = staleUntil !== null && key.isCompared === true;
  return isSame && (!key.asked || isComparedInVain);
}

/**
 * The number, as high as it may be while the source's lists may still offer what was just sold: it is raised by what is more than that, and lowered as
 * it is. Null where nothing is to be raised. Where the target does not tell its number, or not yet, what was written is taken to stand there.
 */
function withoutUnseen(
  { known, id }: Placed,
  stands: string | null,
  number: string,
  { unseen }: Deciding,
): string | null {
  const written = known?.state === 'written' && known.targetId === id ? known.quantity : null;
  const before = stands ?? written;
  if (unseen.eq(0) || before === null || big(number).lte(before)) return number;
  const certain = big(number).minus(unseen);
  return certain.gt(before) ? normalise(certain) : null;
}

/** What was refused is not sent again until its number changes, or a person asks. */
function isSetAside({ key, known, id }: Placed, number: string): boolean {
  const isSame = known?.state === 'refused' && known.targetId === id && isEqual(known.quantity, number);
  return isSame && !key.asked;
}

function driftOf(
  { id, key, known }: Placed,
  stands: string | null,
  number: string,
  { underWay }: Deciding,
): string | undefined {
  if (stands === null || known?.state !== 'written' || known.targetId !== id || key.mayBeLate)
    return undefined;
  if (known.quantity === null || !isDrift(stands, known.quantity, number, underWay)) return undefined;
  return stands;
}

/** A level that is already known to be so costs no report. */
function left(placed: Placed, now: Pick<KnownLevel, 'state' | 'quantity'>): Decision {
  const { id, key, known } = placed;
  const isKnown =
    known?.state === now.state && known.targetId === id && isEqual(known.quantity, now.quantity);
  return {
    kind: 'left',
    verdict: isKnown && !key.asked ? null : settled(placed, { ...now, targetId: id }),
  };
}

function isEqual(one: string | null, other: string | null): boolean {
  return one === null || other === null ? one === other : big(one).eq(other);
}
