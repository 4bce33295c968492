import type { Meant } from '../../meant.ts';
import { findDocuments, ownAmong } from '../document/find-document.ts';
import { orderStep } from '../state.ts';
import type { OrderWork } from '../work.ts';

/** Describes the write of the order's document: its step, and what finds it. `meant` is null in steps of before. */
export function documentWrite(work: OrderWork, reference: string, meant: Meant | null) {
  const { context } = work;
  const { searchDelayMs, commitDelayMs } = context.target.connector;
  return {
    steps: context.steps,
    step: orderStep(context.key),
    reference,
    ...(meant === null ? {} : { meant }),
    settleMs: searchDelayMs,
    commitDelayMs,
    now: () => context.now(),
    find: async () => ownAmong(work, await findDocuments(work, reference), reference, meant && [meant]),
  };
}
