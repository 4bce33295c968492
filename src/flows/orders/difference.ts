/** What the order says now against what the books stand for, and what a person makes of it. */
import type Big from 'big.js';
import { big, type Decimal, money, normalise } from '../../records/money.ts';
import type { Order } from '../../records/order.ts';
import { type Problem, rejected } from '../../records/problem.ts';
import type { Links, OrderLink } from '../links.ts';
import type { OrdersSettings } from './settings.ts';
import type { OrderWork } from './work.ts';

interface Standing {
  readonly gross: Decimal;
  readonly vat: Decimal;
  readonly givenBack: Decimal;
}

/** What the books stand for: what was booked and credited, or what a person has accepted since. */
export function standingOf({ facts }: OrderLink): Standing {
  const [gross, vat, givenBack] = facts.accepted?.split(' ') ?? [];
  return {
    gross: gross ?? facts.gross,
    vat: vat ?? facts.vat,
    givenBack: givenBack ?? facts.credited,
  };
}

/** A cancelled order is given back as a whole. */
export function givenBack(order: Order): Decimal {
  return order.cancelled ? order.gross : order.refunded;
}

/** What a booked order asks for: nothing, a credit, or a person. */
export type Difference =
  | { readonly kind: 'none'; readonly accepted: boolean }
  | { readonly kind: 'credit'; readonly owed: Decimal }
  | { readonly kind: 'flag'; readonly problem: Problem };

/** Compares only: it calls nothing and stores nothing. */
export function differenceOf(
  order: Order,
  link: OrderLink,
  { refunds }: Pick<OrdersSettings, 'refunds'>,
): Difference {
  if (link.facts.accepted === seenOf(order)) return { kind: 'none', accepted: true };
  const standing = standingOf(link);
  const owed = big(givenBack(order)).minus(standing.givenBack);
  if (!owed.eq(0) && refunds !== 'ignore') {
    return refunds === 'flag' || owed.lt(0)
      ? { kind: 'flag', problem: refundProblem(owed, order) }
      : { kind: 'credit', owed: normalise(owed) };
  }
  return hasChanged(order, standing)
    ? { kind: 'flag', problem: changeProblem(order, standing) }
    : { kind: 'none', accepted: false };
}

function refundProblem(owed: Big, { currency }: Order): Problem {
  const amount = money(owed.abs(), currency);
  return rejected(owed.gt(0) ? 'order_refunded' : 'refund_undone', { amount, currency });
}

function changeProblem({ gross, vat }: Order, standing: Standing): Problem {
  return rejected('order_changed', { bookedGross: standing.gross, bookedVat: standing.vat, gross, vat });
}

/** The order as it is now, in the form in which it is flagged and accepted. */
function seenOf(order: Order): string {
  return `${order.gross} ${order.vat} ${givenBack(order)}`;
}

function hasChanged({ gross, vat }: Order, standing: Standing): boolean {
  return !big(gross).eq(standing.gross) || !big(vat).eq(standing.vat);
}

/** Remembers what was seen, so that skipping the task accepts exactly this and not a later change. Returns the problem. */
export function flagged({ context, order }: OrderWork, link: OrderLink, problem: Problem): Problem {
  const facts = { ...link.facts, flagged: seenOf(order) };
  context.links.put('order', context.key, { ...link, facts });
  return problem;
}

/** What was flagged is over: skipping some later task must not accept it. */
export function unflag({ context }: OrderWork, link: OrderLink): void {
  const { flagged: over, ...facts } = link.facts;
  if (over !== undefined) context.links.put('order', context.key, { ...link, facts });
}

/** A person skips the task: the difference that was flagged last is in order. */
export function acceptDifference(key: string, links: Links): void {
  const link = links.get('order', key);
  if (link?.facts.flagged === undefined) return;
  const { accepted, acceptedBefore: _, flagged: seen, ...facts } = link.facts;
  const before = accepted === undefined ? {} : { acceptedBefore: accepted };
  links.put('order', key, { ...link, facts: { ...facts, flagged: seen, accepted: seen, ...before } });
}

/** The person takes it back: what was in order before that is in order still, and no more. */
export function unacceptDifference(key: string, links: Links): void {
  const link = links.get('order', key);
  if (link?.facts.accepted === undefined || link.facts.accepted !== link.facts.flagged) return;
  const { accepted: _, acceptedBefore, ...facts } = link.facts;
  const before = acceptedBefore === undefined ? {} : { accepted: acceptedBefore };
  links.put('order', key, { ...link, facts: { ...facts, ...before } });
}
