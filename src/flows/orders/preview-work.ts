import type { Document } from '../../records/document.ts';
import { reason } from '../../records/reason.ts';
import type { Preview, PreviewWrite } from '../contract.ts';
import type { CustomerPlan } from '../customers/record/customer-plan.ts';
import { type Attempt, attempt, attemptWithSystem } from '../preview-attempt.ts';
import { requireNoLoop } from './booking/loop-breaker.ts';
import { ownStanding, plannedId } from './booking/plan.ts';
import { buyerNotes } from './buyer/notes.ts';
import { planBuyer } from './buyer/plan.ts';
import { refundAhead } from './difference.ts';
import { withArticles } from './document/articles.ts';
import { asFarAsKnown, bodyAsFarAsKnown } from './document/as-far-as-known.ts';
import type { Balanced } from './document/balance.ts';
import { buildDocument } from './document/build.ts';
import { checksOf } from './document/checks.ts';
import { findDocuments } from './document/find-document.ts';
import { requireFittingBody } from './document/fitting-body.ts';
import { roundingNotes } from './document/rounding-notes.ts';
import { asItStands } from './endpoints.ts';
import { isGivenBack, reasonToSkip } from './filter.ts';
import { leftOutReason } from './left-out.ts';
import { ownWorkReason } from './own-work.ts';
import { previewBooked } from './preview-booked.ts';
import { stateOf } from './state.ts';
import type { OrderWork } from './work.ts';

/**
 * As a run up to the first write, also where the order is booked already. Each part is planned though another one fails,
 * or the target does not answer: what is known is shown, with the first problem.
 */
export async function previewWork(work: OrderWork): Promise<Preview> {
  const { context, order } = work;
  const nothing: Preview = { source: null, skips: null, writes: [], checks: [], problem: null };
  const left = leftOutReason(context);
  if (left === null && stateOf(context).kind === 'new') {
    const own = await attemptWithSystem(() => ownWorkReason(work));
    if (own.value !== null || own.problem !== null)
      return { ...nothing, source: order, skips: own.value, problem: own.problem };
  }
  const built = await attempt(() => buildDocument(work, context.settings));
  const known = built.value ?? (await asFarAsKnown(work));
  const checks = checksOf(order, known?.totals ?? null);
  const notes = built.value === null ? [] : roundingNotes(work, built.value);
  const buyer = await attemptWithSystem(() => planBuyer(work));
  const shown: Preview = {
    ...{ ...nothing, source: order, checks },
    notes: [...notes, ...buyerNotes(context.target.connector.name, buyer.value)],
  };
  const unwanted = left ?? reasonToSkip(order, context.settings, context.liveFrom);
  const isLookedFor = unwanted === null || isGivenBack(unwanted);
  const found = await attemptWithSystem(() =>
    built.value && isLookedFor ? foundBefore(work, built.value, buyer.value) : false,
  );
  if (found.value) return { ...shown, skips: reason('found', {}) };
  const document = await attemptWithSystem(() => completed(work, built.value?.document ?? null, buyer.value));
  const loop = await attempt(() => requireNoLoop(work));
  const problem =
    [built, found, buyer, document, loop].find((part) => part.problem !== null)?.problem ?? null;
  const body = document.value ?? (known && (await bodyAsFarAsKnown(work, known.document)));
  const writes = [...customerWrite(buyer), ...documentWrite(body)];
  const link = context.links.get('order', context.key);
  if (link) return { ...shown, ...(await previewBooked(await asItStands(work), link, writes)) };
  const asks = problem ?? refundAhead(work)?.toData() ?? null;
  return { ...shown, skips: unwanted, writes, problem: unwanted === null ? asks : null };
}

/** What is begun or booked already would find itself. Without a buyer nobody can tell whose a document is. */
async function foundBefore(work: OrderWork, built: Balanced, buyer: CustomerPlan | null): Promise<boolean> {
  if (buyer === null || stateOf(work.context).kind !== 'new') return false;
  const standing = await findDocuments(work, built.document.reference);
  return (await ownStanding(work, standing, built, buyer)) !== null;
}

/** Returns the document's body, to the byte but for the id of a customer still to be made, or null when a part is missing. */
async function completed(work: OrderWork, document: Document | null, buyer: CustomerPlan | null) {
  const { context, endpoints } = work;
  if (document === null || buyer === null) return null;
  const open = { ...document, customerId: plannedId(buyer) };
  requireFittingBody(work, open);
  const complete = await withArticles(work, open);
  return endpoints.target.toWire(complete, context.target.api.account);
}

function customerWrite({ value: plan }: Attempt<CustomerPlan>): PreviewWrite[] {
  if (plan === null) return [];
  switch (plan.kind) {
    case 'create':
    case 'update':
      return [{ what: 'customer', does: plan.kind, body: plan.body }];
    case 'adopt':
      return [{ what: 'customer', does: 'adopt', body: null }];
    case 'use':
      return [{ what: 'customer', does: plan.id === '' ? 'guest' : 'use', body: null }];
  }
}

function documentWrite(body: unknown): PreviewWrite[] {
  return body === null ? [] : [{ what: 'document', does: 'create', body }];
}
