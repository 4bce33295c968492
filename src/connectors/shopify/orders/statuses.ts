/** An order is sent (sheet 5.1) as this says, and paid as the other. */
export const fulfillmentStatuses = [
  'UNFULFILLED',
  'PARTIALLY_FULFILLED',
  'FULFILLED',
  'IN_PROGRESS',
  'ON_HOLD',
  'OPEN',
  'PENDING_FULFILLMENT',
  'REQUEST_DECLINED',
  'RESTOCKED',
  'SCHEDULED',
  'FULFILLMENT_NOT_REQUIRED',
] as const;

export const financialStatuses = [
  'PENDING',
  'AUTHORIZED',
  'PARTIALLY_PAID',
  'PAID',
  'PARTIALLY_REFUNDED',
  'REFUNDED',
  'VOIDED',
  'EXPIRED',
] as const;

/** What the shop itself has no status for is written back as a tag: `tag:Booked`. */
export function tagIn(status: string): string | undefined {
  return /^tag:\s*([^,]{1,40})$/.exec(status)?.[1]?.trim() || undefined;
}
