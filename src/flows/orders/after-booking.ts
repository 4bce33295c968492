import type { Document } from '../../records/document.ts';
import { allocate, big, type Decimal, money, sum } from '../../records/money.ts';
import type { Order } from '../../records/order.ts';
import { type Problem, rejected } from '../../records/problem.ts';
import type { FlowContext, Link, Outcome } from '../flow.ts';
import { writeOnce } from '../write-once.ts';
import { finishBooking } from './book.ts';
import { buildDocument } from './document.ts';
import { type Ends, orderStep } from './plan.ts';
import type { OrdersSettings } from './settings.ts';

type Context = FlowContext<OrdersSettings>;

/** A notice of an order that is booked already: nothing to do, a credit, or a difference that a person must see. */
export async function afterBooking(context: Context, ends: Ends, order: Order, link: Link): Promise<Outcome> {
  if (context.steps.get(orderStep(context.key))) {
    await finishBooking(context, ends, order, link.targetId, link.facts.reference ?? order.number);
  }
  const seen = `${order.gross} ${order.vat} ${givenBack(order)}`;
  if (link.facts.accepted === seen) return { kind: 'skipped', reason: 'the difference was accepted' };

  const owed = big(givenBack(order)).minus(link.facts.credited ?? '0');
  if (owed.gt(0) && context.settings.refunds !== 'ignore') {
    if (context.settings.refunds === 'credit') return credit(context, ends, order, link, owed.toFixed());
    throw flagged(
      context,
      link,
      seen,
      'order_refunded',
      `${money(owed, order.currency)} ${order.currency} was given back or cancelled after this order was booked.`,
      'Credit it in the target by hand and skip, or set "refunds" to "credit" and retry.',
    );
  }
  if (!big(order.gross).eq(link.facts.gross ?? '') || !big(order.vat).eq(link.facts.vat ?? '')) {
    throw flagged(
      context,
      link,
      seen,
      'order_changed',
      `The order came to ${link.facts.gross} with ${link.facts.vat} VAT when it was booked; now it comes to ${order.gross} with ${order.vat}.`,
      'Correct the document in the target by hand; then skip this.',
    );
  }
  return { kind: 'skipped', reason: 'already booked' };
}

/** A cancelled order is given back as a whole. */
function givenBack(order: Order): Decimal {
  return order.cancelled ? order.gross : order.refunded;
}

/** Remembers what was seen, so that skipping the task accepts exactly this and not a later change. */
function flagged(
  context: Context,
  link: Link,
  seen: string,
  code: string,
  message: string,
  action: string,
): Problem {
  context.links.put('order', context.key, { ...link, facts: { ...link.facts, flagged: seen } });
  return rejected(code, message, action);
}

async function credit(
  context: Context,
  ends: Ends,
  order: Order,
  link: Link,
  owed: Decimal,
): Promise<Outcome> {
  const { api, connector } = context.target;
  const whole = big(owed).eq(link.facts.gross ?? '');
  const booked = await ends.target.get(api, link.targetId);
  if (booked?.draft) {
    throw flagged(
      context,
      link,
      `${order.gross} ${order.vat} ${givenBack(order)}`,
      'credit_of_draft',
      `The order was given back, but its document in ${connector.name} is still a draft.`,
      'Delete or correct the draft there and skip this, or send it and retry.',
    );
  }
  const { target } = ends;
  const document =
    whole && target.credit
      ? null
      : await creditDocument(context, ends, order, booked?.customerId ?? '', owed);
  const targetId = await writeOnce({
    steps: context.steps,
    step: `credit:${context.key}:${givenBack(order)}`,
    settleMs: connector.searchDelayMs,
    now: () => context.now(),
    find: async () =>
      document
        ? target.find(api, document.reference, new Date(order.placedAt))
        : ((await target.findCredit?.(api, link.targetId)) ?? null),
    create: async () => {
      if (document) return target.create(api, target.toWire(document));
      if (target.credit) return target.credit(api, link.targetId, context.settings.state);
      throw rejected(
        'credit_unsupported',
        `${connector.name} takes no credits.`,
        'Credit it by hand and skip.',
      );
    },
  });
  context.links.put('order', context.key, { ...link, facts: { ...link.facts, credited: givenBack(order) } });
  context.steps.forget(`credit:${context.key}:${givenBack(order)}`);
  return { kind: 'done', targetId, reason: whole ? 'credited' : 'credited in part' };
}

/**
 * A refund is an amount, never lines (Ecwid sheet 3.10): it is spread over the VAT rates as the order's own value is.
 */
async function creditDocument(
  context: Context,
  ends: Ends,
  order: Order,
  customerId: string,
  owed: Decimal,
): Promise<Document> {
  const { document } = await buildDocument(
    { ...context, settings: { ...context.settings, lines: 'summary' } },
    ends.target,
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
