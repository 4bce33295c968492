import { big } from '../../../records/money.ts';
import type { Order } from '../../../records/order.ts';
import { reason } from '../../../records/reason.ts';
import type { OrderLink, SoldPieces } from '../../links.ts';
import type { Meant } from '../../meant.ts';
import { resolvePendingWrite } from '../../write-once.ts';
import { checkMade } from '../booking/check-made.ts';
import { documentWrite } from '../booking/document-write.ts';
import { finishBooking } from '../booking/finish.ts';
import { linkOrder } from '../booking/link-order.ts';
import { noteAlike } from '../booking/loop-breaker.ts';
import { alone } from '../buyer/lock.ts';
import { reasonToSkip } from '../filter.ts';
import { soldPieces } from '../sold-pieces.ts';
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
  const step = context.steps.get(orderStep(context.key));
  // As it was sent: the mapping may say otherwise by now.
  const reference = step?.reference ?? (await work.reference());
  const meant = step?.meant ?? null;
  const targetId = await resolvePendingWrite(documentWrite(work, reference, meant));
  if (targetId === null) {
    context.steps.forget(orderStep(context.key));
    return goOn();
  }
  await linkMade(work, targetId, reference, meant);
  await noteAlike(work);
  // It was begun, so it is not asked again when it was placed.
  const unwanted = reasonToSkip(order, context.settings, null);
  if (unwanted === null) {
    await finishBooking(work, targetId, reference);
    return goOn({ kind: 'done', targetId, reason: reason('booked', {}) });
  }
  context.steps.forget(orderStep(context.key));
  return goOn({ kind: 'done', targetId, reason: reason('booked_before', { unwanted: unwanted.code }) });
}

/**
 * Links what an earlier try made. The order may have changed since, so that what was meant then tells what it came to; of
 * a step from before that was kept, the document itself.
 */
async function linkMade(
  work: OrderWork,
  targetId: string,
  reference: string,
  meant: Meant | null,
): Promise<void> {
  const { context, endpoints, order } = work;
  const facts = { reference, state: context.settings.state, credited: '0' };
  if (meant !== null) {
    const { gross, orderVat: vat } = meant;
    const isSame = big(gross).eq(order.gross) && big(vat).eq(order.vat);
    const { pieces = piecesOfBefore(order, isSame) } = meant;
    const difference = await checkMade(work, { id: targetId }, meant);
    return linkOrder(work, targetId, { ...facts, gross, vat, pieces, ...difference });
  }
  const made = await endpoints.target.get(context.target.api, targetId);
  const isSameGross = made === null || big(made.gross).eq(order.gross);
  const pieces = piecesOfBefore(order, isSameGross);
  const number = made?.number === undefined ? {} : { number: made.number };
  await linkOrder(work, targetId, {
    ...facts,
    ...number,
    pieces,
    ...(isSameGross ? {} : { gross: made.gross }),
  });
}

/** Steps of before keep no pieces. Of an order that has changed since nobody knows them: all that it sells now is held back. */
function piecesOfBefore(order: Order, isSame: boolean): readonly SoldPieces[] {
  return isSame ? soldPieces(order) : [];
}
