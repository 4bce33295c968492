import { z } from 'zod';
import type { Connector } from '../../connectors/contract/connector.ts';
import { checkConstants, checkMapping, fieldNames, within } from '../../mapping/fields.ts';
import { personalWords } from '../../records/customer.ts';
import { rejected } from '../../records/problem.ts';
import { reason } from '../../records/reason.ts';
import type { FlowContext, Outcome, RecordFlow } from '../contract.ts';
import { applyCustomerPlan } from './apply-plan.ts';
import { checkPlaces } from './chosen-fields.ts';
import { isBlank, reasonToSkip } from './filter.ts';
import { type Endpoints, planCustomer } from './plan.ts';
import { previewCustomer } from './preview.ts';
import { customerLock, emailFingerprintOf } from './record/email-fingerprint.ts';
import { recordKey } from './record/links.ts';
import { type CustomersSettings, customersSettings } from './settings.ts';

type Context = FlowContext<CustomersSettings>;

export const customers: RecordFlow<CustomersSettings> = {
  kind: 'record',
  name: 'customers',
  settings: customersSettings,
  source: (connector) => connector.customers?.source,
  supports: (source, target) => endpointsOf(source, target) !== null,
  targetFields: (target) => fieldNames(targetParts(target)),
  check: (settings, mapping, target) => {
    const parts = targetParts(target);
    return [
      ...checkMapping(mapping, parts).map((issue) => within(['mapping'], issue)),
      ...checkConstants(settings.fixed, parts).map((issue) => within(['settings', 'fixed'], issue)),
      ...checkPlaces(settings, target).map((issue) => within(['settings'], issue)),
    ];
  },
  run,
  preview: (context) => previewCustomer(context, requireEndpoints(context)),
};

/** A mapping has the customer's fields alone: they need no part before their name. */
function targetParts(target: Connector): Record<string, z.ZodObject> {
  return { '': target.customers?.target?.fields ?? z.object({}) };
}

function endpointsOf(source: Connector, target: Connector): Endpoints | null {
  const from = source.customers?.source;
  const to = target.customers?.target;
  return from && to ? { source: from, target: to } : null;
}

function requireEndpoints(context: Context): Endpoints {
  const endpoints = endpointsOf(context.source.connector, context.target.connector);
  if (endpoints) return endpoints;
  throw rejected('flow_unsupported', { flow: 'customers' });
}

/** One customer from source to target. Repeating it at any moment is safe. */
async function run(context: Context): Promise<Outcome> {
  const endpoints = requireEndpoints(context);
  for (;;) {
    const ended = await tryOnce(context, endpoints);
    if (ended) return ended;
  }
}

/** Returns null when the reverse flow wrote the customer while this waited: what was read is old by then. */
function tryOnce(context: Context, endpoints: Endpoints): Promise<Outcome | null> {
  const before = linkOf(context);
  return alone(context, async () => {
    if (linkOf(context) !== before) return null;
    const customer = await endpoints.source.get(context.source.api, context.key);
    // A customer that is gone stays in the target: documents may name it.
    if (!customer) return { kind: 'skipped', reason: reason('gone', {}) };
    context.keep('source', customer);
    const { email } = customer;
    const emailFingerprint = isBlank(email) ? null : await emailFingerprintOf(context, email);
    // This comes before anything can end the task: the activity keeps what was read, and erasing must find it.
    const known = context.links.get('customer', recordKey(context.key))?.emailFingerprint;
    context.about(emailFingerprint ?? known ?? null, personalWords(customer));
    const unwanted = reasonToSkip(customer, context.settings);
    if (unwanted !== null) return { kind: 'skipped', reason: unwanted };
    if (isBlank(email) || emailFingerprint === null) throw rejected('email_missing', { of: 'customer' });
    return context.exclusive(customerLock(emailFingerprint), async () => {
      if (linkOf(context) !== before) return null;
      const known = { customer, email, emailFingerprint };
      return applyCustomerPlan(context, endpoints, known, await planCustomer(context, endpoints, known));
    });
  });
}

/**
 * Runs alone among all work on this record and on the one that it is linked to, in both directions. The lock of an
 * address does not see to that: one side's may have changed, and then the two would overwrite each other without end.
 */
function alone<T>(context: Context, work: () => Promise<T>): Promise<T> {
  const { source, target, key, links } = context;
  const linked = links.get('customer', recordKey(key))?.targetId;
  const records = [`${source.name} ${key}`, ...(linked === undefined ? [] : [`${target.name} ${linked}`])];
  // Always in the same order, so that two never wait for each other.
  const locked = records
    .sort()
    .reduceRight((inner, record) => () => context.exclusive(`customer-record:${record}`, inner), work);
  return locked();
}

function linkOf({ links, key }: Context): string {
  return JSON.stringify(links.get('customer', recordKey(key)));
}
