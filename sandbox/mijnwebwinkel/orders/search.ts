import type { Query } from '../../kit/http/query.ts';
import { allOf, isBetween, isSame, type RowTest } from '../../kit/search/row-tests.ts';
import { byNumber, reversed } from '../../kit/search/sorting.ts';
import { isDate, localDate } from '../../kit/time/local-time.ts';
import { fault } from '../refusal.ts';
import type { MijnwebwinkelSettings } from '../settings.ts';
import type { Shop } from '../shop.ts';
import { isTest, type Order } from './order.ts';

/** The orders that a list or a count has, in the order of their numbers (sheet 6.1). */
export function ordersFound(shop: Shop, query: Query): Order[] {
  const order = byNumber((each: Order) => Number(each.number.replace('T-', '')));
  const isDescending = query.oneOf('ordering', ['asc', 'desc']) === 'desc';
  return shop.orders
    .indexed()
    .filter(orderFilter(query, shop.settings()))
    .sort(isDescending ? reversed(order) : order);
}

function orderFilter(query: Query, settings: MijnwebwinkelSettings): RowTest<Order> {
  const archived = query.flag('archived') ?? (settings.archivedInList ? undefined : false);
  const [from, to] = [dateIn(query, 'start_date'), dateIn(query, 'end_date')];
  const email = query.text('debtor_email')?.toLowerCase();
  const customer = query.text('debtor_id')?.toLowerCase();
  return allOf<Order>([
    ({ finished }) => finished,
    query.flag('test') === true ? undefined : (row) => !isTest(row),
    settings.creditOrdersInList ? undefined : ({ credited }) => credited === null,
    isSame(archived, (row) => row.archived),
    isSame(query.number('status_id'), (row) => row.status),
    isBetween(
      query.timestamp('status_changed_start_date'),
      query.timestamp('status_changed_end_date'),
      (row) => row.statusChangedAt,
    ),
    from === undefined ? undefined : (row) => localDate(row.placedAt) >= from,
    to === undefined ? undefined : (row) => localDate(row.placedAt) <= to,
    email === undefined && customer === undefined
      ? undefined
      : ({ debtor }) =>
          (customer !== undefined && debtor.id === customer) ||
          (email !== undefined && String(debtor.email).toLowerCase() === email),
  ]);
}

/** Days only: a time is refused. */
function dateIn(query: Query, name: string): string | undefined {
  const text = query.text(name);
  if (text !== undefined && !isDate(text)) throw fault(400, `The parameter ${name} is no date`);
  return text;
}
