/**
 * An order that is placed with an account may come before the customers flow has carried that account. What the order makes then is the
 * account's, whatever that is called by the time that it is carried: so it is noted by the account's id, from the call on.
 */
import { areStrangers, isOfKind } from '../../../records/identity.ts';
import { newcomerOf } from '../../customers/record/call-step.ts';
import type { BegunEarlier, CustomerPlan } from '../../customers/record/customer-plan.ts';
import { type CustomerKeys, linkOrdered, recordKey } from '../../customers/record/links.ts';
import { createStep, keptOfOrder, underWay } from '../../customers/record/sent-customer.ts';
import type { OrderWork } from '../work.ts';
import type { MeantBuyer } from './meant.ts';

/** Returns the account that a plan makes a record of, or that an earlier try did; null where there is none, or it is carried already. */
export function accountToCome({ context, order }: OrderWork, plan: CustomerPlan): string | null {
  const { links, steps, customersKept } = context;
  const { id } = order.customer;
  if (id === undefined || !customersKept || links.get('customer', recordKey(id)) !== null) return null;
  const isIts =
    plan.kind === 'create' ? plan.accountId === id : underWay(steps, id)?.keys.who === plan.keys?.who;
  return isIts ? id : null;
}

/**
 * Returns the call that an earlier try has begun for the account of this order, which had another address then; null where there is
 * none, or it is for somebody else.
 */
export async function begunEarlier(
  { context, order }: OrderWork,
  { keys, identity }: MeantBuyer,
): Promise<BegunEarlier | null> {
  const { id } = order.customer;
  const begun = id === undefined ? null : underWay(context.steps, id);
  if (begun?.by !== 'orders' || begun.keys.who === keys.who) return null;
  const newcomer = await newcomerOf(context, begun.step);
  if (newcomer === null || !isOfKind(newcomer.identity, identity)) return null;
  return areStrangers(newcomer.identity, identity) ? null : { step: begun.name, newcomer };
}

/** The call is begun. */
export function noteBegun(
  { context: { steps } }: OrderWork,
  keys: CustomerKeys,
  account: string,
  step: string,
): void {
  if (underWay(steps, account)?.by !== 'customers')
    steps.intend(createStep(account), keptOfOrder(keys, step));
}

/** It was made. */
export function noteMade({ context }: OrderWork, keys: CustomerKeys, id: string, account: string): void {
  const { links, steps } = context;
  linkOrdered(links, keys, id, account);
  if (underWay(steps, account)?.by === 'orders') steps.forget(createStep(account));
}
