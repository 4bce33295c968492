import type { FlowContext } from '../contract.ts';
import { waitForCreate } from './late-work.ts';
import type { CustomerKeys } from './record/links.ts';
import { type UnderWay, underWay } from './record/sent-customer.ts';
import { updateStep } from './record/write-customer.ts';

type Context = Pick<FlowContext, 'steps' | 'target' | 'now'>;

/**
 * Throws a `wait` problem where the other flow has begun to make the customer of this record of the source under another name or
 * address than it has by now, and does not know yet what became of it: what comes of that is the one to go on with.
 */
export function checkBegunOtherwise(
  { steps, target, now }: Context,
  sourceId: string,
  by: UnderWay['by'],
  { who }: CustomerKeys,
): void {
  const begun = underWay(steps, sourceId);
  if (begun?.by !== by || begun.keys.who === who) return;
  const wait = waitForCreate(begun, target.connector, now());
  if (wait !== null) throw wait;
}

/**
 * Throws a `wait` problem where the customers flow has written to the customer of this record of the source, and does not know yet
 * what became of it: that one may be by then who an order would make beside it.
 */
export function checkUpdateBegun({ steps, target, now }: Context, sourceId: string): void {
  const name = updateStep(sourceId);
  const step = steps.get(name);
  const wait = step && waitForCreate({ name, step }, target.connector, now());
  if (wait) throw wait;
}
