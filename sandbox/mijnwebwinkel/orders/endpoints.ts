import { jsonAnswer } from '../../kit/http/refusal.ts';
import type { Route } from '../../kit/http/route-table.ts';
import type { Access } from '../access.ts';
import { type Call, type Endpoint, objectIn, page, under } from '../endpoint.ts';
import type { Shop } from '../shop.ts';
import { createCredit } from './credit.ts';
import { orderOnWire } from './on-wire.ts';
import type { Order } from './order.ts';
import { addPayment, changePayment, deletePayment, paymentOnWire } from './payments.ts';
import { ordersFound } from './search.ts';
import { statusText } from './statuses.ts';
import { changeOrder, createOrder } from './writes.ts';

/** Sheet 6. The words come before the numbers. */
export function orderEndpoints(shop: Shop, access: Access): Route<Endpoint>[] {
  const on = under('');
  const shown = (order: Order) => orderOnWire(order, shop.settings());
  const found = ({ parameters }: Call) => shop.order(parameters.number ?? '');
  return [
    on('GET', '/orders', ({ query }) => page(ordersFound(shop, query), query, shop.settings()).map(shown)),
    on('POST', '/orders', (call) => shown(createOrder(shop, access, objectIn(call), call.query))),
    on('GET', '/orders/count', ({ query }) => ({ count: ordersFound(shop, query).length })),
    on('POST', '/orders/credit', (call) => {
      const mutateStock = call.query.flag('mutate_stock') !== false;
      return shown(createCredit(shop, objectIn(call), { mutateStock }));
    }),
    on('GET', '/orders/{number}', (call) => shown(found(call))),
    on('PATCH', '/orders/{number}', (call) => shown(changeOrder(shop, found(call), objectIn(call)))),
    on('GET', '/orders/{number}/payments', (call) => {
      const order = found(call);
      return { payments: order.payments.map((each) => paymentOnWire(each, order, call.query)) };
    }),
    on('POST', '/orders/{number}/payments', (call) => {
      const order = found(call);
      const payment = paymentOnWire(addPayment(shop, order, objectIn(call)), order, call.query);
      // The only answer that is no 200 (sheet 12, 6).
      return jsonAnswer({ payment, url: 'https://theemeester.example.com/' }, 201);
    }),
    on('PATCH', '/orders/{number}/payments/{paymentId}', (call) => {
      const order = found(call);
      const payment = changePayment(shop, order, call.parameters.paymentId ?? '', objectIn(call));
      return { payment: paymentOnWire(payment, order, call.query) };
    }),
    on('DELETE', '/orders/{number}/payments/{paymentId}', (call) => {
      deletePayment(shop, found(call), call.parameters.paymentId ?? '');
      return new Response(null, { status: 204 });
    }),
    on(
      'GET',
      '/orderstatuses',
      ({ query }) =>
        shop.statuses.value.map((each) => ({
          ...each,
          description: statusText(each, query.text('language')),
        })),
      'partner token',
    ),
  ];
}
