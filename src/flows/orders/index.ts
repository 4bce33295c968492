import { z } from 'zod';
import type { Connector } from '../../connectors/contract/connector.ts';
import type { JsonObject } from '../../connectors/contract/target.ts';
import { checkConstants, checkMapping, fieldNames, within } from '../../mapping/fields.ts';
import { big } from '../../records/money.ts';
import type { Order } from '../../records/order.ts';
import { rejected } from '../../records/problem.ts';
import { reason } from '../../records/reason.ts';
import type { Flow, FlowContext, Link, Outcome, Preview } from '../contract.ts';
import { customerLock, emailFingerprint } from '../customers/email-fingerprint.ts';
import type { CustomerPlan } from '../customers/find-customer.ts';
import { bookOrder, resumeCreate } from './book.ts';
import { checkPlaces } from './check-places.ts';
import { customerKey } from './customer.ts';
import { lineFields } from './document.ts';
import { reasonToSkip } from './filter.ts';
import { type Endpoints, orderStep, planOrder } from './plan.ts';
import { reconcile } from './reconcile.ts';
import { type OrdersSettings, ordersSettings } from './settings.ts';

type Context = FlowContext<OrdersSettings>;

export const orders: Flow<OrdersSettings> = {
  name: 'orders',
  settings: ordersSettings,
  source: (connector) => connector.orders?.source,
  supports: (source, target) => endpointsOf(source, target) !== null,
  targetFields: (target) => (target.orders?.target ? fieldNames(targetParts(target)) : []),
  check: (settings, mapping, target) => {
    const parts = targetParts(target);
    return [
      ...checkMapping(mapping, parts).map((issue) => within('mapping', issue)),
      ...checkConstants(settings.fixed, parts).map((issue) => within('settings', within('fixed', issue))),
      ...checkPlaces(settings, target).map((issue) => within('settings', issue)),
    ];
  },
  run,
  preview,
};

/** The parts of a mapping's names: the document's own fields, the customer's, a line's. */
function targetParts(target: Connector): Record<string, z.ZodObject> {
  return {
    '': target.orders?.target?.fields ?? z.object({}),
    customer: target.customers?.target?.fields ?? z.object({}),
    line: lineFields,
  };
}

function endpointsOf(source: Connector, target: Connector): Endpoints | null {
  const from = source.orders?.source;
  const to = target.orders?.target;
  const customers = target.customers?.target;
  return from && to && customers ? { source: from, target: to, customers } : null;
}

function requireEndpoints(context: Context): Endpoints {
  const endpoints = endpointsOf(context.source.connector, context.target.connector);
  if (endpoints) return endpoints;
  throw rejected('flow_unsupported', { flow: 'orders' });
}

/** One order from source to target. Repeating it at any moment is safe. */
async function run(context: Context): Promise<Outcome> {
  const endpoints = requireEndpoints(context);
  const order = await endpoints.source.get(context.source.api, context.key);
  const link = context.links.get('order', context.key);
  if (!order) return withoutOrder(context, link);
  context.keep('source', order);
  // Told before anything can end the task: what is read is kept, so a person must be found to be erased.
  const person = await emailFingerprint(context, order.customer.email);
  if (person !== null) context.about(person);
  if (link)
    return context.exclusive(`order:${context.key}`, () => reconcile(context, endpoints, order, link));
  const unwanted = reasonToSkip(order, context.settings);
  const begun = context.steps.get(orderStep(context.key)) !== null;
  if (unwanted !== null && !begun) return { kind: 'skipped', reason: unwanted };
  const key = await customerKey(context, order);
  return context.exclusive(customerLock(key ?? order.id), async () => {
    const made = begun ? await resumeCreate(context, endpoints, order, unwanted) : null;
    if (made) return lookAfter(context, endpoints, order, made);
    if (unwanted !== null) return { kind: 'skipped', reason: unwanted };
    const outcome = await bookOrder(
      context,
      endpoints,
      order,
      await planOrder(context, endpoints, order, key),
    );
    const givenBack = outcome.kind === 'done' && big(order.refunded).gt(0);
    return givenBack ? lookAfter(context, endpoints, order, outcome) : outcome;
  });
}

/** Deleted in the source. What was made of it stands. */
function withoutOrder({ steps, key, settings }: Context, link: Link | null): Outcome {
  const step = steps.get(orderStep(key));
  // Nothing can be noted in the source any more.
  if (link && step) steps.forget(orderStep(key));
  const mayStand = link !== null || step !== null;
  if (!mayStand || (link && settings.refunds === 'ignore'))
    return { kind: 'skipped', reason: reason('gone', {}) };
  throw rejected('order_gone', { booked: link === null ? 'perhaps' : 'yes' });
}

/**
 * The order was given back in part before it was seen, or may have changed between a try that was cut off and this one:
 * the document holds the whole, and what happened to the order since is for the books too.
 */
async function lookAfter(
  context: Context,
  endpoints: Endpoints,
  order: Order,
  outcome: Outcome,
): Promise<Outcome> {
  const link = context.links.get('order', context.key);
  const after = link && (await reconcile(context, endpoints, order, link));
  return after?.kind === 'done' ? after : outcome;
}

/** As `run` up to the first write. */
async function preview(context: Context): Promise<Preview> {
  const endpoints = requireEndpoints(context);
  const order = await endpoints.source.get(context.source.api, context.key);
  if (!order) throw rejected('order_gone', { booked: 'no' });
  const link = context.links.get('order', context.key);
  const unwanted = link ? reason('already_booked', {}) : reasonToSkip(order, context.settings);
  const plan = await planOrder(context, endpoints, order, await customerKey(context, order));
  const expected = { gross: order.gross, vat: order.vat };
  if (plan.kind === 'found') {
    return {
      source: order,
      skips: reason('found', {}),
      target: null,
      customer: null,
      totals: null,
    };
  }
  const { customer, document, totals } = plan;
  return {
    source: order,
    skips: unwanted,
    target: endpoints.target.toWire(document, context.target.api.account),
    customer: { does: customer.kind, body: bodyOf(customer) },
    totals: { expected, target: totals },
  };
}

/** Of an update what it sets; the rest of the record is sent back as it was read. */
function bodyOf(plan: CustomerPlan): JsonObject | null {
  return plan.kind === 'create' || plan.kind === 'update' ? plan.body : null;
}
