import { type Identity, namedParts } from '../../records/identity.ts';
import { problem } from '../../records/problem.ts';
import type { FlowContext } from '../contract.ts';
import { commitDelayMs } from './late-work.ts';
import type { CustomerKeys } from './record/links.ts';
import { customerSteps } from './record/write-customer.ts';

/** Whoever has begun it may itself have to wait for a system that does not answer. */
const maxDelayMs = 3_600_000;
/** And looks for it at intervals of a minute and more. */
const lookAgainMs = 60_000;

/**
 * Throws a `wait` problem where the other direction has begun to make somebody who is called so, for an order or to keep in
 * step, and does not know yet what became of it: this record may be just that. It is no news then, and nobody may follow it.
 */
export async function checkUnderWay(
  {
    key,
    now,
    source,
    stepsBack,
    fingerprint,
  }: Pick<FlowContext, 'key' | 'now' | 'source' | 'stepsBack' | 'fingerprint'>,
  email: string,
  keys: CustomerKeys,
  identity: Identity,
): Promise<void> {
  const named = await fingerprint(namedParts(email, identity));
  const isUnderWay = [...customerSteps(keys), ...customerSteps({ ...keys, who: named })].some((name) => {
    const step = stepsBack.get(name);
    if (step === null || (step.result !== null && step.result !== key)) return false;
    return now().getTime() < step.intendedAt + commitDelayMs(source.connector) + maxDelayMs;
  });
  if (!isUnderWay) return;
  throw problem('wait', 'outcome_unknown', {}, { retryAt: now().getTime() + lookAgainMs });
}
