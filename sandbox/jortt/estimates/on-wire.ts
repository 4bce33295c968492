import { nobodyYet } from '../customers/addressee.ts';
import type { Customer } from '../customers/customer.ts';
import { euros } from '../invoices/line.ts';
import { lineOnWire } from '../invoices/on-wire.ts';
import { saleTotals } from '../invoices/totals.ts';
import type { Estimate } from './estimate.ts';
import { acceptanceOf, isAgreed, statusOf } from './status.ts';

/** As returned (sheet 7.1, Estimate): all keys are always there. `quirks` as in the settings. */
export function estimateOnWire(
  estimate: Estimate,
  customer: Customer | undefined,
  { today, quirks }: { readonly today: string; readonly quirks: boolean },
) {
  const { sent } = estimate;
  const { net, gross } = saleTotals(estimate);
  return {
    id: estimate.id,
    estimate_status: statusOf(estimate, today),
    acceptance_status: acceptanceOf(estimate),
    customer_id: estimate.customer_id,
    tradename_id: estimate.tradename_id,
    estimate_number: sent?.number ?? null,
    valid_until: estimate.valid_until,
    total: euros(net),
    total_incl_vat: euros(gross),
    net_amounts: estimate.net_amounts,
    introduction: estimate.introduction,
    remarks: estimate.remarks,
    reference: estimate.reference,
    ...(sent?.addressee ?? nobodyYet),
    language: sent?.language ?? customer?.invoice_language ?? 'nl',
    line_items: estimate.line_items.map((line) => lineOnWire(line, estimate.net_amounts, quirks)),
    discounts: estimate.discounts,
    sent_or_modified_on: estimate.sentOrModifiedOn,
  };
}

/** The service's own names are not documented. An estimate cannot be deleted over the API (sheet 7). */
export function possibleActions(estimate: Estimate): string[] {
  const isSettled = estimate.isOnItsWay || estimate.isInvoiced || isAgreed(estimate);
  return isSettled ? [] : ['edit', 'send'];
}
