import type { FoundDocument } from '../../../connectors/contract/target.ts';
import type { Document, Totals } from '../../../records/document.ts';
import type { CustomerPlan } from '../../customers/record/customer-plan.ts';
import type { Meant } from '../../meant.ts';
import { planBuyer } from '../buyer/plan.ts';
import { withArticles } from '../document/articles.ts';
import type { Balanced } from '../document/balance.ts';
import { buildDocument } from '../document/build.ts';
import { findDocuments, ownAmong, referenceTaken } from '../document/find-document.ts';
import { requireFittingBody } from '../document/fitting-body.ts';
import { meantOf } from '../document/meant.ts';
import type { OrderWork } from '../work.ts';

export type OrderPlan =
  | { readonly kind: 'found'; readonly document: FoundDocument; readonly reference: string }
  | {
      readonly kind: 'book';
      readonly customer: CustomerPlan;
      readonly document: Document;
      readonly totals: Totals;
      readonly rounded: Balanced['rounded'];
    };

/** Plans everything up to the first write. Nothing is made in the target when any of it fails. */
export async function planOrder(work: OrderWork): Promise<OrderPlan> {
  const { context } = work;
  // Built first: a record that cannot be booked costs no calls to the target.
  const built = await buildDocument(work, context.settings);
  const { document, totals, rounded } = built;
  const standing = await findDocuments(work, document.reference);
  const customer = await planBuyer(work);
  const customerId = plannedId(customer);
  const found = await ownStanding(work, standing, built, customer);
  if (found) return { kind: 'found', document: found, reference: document.reference };
  const open = { ...document, customerId };
  requireFittingBody(work, open);
  const complete = await withArticles(work, open);
  return { kind: 'book', customer, document: complete, totals, rounded };
}

/**
 * Tells which of the documents under its reference is the order's, though Koppel has no link to it: from before, or booked by
 * hand. Returns null when there are none; throws `reference_taken` when they are another one's.
 */
export async function ownStanding(
  work: OrderWork,
  standing: readonly FoundDocument[],
  { document: { reference }, totals, rounded }: Balanced,
  customer: CustomerPlan,
): Promise<FoundDocument | null> {
  const [any] = standing;
  if (any === undefined) return null;
  const meant = await meantFor(work, totals, customer);
  // Whoever booked it by hand let the target round.
  const byHand = rounded === null ? [] : meant.map((each) => ({ ...each, vat: rounded.before.vat }));
  const own = await ownAmong(work, standing, reference, [...meant, ...byHand]);
  if (own === null) throw referenceTaken(work, any, reference);
  return own;
}

/** What the document may be: for the customer of the plan, or for another that somebody who booked by hand took for it. */
export async function meantFor(
  work: OrderWork,
  amounts: Pick<Totals, 'gross' | 'vat'>,
  customer: CustomerPlan,
): Promise<readonly Meant[]> {
  const instead = customer.kind === 'use' ? [] : (customer.instead ?? []);
  const meant = await meantOf(work, amounts, plannedId(customer));
  return [meant, ...instead.map((customerId) => ({ ...meant, customerId }))];
}

/** Returns the customer's id, or an empty one while the customer is still to be made. */
export function plannedId(plan: CustomerPlan): string {
  switch (plan.kind) {
    case 'use':
    case 'adopt':
      return plan.id;
    case 'update':
      return plan.existing.id;
    case 'create':
      return '';
  }
}
