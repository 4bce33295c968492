/**
 * Late work on a record that no link by the source keeps. What orders have sent there may be done late, over what a newer order said: it is told before
 * the call, under the record of the target, and stands with what orders wrote there until the first look after its time. What a customers flow has
 * sent there stands beside it as long as the two are not linked; the link takes all of it over.
 */
import type { Parts } from '../../../connectors/contract/target.ts';
import type { FlowContext } from '../../contract.ts';
import { partsAfterLook, withSent } from '../../late-parts.ts';
import type { LateWork } from '../../links.ts';
import type { Bases, Fingerprint } from '../../merge.ts';
import { type CustomerKeys, noteUnlinkedLate, writtenTo } from './links.ts';

type Context = Pick<FlowContext, 'links' | 'steps' | 'target' | 'now'>;

/** Named by the record of the target, and for the orders that first had it: all orders of one customer share it. It keeps all that may be late, not its own call alone. */
function orderedStep(targetId: string): string {
  return `customer-ordered:${targetId}`;
}

/** What may be done late, or was by the last look; null: nothing. */
export function lateUnlinked(
  { links, steps }: Pick<Context, 'links' | 'steps'>,
  keys: CustomerKeys,
  targetId: string,
): LateWork | null {
  const reference = steps.get(orderedStep(targetId))?.reference ?? null;
  if (reference !== null) return JSON.parse(reference) as LateWork;
  return writtenTo(links, keys, targetId)?.facts.late ?? null;
}

/** What is left of it after a look at the record, which has `stands`. */
export function unlinkedAfterLook(
  context: Context,
  keys: CustomerKeys,
  targetId: string,
  stands: Parts,
  fingerprint: Fingerprint,
): Promise<LateWork | null> {
  const late = lateUnlinked(context, keys, targetId) ?? undefined;
  return partsAfterLook(late, stands, fingerprint, context.now());
}

/** This is about to be sent, or was at `intendedAt`, epoch milliseconds. */
export function intendUnlinked(
  context: Context,
  keys: CustomerKeys,
  targetId: string,
  sent: Bases,
  intendedAt: number = context.now().getTime(),
): void {
  const { steps, target, now } = context;
  const before = lateUnlinked(context, keys, targetId) ?? undefined;
  const late = withSent(before, { intendedAt }, sent, { connector: target.connector, now: now() });
  if (late !== undefined) steps.intend(orderedStep(targetId), JSON.stringify(late));
}

/** The call was answered, or none was made: `left` may still be done. */
export function endUnlinked(
  context: Context,
  keys: CustomerKeys,
  targetId: string,
  left: LateWork | null,
): void {
  const { links, steps, now } = context;
  noteUnlinkedLate(links, keys, targetId, left !== null && left.until > now().getTime() ? left : null);
  if (steps.get(orderedStep(targetId)) !== null) steps.forget(orderedStep(targetId));
}
