/** The customer of an order: plans what to do about it in the target, and does it. */
import type { CustomerTarget, ExistingCustomer } from '../../connectors/contract/target.ts';
import type { Order } from '../../records/order.ts';
import { rejected } from '../../records/problem.ts';
import { type CustomerBody, chosenClass, customerBody } from '../customers/record/body.ts';
import type { CustomerPlan } from '../customers/record/customer-plan.ts';
import { customerLock } from '../customers/record/email-fingerprint.ts';
import { findCustomer } from '../customers/record/find-customer.ts';
import { forgetWritten, knownCustomer, linkCustomer, writtenTo } from '../customers/record/links.ts';
import { planMissing } from '../customers/record/plan-missing.ts';
import { endCustomerStep, writeCustomer } from '../customers/record/write-customer.ts';
import type { Context, OrderWork } from './work.ts';

/** Work on one customer is serial; an order without one is alone. */
export function alone<T>(work: OrderWork, turn: () => Promise<T>): Promise<T> {
  return work.context.exclusive(customerLock(buyerKey(work) ?? work.order.id), turn);
}

/**
 * Reads only. Throws `email_missing`, `customer_missing`, `customer_ambiguous`, `customer_vat_differs`, and what the target
 * cannot take.
 */
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
  const { body, fingerprint, identity, who } = await buyerBody(context, target, order);
  const keys = { emailFingerprint, who };
  const known = knownCustomer(links, keys, order.customer.id);
  const isSame = known?.fingerprint === fingerprint;
  if (known && isSame && !mayHaveChanged(work, identity.kind))
    return { kind: 'use', id: known.targetId, keys };
  const found = await findCustomer(context, target, { email, identity, known });
  if (found.fit === null) {
    const { create } = settings.customer;
    const guests = endpoints.target.guests && !create;
    const plan = planMissing(context, target, found, { body, fingerprint, identity, keys, create, guests });
    if (plan.kind === 'adopt' && found.archived) checkReverseCharge(found.archived, order);
    return plan;
  }
  const { fit } = found;
  const isWritten = isSame && fit.id === known.targetId;
  const older = isOlder(order, writtenTo(links, keys, fit.id)?.facts.asOf);
  if (settings.customer.update && !older && isOtherwise(work, fit, isWritten ? null : body)) {
    return { kind: 'update', existing: fit, body, keys, fingerprint };
  }
  checkReverseCharge(fit, order);
  return older || isWritten
    ? { kind: 'use', id: fit.id, keys }
    : { kind: 'adopt', id: fit.id, keys, fingerprint };
}

/**
 * Whether the record has to be written: says something else than `body`, or, where nothing new is to be said (null), has
 * been set up for another VAT treatment since. What the merchant has changed of it else stays.
 */
function isOtherwise(
  { endpoints, order }: OrderWork,
  existing: ExistingCustomer,
  body: CustomerBody['body'] | null,
) {
  return body === null ? shiftsOtherwise(existing, order) : !endpoints.customers.isUpToDate(existing, body);
}

/**
 * A target that keeps with a company that VAT is shifted to it decides by that the VAT of its documents, and somebody may have
 * switched it on since. So such a company is looked at, at the cost of a call: one with a VAT number, or from abroad.
 */
function mayHaveChanged(
  { context, endpoints, order }: OrderWork,
  kind: 'person' | 'company' | null,
): boolean {
  if (endpoints.customers.keepsReverseCharge !== true || kind !== 'company') return false;
  const { vatNumber, address } = order.customer;
  const home = context.source.api.account.traits.country;
  const isAbroad = address.country !== undefined && home !== undefined && address.country !== home;
  return vatNumber !== undefined || isAbroad;
}

function shiftsOtherwise({ reverseCharge }: ExistingCustomer, order: Order): boolean {
  return reverseCharge !== undefined && reverseCharge !== (order.customer.reverseCharge ?? false);
}

/** Where the target keeps it with the customer, it decides the VAT of a document that leaves the customer as it is. */
function checkReverseCharge(existing: ExistingCustomer, order: Order): void {
  if (!shiftsOtherwise(existing, order)) return;
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
  if (plan.kind === 'use') {
    // What an earlier try began for it is over: a later one must not take its outcome for news.
    if (plan.keys !== undefined) endCustomerStep(context.steps, plan.keys);
    return id;
  }
  const { keys, fingerprint } = plan;
  const written = { fingerprint, facts: { asOf: order.placedAt } };
  linkCustomer(context.links, keys, id, written, { isNew: plan.kind === 'create' });
  endCustomerStep(context.steps, keys);
  return id;
}

/** The linked customer may be gone from the target: the next try looks at it. */
export function forgetBuyer({ context }: OrderWork, plan: CustomerPlan, customerId: string | null): void {
  if (plan.keys !== undefined && customerId) forgetWritten(context.links, plan.keys, customerId);
}

/** Returns null when all orders go to one debtor, or the order has no address. */
function buyerKey({ context, emailFingerprint }: OrderWork): string | null {
  return context.settings.customer.defaultDebtor?.force ? null : emailFingerprint;
}
