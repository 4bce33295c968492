import type { JsonObject } from '../../../connectors/contract/target.ts';
import { basesOfSent } from '../../bases.ts';
import type { CustomerPlan } from '../../customers/record/customer-plan.ts';
import { type CustomerKeys, forgetWritten, linkCustomer, ownerOf } from '../../customers/record/links.ts';
import { customerSteps, endCustomerStep, writeCustomer } from '../../customers/record/write-customer.ts';
import { shortFingerprint } from '../../customers/saying.ts';
import type { CustomerFacts } from '../../links.ts';
import type { Bases } from '../../merge.ts';
import type { OrderWork } from '../work.ts';
import { accountToCome, noteBegun, noteMade } from './account-to-come.ts';
import { isKept } from './standing.ts';

/** Carries the plan out and links the customer. Returns its id in the target, or an empty one for a guest. */
export async function commitBuyer(work: OrderWork, plan: CustomerPlan): Promise<string> {
  const { context, endpoints, order } = work;
  const { links, steps } = context;
  const account = accountToCome(work, plan);
  const noted =
    account === null || plan.kind !== 'create'
      ? plan
      : { ...plan, begins: () => noteBegun(work, plan.keys, account) };
  const id = await writeCustomer(context, endpoints.customers, order.customer.email ?? '', noted);
  if (plan.kind === 'use') {
    // What an earlier try began for it is over: a later one must not take its outcome for news.
    if (plan.keys !== undefined) endCustomerStep(steps, plan.keys);
    return id;
  }
  const { keys, fingerprint } = plan;
  linkCustomer(
    links,
    keys,
    id,
    { fingerprint, facts: await factsOf(work, plan, id) },
    { isNew: plan.kind === 'create' },
  );
  if (account !== null) noteMade(work, keys, id, account);
  endCustomerStep(steps, keys);
  if (plan.kind === 'create' && plan.begunAs) endCustomerStep(steps, plan.begunAs);
  return id;
}

/** How new a record is that somebody else keeps is not for an order to say. */
async function factsOf(
  work: OrderWork,
  plan: Exclude<CustomerPlan, { kind: 'use' }>,
  id: string,
): Promise<CustomerFacts> {
  const { placedAt: asOf } = work.order;
  if (plan.kind === 'create' || isBegun(work, plan.keys, id)) {
    return { asOf, by: 'orders', ordered: await orderedBy(work, plan.body ?? {}) };
  }
  return (await isKept(work, plan.keys, id)) ? {} : { asOf };
}

async function orderedBy({ context, endpoints }: OrderWork, body: JsonObject): Promise<Bases> {
  const said = endpoints.customers.partsOf(body);
  return basesOfSent(Object.keys(said), said, {}, shortFingerprint(context));
}

/** An earlier try that was not answered has made it after all. */
function isBegun({ context: { steps, links } }: OrderWork, keys: CustomerKeys, id: string): boolean {
  if (ownerOf(links, keys, id) !== null) return false;
  return customerSteps(keys).some((name) => {
    const step = steps.get(name);
    return step !== null && (step.result === null || step.result === id);
  });
}

/** The linked customer may be gone from the target: the next try looks at it. */
export function forgetBuyer({ context }: OrderWork, plan: CustomerPlan, customerId: string | null): void {
  if (plan.keys !== undefined && customerId) forgetWritten(context.links, plan.keys, customerId);
}
