/** The customer of an order: plans what to do about it in the target, and does it. */
import type { CustomerTarget, ExistingCustomer } from '../../connectors/contract/target.ts';
import type { Order } from '../../records/order.ts';
import { rejected } from '../../records/problem.ts';
import { type CustomerBody, chosenClass, customerBody } from '../customers/record/body.ts';
import type { CustomerPlan } from '../customers/record/customer-plan.ts';
import { customerLock } from '../customers/record/email-fingerprint.ts';
import { findCustomer } from '../customers/record/find-customer.ts';
import { forgetAddress, linkAddress } from '../customers/record/links.ts';
import { customerStep, writeCustomer } from '../customers/record/write-customer.ts';
import type { Context, OrderWork } from './work.ts';

/** Work on one customer is serial; an order without one is alone. */
export function alone<T>(work: OrderWork, turn: () => Promise<T>): Promise<T> {
  return work.context.exclusive(customerLock(buyerKey(work) ?? work.order.id), turn);
}

/** Reads only. Throws `email_missing`, `customer_missing`, `customer_vat_differs`, and what the target cannot take. */
export async function planBuyer(work: OrderWork): Promise<CustomerPlan> {
  const { context, endpoints, order } = work;
  const { settings, links } = context;
  const { email } = order.customer;
  const emailFingerprint = buyerKey(work);
  if (emailFingerprint === null || email === undefined) {
    const { defaultDebtor } = settings.customer;
    if (defaultDebtor) return { kind: 'use', id: defaultDebtor.id };
    throw rejected('email_missing', { of: 'order' });
  }
  const target = endpoints.customers;
  const { body, fingerprint } = await buyerBody(context, target, order);
  const link = links.get('customer', emailFingerprint);
  if (link?.fingerprint === fingerprint) return { kind: 'use', id: link.targetId };
  const existing = await findCustomer(context, target, link, email);
  if (!existing) {
    if (settings.customer.create) return { kind: 'create', body, emailFingerprint, fingerprint };
    if (endpoints.target.guests) return { kind: 'use', id: '' };
    throw rejected('customer_missing', {});
  }
  const older = link !== null && existing.id === link.targetId && isOlder(order, link.facts.asOf);
  if (settings.customer.update && !older && !target.isUpToDate(existing, body)) {
    return { kind: 'update', existing, body, emailFingerprint, fingerprint };
  }
  checkReverseCharge(existing, order);
  return older
    ? { kind: 'use', id: existing.id }
    : { kind: 'adopt', id: existing.id, emailFingerprint, fingerprint };
}

/** Where the target keeps it with the customer, it decides the VAT of a document that leaves the customer as it is. */
function checkReverseCharge({ reverseCharge }: ExistingCustomer, order: Order): void {
  if (reverseCharge === undefined || reverseCharge === order.customer.reverseCharge) return;
  throw rejected('customer_vat_differs', { reverseCharge: order.customer.reverseCharge === true });
}

async function buyerBody(context: Context, target: CustomerTarget, order: Order): Promise<CustomerBody> {
  const { customer } = order;
  const { classification } = context.settings.customer;
  const chosen = chosenClass(classification, customer, 'customer.classification');
  const field = target.classificationField;
  return customerBody(context, target, customer, {
    part: 'customer',
    input: { order, customer },
    chosen: chosen === undefined || field === undefined ? {} : { [field]: chosen },
    account: context.target.api.account,
  });
}

/** An order that comes late must not put an old address over a newer one. */
function isOlder(order: Order, asOf: string | undefined): boolean {
  return asOf !== undefined && order.placedAt < asOf;
}

/** Carries the plan out and links the customer. Returns its id in the target, or an empty one for a guest. */
export async function commitBuyer(
  { context, endpoints, order }: OrderWork,
  plan: CustomerPlan,
): Promise<string> {
  const id = await writeCustomer(context, endpoints.customers, order.customer.email ?? '', plan);
  if (plan.kind === 'use') return id;
  linkAddress(context.links, plan.emailFingerprint, {
    targetId: id,
    fingerprint: plan.fingerprint,
    facts: { asOf: order.placedAt },
  });
  context.steps.forget(customerStep(plan.emailFingerprint));
  return id;
}

/** The linked customer may be gone from the target: the next try looks it up again. */
export function forgetBuyer(work: OrderWork): void {
  const key = buyerKey(work);
  if (key !== null) forgetAddress(work.context.links, key);
}

/** Returns null when all orders go to one debtor, or the order has no address. */
function buyerKey({ context, emailFingerprint }: OrderWork): string | null {
  return context.settings.customer.defaultDebtor?.force ? null : emailFingerprint;
}
