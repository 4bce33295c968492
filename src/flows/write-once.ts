import { Problem, problem } from '../records/problem.ts';
import type { Steps } from './contract.ts';
import type { Meant } from './meant.ts';

/** A call may be under way this long after its intent: it waits for a place (six tasks share four), for a permit, and 20 s for its answer. */
const maxCallMs = 45_000;

/**
 * Whoever works for the system goes on after Koppel hung up, or died: gateways queue, servers finish what they began.
 */
const defaultCommitDelayMs = 600_000;

/** How long after its call a write that was not answered may still be done. */
export function commitDelayMsOf({
  commitDelayMs = defaultCommitDelayMs,
}: {
  readonly commitDelayMs?: number;
}): number {
  return commitDelayMs;
}

/** When a write that was not answered is looked for, counted from its intent; and once more when it is sure. */
const looksMs = [5_000, 30_000, 120_000, 300_000] as const;

interface Begun {
  readonly steps: Omit<Steps, 'begun'>;
  readonly step: string;
  /** How long a write that was done may stay invisible to `find`. */
  readonly settleMs: number;
  /** How long after its intent a write that was given up may still be done; ten minutes when left out. */
  readonly commitDelayMs?: number | undefined;
  readonly now: () => Date;
  readonly find: () => Promise<{ id: string } | null>;
}

interface WriteOnce extends Begun {
  /** What is made can be found by it. */
  readonly reference?: string;
  /** What is made is told by it from what others made under the same reference. */
  readonly meant?: Meant;
  readonly create: () => Promise<{ id: string }>;
}

/**
 * Makes something in a system that has no idempotency keys, once. The intent is stored before the call. A step that was
 * intended but has no result may have happened: it is searched for, at growing intervals, until it would be found had it
 * been done at the last moment, and only then made anew. See docs/decisions/0003-writes-that-may-have-happened.md.
 */
export async function writeOnce(write: WriteOnce): Promise<string> {
  const { steps, step, reference, meant, create } = write;
  const made = await resolvePendingWrite(write);
  if (made !== null) return made;
  steps.intend(step, reference, meant);
  const { id } = await create().catch((error: unknown) => {
    // Only a clear refusal proves that nothing was made.
    if (error instanceof Problem && error.kind !== 'outcome-unknown') steps.forget(step);
    throw error;
  });
  steps.finish(step, id);
  return id;
}

/** Returns what an earlier try made, or null when it made nothing or was never begun. Throws a `wait` problem until that is sure. */
export async function resolvePendingWrite({
  steps,
  step,
  settleMs,
  commitDelayMs,
  now,
  find,
}: Begun): Promise<string | null> {
  const earlier = steps.get(step);
  if (!earlier) return null;
  if (earlier.result !== null) return earlier.result;
  const found = await find();
  if (found) {
    steps.finish(step, found.id);
    return found.id;
  }
  const retryAt = looksAgainAt(earlier.intendedAt, { settleMs, commitDelayMs }, now().getTime());
  if (retryAt === null) return null;
  throw problem('wait', 'outcome_unknown', {}, { retryAt });
}

/** When a write that was begun then and is not found is looked for again; null where it was not done, and will not be. Epoch milliseconds. */
export function looksAgainAt(
  begunAt: number,
  { settleMs, commitDelayMs = defaultCommitDelayMs }: Pick<Begun, 'settleMs' | 'commitDelayMs'>,
  now: number,
): number | null {
  const sureAt = begunAt + Math.max(maxCallMs, commitDelayMs) + settleMs;
  if (now >= sureAt) return null;
  const looks = looksMs.map((ms) => begunAt + ms);
  return Math.min(sureAt, looks.find((look) => look > now) ?? sureAt);
}
