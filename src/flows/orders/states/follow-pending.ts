import { resolvePendingWrite } from '../../write-once.ts';
import { followStep, goOn, type Turn } from '../state.ts';
import type { OrderWork } from '../work.ts';

/**
 * The target was being told what became of the sale, and nobody heard whether it was. Nothing tells that but the order as it
 * stands there, once the call can no longer be done: the target looks at it itself before it is told again.
 */
export async function resolveFollow({ context }: OrderWork): Promise<Turn> {
  const { searchDelayMs, commitDelayMs } = context.target.connector;
  const step = followStep(context.key);
  await resolvePendingWrite({
    steps: context.steps,
    step,
    settleMs: searchDelayMs,
    commitDelayMs,
    now: () => context.now(),
    find: async () => null,
  });
  context.steps.forget(step);
  return goOn();
}
