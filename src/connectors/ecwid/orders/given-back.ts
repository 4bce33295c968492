import { big, type Decimal, normalise, sum } from '../../../records/money.ts';
import type { Order, Refund } from '../../../records/order.ts';
import { localDate } from '../../../records/time-zone.ts';
import { refundsUpTo } from '../../wire/refunds.ts';
import type { OrderWire } from './wire.ts';

/**
 * What was given back, with its days in the shop. A status set by hand leaves the amounts as they are (sheet 3.4): "refunded"
 * says that all was given back where there are none, and contradicts them where they come to less than was paid; "partially
 * refunded" does not say how much.
 */
export function givenBack(
  wire: OrderWire,
  gross: Decimal,
  timeZone: string,
): Pick<Order, 'refunded' | 'refunds' | 'refundUnstated'> {
  const listed = wire.refunds
    .toSorted((a, b) => Number(a.date ?? 0) - Number(b.date ?? 0))
    .flatMap(({ amount = '0', date }): Refund[] =>
      big(amount).lte(0)
        ? []
        : [{ gross: amount, ...(date === undefined ? {} : { date: localDate(date, timeZone) }) }],
    );
  const amounts = [wire.refundedAmount ?? '0', normalise(sum(listed.map((refund) => refund.gross)))];
  const stated = amounts.find((amount) => !big(amount).eq(0)) ?? '0';
  if (stated !== '0') {
    const isLess = wire.paymentStatus === 'REFUNDED' && big(stated).lt(wire.total) && big(stated).lt(gross);
    const refunds = refundsUpTo(listed, stated);
    return { refunded: stated, refunds, ...(isLess ? { refundUnstated: true } : {}) };
  }
  if (wire.paymentStatus === 'REFUNDED') return { refunded: gross };
  return wire.paymentStatus === 'PARTIALLY_REFUNDED'
    ? { refunded: '0', refundUnstated: true }
    : { refunded: '0' };
}
