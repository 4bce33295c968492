import { findDocument } from '../document/find-document.ts';
import { orderStep } from '../state.ts';
import type { OrderWork } from '../work.ts';

/** Describes the write of the order's document: its step, and what finds it. */
export function documentWrite(work: OrderWork, reference: string) {
  const { context } = work;
  return {
    steps: context.steps,
    step: orderStep(context.key),
    reference,
    settleMs: context.target.connector.searchDelayMs,
    now: () => context.now(),
    find: () => findDocument(work, reference),
  };
}
