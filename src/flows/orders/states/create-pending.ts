import { big } from '../../../records/money.ts';
import { reason } from '../../../records/reason.ts';
import type { OrderLink } from '../../links.ts';
import { resolvePendingWrite } from '../../write-once.ts';
import { documentWrite } from '../booking/document-write.ts';
import { finishBooking } from '../booking/finish.ts';
import { linkOrder } from '../booking/link-order.ts';
import { alone } from '../buyer.ts';
import { reasonToSkip } from '../filter.ts';
import { goOn, orderStep, type Turn } from '../state.ts';
import type { OrderWork } from '../work.ts';

/**
 * Finds out what became of a document that an earlier try began. What was made is linked as it stands, whatever has become
 * of the order since, so that it can be credited or flagged. If nothing was made, the order is new again.
 */
export async function resumeCreate(work: OrderWork, link: OrderLink | null): Promise<Turn> {
  if (link) {
    await finishBooking(work, link.targetId, link.facts.reference ?? work.order.number);
    return goOn();
  }
  return alone(work, () => resolveCreate(work));
}

async function resolveCreate(work: OrderWork): Promise<Turn> {
  const { context, order } = work;
  // As it was sent: the mapping may say otherwise by now.
  const reference = context.steps.get(orderStep(context.key))?.reference ?? (await work.reference());
  const targetId = await resolvePendingWrite(documentWrite(work, reference));
  if (targetId === null) {
    context.steps.forget(orderStep(context.key));
    return goOn();
  }
  await linkMade(work, targetId, reference);
  // It was begun, so it is not asked again when it was placed.
  const unwanted = reasonToSkip(order, context.settings, null);
  if (unwanted === null) {
    await finishBooking(work, targetId, reference);
    return goOn({ kind: 'done', targetId, reason: reason('booked', {}) });
  }
  context.steps.forget(orderStep(context.key));
  return goOn({ kind: 'done', targetId, reason: reason('booked_before', { unwanted: unwanted.code }) });
}

/** Links what an earlier try made. The order may have changed since, so the document itself tells what it came to. */
async function linkMade(work: OrderWork, targetId: string, reference: string): Promise<void> {
  const { context, endpoints, order } = work;
  const made = await endpoints.target.get(context.target.api, targetId);
  const isSameGross = made === null || big(made.gross).eq(order.gross);
  await linkOrder(work, targetId, {
    reference,
    state: context.settings.state,
    ...(isSameGross ? {} : { gross: made.gross }),
    credited: '0',
  });
}
