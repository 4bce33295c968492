import type { Query } from '../../kit/http/query.ts';
import type { Route } from '../../kit/http/route-table.ts';
import { type JsonObject, numberIn, textIn } from '../../kit/json.ts';
import { allOf, isBetween } from '../../kit/search/row-tests.ts';
import { type Call, type Endpoint, page, under } from '../endpoint.ts';
import { orderNotFound } from '../refusal.ts';
import type { Shop } from '../shop.ts';
import { readTimestamp } from '../timestamps.ts';
import { newestFirst, orderFilter } from './search.ts';
import { createOrder, updateOrder } from './writes.ts';

const reading = ['read_orders'];
const writing = ['read_orders', 'update_orders'];

/** Sheet 3.1. The words `last` and `deleted` come before the ids. */
export function orderEndpoints(shop: Shop): Route<Endpoint>[] {
  const on = under('/api/v3/{storeId}/orders');
  const settings = () => shop.settings();
  const found = ({ parameters }: Call) => shop.order(parameters.orderId ?? '');
  return [
    on('GET', '', reading, ({ query }) => page(listed(shop, query), query, settings())),
    on('POST', '', ['create_orders'], ({ body }) => {
      const order = createOrder(shop, body);
      return { id: numberIn(order, 'internalId'), [settings().orderIdKey]: textIn(order, 'id') };
    }),
    on('GET', '/last', reading, ({ query }) => lastOrder(shop, query)),
    on('GET', '/deleted', reading, ({ query }) =>
      page(deletedWithin(shop.deletedOrders.value, query), query, settings()),
    ),
    on('GET', '/{orderId}', reading, found),
    on('PUT', '/{orderId}', writing, (call) => {
      updateOrder(shop, found(call), call.body);
      return { updateCount: 1 };
    }),
    on('DELETE', '/{orderId}', ['update_orders'], (call) => {
      shop.deleteOrder(found(call));
      return { deleteCount: 1 };
    }),
    on('GET', '/{orderId}/invoices', ['read_orders', 'read_invoices'], (call) => ({
      invoices: found(call).invoices ?? [],
    })),
  ];
}

function listed(shop: Shop, query: Query): JsonObject[] {
  return shop.orders.indexed().filter(orderFilter(query, shop.settings())).sort(newestFirst);
}

function lastOrder(shop: Shop, query: Query): JsonObject {
  const [last] = listed(shop, query);
  if (last === undefined) throw orderNotFound('last');
  return last;
}

/** Sheet 3.11: the history of what was deleted. */
export function deletedWithin(rows: readonly JsonObject[], query: Query): JsonObject[] {
  const [from, to] = [query.timestamp('from_date'), query.timestamp('to_date')];
  return rows.filter(allOf([isBetween(from, to, (row) => readTimestamp(textIn(row, 'date')))]));
}
