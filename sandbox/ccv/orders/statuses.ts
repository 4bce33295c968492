/** The statuses of orders (sheet 6.3). Merchants rename them. */
export const orderStatuses: readonly string[] = [
  'New',
  'In process',
  'Wait for manufacturer',
  'Wait for payment',
  'Sent',
  'Delivered',
  'Completed',
  'Cancelled',
  'Wait for supplier',
  'Being packed',
  'Ready for collection',
  'Being assembled',
  'Backorder',
  'Reserved',
];

export const fresh = 1;
export const inProcess = 2;
export const awaitingPayment = 4;
export const sent = 5;
export const completed = 7;
export const cancelled = 8;
export const reserved = 14;

export function isStatus(status: number): boolean {
  return status >= 1 && status <= orderStatuses.length;
}
