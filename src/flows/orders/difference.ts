/** What the order says now against what the books stand for, and what a person makes of it. */
import type Big from 'big.js';
import { big, type Decimal, money, normalise } from '../../records/money.ts';
import type { Order } from '../../records/order.ts';
import { type Problem, rejected } from '../../records/problem.ts';
import type { Links, OrderFacts, OrderLink } from '../links.ts';
import { statedByRate } from './credit/by-rate.ts';
import { canCredit } from './credit/can-credit.ts';
import { soldPieces } from './sold-pieces.ts';
import type { OrderWork } from './work.ts';

interface Standing {
  readonly gross: Decimal;
  readonly vat: Decimal;
  readonly givenBack: Decimal;
}

/** What the books stand for: what was booked and credited, or what a person has accepted since. */
export function standingOf({ facts }: OrderLink): Standing {
  const [gross, vat, givenBack] = (facts.accepted ?? facts.settled)?.split(' ') ?? [];
  return {
    gross: gross ?? facts.gross,
    vat: vat ?? facts.vat,
    givenBack: givenBack ?? facts.credited,
  };
}

/** What was credited, as the link keeps it: what a person has accepted of the order is told beside its document, and never in place of it. */
export function creditedFacts(
  document: Pick<OrderFacts, 'gross' | 'vat'>,
  credited: Decimal,
  { gross, vat, givenBack }: Standing,
): Pick<OrderFacts, 'credited' | 'settled'> {
  const isAsDocument =
    big(gross).eq(document.gross) && big(vat).eq(document.vat) && big(givenBack).eq(credited);
  return { credited, ...(isAsDocument ? {} : { settled: `${gross} ${vat} ${givenBack}` }) };
}

/** A cancelled order is given back as a whole. */
export function givenBack(order: Order): Decimal {
  return order.cancelled ? order.gross : order.refunded;
}

/** What a booked order asks for: nothing, a credit, or a person. */
export type Difference =
  | { readonly kind: 'none'; readonly accepted: boolean }
  | { readonly kind: 'credit'; readonly owed: Decimal }
  /** `seen`: what a person accepts who skips it. */
  | { readonly kind: 'flag'; readonly problem: Problem; readonly seen?: string };

/** Compares only: it calls nothing and stores nothing. */
export function differenceOf({ context, endpoints, order }: OrderWork, link: OrderLink): Difference {
  const { refunds } = context.settings;
  const system = context.target.connector.name;
  const standing = standingOf(link);
  if (link.facts.made !== undefined) {
    const seen = `${standing.gross} ${standing.vat} ${standing.givenBack}`;
    return {
      kind: 'flag',
      problem: madeProblem(order, link.facts.made, system),
      seen,
    };
  }
  if (link.facts.accepted === seenOf(order)) return { kind: 'none', accepted: true };
  const owed = big(givenBack(order)).minus(standing.givenBack);
  if (!owed.eq(0) && refunds !== 'ignore') {
    const creditable = canCredit(endpoints.target);
    // A document of a kind that the settings named before may be one that nothing credits.
    return refunds === 'flag' || owed.lt(0) || !creditable
      ? { kind: 'flag', problem: refundProblem(owed, order, creditable ? {} : { system }) }
      : { kind: 'credit', owed: normalise(owed) };
  }
  if (order.refundUnstated && refunds !== 'ignore') {
    return { kind: 'flag', problem: rejected('refund_unstated', {}) };
  }
  return hasChanged(order, standing)
    ? { kind: 'flag', problem: changeProblem(order, standing) }
    : { kind: 'none', accepted: false };
}

/** What asks for a person as soon as the order is booked: a part of it was given back, and nothing credits that by itself. */
export function refundAhead({ context, endpoints, order }: OrderWork): Problem | null {
  const { refunds } = context.settings;
  const creditable = canCredit(endpoints.target);
  if (refunds === 'ignore' || (refunds !== 'flag' && creditable)) return null;
  const owed = big(givenBack(order));
  if (owed.lte(0) || owed.gte(order.gross)) return null;
  return refundProblem(owed, order, creditable ? {} : { system: context.target.connector.name });
}

/** What stands there is not what was meant: no credit of it can be right before a person saw to that. */
function madeProblem({ currency }: Order, made: string, system: string): Problem {
  const [madeGross = '', madeVat = '', gross = '', vat = ''] = made.split(' ');
  return rejected('made_differs', { system, currency, gross, vat, madeGross, madeVat });
}

/** `uncredited`: the system, where Koppel makes no credits of such documents. */
function refundProblem(owed: Big, { currency }: Order, uncredited: { readonly system?: string }): Problem {
  const amount = money(owed.abs(), currency);
  return owed.gt(0)
    ? rejected('order_refunded', { amount, currency, ...uncredited })
    : rejected('refund_undone', { amount, currency });
}

function changeProblem({ gross, vat }: Order, standing: Standing): Problem {
  return rejected('order_changed', { bookedGross: standing.gross, bookedVat: standing.vat, gross, vat });
}

/** The order as it is now, in the form in which it is flagged and accepted. */
function seenOf(order: Order): string {
  const seen = `${order.gross} ${order.vat} ${givenBack(order)}`;
  return order.refundUnstated ? `${seen} unstated` : seen;
}

function hasChanged({ gross, vat }: Order, standing: Standing): boolean {
  return !big(gross).eq(standing.gross) || !big(vat).eq(standing.vat);
}

type Happenings = NonNullable<OrderFacts['followed']>;

/**
 * Remembers what was seen, so that skipping the task accepts exactly this and not a later change. `after`: what the target
 * was not told of the sale. Returns the problem.
 */
export function flagged(
  { context, order }: OrderWork,
  link: OrderLink,
  problem: Problem,
  seen = seenOf(order),
  after: Happenings = [],
): Problem {
  const { flaggedByRate: _before, flaggedAfter: _told, flaggedPieces: _sold, ...rest } = link.facts;
  const isOrder = seen === seenOf(order);
  const flaggedByRate = isOrder ? statedByRate(order, givenBack(order)) : null;
  const facts = {
    ...rest,
    flagged: seen,
    ...(flaggedByRate === null ? {} : { flaggedByRate }),
    ...(isOrder ? piecesBeside(order, rest) : {}),
    ...(after.length === 0 ? {} : { flaggedAfter: after }),
  };
  context.links.put('order', context.key, { ...link, facts });
  return problem;
}

/** What the order sells where that is not what the books stand for. */
function piecesBeside(order: Order, { pieces }: OrderFacts): Pick<OrderFacts, 'flaggedPieces'> {
  const flaggedPieces = soldPieces(order);
  const isSame = JSON.stringify(pieces) === JSON.stringify(flaggedPieces);
  return pieces === undefined || isSame ? {} : { flaggedPieces };
}

/** Flags what the target was not told of the sale. The amounts stay those that the books stand for. */
export function flaggedAfter(work: OrderWork, link: OrderLink, after: Happenings): Problem {
  const { gross, vat, givenBack } = standingOf(link);
  return flagged(work, link, wentOn(work, after), `${gross} ${vat} ${givenBack}`, after);
}

/** A cancellation that the target was not told is named so, and not as something to be credited. */
export function flaggedAs(work: OrderWork, problem: Problem, untold: Happenings): Problem {
  return untold.includes('cancelled') && problem.code === 'order_refunded' ? wentOn(work, untold) : problem;
}

export function wentOn({ context }: OrderWork, what: Happenings): Problem {
  return rejected('order_went_on', { system: context.target.connector.name, what });
}

/** What was flagged is over: skipping some later task must not accept it. */
export function unflag({ context }: OrderWork, link: OrderLink): void {
  const {
    flagged: over,
    flaggedByRate: _with,
    flaggedAfter: _after,
    flaggedPieces: _sold,
    ...facts
  } = link.facts;
  if (over !== undefined) context.links.put('order', context.key, { ...link, facts });
}

/** A person skips the task: the difference that was flagged last is in order. */
export function acceptDifference(key: string, links: Links): void {
  const link = links.get('order', key);
  if (link?.facts.flagged === undefined) return;
  const {
    made,
    flaggedAfter,
    flaggedByRate,
    flaggedPieces,
    creditedByRate,
    accepted,
    undo: _,
    ...facts
  } = link.facts;
  const pieces = flaggedPieces && facts.pieces;
  const before = { made, flaggedAfter, flaggedByRate, flaggedPieces, pieces, creditedByRate, accepted };
  const undo = Object.fromEntries(Object.entries(before).filter(([, value]) => value !== undefined));
  const byRate = flaggedByRate ?? creditedByRate;
  const credited = byRate === undefined ? {} : { creditedByRate: byRate };
  // The person has seen to what was added to it.
  const sold = flaggedPieces === undefined ? {} : { pieces: flaggedPieces };
  const seenTo = flaggedAfter === undefined ? {} : { followed: [...(facts.followed ?? []), ...flaggedAfter] };
  links.put('order', key, {
    ...link,
    facts: { ...facts, ...credited, ...sold, ...seenTo, accepted: link.facts.flagged, undo },
  });
}

/** The person takes it back: what was in order before that is in order still, and no more. */
export function unacceptDifference(key: string, links: Links): void {
  const link = links.get('order', key);
  if (link?.facts.undo === undefined || link.facts.accepted !== link.facts.flagged) return;
  const { accepted: _, creditedByRate: _with, followed = [], undo, ...facts } = link.facts;
  const left = followed.filter((what) => !undo.flaggedAfter?.includes(what));
  links.put('order', key, {
    ...link,
    facts: { ...facts, ...(left.length === 0 ? {} : { followed: left }), ...undo },
  });
}
