import { personalWords } from '../../records/customer.ts';
import { rejected } from '../../records/problem.ts';
import { reason } from '../../records/reason.ts';
import type { FlowContext, Outcome } from '../contract.ts';
import { applyCustomerPlan } from './apply-plan.ts';
import { isBlank, reasonToSkip } from './filter.ts';
import { isForAnOrder, isReadForAnOrder, noteForAnOrder } from './for-an-order.ts';
import { type Endpoints, planCustomer } from './plan.ts';
import { readSource } from './read-source.ts';
import { customerLock, emailFingerprintOf } from './record/email-fingerprint.ts';
import { recordKey } from './record/links.ts';
import { aloneWithRecord } from './record/locks.ts';
import type { CustomersSettings } from './settings.ts';
import { settleBegun } from './settle-begun.ts';

type Context = FlowContext<CustomersSettings>;

/** One customer from source to target. Repeating it at any moment is safe. */
export async function runCustomer(context: Context, endpoints: Endpoints): Promise<Outcome> {
  const made = await aloneWithRecord(context, context.key, () => settleBegun(context, endpoints));
  for (;;) {
    const ended = await tryOnce(context, endpoints);
    if (ended === null) continue;
    return made === null || ended.kind === 'done'
      ? ended
      : { kind: 'done', targetId: made, reason: reason('created', {}) };
  }
}

/** Returns null when the reverse flow wrote the customer while this waited: what was read is old by then. */
function tryOnce(context: Context, endpoints: Endpoints): Promise<Outcome | null> {
  const before = linkOf(context);
  return aloneWithRecord(context, context.key, async () => {
    if (linkOf(context) !== before) return null;
    const isMade = await isForAnOrder(context);
    if (isMade === true) return leftForAnOrder(context);
    const record = await readSource(context, endpoints);
    // A customer that is gone stays in the target: documents may name it.
    if (record === null) return { kind: 'skipped', reason: reason('gone', {}) };
    const { customer, standing } = record;
    context.keep('source', customer);
    const { email } = customer;
    const emailFingerprint = isBlank(email) ? null : await emailFingerprintOf(context, email);
    // This comes before anything can end the task: the activity keeps what was read, and erasing must find it.
    const known = context.links.get('customer', recordKey(context.key))?.emailFingerprint;
    context.about(emailFingerprint ?? known ?? null, personalWords(customer));
    if (isMade === 'perhaps' && (await isReadForAnOrder(context, isBlank(email) ? undefined : email))) {
      return leftForAnOrder(context);
    }
    const unwanted = reasonToSkip(customer, context.settings);
    if (unwanted !== null) return { kind: 'skipped', reason: unwanted };
    if (isBlank(email) || emailFingerprint === null) throw rejected('email_missing', { of: 'customer' });
    return context.exclusive(customerLock(emailFingerprint), async () => {
      if (linkOf(context) !== before) return null;
      const found = { customer, standing, email, emailFingerprint };
      return applyCustomerPlan(context, endpoints, found, await planCustomer(context, endpoints, found));
    });
  });
}

function leftForAnOrder(context: Context): Outcome {
  noteForAnOrder(context);
  return { kind: 'skipped', reason: reason('made_for_an_order', {}) };
}

function linkOf({ links, key }: Context): string {
  return JSON.stringify(links.get('customer', recordKey(key)));
}
