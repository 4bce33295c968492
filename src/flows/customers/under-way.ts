/**
 * A record that the way back, or an order, has only just made is there before anybody has noted whose it is: its create was not
 * answered, or is done minutes after the call. It is Koppel's own work, and no news.
 */
import { type Identity, namedParts } from '../../records/identity.ts';
import { problem } from '../../records/problem.ts';
import type { FlowContext } from '../contract.ts';
import { commitDelayMs } from './late-work.ts';
import type { CustomerKeys } from './record/links.ts';
import { customerStep, customerSteps } from './record/write-customer.ts';

/** Whoever makes it looks again itself, after growing times. */
const lookAgainMs = 30_000;

type Context = Pick<FlowContext, 'key' | 'reverse' | 'steps' | 'source' | 'now' | 'fingerprint'>;

interface Newcomer {
  readonly keys: CustomerKeys;
  readonly email: string;
  readonly identity: Identity;
}

/** Throws a `wait` problem while a record of the source that nobody has linked may be one that is being made just now. */
export async function checkNotUnderWay(context: Context, { keys, email, identity }: Newcomer): Promise<void> {
  const { reverse, steps, key, source, now } = context;
  // What this flow has begun itself comes first: two must not wait for each other.
  if (reverse === null || steps.get(customerStep(steps, keys)) !== null) return;
  const beside = { ...keys, who: await context.fingerprint(namedParts(email, identity)) };
  const names = new Set([...customerSteps(keys), ...customerSteps(beside)]);
  for (const name of names) {
    const step = reverse.steps.get(name);
    if (step === null || (step.result !== null && step.result !== key)) continue;
    if (now().getTime() >= step.intendedAt + commitDelayMs(source.connector)) continue;
    throw problem('wait', 'outcome_unknown', {}, { retryAt: now().getTime() + lookAgainMs });
  }
}
