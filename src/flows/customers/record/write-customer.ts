import type { CustomerTarget, ExistingCustomer, JsonObject } from '../../../connectors/contract/target.ts';
import { areStrangers } from '../../../records/identity.ts';
import { Problem } from '../../../records/problem.ts';
import type { FlowContext } from '../../contract.ts';
import { resolvePendingWrite, writeOnce } from '../../write-once.ts';
import { basesOfBody } from '../saying.ts';
import { endSteps, keptOfCall, type Newcomer, newcomerOf, stepOf } from './call-step.ts';
import type { BegunEarlier, CustomerPlan } from './customer-plan.ts';
import { bestOf, customersWith, onlyOne } from './find-customer.ts';
import { endUnlinked, intendUnlinked, lateUnlinked } from './late-unlinked.ts';

/** Carries a plan out, once. Returns the customer's id in the target: the caller links it and then forgets the step. */
export async function writeCustomer(
  context: FlowContext,
  target: CustomerTarget,
  email: string,
  plan: CustomerPlan,
): Promise<string> {
  const { api } = context.target;
  switch (plan.kind) {
    case 'use':
    case 'adopt':
      return plan.id;
    case 'update':
      await updateOrdered(context, target, plan);
      return plan.existing.id;
    case 'create': {
      const made = plan.earlier && (await madeEarlier(context, target, plan.earlier, plan.body));
      if (made) return made;
      const newcomer = { keys: plan.keys, email, identity: plan.identity };
      const step = plan.step ?? (await stepOf(context, newcomer, plan.fingerprint));
      await forgetGone(context, target, step);
      const begun = await newcomerOf(context, context.steps.get(step));
      const sent = await basesOfBody(context, target, plan.body);
      return writeOnce({
        ...callOf(context, step),
        reference: await keptOfCall(context, { ...newcomer, body: plan.body }, plan.fingerprint, sent),
        find: () => findMade(context, target, newcomer, { ...plan, body: begun?.body ?? plan.body }),
        create: () => {
          plan.begins?.(step);
          return target.create(api, plan.body);
        },
      });
    }
  }
}

/** Repeating it changes nothing, but what is not answered may be done late: what is sent is told before. */
async function updateOrdered(
  context: FlowContext,
  target: CustomerTarget,
  { keys, existing, body }: Extract<CustomerPlan, { kind: 'update' }>,
): Promise<void> {
  const before = lateUnlinked(context, keys, existing.id);
  intendUnlinked(context, keys, existing.id, await basesOfBody(context, target, body));
  try {
    await target.update(context.target.api, existing, body);
  } catch (error) {
    if (error instanceof Problem && error.kind === 'rejected')
      endUnlinked(context, keys, existing.id, before);
    throw error;
  }
}

/** Returns what came of a call that was begun under another address; null where nothing did, and that call has ended. */
async function madeEarlier(
  context: FlowContext,
  target: CustomerTarget,
  { step, newcomer }: BegunEarlier,
  body: JsonObject,
): Promise<string | null> {
  await forgetGone(context, target, step);
  const find = () => findMade(context, target, newcomer, { body: newcomer.body ?? body });
  const made = await resolvePendingWrite({ ...callOf(context, step), find });
  if (made === null) endSteps(context.steps, [step]);
  return made;
}

function callOf(context: FlowContext, step: string) {
  const { steps, target } = context;
  const { searchDelayMs: settleMs, commitDelayMs } = target.connector;
  return { steps, step, settleMs, commitDelayMs, now: () => context.now() };
}

/**
 * What was made bears the name that was sent: it is no stranger's. What was left undone of it is done. `body`: as whoever began it
 * has sent it, so that it is theirs as a whole.
 */
async function findMade(
  { target: { api } }: FlowContext,
  target: CustomerTarget,
  { email, identity }: Newcomer,
  { body, besides = [] }: { readonly body: JsonObject; readonly besides?: readonly string[] | undefined },
): Promise<ExistingCustomer | null> {
  const found = await customersWith(target, api, email);
  const inUse = found.filter(({ id, archived }) => !archived && !besides.includes(id));
  const made = onlyOne(
    bestOf(
      inUse.filter((each) => !areStrangers(each.identity, identity)),
      identity,
    ),
  );
  if (made !== null) await target.complete?.(api, made, body);
  return made;
}

/** What an earlier try made, and could not link any more, may have been deleted or put away since. */
async function forgetGone(context: FlowContext, target: CustomerTarget, step: string): Promise<void> {
  const made = context.steps.get(step)?.result ?? null;
  if (made === null) return;
  const record = await target.get(context.target.api, made);
  if (record === null || record.archived) context.steps.forget(step);
}

/** Named by the record of the source: an update is of one that is linked. */
export function updateStep(key: string): string {
  return `customer-update:${key}`;
}
