import { big, type Decimal, normalise, sum } from '../../../records/money.ts';
import type { Order, Refund } from '../../../records/order.ts';
import { localDate } from '../../../records/time-zone.ts';
import { refundsUpTo } from '../../wire/refunds.ts';
import type { OrderWire } from './wire.ts';

/**
 * What was given back, with its days in the shop. A status set by hand leaves the amounts empty (sheet 3.4): "refunded" says
 * that all was given back, "partially refunded" does not say how much.
 */
export function givenBack(
  wire: OrderWire,
  gross: Decimal,
  timeZone: string,
): Pick<Order, 'refunded' | 'refunds' | 'refundUnstated'> {
  const listed = wire.refunds.flatMap(({ amount = '0', date }): Refund[] =>
    big(amount).lte(0)
      ? []
      : [{ gross: amount, ...(date === undefined ? {} : { date: localDate(date, timeZone) }) }],
  );
  const amounts = [wire.refundedAmount ?? '0', normalise(sum(listed.map((refund) => refund.gross)))];
  const stated = amounts.find((amount) => !big(amount).eq(0)) ?? '0';
  if (stated !== '0') {
    const oldestFirst = listed.toSorted((a, b) => ((a.date ?? '') < (b.date ?? '') ? -1 : 1));
    return { refunded: stated, refunds: refundsUpTo(oldestFirst, stated) };
  }
  if (wire.paymentStatus === 'REFUNDED') return { refunded: gross };
  return wire.paymentStatus === 'PARTIALLY_REFUNDED'
    ? { refunded: '0', refundUnstated: true }
    : { refunded: '0' };
}
