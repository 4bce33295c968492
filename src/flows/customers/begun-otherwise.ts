import type { FlowContext } from '../contract.ts';
import { waitForCreate } from './late-work.ts';
import type { CustomerKeys } from './record/links.ts';
import { type UnderWay, underWay } from './record/sent-customer.ts';

/**
 * Throws a `wait` problem where the other flow has begun to make the customer of this record of the source under another name or
 * address than it has by now, and does not know yet what became of it: what comes of that is the one to go on with.
 */
export function checkBegunOtherwise(
  { steps, target, now }: Pick<FlowContext, 'steps' | 'target' | 'now'>,
  sourceId: string,
  by: UnderWay['by'],
  { who }: CustomerKeys,
): void {
  const begun = underWay(steps, sourceId);
  if (begun?.by !== by || begun.keys.who === who) return;
  const wait = waitForCreate(begun, target.connector, now());
  if (wait !== null) throw wait;
}
