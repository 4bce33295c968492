import { type JsonObject, numberIn, textIn } from '../json.ts';
import type { Route } from '../route-table.ts';
import { type Call, type Endpoint, page } from './endpoint.ts';
import { readMoment } from './moments.ts';
import { newestFirst, orderFilter } from './order-search.ts';
import { createOrder, updateOrder } from './order-writes.ts';
import type { Query } from './query.ts';
import { orderNotFound } from './refusal.ts';
import type { Shop } from './shop.ts';

const path = '/api/v3/{storeId}/orders';
const reading = ['read_orders'];
const writing = ['read_orders', 'update_orders'];

/** Sheet 3.1. The words `last` and `deleted` come before the ids. */
export function orderEndpoints(shop: Shop): Route<Endpoint>[] {
  const found = ({ parameters }: Call) => shop.order(parameters.orderId ?? '');
  return [
    {
      method: 'GET',
      template: path,
      handler: {
        scopes: reading,
        answer: ({ query }) => {
          const orders = shop.orders.indexed().filter(orderFilter(query, shop.settings()));
          return page(orders.sort(newestFirst), query, shop.settings());
        },
      },
    },
    {
      method: 'POST',
      template: path,
      handler: {
        scopes: ['create_orders'],
        answer: ({ body }) => {
          const order = createOrder(shop, body);
          return { id: numberIn(order, 'internalId'), [shop.settings().orderIdKey]: textIn(order, 'id') };
        },
      },
    },
    {
      method: 'GET',
      template: `${path}/last`,
      handler: { scopes: reading, answer: ({ query }) => lastOrder(shop, query) },
    },
    {
      method: 'GET',
      template: `${path}/deleted`,
      handler: {
        scopes: reading,
        answer: ({ query }) => page(deletedWithin(shop.deletedOrders, query), query, shop.settings()),
      },
    },
    { method: 'GET', template: `${path}/{orderId}`, handler: { scopes: reading, answer: found } },
    {
      method: 'PUT',
      template: `${path}/{orderId}`,
      handler: {
        scopes: writing,
        answer: (call) => {
          updateOrder(shop, found(call), call.body);
          return { updateCount: 1 };
        },
      },
    },
    {
      method: 'DELETE',
      template: `${path}/{orderId}`,
      handler: {
        scopes: ['update_orders'],
        answer: (call) => {
          shop.deleteOrder(found(call));
          return { deleteCount: 1 };
        },
      },
    },
    {
      method: 'GET',
      template: `${path}/{orderId}/invoices`,
      handler: {
        scopes: ['read_orders', 'read_invoices'],
        answer: (call) => ({ invoices: found(call).invoices ?? [] }),
      },
    },
  ];
}

function lastOrder(shop: Shop, query: Query): JsonObject {
  const [last] = shop.orders.indexed().filter(orderFilter(query, shop.settings())).sort(newestFirst);
  if (last === undefined) throw orderNotFound('last');
  return last;
}

/** Sheet 3.11: the history of what was deleted. */
export function deletedWithin(rows: readonly JsonObject[], query: Query): JsonObject[] {
  const from = query.moment('from_date') ?? Number.NEGATIVE_INFINITY;
  const to = query.moment('to_date') ?? Number.POSITIVE_INFINITY;
  return rows.filter((row) => {
    const at = readMoment(textIn(row, 'date')) ?? 0;
    return at >= from && at <= to;
  });
}
