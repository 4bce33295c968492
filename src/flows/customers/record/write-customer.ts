import type { CustomerTarget } from '../../../connectors/contract/target.ts';
import type { FlowContext, Steps } from '../../contract.ts';
import { writeOnce } from '../../write-once.ts';
import type { CustomerPlan } from './customer-plan.ts';
import { bestOf, customersWith, isOfAStranger, onlyOne } from './find-customer.ts';
import type { CustomerKeys } from './links.ts';

/** Carries a plan out, once. Returns the customer's id in the target: the caller links it and then forgets the step. */
export async function writeCustomer(
  context: FlowContext,
  target: CustomerTarget,
  email: string,
  plan: CustomerPlan,
): Promise<string> {
  const { api, connector } = context.target;
  switch (plan.kind) {
    case 'use':
    case 'adopt':
      return plan.id;
    case 'update':
      await target.update(api, plan.existing, plan.body);
      return plan.existing.id;
    case 'create': {
      const step = customerStep(context.steps, plan.begunAs ?? plan.keys);
      await forgetGone(context, target, step);
      return writeOnce({
        steps: context.steps,
        step,
        reference: plan.fingerprint,
        settleMs: connector.searchDelayMs,
        commitDelayMs: connector.commitDelayMs,
        now: () => context.now(),
        find: async () => {
          const found = await customersWith(target, api, email);
          const inUse = found.filter(({ id, archived }) => !archived && !plan.besides?.includes(id));
          const near = inUse.filter((each) => !isOfAStranger(context.links, each, plan.identity));
          return onlyOne(bestOf(near, plan.identity));
        },
        create: () => {
          plan.begins?.();
          return target.create(api, plan.body);
        },
      });
    }
  }
}

/** What an earlier try made, and could not link any more, may have been deleted or put away since. */
async function forgetGone(context: FlowContext, target: CustomerTarget, step: string): Promise<void> {
  const made = context.steps.get(step)?.result ?? null;
  if (made === null) return;
  const record = await target.get(context.target.api, made);
  if (record === null || record.archived) context.steps.forget(step);
}

/**
 * Named by who the customer is, not by the task: all that is under way for one new customer shares the step. One that was
 * begun under the address alone, as before, and has not ended goes on under that name.
 */
export function customerStep(steps: Pick<Steps, 'get'>, keys: CustomerKeys): string {
  const [step, before] = customerSteps(keys);
  const begun = steps.get(before);
  return begun !== null && begun.result === null ? before : step;
}

/** All that a step of this customer may be called. */
export function customerSteps({ who, emailFingerprint }: CustomerKeys): readonly [string, before: string] {
  return [`customer:${who}`, `customer:${emailFingerprint}`];
}

/** Named by the record of the source: an update is of one that is linked. */
export function updateStep(key: string): string {
  return `customer-update:${key}`;
}

/** What was made is linked, so its step ends. */
export function endCustomerStep(steps: Steps, keys: CustomerKeys): void {
  for (const step of customerSteps(keys)) {
    if (steps.get(step) !== null) steps.forget(step);
  }
}
