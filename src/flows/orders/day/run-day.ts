import { reason } from '../../../records/reason.ts';
import type { Outcome } from '../../contract.ts';
import { leftOutReason } from '../left-out.ts';
import { stateOf } from '../state.ts';
import { untilAtRest } from '../until-at-rest.ts';
import type { Context, Endpoints } from '../work.ts';
import { dayWork, receiptsOf } from './day-order.ts';
import { requireReady } from './ready.ts';
import type { TillDay } from './till-day.ts';

/**
 * One day of a till, until it is at rest: its receipts added up are an order, which goes through the same states as any other. No receipt
 * joins it meanwhile.
 */
export function runDay(context: Context, endpoints: Endpoints, day: TillDay): Promise<Outcome> {
  return context.exclusive(`order:${context.key}`, async () => {
    const left = leftOutReason(context);
    if (left === null && stateOf(context).kind === 'new') requireReady(context, day);
    const receipts = receiptsOf(context, context.key);
    if (receipts.size === 0) return { kind: 'skipped', reason: left ?? reason('day_empty', day) };
    const work = await dayWork(context, endpoints, day, receipts);
    context.keep('source', work.order);
    return untilAtRest(work);
  });
}
