import type { FoundDocument } from '../../../connectors/contract/target.ts';
import { big, type Decimal, normalise } from '../../../records/money.ts';
import { Problem, problem, rejected } from '../../../records/problem.ts';
import type { OrderLink } from '../../links.ts';
import { attempt } from '../../preview-attempt.ts';
import { givenBack } from '../difference.ts';
import { apart } from '../document/balance.ts';
import { ownerOf, referenceTaken } from '../document/find-document.ts';
import { requireFittingBody } from '../document/fitting-body.ts';
import type { OrderWork } from '../work.ts';
import { statedByRate } from './by-rate.ts';
import { type CreditDocument, creditDocument } from './credit-document.ts';
import { creditsByHand } from './credits-by-hand.ts';
import { type Beginning, isWhole } from './pending-credit.ts';

/** What is to be final mostly is after seconds (sheet 4.8 of Jortt); after ten minutes a person must look. */
const finalMs = 20_000;
const maxFinalMs = 600_000;

/**
 * How a credit is made: of the whole document by the target itself, or with a document below zero; that it stands there already,
 * made by hand; or why it is not made.
 */
export type CreditPlan =
  | ({ readonly kind: 'stands'; readonly id: string; readonly whole: boolean } & Beginning)
  | { readonly kind: 'whole' }
  | ({ readonly kind: 'document'; readonly whole: boolean } & CreditDocument)
  | { readonly kind: 'refused'; readonly problem: Problem };

/** Reads only. */
export async function planCredit(work: OrderWork, link: OrderLink, owed: Decimal): Promise<CreditPlan> {
  const { context, endpoints, order } = work;
  const { api, connector } = context.target;
  const booked: FoundDocument | null = await endpoints.target.get(api, link.targetId);
  if (booked?.draft) {
    const about = { system: connector.name };
    const retryAt = maybeFinalAt(work, link);
    return {
      kind: 'refused',
      problem:
        retryAt === null
          ? rejected('credit_of_draft', about)
          : problem('wait', 'not_final_yet', about, { retryAt }),
    };
  }
  // Before a document's owner was looked at, two orders of one number could be linked to one document.
  if (booked && ownerOf(work, booked.id) !== null) {
    return { kind: 'refused', problem: referenceTaken(work, booked, link.facts.reference ?? order.number) };
  }
  const byHand = booked === null ? [] : await creditsByHand(work, link, booked);
  const standing = (amount: Decimal) => byHand.find(({ gross }) => big(gross).eq(big(amount).neg()));
  const asWhole = isWhole(link, owed) ? standing(owed) : undefined;
  if (asWhole) {
    const upTo = givenBack(order);
    return { kind: 'stands', id: asWhole.id, whole: true, upTo, reference: '', byRate: null };
  }
  const isAll = isWhole(link, owed) && isOfAll(work);
  const byTarget = isAll && endpoints.target.credit && !mayBeCreditedInParts(work, link);
  if (byTarget && byHand.length === 0) return { kind: 'whole' };
  const { value: credit, problem: objection } = await attempt(async () => {
    const planned = await creditDocument(work, link, booked?.customerId ?? '', owed);
    requireFittingBody(work, planned.document);
    return planned;
  });
  if (credit === null) return { kind: 'refused', problem: new Problem(objection) };
  const asPart = standing(normalise(big(credit.totals.gross).neg()));
  if (asPart) {
    const { upTo, byRate } = credit;
    return { kind: 'stands', id: asPart.id, whole: false, upTo, reference: '', byRate };
  }
  if (byHand.length > 0) {
    const ids = byHand.map(({ id }) => id);
    return { kind: 'refused', problem: rejected('credit_stands', { system: connector.name, ids }) };
  }
  return {
    kind: 'document',
    whole: isAll && big(credit.totals.gross).eq(`-${owed}`),
    ...credit,
  };
}

/** A target takes its time to make final what it was told to. Null for what was to stay a draft, or still is one long after. */
function maybeFinalAt({ context }: OrderWork, { facts: { state, bookedAt } }: OrderLink): number | null {
  if (state !== 'sent' || bookedAt === undefined) return null;
  const now = context.now().getTime();
  return now - Date.parse(bookedAt) < maxFinalMs ? now + finalMs : null;
}

/** What comes to the order's total may be of other rates: of a day with returns a sale alone can. Then it is credited as the source states it. */
function isOfAll({ order, context }: OrderWork): boolean {
  const stated = order.receipt?.addsUp === undefined ? null : statedByRate(order, givenBack(order));
  if (stated === null) return true;
  const vats = stated.map(({ rate, vat }) => ({ rate, amount: big(vat) }));
  return apart(order.vatByRate, vats).lte(context.settings.rounding.tolerance);
}

/** Whoever booked an order that was found in the target may have credited its refunds one by one: each is looked for. */
function mayBeCreditedInParts({ order: { refunds = [] } }: OrderWork, { facts }: OrderLink): boolean {
  return facts.adopted === true && refunds.length > 1;
}
