import { rejected } from '../../../records/problem.ts';

/** By their numbers; the merchant may call them otherwise (sheet 6.3). */
export const orderStatuses: Readonly<Record<string, string>> = {
  1: 'New',
  2: 'In process',
  3: 'Wait for manufacturer',
  4: 'Wait for payment',
  5: 'Sent',
  6: 'Delivered',
  7: 'Completed',
  8: 'Cancelled',
  9: 'Wait for supplier',
  10: 'Being packed',
  11: 'Ready for collection',
  12: 'Being assembled',
  13: 'Backorder',
  14: 'Reserved',
};

export const sent = '5';
export const cancelled = '8';

const handedOver = [sent, '6', '7'];

export function isShipped(status: string | undefined): boolean {
  return handedOver.includes(status ?? '');
}

/** Throws `status_unknown`. */
export function statusNumber(status: string): number {
  if (Object.hasOwn(orderStatuses, status)) return Number(status);
  throw rejected('status_unknown', { system: 'CCV', status });
}
