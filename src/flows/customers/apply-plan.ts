import { Problem } from '../../records/problem.ts';
import type { FlowContext, Outcome } from '../contract.ts';
import type { Endpoints, FindableCustomer, Planned } from './plan.ts';
import type { CustomerPlan } from './record/customer-plan.ts';
import { type CustomerKeys, linkRecord } from './record/links.ts';
import { customerStep, customerSteps, writeCustomer } from './record/write-customer.ts';
import {
  echoInPlace,
  expectedEcho,
  hasNews,
  isSettled,
  linkReverse,
  type Reverse,
  reverseOf,
} from './reverse-flow.ts';
import type { CustomersSettings } from './settings.ts';

type Context = FlowContext<CustomersSettings>;
type WritingPlan = Exclude<CustomerPlan, { kind: 'use' }>;

/** Carries a plan out: the customer, its links both ways, and the end of the journal. */
export async function applyCustomerPlan(
  context: Context,
  endpoints: Endpoints,
  { email }: FindableCustomer,
  { plan, keys, reason, body }: Planned,
): Promise<Outcome> {
  if (plan.kind === 'skip' || plan.kind === 'use') {
    endJournal(context, keys, plan.kind === 'use' ? plan.id : null);
    return { kind: 'skipped', reason };
  }
  const writes = plan.kind !== 'adopt';
  if (writes) context.keep('target', body);
  const reverse = reverseOf(context);
  if (reverse !== null && plan.kind === 'update') await noteUpdate(context, reverse, plan.existing.id);
  const id = await write(context, endpoints, email, plan);
  const echo = reverse === null ? null : await echoOf(context, reverse, plan, id);
  // From here on nothing is awaited. The link that makes this known comes last, so that a death before it is noticed.
  const step = customerStep(context.steps, keys);
  if (context.steps.get(step) !== null) context.steps.finish(step, id);
  if (reverse !== null) linkReverse(context, reverse, id, keys, echo);
  linkRecord(
    context.links,
    { sourceId: context.key, keys, targetId: id },
    { record: plan.fingerprint, facts: {}, asOf: context.now().toISOString(), wrote: writes },
  );
  endJournal(context, keys, id);
  return writes ? { kind: 'done', targetId: id, reason } : { kind: 'skipped', reason };
}

/** An order may have begun to make this customer anew: only what became of a linked one has ended. */
function endJournal({ steps, key }: Context, keys: CustomerKeys, id: string | null): void {
  for (const step of customerSteps(keys)) {
    if (id !== null && steps.get(step)?.result === id) steps.forget(step);
  }
  if (steps.get(updateStep(key)) !== null) steps.forget(updateStep(key));
}

async function write(
  context: Context,
  endpoints: Endpoints,
  email: string,
  plan: WritingPlan,
): Promise<string> {
  try {
    return await writeCustomer(context, endpoints.target, email, plan);
  } catch (error) {
    // Nothing was written: by the next try there may be news.
    if (error instanceof Problem && error.kind === 'rejected') context.steps.forget(updateStep(context.key));
    throw error;
  }
}

/**
 * Notes, before an update that goes both ways, whether its coming back can bring news. After the write, or a death, that
 * could no longer be told.
 */
async function noteUpdate(context: Context, reverse: Reverse, id: string): Promise<void> {
  const { steps, key } = context;
  if (steps.get(updateStep(key)) !== null) return;
  const news = await hasNews(context, reverse, id);
  steps.intend(updateStep(key));
  steps.finish(updateStep(key), news ? 'news' : 'echo');
}

/** Returns what the reverse flow need not write, or null when that stays as it was. A cut-off try may have written it. */
function echoOf(context: Context, reverse: Reverse, plan: WritingPlan, id: string): Promise<string | null> {
  const { steps, key } = context;
  const note = steps.get(updateStep(key));
  const made = customerSteps(plan.keys).some((step) => steps.get(step) !== null);
  if (made || note?.result === 'echo') return expectedEcho(context, reverse, id);
  const met = plan.kind === 'adopt' && note === null && !isSettled(reverse, id);
  return met ? echoInPlace(context, reverse, id) : Promise.resolve(null);
}

function updateStep(key: string): string {
  return `customer-update:${key}`;
}
