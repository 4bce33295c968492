import { localDate } from '../../../records/time-zone.ts';
import type { OrderLink } from '../../links.ts';
import type { OrderWork } from '../work.ts';

/**
 * The day of a credit: that of the refund, in the shop's time zone, and never that of the sale, whose VAT may be filed
 * already. Where the source does not tell it: the day on which the order changed last, if that is after it was booked, else
 * today.
 */
export function creditDate(
  { context, order }: OrderWork,
  link: OrderLink,
  stated: string | undefined,
): string {
  if (stated !== undefined) return stated;
  const { timeZone } = context.source.api.account;
  const updatedAt = new Date(order.updatedAt);
  const bookedAt = new Date(link.facts.bookedAt ?? order.placedAt);
  return localDate(updatedAt > bookedAt ? updatedAt : context.now(), timeZone);
}
