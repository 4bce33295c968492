import type { MadeDocument } from '../../../connectors/contract/target.ts';
import type { Document } from '../../../records/document.ts';
import { Problem } from '../../../records/problem.ts';
import { reason } from '../../../records/reason.ts';
import { writeOnce } from '../../write-once.ts';
import { saidAtFirst } from '../aftermath/news.ts';
import { adopt } from '../booking/adopt.ts';
import { checkMade } from '../booking/check-made.ts';
import { documentWrite } from '../booking/document-write.ts';
import { findBooked } from '../booking/find-booked.ts';
import { finishBooking } from '../booking/finish.ts';
import { linkOrder } from '../booking/link-order.ts';
import { noteAlike, requireNoLoop } from '../booking/loop-breaker.ts';
import { type OrderPlan, planOrder } from '../booking/plan.ts';
import { requireSameReference } from '../booking/same-reference.ts';
import { commitBuyer, forgetBuyer } from '../buyer/commit.ts';
import { alone } from '../buyer/lock.ts';
import { meantOf } from '../document/meant.ts';
import { keptLines } from '../document/paired-lines.ts';
import { keepNotes } from '../document/rounding-notes.ts';
import { isGivenBack, reasonToSkip } from '../filter.ts';
import { leftOutReason } from '../left-out.ts';
import { ownWorkReason } from '../own-work.ts';
import { soldPieces } from '../sold-pieces.ts';
import { goOn, rest, type Turn } from '../state.ts';
import type { OrderWork } from '../work.ts';

type BookPlan = Extract<OrderPlan, { kind: 'book' }>;

/**
 * Leaves out what a person left out before, what Koppel itself made, and what the filter says; else links an order that nothing
 * was made of to a document that stands already, or books it.
 */
export async function bookNew(work: OrderWork): Promise<Turn> {
  const left = leftOutReason(work.context);
  if (left !== null) return rest({ kind: 'skipped', reason: left });
  const own = await ownWorkReason(work);
  if (own !== null) return rest({ kind: 'skipped', reason: own });
  const unwanted = reasonToSkip(work.order, work.context.settings, work.context.liveFrom);
  if (unwanted !== null && !isGivenBack(unwanted)) return rest({ kind: 'skipped', reason: unwanted });
  return alone(work, async () => {
    if (unwanted !== null) {
      const booked = await findBooked(work);
      return booked
        ? adopt(work, booked.document, booked.reference)
        : rest({ kind: 'skipped', reason: unwanted });
    }
    const plan = await planOrder(work);
    if (plan.kind === 'found') return adopt(work, plan.document, plan.reference);
    await requireNoLoop(work);
    return book(work, plan);
  });
}

/** Carries a plan out: customer, document, link, and the note in the source. */
async function book(work: OrderWork, plan: BookPlan): Promise<Turn> {
  const customerId = await commitBuyer(work, plan.customer);
  const document = { ...plan.document, customerId };
  const made = await createDocument(work, plan, document);
  const { reference, state } = document;
  const difference = await checkMade(work, made, plan.totals);
  const said = saidAtFirst(work.endpoints.target, document);
  await linkOrder(work, made.id, { reference, state, credited: '0', ...said, ...difference });
  await noteAlike(work);
  await finishBooking(work, made.id, reference);
  requireSameReference(work, made, reference);
  // The document holds the whole order. What was given back before is looked at as the order's next state.
  return goOn({ kind: 'done', targetId: made.id, reason: reason('booked', {}) });
}

async function createDocument(work: OrderWork, plan: BookPlan, document: Document): Promise<MadeDocument> {
  const { context, endpoints } = work;
  const { api } = context.target;
  const body = endpoints.target.toWire(document, api.account);
  context.keep('target', body);
  context.keep('totals', plan.totals);
  context.keep('document', keptLines(document.lines));
  keepNotes(work, plan);
  const told = await meantOf(work, plan.totals, document.customerId);
  const meant = { ...told, pieces: soldPieces(work.order) };
  let answer: MadeDocument | null = null;
  try {
    const id = await writeOnce({
      ...documentWrite(work, document.reference, meant),
      create: async () => {
        answer = await endpoints.target.create(api, body);
        return answer;
      },
    });
    return answer ?? { id };
  } catch (error) {
    if (error instanceof Problem && error.kind === 'rejected')
      forgetBuyer(work, plan.customer, document.customerId);
    throw error;
  }
}
