import { Problem } from '../../records/problem.ts';
import type { FlowContext, Outcome } from '../contract.ts';
import type { CustomerPlan } from './find-customer.ts';
import { linkRecord } from './links.ts';
import type { Endpoints, Known, Planned } from './plan.ts';
import {
  answerOf,
  answerThatIsKnown,
  hasNews,
  isSettled,
  linkBack,
  type Return,
  returnOf,
} from './reverse-flow.ts';
import type { CustomersSettings } from './settings.ts';
import { customerStep, writeCustomer } from './write-customer.ts';

type Context = FlowContext<CustomersSettings>;
type Plan = Exclude<CustomerPlan, { kind: 'use' }>;

/** Carries a plan out: the customer, its links both ways, and the end of the journal. */
export async function applyCustomerPlan(
  context: Context,
  endpoints: Endpoints,
  { email, person }: Known,
  { plan, reason, body }: Planned,
): Promise<Outcome> {
  if (plan.kind === 'skip' || plan.kind === 'use') {
    endJournal(context, person, plan.kind === 'use' ? plan.id : null);
    return { kind: 'skipped', reason };
  }
  const writes = plan.kind !== 'adopt';
  if (writes) context.keep('target', body);
  const way = returnOf(context);
  if (way !== null && plan.kind === 'update') await noteUpdate(context, way, plan.existing.id);
  const id = await write(context, endpoints, email, plan);
  const answer = way === null ? null : await answerTo(context, way, plan, id);
  // From here on nothing is awaited. The link that makes this known comes last, so that a death before it is noticed.
  if (context.steps.get(customerStep(person)) !== null) context.steps.finish(customerStep(person), id);
  if (way !== null) linkBack(context, way, id, person, answer);
  linkRecord(
    context.links,
    { sourceId: context.key, person, targetId: id },
    // What only stands there may hold more than the body, such as shifted VAT: an order has a look of its own.
    { record: plan.fingerprint, person: writes ? plan.fingerprint : null },
  );
  endJournal(context, person, id);
  return writes ? { kind: 'done', targetId: id, reason } : { kind: 'skipped', reason };
}

/** An order may have begun to make this person anew: only what became of a linked customer has ended. */
function endJournal({ steps, key }: Context, person: string, id: string | null): void {
  if (id !== null && steps.get(customerStep(person))?.result === id) steps.forget(customerStep(person));
  if (steps.get(updateStep(key)) !== null) steps.forget(updateStep(key));
}

async function write(context: Context, endpoints: Endpoints, email: string, plan: Plan): Promise<string> {
  try {
    return await writeCustomer(context, endpoints.target, email, plan);
  } catch (error) {
    // Nothing was written: by the next try there may be news.
    if (error instanceof Problem && error.kind === 'rejected') context.steps.forget(updateStep(context.key));
    throw error;
  }
}

/**
 * Before an update that goes both ways: whether its coming back can bring anything. After the write, or a death, that
 * could no longer be told.
 */
async function noteUpdate(context: Context, way: Return, id: string): Promise<void> {
  const { steps, key } = context;
  if (steps.get(updateStep(key)) !== null) return;
  const news = await hasNews(context, way, id);
  steps.intend(updateStep(key));
  steps.finish(updateStep(key), news ? 'news' : 'echo');
}

/** What the way back need not write; null where that stays as it was. What a cut-off try has written stands there already. */
function answerTo(context: Context, way: Return, plan: Plan, id: string): Promise<string | null> {
  const { steps, key } = context;
  const note = steps.get(updateStep(key));
  const made = steps.get(customerStep(plan.person)) !== null;
  if (made || note?.result === 'echo') return answerOf(context, way, id);
  const met = plan.kind === 'adopt' && note === null && !isSettled(way, id);
  return met ? answerThatIsKnown(context, way, id) : Promise.resolve(null);
}

function updateStep(key: string): string {
  return `customer-update:${key}`;
}
