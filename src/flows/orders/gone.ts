import { rejected } from '../../records/problem.ts';
import { reason } from '../../records/reason.ts';
import type { Outcome } from '../contract.ts';
import { orderStep } from './state.ts';
import type { Context } from './work.ts';

/** An order that was deleted in the source. What was made of it stands; a person is told where something was, or may be. */
export function withoutOrder({ links, steps, key, settings }: Context): Outcome {
  const link = links.get('order', key);
  const step = steps.get(orderStep(key));
  // Nothing can be noted in the source any more.
  if (link && step) steps.forget(orderStep(key));
  const mayStand = link !== null || step !== null;
  if (!mayStand || (link && settings.refunds === 'ignore'))
    return { kind: 'skipped', reason: reason('gone', {}) };
  throw rejected('order_gone', { booked: link === null ? 'perhaps' : 'yes' });
}
