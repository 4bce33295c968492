import type { CustomerTarget, ExistingCustomer } from '../../connectors/contract/target.ts';
import { Problem, problem } from '../../records/problem.ts';
import { basesOfSent } from '../bases.ts';
import { keptOfUpdate } from '../begun-update.ts';
import type { FlowContext, Outcome } from '../contract.ts';
import { conflictProblem, endConflict, flagGone, goneInTarget } from './conflicts.ts';
import { lateUntil, noteLateWork, noteLook } from './late-work.ts';
import type { Met } from './meet.ts';
import type { Endpoints, FindableCustomer, Planned } from './plan.ts';
import { endSteps } from './record/call-step.ts';
import { createStep, keptOf, underWay } from './record/sent-customer.ts';
import { updateStep, writeCustomer } from './record/write-customer.ts';
import { type Saying, shortFingerprint } from './saying.ts';
import type { CustomersSettings } from './settings.ts';
import { settleCreated, settleMet } from './settle.ts';
import { endCreate } from './settle-begun.ts';
import { reverseOf } from './way-back.ts';

type Context = FlowContext<CustomersSettings>;

/** What an order has made is there now. */
const meetAgainMs = 1_000;

/** Carries a plan out: the customer, what is known of it both ways, and the end of the journal. */
export async function applyCustomerPlan(
  context: Context,
  endpoints: Endpoints,
  known: FindableCustomer,
  planned: Planned,
): Promise<Outcome> {
  const { plan, keys, begun, reason, saying, body } = planned;
  switch (plan.kind) {
    case 'skip':
      endJournal(context, begun, null);
      return { kind: 'skipped', reason };
    case 'use':
      endConflict(context, plan.id);
      endJournal(context, begun, plan.id);
      return { kind: 'skipped', reason };
    case 'gone':
      endJournal(context, begun, null);
      flagGone(context);
      throw goneInTarget(context, plan.id);
    case 'create': {
      context.keep('target', body);
      const { id, step } = await create(context, endpoints.target, known, planned, plan.besides);
      const { said, speaks } = saying;
      const { standing } = known;
      const created = { keys, said, speaks, standing, begun };
      const settle = await settleCreated(context, endpoints.target, created, id);
      settle();
      endCreate(context, [step]);
      return { kind: 'done', targetId: id, reason };
    }
    case 'meet': {
      const { existing, met } = plan;
      if (met.busyUntil !== null) {
        throw problem('wait', 'outcome_unknown', {}, { retryAt: met.busyUntil });
      }
      if (met.broughtBack.length > 0) context.reverse?.notice(existing.id);
      noteLook(context.links, context.key, existing.id, met.late.own);
      if (context.reverse) noteLook(context.reverse.links, existing.id, context.key, met.late.back);
      noteLateWork(context, { keys, targetId: existing.id, done: met.done });
      const writes = context.settings.update && met.writes.size > 0;
      if (writes) context.keep('target', body);
      const parks = context.settings.update && met.conflicts.length > 0;
      if (parks) context.keep('conflict', bothOf(met.conflicts, saying, met.stands));
      const after = writes ? await update(context, endpoints.target, existing, planned, met) : existing;
      const settle = await settleMet(context, endpoints.target, known, planned, { existing, met, after });
      settle();
      endJournal(context, begun, existing.id);
      if (parks) throw conflictProblem(context, met);
      const until = lateUntil(context);
      const looksAgain = until === null ? {} : { looksAgainAt: until };
      return writes
        ? { kind: 'done', targetId: existing.id, reason, ...looksAgain }
        : { kind: 'skipped', reason, ...looksAgain };
    }
  }
}

/** An order may have begun it: what that has made is met like any other record. Throws a `wait` problem then. */
async function create(
  context: Context,
  target: CustomerTarget,
  { email, standing }: FindableCustomer,
  { keys, saying }: Planned,
  besides: readonly string[],
): Promise<{ readonly id: string; readonly step: string }> {
  const { steps, key } = context;
  const { body, identity, said } = saying;
  const back = reverseOf(context)?.target;
  const stood = back === undefined || standing === null ? {} : { stood: back.partsIn(standing) };
  const kept = await keptOf(context, { keys, email, identity, said, body, ...stood });
  let step: string | null = null;
  const begins = (name: string) => {
    step = name;
    steps.intend(createStep(key), kept(name));
  };
  const plan = { kind: 'create', body, identity, keys, fingerprint: '', besides, begins } as const;
  try {
    const id = await writeCustomer(context, target, email, plan);
    if (step !== null) return { id, step };
  } catch (error) {
    // Only a clear refusal has ended the other step.
    if (step !== null && steps.get(step) === null) endCreate(context, []);
    throw error;
  }
  throw problem('wait', 'outcome_unknown', {}, { retryAt: context.now().getTime() + meetAgainMs });
}

/** Returns the record as it is after the update; null where it is not there any more. */
async function update(
  context: Context,
  target: CustomerTarget,
  existing: ExistingCustomer,
  { saying, body }: Planned,
  met: Met,
): Promise<ExistingCustomer | null> {
  const { steps, key } = context;
  const { api } = context.target;
  const sent = await basesOfSent(met.writes, saying.said, met.stands, shortFingerprint(context));
  steps.intend(updateStep(key), keptOfUpdate(existing.id, sent));
  try {
    await target.update(api, existing, body);
  } catch (error) {
    // Nothing was written: what stands there at the next try is nobody's but theirs.
    if (error instanceof Problem && error.kind === 'rejected') steps.forget(updateStep(key));
    throw error;
  }
  return target.get(api, existing.id);
}

function bothOf(conflicts: readonly string[], { said }: Saying, stands: Readonly<Record<string, unknown>>) {
  return conflicts.map((part) => ({ part, source: said[part] ?? null, target: stands[part] ?? null }));
}

/** An order may have begun to make this customer anew: only what became of a linked one has ended. */
function endJournal({ steps, key }: Context, begun: readonly string[], id: string | null): void {
  for (const step of begun) {
    if (id !== null && steps.get(step)?.result === id) steps.forget(step);
  }
  // What an order has noted of a call that has ended.
  const noted = underWay(steps, key) === null ? [createStep(key)] : [];
  endSteps(steps, [updateStep(key), ...noted]);
}
