import type { Books } from '../books.ts';
import { checkOpen, checkOrganization, checkParties, checkVat } from '../invoices/rules.ts';
import { invalidOperation } from '../refusal.ts';
import type { JorttSettings } from '../settings.ts';
import type { Estimate, EstimateInput, SendMethod } from './estimate.ts';
import { isAgreed } from './status.ts';

/** What applies to every estimate that is written: that what it names exists, then its rates. */
export function checkWritten(input: EstimateInput, books: Books, settings: JorttSettings): void {
  checkParties(input, books);
  checkVat(input, books, settings);
}

/** Sending needs a customer, lines and a complete organization (sheet 7). */
export function checkSendable(input: EstimateInput, books: Books, settings: JorttSettings): void {
  const id = input.customer_id ?? '';
  if (books.customer(id) === undefined) {
    throw invalidOperation('Estimate::CustomerMissing', 'The estimate has no customer.');
  }
  if (input.line_items.length === 0) {
    throw invalidOperation('Estimate::LineItemsMissing', 'The estimate has no line items.');
  }
  checkOrganization(settings);
  checkOpen(id, books, settings);
  checkVat(input, books, settings);
}

/** Mail goes to the address of the request, or to the customer's. */
export function checkReachable(
  { customer_id }: EstimateInput,
  method: SendMethod,
  mailTo: string | null,
  books: Books,
): void {
  if (method !== 'email' || mailTo || books.customer(customer_id ?? '')?.email) return;
  throw invalidOperation('Estimate::EmailMissing', 'The customer has no e-mail address.');
}

/**
 * What has been accepted, signed or invoiced stays as it is (sheet 7), so it is not sent again either. What has been sent,
 * and even turned down, may be changed and sent again. That nothing can be done while it is on its way is our reading.
 */
export function refuseWhenSettled(estimate: Estimate, done: string): void {
  if (estimate.isOnItsWay) {
    throw invalidOperation('Estimate::OnItsWay', `An estimate that is being sent can not be ${done}.`);
  }
  if (estimate.isInvoiced) {
    throw invalidOperation('Estimate::Invoiced', `An invoiced estimate can not be ${done}.`);
  }
  if (isAgreed(estimate)) {
    throw invalidOperation('Estimate::Accepted', `An accepted estimate can not be ${done}.`);
  }
}
