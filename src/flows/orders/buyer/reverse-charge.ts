/**
 * A target that keeps with a company that VAT is shifted to it decides by that the VAT of its documents: where an order leaves
 * such a customer as it is, the two must agree.
 */
import type { ExistingCustomer } from '../../../connectors/contract/target.ts';
import type { Order } from '../../../records/order.ts';
import { rejected } from '../../../records/problem.ts';
import type { OrderWork } from '../work.ts';

/**
 * Somebody may have switched it on since it was last looked at. So such a company is looked at, at the cost of a call: one with
 * a VAT number, or from abroad.
 */
export function mayHaveChanged(
  { context, endpoints, order }: OrderWork,
  kind: 'person' | 'company' | null,
): boolean {
  if (endpoints.customers.keepsReverseCharge !== true || kind !== 'company') return false;
  const { vatNumber, address } = order.customer;
  const home = context.source.api.account.traits.country;
  const isAbroad = address.country !== undefined && home !== undefined && address.country !== home;
  return vatNumber !== undefined || isAbroad;
}

export function shiftsOtherwise({ reverseCharge }: ExistingCustomer, order: Order): boolean {
  return reverseCharge !== undefined && reverseCharge !== (order.customer.reverseCharge ?? false);
}

/** Throws `customer_vat_differs`. */
export function checkReverseCharge(existing: ExistingCustomer, order: Order): void {
  if (!shiftsOtherwise(existing, order)) return;
  throw rejected('customer_vat_differs', { reverseCharge: order.customer.reverseCharge === true });
}
