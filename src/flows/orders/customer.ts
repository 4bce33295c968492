import type { CustomerTarget, ExistingCustomer } from '../../connectors/contract/target.ts';
import type { Order } from '../../records/order.ts';
import { type Problem, rejected } from '../../records/problem.ts';
import type { FlowContext } from '../contract.ts';
import { type CustomerBody, chosenClass, customerBody } from '../customers/body.ts';
import { emailFingerprint } from '../customers/email-fingerprint.ts';
import { type CustomerPlan, findCustomer } from '../customers/find-customer.ts';
import { linkPerson } from '../customers/links.ts';
import { customerStep, writeCustomer } from '../customers/write-customer.ts';
import type { Endpoints } from './plan.ts';
import type { OrdersSettings } from './settings.ts';

type Context = FlowContext<OrdersSettings>;

/** Null where all orders go to one debtor, or the order names nobody. */
export async function customerKey(context: Context, order: Order): Promise<string | null> {
  return context.settings.customer.defaultDebtor?.force
    ? null
    : emailFingerprint(context, order.customer.email);
}

export async function planCustomer(
  context: Context,
  { customers: target, target: documents }: Endpoints,
  order: Order,
  person: string | null,
): Promise<CustomerPlan> {
  const { settings, links } = context;
  const { email } = order.customer;
  if (person === null || email === undefined) {
    const { defaultDebtor } = settings.customer;
    if (defaultDebtor) return { kind: 'use', id: defaultDebtor.id };
    throw rejected('email_missing', { of: 'order' });
  }
  const { body, fingerprint } = await buyerBody(context, target, order);
  const link = links.get('customer', person);
  if (link?.fingerprint === fingerprint) return { kind: 'use', id: link.targetId };
  const existing = await findCustomer(context, target, link, email);
  if (!existing) {
    if (settings.customer.create) return { kind: 'create', body, person, fingerprint };
    if (documents.guests) return { kind: 'use', id: '' };
    throw customerMissing();
  }
  const older = link !== null && existing.id === link.targetId && isOlder(order, link.facts.asOf);
  if (settings.customer.update && !older && !target.isUpToDate(existing, body)) {
    return { kind: 'update', existing, body, person, fingerprint };
  }
  checkReverseCharge(existing, order);
  return older ? { kind: 'use', id: existing.id } : { kind: 'adopt', id: existing.id, person, fingerprint };
}

function customerMissing(): Problem {
  return rejected('customer_missing', {});
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

/** Carries the plan out and links the customer. Returns its id in the target. */
export async function commitCustomer(
  context: Context,
  target: CustomerTarget,
  order: Order,
  plan: CustomerPlan,
): Promise<string> {
  const id = await writeCustomer(context, target, order.customer.email ?? '', plan);
  if (plan.kind === 'use') return id;
  linkPerson(context.links, plan.person, {
    targetId: id,
    fingerprint: plan.fingerprint,
    facts: { asOf: order.placedAt },
  });
  context.steps.forget(customerStep(plan.person));
  return id;
}
