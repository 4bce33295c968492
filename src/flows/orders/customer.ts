import type { CustomerTarget, ExistingCustomer, JsonObject } from '../../connectors/connector.ts';
import { choose } from '../../mapping/choice.ts';
import { mapFields } from '../../mapping/fields.ts';
import { emailKey } from '../../records/customer.ts';
import type { Order } from '../../records/order.ts';
import { type Problem, rejected } from '../../records/problem.ts';
import type { FlowContext } from '../flow.ts';
import { writeOnce } from '../write-once.ts';
import type { Ends } from './plan.ts';
import type { OrdersSettings } from './settings.ts';

/** What is to be done about the customer of an order. Planning reads only. */
export type CustomerPlan =
  | { readonly kind: 'use'; readonly id: string }
  | { readonly kind: 'adopt'; readonly id: string; readonly key: string; readonly fingerprint: string }
  | {
      readonly kind: 'update';
      readonly existing: ExistingCustomer;
      readonly body: JsonObject;
      readonly key: string;
      readonly fingerprint: string;
    }
  | {
      readonly kind: 'create';
      readonly body: JsonObject;
      readonly key: string;
      readonly fingerprint: string;
    };

type Context = FlowContext<OrdersSettings>;

/** Customers are linked under a keyed fingerprint of their e-mail address, never under the address. */
export async function customerKey(context: Context, order: Order): Promise<string | null> {
  return context.settings.customer.defaultDebtor?.force ? null : personKey(context, order);
}

/** Whose data an order holds, whoever is its debtor. */
export async function personKey(context: Context, order: Order): Promise<string | null> {
  const { email } = order.customer;
  return email === undefined ? null : context.fingerprint(['email', emailKey(email)]);
}

export async function planCustomer(
  context: Context,
  { customers: target, target: documents }: Ends,
  order: Order,
  key: string | null,
): Promise<CustomerPlan> {
  const { settings, links } = context;
  const { email } = order.customer;
  if (key === null || email === undefined) {
    const { defaultDebtor } = settings.customer;
    if (defaultDebtor) return { kind: 'use', id: defaultDebtor.id };
    throw rejected(
      'email_missing',
      'The order has no e-mail address, so its customer cannot be found or made.',
      'Add an e-mail address to the order in the shop, or set "customer.defaultDebtor", and retry.',
    );
  }
  const body = target.toWire({
    customer: order.customer,
    fields: await customerFields(context, target, order),
  });
  const fingerprint = await context.fingerprint(body);
  const link = links.get('customer', key);
  if (link?.fingerprint === fingerprint) return { kind: 'use', id: link.targetId };
  const existing =
    (link && (await target.get(context.target.api, link.targetId))) ||
    (await target.findByEmail(context.target.api, email));
  if (!existing) {
    if (settings.customer.create) return { kind: 'create', body, key, fingerprint };
    if (documents.guests) return { kind: 'use', id: '' };
    throw customerMissing();
  }
  const older = link !== null && existing.id === link.targetId && isOlder(order, link.facts.asOf);
  if (settings.customer.update && !older && !target.holds(existing, body)) {
    return { kind: 'update', existing, body, key, fingerprint };
  }
  checkReverseCharge(existing, order);
  return older ? { kind: 'use', id: existing.id } : { kind: 'adopt', id: existing.id, key, fingerprint };
}

function customerMissing(): Problem {
  return rejected(
    'customer_missing',
    'The target has no customer with this e-mail address, and "customer.create" is false.',
    'Make the customer there and retry, or allow "customer.create".',
  );
}

/** Where the target keeps it with the customer, it decides the VAT of a document that leaves the customer as it is. */
function checkReverseCharge({ reverseCharge }: ExistingCustomer, order: Order): void {
  if (reverseCharge === undefined || reverseCharge === order.customer.reverseCharge) return;
  throw rejected(
    'customer_vat_differs',
    `The order ${order.customer.reverseCharge ? 'shifts VAT to its customer' : 'charges VAT'}, the existing customer is set up otherwise.`,
    'Set the customer\'s reverse charge right in the target, or allow "customer.update", and retry.',
  );
}

async function customerFields(context: Context, target: CustomerTarget, order: Order): Promise<JsonObject> {
  const { settings, mapping } = context;
  const input = { order, customer: order.customer };
  const fields = await mapFields('customer', target.fields, mapping, settings.fixed, input);
  const classification = choose(
    settings.customer.classification,
    order.customer.kind,
    'customer.classification',
  );
  if (classification === undefined || target.classificationField === undefined) return fields;
  return { [target.classificationField]: classification, ...fields };
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
  if (plan.kind === 'use') return plan.id;
  const id = await writeCustomer(context, target, order, plan);
  context.links.put('customer', plan.key, {
    targetId: id,
    fingerprint: plan.fingerprint,
    facts: { asOf: order.placedAt },
  });
  context.steps.forget(stepName(plan.key));
  return id;
}

async function writeCustomer(
  context: Context,
  target: CustomerTarget,
  order: Order,
  plan: Exclude<CustomerPlan, { kind: 'use' }>,
): Promise<string> {
  const { api, connector } = context.target;
  switch (plan.kind) {
    case 'adopt':
      return plan.id;
    case 'update':
      await target.update(api, plan.existing, plan.body);
      return plan.existing.id;
    case 'create':
      return writeOnce({
        steps: context.steps,
        step: stepName(plan.key),
        settleMs: connector.searchDelayMs,
        now: () => context.now(),
        find: () => target.findByEmail(api, order.customer.email ?? ''),
        create: () => target.create(api, plan.body),
      });
  }
}

/** Named by the customer, not by the task: two orders of one new customer share the step. */
function stepName(key: string): string {
  return `customer:${key}`;
}
