import type { Step } from '../../contract.ts';
import { endSteps, newcomerOf, sentParts, stepsOf } from '../../customers/record/call-step.ts';
import type { CustomerPlan } from '../../customers/record/customer-plan.ts';
import { endUnlinked } from '../../customers/record/late-unlinked.ts';
import {
  type CustomerKeys,
  forgetWritten,
  linkCustomer,
  orderedOf,
  ownerOf,
} from '../../customers/record/links.ts';
import { makeWhole } from '../../customers/record/make-whole.ts';
import { writeCustomer } from '../../customers/record/write-customer.ts';
import { basesOfBody } from '../../customers/saying.ts';
import type { CustomerFacts } from '../../links.ts';
import { agree } from '../../merge.ts';
import type { OrderWork } from '../work.ts';
import { accountToCome, noteBegun, noteMade } from './account-to-come.ts';
import { hasKeeper } from './standing.ts';

/** Carries the plan out and links the customer. Returns its id in the target, or an empty one for a guest. */
export async function commitBuyer(work: OrderWork, plan: CustomerPlan): Promise<string> {
  const { context, endpoints, order } = work;
  const { links, steps } = context;
  const account = accountToCome(work, plan);
  const noted =
    account === null || plan.kind !== 'create'
      ? plan
      : { ...plan, begins: (step: string) => noteBegun(work, plan.keys, account, step) };
  const id = await writeCustomer(context, endpoints.customers, order.customer.email ?? '', noted);
  const begun = await begunFor(work, plan);
  if (plan.kind === 'adopt' && isMade(work, plan.keys, begun, id)) {
    // By whoever began it: what an order says is not to stand in what is made of an account.
    const { body = plan.body } = (await newcomerOf(context, madeBy(work, begun, id))) ?? {};
    await makeWhole(context, endpoints.customers, id, body);
  }
  if (plan.kind !== 'use') {
    const { keys, fingerprint } = plan;
    const facts = await factsOf(work, plan, begun, id);
    linkCustomer(links, keys, id, { fingerprint, facts }, { isNew: plan.kind === 'create' });
    if (account !== null) noteMade(work, keys, id, account);
  }
  const { late } = plan.kind === 'create' ? {} : plan;
  // What an update has ended, or a look.
  if (plan.keys !== undefined && (late !== undefined || plan.kind === 'update'))
    endUnlinked(context, plan.keys, id, late ?? null);
  // What an earlier try began for it is over: a later one must not take its outcome for news.
  endSteps(steps, begun);
  return id;
}

/** The steps of calls that were to make this buyer, whoever began them. */
async function begunFor({ context, order }: OrderWork, plan: CustomerPlan): Promise<readonly string[]> {
  const { email = '' } = order.customer;
  const { keys, identity } = plan;
  if (keys === undefined || identity === undefined) return [];
  const said = plan.said ?? (plan.kind === 'use' ? '' : plan.fingerprint);
  const own = await stepsOf(context, { keys, email, identity }, said);
  if (plan.kind !== 'create') return own;
  return [...own, plan.step, plan.earlier?.step].filter((name) => name !== undefined);
}

/** How new a record is that somebody else keeps is not for an order to say. */
async function factsOf(
  work: OrderWork,
  plan: Exclude<CustomerPlan, { kind: 'use' }>,
  begun: readonly string[],
  id: string,
): Promise<CustomerFacts> {
  const { placedAt: asOf } = work.order;
  const isNew = plan.kind === 'create' || isMade(work, plan.keys, begun, id);
  const ordered = await orderedIn(work, plan, isNew ? { by: madeBy(work, begun, id) } : null, id);
  if (isNew) return { asOf, by: 'orders', ...ordered };
  return (await hasKeeper(work, plan.keys, id)) ? {} : { asOf, ...ordered };
}

/**
 * What stands in the record because an order said it. `made`: the call that made it for one, which may have said something else than
 * this order does. Of what was written over it is what changed.
 */
async function orderedIn(
  { context, endpoints: { customers } }: OrderWork,
  plan: Exclude<CustomerPlan, { kind: 'use' }>,
  made: { readonly by: Step | null } | null,
  id: string,
): Promise<Pick<CustomerFacts, 'ordered'>> {
  const said = await basesOfBody(context, customers, plan.body ?? {});
  const sent = made && (sentParts(made.by) ?? said);
  if (plan.kind === 'update') {
    const [says, stands] = [customers.partsOf(plan.body), customers.partsIn(plan.existing)];
    const changed = Object.entries(said).filter(([part]) => !agree(says[part], stands[part]));
    const known = sent ?? orderedOf(context.links, plan.keys, id);
    return { ordered: { ...known, ...Object.fromEntries(changed) } };
  }
  return sent === null ? {} : { ordered: sent };
}

/** An earlier try that was not answered has made it after all. */
function isMade(work: OrderWork, keys: CustomerKeys, begun: readonly string[], id: string): boolean {
  return ownerOf(work.context.links, keys, id) === null && madeBy(work, begun, id) !== null;
}

/** Returns the call that made it, or may have. */
function madeBy({ context: { steps } }: OrderWork, begun: readonly string[], id: string): Step | null {
  const calls = begun.map((name) => steps.get(name)).filter((step) => step !== null);
  return calls.find(({ result }) => result === id) ?? calls.find(({ result }) => result === null) ?? null;
}

/** The linked customer may be gone from the target: the next try looks at it. */
export function forgetBuyer({ context }: OrderWork, plan: CustomerPlan, customerId: string | null): void {
  if (plan.keys !== undefined && customerId) forgetWritten(context.links, plan.keys, customerId);
}
