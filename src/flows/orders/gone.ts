import { rejected } from '../../records/problem.ts';
import { reason } from '../../records/reason.ts';
import type { Outcome } from '../contract.ts';
import { leaveOpenDay } from './day/join.ts';
import { joinedDay } from './day/receipt.ts';
import { leftOutReason } from './left-out.ts';
import { orderStep } from './state.ts';
import type { Context } from './work.ts';

/** An order that was deleted in the source. What was made of it stands; a person is told where something was, or may be. */
export async function withoutOrder(context: Context): Promise<Outcome> {
  const { links, steps, key, settings } = context;
  const day = joinedDay(context);
  if (day !== null) return withoutReceipt(context, day);
  const link = links.get('order', key);
  const step = steps.get(orderStep(key));
  // Nothing can be noted in the source any more.
  if (link && step) steps.forget(orderStep(key));
  const mayStand = link !== null || step !== null;
  if (!mayStand || (link && settings.refunds === 'ignore'))
    return { kind: 'skipped', reason: leftOutReason(context) ?? reason('gone', {}) };
  throw rejected('order_gone', { booked: link === null ? 'perhaps' : 'yes' });
}

/** A receipt that a till has taken back. What stands of it in a day's document is for a person. */
async function withoutReceipt(context: Context, day: string): Promise<Outcome> {
  const hasLeft = await leaveOpenDay(context, day);
  if (!hasLeft && context.settings.refunds !== 'ignore') throw rejected('order_gone', { booked: 'yes' });
  return { kind: 'skipped', reason: reason('gone', {}) };
}
