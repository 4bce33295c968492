import type { OrderSource } from '../../connectors/contract/source.ts';
import type { CustomerTarget, DocumentTarget, FoundDocument } from '../../connectors/contract/target.ts';
import type { Document, Totals } from '../../records/document.ts';
import { big } from '../../records/money.ts';
import type { Order } from '../../records/order.ts';
import { rejected } from '../../records/problem.ts';
import type { FlowContext } from '../contract.ts';
import type { CustomerPlan } from '../customers/find-customer.ts';
import { withArticles } from './articles.ts';
import { planCustomer } from './customer.ts';
import { buildDocument } from './document.ts';
import { findDocument } from './find-document.ts';
import type { OrdersSettings } from './settings.ts';

type Context = FlowContext<OrdersSettings>;

/** The capabilities that the orders flow needs of its two sides. */
export interface Endpoints {
  readonly source: OrderSource;
  readonly target: DocumentTarget;
  readonly customers: CustomerTarget;
}

export type OrderPlan =
  | { readonly kind: 'found'; readonly document: FoundDocument; readonly reference: string }
  | {
      readonly kind: 'book';
      readonly customer: CustomerPlan;
      readonly document: Document;
      readonly totals: Totals;
    };

export function orderStep(key: string): string {
  return `order:${key}`;
}

/** Everything up to the first write: nothing is made in the target when any of it fails. */
export async function planOrder(
  context: Context,
  endpoints: Endpoints,
  order: Order,
  customerKey: string | null,
): Promise<OrderPlan> {
  // Built first: a record that cannot be booked costs no calls to the target.
  const { document, totals } = await buildDocument(context, endpoints.target, order);
  // What is begun or booked already (as a preview may ask) would find itself.
  if (!context.steps.get(orderStep(context.key)) && !context.links.get('order', context.key)) {
    const found = await findExisting(context, endpoints.target, order, document.reference);
    if (found) return { kind: 'found', document: found, reference: document.reference };
  }
  const customer = await planCustomer(context, endpoints, order, customerKey);
  const complete = await withArticles(context, endpoints.target, {
    ...document,
    customerId: plannedId(customer),
  });
  return { kind: 'book', customer, document: complete, totals };
}

/** A customer still to be made has no id yet. */
function plannedId(plan: CustomerPlan): string {
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

/** A document with this reference that Koppel has no link to: from before, or of another shop with the same numbers. */
async function findExisting(
  context: Context,
  target: DocumentTarget,
  order: Order,
  reference: string,
): Promise<FoundDocument | null> {
  const found = await findDocument(target, context, reference, order);
  if (!found || big(found.gross).eq(order.gross)) return found;
  throw rejected('reference_taken', {
    system: context.target.connector.name,
    reference,
    documentGross: found.gross,
    gross: order.gross,
  });
}
