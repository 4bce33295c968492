import type { CustomerTarget } from '../../../connectors/contract/target.ts';
import type { FlowContext } from '../../contract.ts';
import { findOne } from '../../find-one.ts';
import { writeOnce } from '../../write-once.ts';
import type { CustomerPlan } from './customer-plan.ts';

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
    case 'create':
      return writeOnce({
        steps: context.steps,
        step: customerStep(plan.emailFingerprint),
        settleMs: connector.searchDelayMs,
        commitDelayMs: connector.commitDelayMs,
        now: () => context.now(),
        find: () => findOne(target, api, email),
        create: () => target.create(api, plan.body),
      });
  }
}

/** Named by the customer, not by the task: all that is under way for one new customer shares the step. */
export function customerStep(emailFingerprint: string): string {
  return `customer:${emailFingerprint}`;
}
