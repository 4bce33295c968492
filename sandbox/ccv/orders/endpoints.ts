import { type JsonObject, textIn } from '../../kit/json.ts';
import { byNumber } from '../../kit/search/sorting.ts';
import { wholeSecond } from '../../kit/time/timestamps.ts';
import { type Call, idIn, objectIn, on, type Routes } from '../call/call.ts';
import { readBodyFields, text } from '../call/fields.ts';
import { pagedList, plainList } from '../call/lists.ts';
import { invalid, notFound } from '../refusal.ts';
import type { Shop } from '../shop.ts';
import { utc } from '../times.ts';
import { orderOnWire } from './on-wire.ts';
import type { Order, OrderRow, Remark } from './order.ts';
import { rowOnWire } from './row-on-wire.ts';
import { orderFilters, orderOrders, ordersFound } from './search.ts';
import { addRow, changeOrder, changeRow, createOrder, replaceRows, requireBasket } from './writes.ts';

/** Nothing deletes an order (sheet 5). */
export function orderEndpoints(shop: Shop): Routes {
  const show = (call: Call) => (order: Order) => orderOnWire(order, call.links, call.settings);
  const found = (call: Call) => shop.order(idIn(call));
  return [
    on('GET', '/orders', (call) => {
      const listing = { show: show(call), orders: orderOrders, filters: orderFilters };
      return pagedList(call, ordersFound(shop, call.query, call.settings), listing);
    }),
    on('POST', '/orders', (call) => show(call)(createOrder(shop, objectIn(call)))),
    on('GET', '/orders/{id}', (call) => show(call)(found(call))),
    on('PATCH', '/orders/{id}', (call) => {
      changeOrder(shop, found(call), objectIn(call));
      return undefined;
    }),
    ...rowEndpoints(shop),
    ...remarkEndpoints(shop, 'ordernotes', 'note', 'notes'),
    ...remarkEndpoints(shop, 'ordermessages', 'message', 'messages'),
    ...remarkEndpoints(shop, 'ordernotifications', 'type', 'notifications'),
    on('GET', '/ordernotes/{id}', (call) => {
      const { order, remark } = noteIn(shop, call);
      return remarkOnWire('ordernotes', 'note', order, remark, call);
    }),
    on('DELETE', '/ordernotes/{id}', (call) => {
      const { order, remark } = noteIn(shop, call);
      shop.save({ ...order, notes: order.notes.filter((each) => each !== remark) });
      return undefined;
    }),
    on('GET', '/orders/{id}/orderlabels', (call) => {
      const order = found(call);
      const label = (id: number) => ({ label_id: id, parent: call.links.to('orders', order.id) });
      return plainList(call, order.labels, { show: label });
    }),
    on('PUT', '/orders/{id}/orderlabels', (call) => {
      const { labels } = objectIn(call);
      if (!Array.isArray(labels) || !labels.every((each) => typeof each === 'number')) {
        throw invalid('labels is not a list of ids');
      }
      shop.save({ ...found(call), labels });
      return undefined;
    }),
  ];
}

function rowEndpoints(shop: Shop): Routes {
  const show =
    ({ id }: Order, call: Call) =>
    (row: OrderRow) =>
      rowOnWire(row, id, shop.assortment.packageName(row.packageId), call.links);
  const found = (call: Call) => shop.order(idIn(call));
  const rowIn = (call: Call) => {
    const order = shop.withRow(idIn(call));
    const row = order.rows.find(({ id }) => String(id) === idIn(call));
    if (row === undefined) throw notFound('orderrows');
    return { order, row };
  };
  return [
    on('GET', '/orders/{id}/orderrows', (call) => {
      const order = found(call);
      return pagedList(call, order.rows, { show: show(order, call), mayBeNull: true });
    }),
    on('PUT', '/orders/{id}/orderrows', (call) => {
      replaceRows(shop, found(call), objectIn(call));
      return undefined;
    }),
    on('POST', '/orders/{id}/orderrows', (call) => {
      const before = found(call);
      const order = addRow(shop, before, objectIn(call));
      const row = order.rows[before.rows.length];
      return row === undefined ? {} : show(order, call)(row);
    }),
    on('GET', '/orderrows/{id}', (call) => {
      const { order, row } = rowIn(call);
      return show(order, call)(row);
    }),
    on('PATCH', '/orderrows/{id}', (call) => {
      const { order, row } = rowIn(call);
      changeRow(shop, order, row.id, objectIn(call));
      return undefined;
    }),
    on('DELETE', '/orderrows/{id}', (call) => {
      const { order, row } = rowIn(call);
      requireBasket(order);
      shop.save({ ...order, rows: order.rows.filter((each) => each !== row) });
      return undefined;
    }),
  ];
}

type Remarks = 'notes' | 'messages' | 'notifications';

function remarkEndpoints(shop: Shop, resource: string, field: string, kept: Remarks): Routes {
  const orders = { id: byNumber(({ id }: Remark) => id), create_date: byNumber(({ at }: Remark) => at) };
  return [
    on('GET', `/orders/{id}/${resource}`, (call) => {
      const order = shop.order(idIn(call));
      const show = (each: Remark) => remarkOnWire(resource, field, order, each, call);
      return plainList(call, order[kept], { show, orders, mayBeNull: true });
    }),
    on('POST', `/orders/{id}/${resource}`, (call) => {
      const order = shop.order(idIn(call));
      const sent = readBodyFields(objectIn(call), text(field), call.settings, [field]);
      const remark = addRemark(shop, order, kept, textIn(sent, field));
      return remarkOnWire(resource, field, order, remark, call);
    }),
  ];
}

export function addRemark(shop: Shop, order: Order, kept: Remarks, words: string): Remark {
  const remark = { id: shop.ids.next('remark'), at: wholeSecond(shop.world.now()), text: words };
  shop.save({ ...order, [kept]: [...order[kept], remark] });
  return remark;
}

function noteIn(shop: Shop, call: Call): { order: Order; remark: Remark } {
  for (const order of shop.orders.all()) {
    const remark = order.notes.find(({ id }) => String(id) === idIn(call));
    if (remark !== undefined) return { order, remark };
  }
  throw notFound('ordernotes');
}

function remarkOnWire(
  resource: string,
  field: string,
  { id: orderId }: Order,
  { id, at, text: words }: Remark,
  { links }: Call,
): JsonObject {
  return {
    href: links.self(resource, id),
    id,
    // What kinds of notes there are is not known.
    ...(resource === 'ordernotes' ? { type: 'note' } : {}),
    [field]: words,
    create_date: utc(at),
    parent: links.ref('orders', orderId),
  };
}
