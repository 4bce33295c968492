import type { Document } from '../../../records/document.ts';
import { Problem } from '../../../records/problem.ts';
import { reason } from '../../../records/reason.ts';
import { writeOnce } from '../../write-once.ts';
import { documentWrite } from '../booking/document-write.ts';
import { finishBooking } from '../booking/finish.ts';
import { linkOrder } from '../booking/link-order.ts';
import { type OrderPlan, planOrder } from '../booking/plan.ts';
import { alone, commitBuyer, forgetBuyer } from '../buyer.ts';
import { reasonToSkip } from '../filter.ts';
import { goOn, rest, type Turn } from '../state.ts';
import type { OrderWork } from '../work.ts';

type BookPlan = Extract<OrderPlan, { kind: 'book' }>;

/** Filters an order that nothing was made of, links it to a document that stands already, or books it. */
export async function bookNew(work: OrderWork): Promise<Turn> {
  const unwanted = reasonToSkip(work.order, work.context.settings, work.context.liveFrom);
  if (unwanted !== null) return rest({ kind: 'skipped', reason: unwanted });
  return alone(work, async () => {
    const plan = await planOrder(work);
    if (plan.kind === 'book') return book(work, plan);
    const { document, reference } = plan;
    await linkOrder(work, document.id, {
      reference,
      state: document.draft ? 'draft' : 'sent',
      credited: work.order.refunded,
    });
    return goOn({ kind: 'skipped', reason: reason('found', {}) });
  });
}

/** Carries a plan out: customer, document, link, and the note in the source. */
async function book(work: OrderWork, plan: BookPlan): Promise<Turn> {
  const customerId = await commitBuyer(work, plan.customer);
  const document = { ...plan.document, customerId };
  const targetId = await createDocument(work, plan, document);
  const { reference, state } = document;
  await linkOrder(work, targetId, { reference, state, credited: '0' });
  await finishBooking(work, targetId, reference);
  // The document holds the whole order. What was given back before is looked at as the order's next state.
  return goOn({ kind: 'done', targetId, reason: reason('booked', {}) });
}

async function createDocument(work: OrderWork, plan: BookPlan, document: Document): Promise<string> {
  const { context, endpoints } = work;
  const { api } = context.target;
  const body = endpoints.target.toWire(document, api.account);
  context.keep('target', body);
  context.keep('totals', plan.totals);
  try {
    return await writeOnce({
      ...documentWrite(work, document.reference),
      create: () => endpoints.target.create(api, body),
    });
  } catch (error) {
    if (error instanceof Problem && error.kind === 'rejected') forgetBuyer(work);
    throw error;
  }
}
