import type { FoundDocument } from '../../../connectors/contract/target.ts';
import type { Document, Totals } from '../../../records/document.ts';
import { big } from '../../../records/money.ts';
import { rejected } from '../../../records/problem.ts';
import type { CustomerPlan } from '../../customers/record/customer-plan.ts';
import { planBuyer } from '../buyer.ts';
import { withArticles } from '../document/articles.ts';
import { buildDocument } from '../document/build.ts';
import { findDocument } from '../document/find-document.ts';
import type { OrderWork } from '../work.ts';

export type OrderPlan =
  | { readonly kind: 'found'; readonly document: FoundDocument; readonly reference: string }
  | {
      readonly kind: 'book';
      readonly customer: CustomerPlan;
      readonly document: Document;
      readonly totals: Totals;
    };

/** Plans everything up to the first write. Nothing is made in the target when any of it fails. */
export async function planOrder(work: OrderWork): Promise<OrderPlan> {
  const { context, endpoints } = work;
  // Built first: a record that cannot be booked costs no calls to the target.
  const { document, totals } = await buildDocument(work, context.settings);
  const found = await findExisting(work, document.reference);
  if (found) return { kind: 'found', document: found, reference: document.reference };
  const customer = await planBuyer(work);
  const complete = await withArticles(context, endpoints, { ...document, customerId: plannedId(customer) });
  return { kind: 'book', customer, document: complete, totals };
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

/**
 * Finds a document with this reference that Koppel has no link to: from before, or of another shop with the same numbers.
 * Returns null when there is none; throws `reference_taken` when it is of another amount.
 */
export async function findExisting(work: OrderWork, reference: string): Promise<FoundDocument | null> {
  const found = await findDocument(work, reference);
  if (!found || big(found.gross).eq(work.order.gross)) return found;
  throw rejected('reference_taken', {
    system: work.context.target.connector.name,
    reference,
    documentGross: found.gross,
    gross: work.order.gross,
  });
}
