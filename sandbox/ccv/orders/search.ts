import type { Query } from '../../kit/http/query.ts';
import { allOf, isBetween, isSame } from '../../kit/search/row-tests.ts';
import { byNumber } from '../../kit/search/sorting.ts';
import { flagIn } from '../call/call.ts';
import type { CcvSettings } from '../settings.ts';
import type { Shop } from '../shop.ts';
import { readTime, utc } from '../times.ts';
import type { Order } from './order.ts';

export const orderFilters =
  `ordernumber status is_paid deliver_date take_out_date min_create_date max_create_date is_completed paymethod_id
  transaction_id`.split(/\s+/);

export const orderOrders = {
  id: byNumber(({ id }: Order) => id),
  ordernumber: byNumber(({ number }: Order) => number ?? 0),
  create_date: byNumber(({ createdAt }: Order) => createdAt),
  deliver_date: byNumber(({ terms }: Order) => readTime(terms.deliver_date ?? '') ?? 0),
};

/** Baskets are hidden unless they are asked for (sheet 12, 5). There is no filter by change. */
export function ordersFound(shop: Shop, query: Query, settings: CcvSettings): Order[] {
  const { from, to } = boundsOf(query, settings);
  const delivered = query.timestamp('deliver_date');
  const takenOut = query.timestamp('take_out_date');
  return shop.orders
    .indexed()
    .filter(
      allOf<Order>([
        isSame(flagIn(query, 'is_completed') ?? true, ({ isCompleted }) => isCompleted),
        isSame(query.number('ordernumber'), ({ number }) => number),
        isSame(query.number('status'), ({ status }) => status),
        isSame(flagIn(query, 'is_paid'), ({ paid }) => paid),
        isSame(query.number('paymethod_id'), ({ paymethodId }) => paymethodId),
        isSame(query.text('transaction_id'), ({ transactionId }) => transactionId),
        isSame(delivered === undefined ? undefined : utc(delivered), ({ terms }) => terms.deliver_date),
        takenOut === undefined ? undefined : () => false,
        isBetween(from, to, ({ createdAt }) => createdAt),
      ]),
    );
}

/** Whether the bounds themselves are in is not known. */
export function boundsOf(
  query: Query,
  { dateBounds }: CcvSettings,
): { from: number | undefined; to: number | undefined } {
  const inset = dateBounds === 'inside' ? 0 : 1;
  const [from, to] = [query.timestamp('min_create_date'), query.timestamp('max_create_date')];
  return {
    from: from === undefined ? undefined : from + inset,
    to: to === undefined ? undefined : to - inset,
  };
}
