/** A credit that is under way. The order's link notes it before it is made, and drops it when its outcome is known. */
import { big, type Decimal } from '../../../records/money.ts';
import { type Reason, reason } from '../../../records/reason.ts';
import type { OrderFacts, OrderLink } from '../../links.ts';
import { givenBack, standingOf } from '../difference.ts';
import { findDocument } from '../document/find-document.ts';
import type { Context, OrderWork } from '../work.ts';

/** Notes the credit in the link. `reference` finds it later; it is empty for a credit of the whole document. */
export function beginCredit({ context, order }: OrderWork, link: OrderLink, reference: string): OrderLink {
  const facts = { ...link.facts, crediting: givenBack(order), creditReference: reference };
  const begun: OrderLink = { ...link, facts };
  context.links.put('order', context.key, begun);
  return begun;
}

/** Describes the write of that credit: its step, named by what the order had given back then, and what finds it. */
export function creditWrite(work: OrderWork, { targetId, facts }: OrderLink) {
  const { context, endpoints } = work;
  const { api, connector } = context.target;
  const { creditReference } = facts;
  return {
    steps: context.steps,
    step: creditStep(context, facts),
    settleMs: connector.searchDelayMs,
    now: () => context.now(),
    find: async () =>
      creditReference
        ? findDocument(work, creditReference)
        : ((await endpoints.target.findCredit?.(api, targetId)) ?? null),
  };
}

/** Drops the note. With `made` the books now stand for what the order had given back, and older flags are over. */
export function endCredit({ context }: OrderWork, link: OrderLink, made: boolean): void {
  const { crediting = '0', creditReference: _reference, ...facts } = link.facts;
  const { gross, vat } = standingOf(link);
  const { accepted: _settled, flagged: _over, ...rest } = facts;
  context.links.put('order', context.key, {
    ...link,
    facts: made ? { ...rest, gross, vat, credited: crediting } : facts,
  });
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
