/** A credit that is under way. The order's link notes it before it is made, and drops it when its outcome is known. */
import { big, type Decimal, normalise } from '../../../records/money.ts';
import type { RateShare } from '../../../records/order.ts';
import { type Reason, reason } from '../../../records/reason.ts';
import type { OrderFacts, OrderLink } from '../../links.ts';
import type { Meant } from '../../meant.ts';
import { creditedFacts, standingOf } from '../difference.ts';
import { findDocuments, ownAmong } from '../document/find-document.ts';
import type { Context, OrderWork } from '../work.ts';

export interface Beginning {
  /** What the order has given back once it is made. */
  readonly upTo: Decimal;
  /** Finds it later; empty for a credit of the whole document. */
  readonly reference: string;
  /** What the books have given back per rate then; null where that is the whole. */
  readonly byRate: readonly RateShare[] | null;
}

/** Notes the credit in the link. */
export function beginCredit(
  { context }: OrderWork,
  link: OrderLink,
  { upTo, reference, byRate }: Beginning,
): OrderLink {
  const facts = {
    ...link.facts,
    crediting: upTo,
    creditReference: reference,
    ...(byRate === null ? {} : { creditingByRate: byRate }),
  };
  const begun: OrderLink = { ...link, facts };
  context.links.put('order', context.key, begun);
  return begun;
}

/** Describes the write of that credit: its step, named by what the order had given back then, and what finds it. */
export function creditWrite(work: OrderWork, { targetId, facts }: OrderLink, meant: Meant | null) {
  const { context, endpoints } = work;
  const { api, connector } = context.target;
  const { creditReference } = facts;
  return {
    steps: context.steps,
    step: creditStep(context, facts),
    ...(meant === null ? {} : { meant }),
    settleMs: connector.searchDelayMs,
    commitDelayMs: connector.commitDelayMs,
    now: () => context.now(),
    find: async () => {
      if (!creditReference) return (await endpoints.target.findCredit?.(api, targetId)) ?? null;
      return ownAmong(work, await findDocuments(work, creditReference), creditReference, meant && [meant]);
    },
  };
}

/** What was meant by the credit that is under way; null in steps of before. */
export function meantByCredit({ context }: OrderWork, { facts }: OrderLink): Meant | null {
  return context.steps.get(creditStep(context, facts))?.meant ?? null;
}

/**
 * Drops the note. With `made` the books now stand for what the order had given back, and older flags are over. `difference`
 * is what the target made of it, where that is not what was meant.
 */
export function endCredit(
  { context }: OrderWork,
  link: OrderLink,
  made: string | null,
  told: Pick<OrderFacts, 'made'> = {},
): void {
  // The number that the link has is the invoice's.
  const difference = told.made === undefined ? {} : { made: told.made };
  const { crediting = '0', creditReference: _reference, creditingByRate, ...facts } = link.facts;
  const standing = standingOf(link);
  const {
    accepted: _seen,
    settled: _before,
    flagged: _over,
    flaggedByRate: _with,
    flaggedPieces: _sold,
    creditedByRate: _less,
    ...rest
  } = facts;
  const { givenBack } = standing;
  const credited = big(givenBack).eq(rest.credited)
    ? crediting
    : normalise(big(rest.credited).plus(crediting).minus(givenBack));
  const known = creditedFacts(rest, credited, { ...standing, givenBack: crediting });
  const byRate = creditingByRate === undefined ? {} : { creditedByRate: creditingByRate };
  context.links.put('order', context.key, {
    ...link,
    facts: made === null ? facts : { ...rest, ...known, ...byRate, ...difference },
  });
  if (made !== null) {
    const key = `${context.key} ${crediting}`;
    context.links.put('credit', key, { targetId: made, fingerprint: '', facts: {} });
  }
  context.steps.forget(creditStep(context, link.facts));
}

/** Tells whether the document can be credited as it was booked. It cannot once a person saw to a change: it no longer stands alone. */
export function isWhole(link: OrderLink, owed: Decimal): boolean {
  const { gross } = standingOf(link);
  return big(gross).eq(link.facts.gross) && big(owed).eq(gross);
}

export function creditReason(whole: boolean): Reason {
  return reason(whole ? 'credited' : 'credited_in_part', {});
}

function creditStep({ key }: Context, { crediting }: OrderFacts): string {
  return `credit:${key}:${crediting}`;
}
