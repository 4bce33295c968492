import type Big from 'big.js';
import type { Document } from '../../records/document.ts';
import { allocate, big, type Decimal, money, normalise, sum } from '../../records/money.ts';
import type { Order } from '../../records/order.ts';
import { type Problem, rejected } from '../../records/problem.ts';
import { reason } from '../../records/reason.ts';
import type { FlowContext, Link, Outcome } from '../contract.ts';
import { resolvePendingWrite, writeOnce } from '../write-once.ts';
import { finishBooking } from './book.ts';
import { buildDocument } from './document.ts';
import { findDocument } from './find-document.ts';
import { type Endpoints, orderStep } from './plan.ts';
import type { OrdersSettings } from './settings.ts';

type Context = FlowContext<OrdersSettings>;

/** A notice of an order that is booked already: nothing to do, a credit, or a difference that a person must see. */
export async function reconcile(
  context: Context,
  endpoints: Endpoints,
  order: Order,
  booked: Link,
): Promise<Outcome> {
  if (context.steps.get(orderStep(context.key))) {
    await finishBooking(context, endpoints, order, booked.targetId, booked.facts.reference ?? order.number);
  }
  const link = await settleCredit(context, endpoints, order, booked);
  const seen = seenOf(order);
  if (link.facts.accepted === seen) return { kind: 'skipped', reason: reason('difference_accepted', {}) };
  const { refunds } = context.settings;
  const settled = settledOf(link);
  const owed = big(givenBack(order)).minus(settled.givenBack);
  if (!owed.eq(0) && refunds !== 'ignore' && (refunds === 'flag' || owed.lt(0))) {
    throw flagged(context, link, seen, refundProblem(owed, order));
  }
  const credited =
    owed.gt(0) && refunds === 'credit'
      ? await credit(context, endpoints, order, link, normalise(owed))
      : null;
  const current = credited?.link ?? link;
  if (!big(order.gross).eq(settled.gross) || !big(order.vat).eq(settled.vat)) {
    const before = { bookedGross: settled.gross, bookedVat: settled.vat };
    throw flagged(
      context,
      current,
      seen,
      rejected('order_changed', { ...before, gross: order.gross, vat: order.vat }),
    );
  }
  if (current.facts.flagged !== undefined) context.links.put('order', context.key, unflagged(current));
  return credited?.outcome ?? { kind: 'skipped', reason: reason('already_booked', {}) };
}

function seenOf(order: Order): string {
  return `${order.gross} ${order.vat} ${givenBack(order)}`;
}

interface Settled {
  readonly gross: Decimal;
  readonly vat: Decimal;
  readonly givenBack: Decimal;
}

/** What the books stand for: what was booked and credited, or what a person has accepted since. */
function settledOf({ facts }: Link): Settled {
  const [gross, vat, givenBack] = facts.accepted?.split(' ') ?? [];
  return {
    gross: gross ?? facts.gross ?? '0',
    vat: vat ?? facts.vat ?? '0',
    givenBack: givenBack ?? facts.credited ?? '0',
  };
}

/** What was flagged is over: skipping some later task must not accept it. */
function unflagged(link: Link): Link {
  const { flagged: _over, ...facts } = link.facts;
  return { ...link, facts };
}

function refundProblem(owed: Big, order: Order): Problem {
  const { currency } = order;
  const amount = money(owed.abs(), currency);
  return rejected(owed.gt(0) ? 'order_refunded' : 'refund_undone', { amount, currency });
}

/** A cancelled order is given back as a whole. */
function givenBack(order: Order): Decimal {
  return order.cancelled ? order.gross : order.refunded;
}

/** Remembers what was seen, so that skipping the task accepts exactly this and not a later change. */
function flagged(context: Context, link: Link, seen: string, problem: Problem): Problem {
  context.links.put('order', context.key, { ...link, facts: { ...link.facts, flagged: seen } });
  return problem;
}

async function credit(
  context: Context,
  endpoints: Endpoints,
  order: Order,
  link: Link,
  owed: Decimal,
): Promise<{ outcome: Outcome; link: Link }> {
  const { api, connector } = context.target;
  const settled = settledOf(link);
  // A document whose change a person saw to is not credited as it was booked: it no longer stands alone.
  const asBooked = big(settled.gross).eq(link.facts.gross ?? settled.gross);
  const whole = asBooked && big(owed).eq(settled.gross);
  const booked = await endpoints.target.get(api, link.targetId);
  if (booked?.draft) {
    throw flagged(context, link, seenOf(order), rejected('credit_of_draft', { system: connector.name }));
  }
  const { target } = endpoints;
  const document =
    whole && target.credit
      ? null
      : await creditDocument(context, endpoints, order, booked?.customerId ?? '', owed);
  const begun: Link = {
    ...link,
    facts: { ...link.facts, crediting: givenBack(order), creditReference: document?.reference ?? '' },
  };
  context.links.put('order', context.key, begun);
  const targetId = await writeOnce({
    ...creditWrite(context, endpoints, order, begun),
    create: async () => {
      if (document) return target.create(api, target.toWire(document, api.account));
      if (target.credit) return target.credit(api, link.targetId, context.settings.state);
      throw rejected('credit_unsupported', { system: connector.name });
    },
  });
  return {
    outcome: { kind: 'done', targetId, reason: reason(whole ? 'credited' : 'credited_in_part', {}) },
    link: endCredit(context, begun, true),
  };
}

/** A credit that is under way, by the amount that its order had given back then. */
function creditWrite(context: Context, { target }: Endpoints, order: Order, { targetId, facts }: Link) {
  const { api, connector } = context.target;
  const reference = facts.creditReference;
  return {
    steps: context.steps,
    step: creditStep(context, facts),
    settleMs: connector.searchDelayMs,
    now: () => context.now(),
    find: async () =>
      reference
        ? findDocument(target, context, reference, order)
        : ((await target.findCredit?.(api, targetId)) ?? null),
  };
}

function creditStep({ key }: Context, { crediting }: Link['facts']): string {
  return `credit:${key}:${crediting}`;
}

/** More was given back, or less, since a credit was begun: what became of that one comes first. */
async function settleCredit(context: Context, endpoints: Endpoints, order: Order, link: Link): Promise<Link> {
  const { crediting } = link.facts;
  if (crediting === undefined || crediting === givenBack(order)) return link;
  const write = creditWrite(context, endpoints, order, link);
  // Its step is gone when it was refused, and when a person skipped its task and it was tidied away.
  const made = context.steps.get(write.step) ? await resolvePendingWrite(write) : await write.find();
  return endCredit(context, link, made !== null);
}

function endCredit(context: Context, link: Link, made: boolean): Link {
  const { crediting = '0', creditReference: _, ...rest } = link.facts;
  const { gross, vat } = settledOf(link);
  const { accepted: _settled, flagged: _over, ...facts } = rest;
  const current = {
    ...link,
    facts: made ? { ...facts, gross, vat, credited: crediting } : rest,
  };
  context.links.put('order', context.key, current);
  context.steps.forget(creditStep(context, link.facts));
  return current;
}

/**
 * A refund is an amount, never lines (Ecwid sheet 3.10): it is spread over the VAT rates as the order's own value is.
 */
async function creditDocument(
  context: Context,
  endpoints: Endpoints,
  order: Order,
  customerId: string,
  owed: Decimal,
): Promise<Document> {
  const { document } = await buildDocument(
    { ...context, settings: { ...context.settings, lines: 'summary' } },
    endpoints.target,
    order,
  );
  const valued = document.lines.filter((line) => line.kind !== 'rounding');
  const values = valued.map((line) => {
    const amount = big(line.quantity).times(line.unitPrice);
    return document.pricesIncludeVat ? amount : amount.times(big(line.vatRate).plus(100)).div(100);
  });
  const shares = allocate(owed, values, order.currency);
  const lines = valued.map((line, index) => ({
    ...line,
    description: `Terugbetaling ${line.description}`,
    quantity: '1',
    unitPrice: money((shares[index] ?? sum([])).neg(), order.currency),
  }));
  context.keep('target', lines);
  return {
    ...document,
    customerId,
    kind: 'credit',
    pricesIncludeVat: true,
    lines,
    reference: `${document.reference}-C${givenBack(order)}`,
  };
}
