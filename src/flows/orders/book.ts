import { compileExpression } from '../../mapping/expression.ts';
import type { Document } from '../../records/document.ts';
import { big } from '../../records/money.ts';
import type { Order } from '../../records/order.ts';
import { Problem } from '../../records/problem.ts';
import { type Reason, reason } from '../../records/reason.ts';
import type { FlowContext, Link, Outcome } from '../contract.ts';
import { forgetPerson } from '../customers/links.ts';
import { resolvePendingWrite, writeOnce } from '../write-once.ts';
import { commitCustomer, customerKey } from './customer.ts';
import { documentReference } from './document.ts';
import { findDocument } from './find-document.ts';
import { type Endpoints, type OrderPlan, orderStep } from './plan.ts';
import type { OrdersSettings } from './settings.ts';

type Context = FlowContext<OrdersSettings>;

type BookPlan = Extract<OrderPlan, { kind: 'book' }>;

/** Carries a plan out: customer, document, link, and the note in the shop. */
export async function bookOrder(
  context: Context,
  endpoints: Endpoints,
  order: Order,
  plan: OrderPlan,
): Promise<Outcome> {
  if (plan.kind === 'found') {
    await linkOrder(context, order, plan.document.id, {
      reference: plan.reference,
      state: plan.document.draft ? 'draft' : 'sent',
    });
    return { kind: 'skipped', reason: reason('found', {}) };
  }
  const customerId = await commitCustomer(context, endpoints.customers, order, plan.customer);
  const document: Document = { ...plan.document, customerId };
  const { reference } = document;
  const targetId = await createDocument(context, endpoints, order, plan, document);
  await linkOrder(context, order, targetId, { reference, state: document.state, credited: '0' });
  await finishBooking(context, endpoints, order, targetId, reference);
  return { kind: 'done', targetId, reason: reason('booked', {}) };
}

/**
 * An order whose document was begun before: what was made is linked as it stands, whatever has become of the order since,
 * so that it can be credited or flagged. Null when nothing was made. `unwanted`: why it would not leave any more.
 */
export async function resumeCreate(
  context: Context,
  endpoints: Endpoints,
  order: Order,
  unwanted: Reason | null,
): Promise<Outcome | null> {
  const reference = await documentReference(context, endpoints.target, order);
  const targetId = await resolvePendingWrite(documentWrite(context, endpoints, order, reference));
  if (targetId !== null) await linkMade(context, endpoints, order, targetId, reference);
  if (targetId === null || unwanted !== null) context.steps.forget(orderStep(context.key));
  else await finishBooking(context, endpoints, order, targetId, reference);
  if (targetId === null) return null;
  return {
    kind: 'done',
    targetId,
    reason: unwanted === null ? reason('booked', {}) : reason('booked_before', { unwanted: unwanted.code }),
  };
}

function documentWrite(context: Context, endpoints: Endpoints, order: Order, reference: string) {
  return {
    steps: context.steps,
    step: orderStep(context.key),
    settleMs: context.target.connector.searchDelayMs,
    now: () => context.now(),
    find: () => findDocument(endpoints.target, context, reference, order),
  };
}

async function createDocument(
  context: Context,
  endpoints: Endpoints,
  order: Order,
  plan: BookPlan,
  document: Document,
): Promise<string> {
  const body = endpoints.target.toWire(document, context.target.api.account);
  context.keep('target', body);
  context.keep('totals', plan.totals);
  try {
    return await writeOnce({
      ...documentWrite(context, endpoints, order, document.reference),
      create: () => endpoints.target.create(context.target.api, body),
    });
  } catch (error) {
    // The linked customer may be gone from the target: the next try looks it up again.
    if (error instanceof Problem && error.kind === 'rejected') await forgetCustomer(context, order);
    throw error;
  }
}

async function forgetCustomer(context: Context, order: Order): Promise<void> {
  const key = await customerKey(context, order);
  if (key !== null) forgetPerson(context.links, key);
}

/** By an earlier try. The order may have changed since, so the document itself is asked what it came to. */
async function linkMade(
  context: Context,
  endpoints: Endpoints,
  order: Order,
  targetId: string,
  reference: string,
): Promise<void> {
  const made = await endpoints.target.get(context.target.api, targetId);
  const sameGross = made === null || big(made.gross).eq(order.gross);
  await linkOrder(context, order, targetId, {
    reference,
    state: context.settings.state,
    ...(sameGross ? {} : { gross: made.gross }),
    credited: '0',
  });
}

/** Remembers what was booked, to notice later that the order has changed since. */
async function linkOrder(
  context: Context,
  order: Order,
  targetId: string,
  facts: Link['facts'],
): Promise<void> {
  const link: Link = {
    targetId,
    fingerprint: await context.fingerprint([order.gross, order.vat, order.currency]),
    facts: { gross: order.gross, vat: order.vat, credited: order.refunded, ...facts },
  };
  context.links.put('order', context.key, link);
}

/**
 * What follows the link: the note in the shop. The step is forgotten last, so that a death in between is noticed and
 * this is done again; repeating it changes nothing.
 */
export async function finishBooking(
  context: Context,
  endpoints: Endpoints,
  order: Order,
  targetId: string,
  reference: string,
): Promise<void> {
  const { writeBack } = context.settings;
  if (writeBack && endpoints.source.writeBack) {
    const note = writeBack.note && (await writeBackNote(writeBack.note, order, targetId, reference));
    await endpoints.source.writeBack(context.source.api, context.key, {
      ...(writeBack.status === undefined ? {} : { status: writeBack.status }),
      ...(note ? { note } : {}),
    });
  }
  context.steps.forget(orderStep(context.key));
}

async function writeBackNote(
  expression: string,
  order: Order,
  targetId: string,
  reference: string,
): Promise<string | undefined> {
  const compiled = compileExpression(expression, 'writeBack.note');
  const value = await compiled.evaluate({ order, document: { id: targetId, reference } });
  return value === undefined ? undefined : String(value);
}
