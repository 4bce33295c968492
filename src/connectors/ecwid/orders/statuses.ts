/** Sheet 3.4. INCOMPLETE is no status to give: it would take the order away. */
export const paymentStatuses = [
  'AWAITING_PAYMENT',
  'PAID',
  'CANCELLED',
  'REFUNDED',
  'PARTIALLY_REFUNDED',
  'CUSTOM_PAYMENT_STATUS_1',
  'CUSTOM_PAYMENT_STATUS_2',
  'CUSTOM_PAYMENT_STATUS_3',
] as const;
export const fulfillmentStatuses = [
  'AWAITING_PROCESSING',
  'PROCESSING',
  'SHIPPED',
  'DELIVERED',
  'WILL_NOT_DELIVER',
  'RETURNED',
  'READY_FOR_PICKUP',
  'OUT_FOR_DELIVERY',
  'CUSTOM_FULFILLMENT_STATUS_1',
  'CUSTOM_FULFILLMENT_STATUS_2',
  'CUSTOM_FULFILLMENT_STATUS_3',
] as const;

export function isPaymentStatus(status: string): boolean {
  return paymentStatuses.some((known) => known === status);
}

export function isFulfillmentStatus(status: string): boolean {
  return fulfillmentStatuses.some((known) => known === status);
}

/** What left the shop stays sent, also when it came back. */
const sent = ['SHIPPED', 'OUT_FOR_DELIVERY', 'DELIVERED', 'RETURNED'];

export function wasSent(fulfillmentStatus: string | undefined): boolean {
  return fulfillmentStatus !== undefined && sent.includes(fulfillmentStatus);
}
