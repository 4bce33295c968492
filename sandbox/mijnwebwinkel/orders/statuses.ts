import { z } from 'zod';
import { invalid } from '../refusal.ts';

/** A status of orders: the merchant names them, and adds their own (sheet 7.6). */
export const orderStatus = z.strictObject({
  status: z.number().int().positive(),
  description: z.string().min(1),
  /** Whether it is for credit orders, and for them alone. */
  credit_order: z.boolean().default(false),
});

export type OrderStatus = z.infer<typeof orderStatus>;

/** Those whose numbers are known; the words of 1, 2, 3 and 6 were seen, the others are ours. */
export const pending = 1;
export const sent = 2;
export const paid = 3;
export const cancelled = 5;
export const collected = 6;
export const credited = 10;

export const firstStatuses: readonly OrderStatus[] = [
  { status: pending, description: 'Bestelling in behandeling', credit_order: false },
  { status: sent, description: 'Verzonden', credit_order: false },
  { status: paid, description: 'Betaald', credit_order: false },
  { status: cancelled, description: 'Geannuleerd', credit_order: false },
  { status: collected, description: 'Betaald & afgehaald', credit_order: false },
  { status: credited, description: 'Gecrediteerd', credit_order: true },
  { status: 1204, description: 'Wacht op nalevering', credit_order: false },
  { status: 1205, description: 'Retour binnen, geld terug', credit_order: true },
];

const english: Readonly<Record<number, string>> = { 1: 'Order Pending', 2: 'Sent', 3: 'Paid' };

/** The texts follow the language, where the platform made them. */
export function statusText({ status, description }: OrderStatus, language: string | undefined): string {
  const isOurs = firstStatuses.some((each) => each.status === status && each.description === description);
  return isOurs && language?.startsWith('en') ? (english[status] ?? description) : description;
}

/** Throws a `Refusal` for a status that does not exist, or is for the other kind of order. */
export function checkStatus(statuses: readonly OrderStatus[], status: number, isCredit: boolean): void {
  const found = statuses.find((each) => each.status === status);
  if (found === undefined) throw invalid(`status: The status ${status} does not exist.`);
  if (found.credit_order === isCredit) return;
  throw invalid(`status: The status ${status} is ${isCredit ? 'not ' : ''}for credit orders.`);
}
