import { isObject, type JsonObject, objectsIn, textIn } from '../json.ts';
import type { Route } from '../route-table.ts';
import { type Call, type Endpoint, idIn, list } from './endpoint.ts';
import { cancel, comment, hold, unhold } from './order-moves.ts';
import { orderOnWire, rowOnWire } from './order-on-wire.ts';
import { savedAddress, saveOrder } from './order-save.ts';
import { addressShape, historyShape, searchableOrder, searchableRow } from './order-shape.ts';
import { noEntity, noSuchEntity, required } from './refusal.ts';
import { rowsOf } from './row-quantities.ts';
import type { Searched } from './search.ts';
import { shaped } from './shape.ts';
import type { Shop } from './shop.ts';

/** Orders, their rows and comments (sheet 7.1). Mind the order: `items` and `create` are no ids. */
export function orderEndpoints(shop: Shop): Route<Endpoint>[] {
  const view = 'Magento_Sales::actions_view';
  const shown = (order: JsonObject) => orderOnWire(order, shop.settings());
  const order = (call: Call) => shop.order(idIn(call, 'id'));
  const get = (template: string, answer: Endpoint['answer'], resource = view): Route<Endpoint> => ({
    method: 'GET',
    template,
    handler: { resource, answer },
  });
  const act = (what: string, answer: Endpoint['answer']): Route<Endpoint> => ({
    method: 'POST',
    template: `/V1/orders/{id}/${what}`,
    handler: { resource: `Magento_Sales::${what === 'comments' ? 'comment' : what}`, answer },
  });
  const save: Endpoint = {
    resource: 'Magento_Sales::create',
    answer: ({ body, store }) => shown(saveOrder(shop, body, store)),
  };
  return [
    get('/V1/orders', (call) =>
      list(shop, call, { rows: shop.orders.indexed(), columns: searchableOrder, show: shown }),
    ),
    get('/V1/orders/items', (call) => list(shop, call, searchedRows(shop))),
    get('/V1/orders/items/{id}', (call) => orderRow(shop, idIn(call, 'id'))),
    get('/V1/orders/{id}', (call) => shown(order(call))),
    get('/V1/orders/{id}/statuses', (call) => textIn(order(call), 'status')),
    get('/V1/orders/{id}/comments', (call) => {
      const rows = objectsIn(order(call).status_histories);
      // This list takes no search: the order is the criterion.
      const filters = [{ field: 'parent_id', value: idIn(call, 'id'), condition_type: 'eq' }];
      return { items: rows, search_criteria: { filter_groups: [{ filters }] }, total_count: rows.length };
    }),
    { method: 'POST', template: '/V1/orders', handler: save },
    { method: 'PUT', template: '/V1/orders/create', handler: save },
    {
      method: 'PUT',
      template: '/V1/orders/{id}',
      handler: {
        resource: 'Magento_Sales::create',
        answer: (call) => changeAddress(shop, order(call), call),
      },
    },
    act('comments', (call) => {
      const found = order(call);
      if (!isObject(call.body.status_history)) throw required('statusHistory');
      const history = shaped(call.body.status_history, historyShape);
      if (textIn(history, 'comment') === '' && textIn(history, 'status') === '') throw required('comment');
      comment(shop, found, history);
      return true;
    }),
    act('cancel', (call) => cancel(shop, order(call))),
    act('hold', (call) => {
      hold(shop, order(call));
      return true;
    }),
    act('unhold', (call) => {
      unhold(shop, order(call));
      return true;
    }),
    act('emails', (call) => textIn(order(call), 'customer_email') !== ''),
  ];
}

function searchedRows(shop: Shop): Searched {
  const orders = shop.orders.indexed();
  const orderOf = new Map(orders.map((each) => [each.entity_id, each]));
  return {
    rows: orders.flatMap(rowsOf),
    columns: searchableRow,
    show: (row) => rowOnWire(orderOf.get(row.order_id) ?? {}, row, shop.settings()),
  };
}

function orderRow(shop: Shop, id: string): JsonObject {
  for (const order of shop.orders.all()) {
    const row = rowsOf(order).find((each) => String(each.item_id) === id);
    if (row !== undefined) return rowOnWire(order, row, shop.settings());
  }
  throw noEntity();
}

/** The path has the order, the body the address (sheet 7.1). */
function changeAddress(shop: Shop, stored: JsonObject, { body }: Call): JsonObject {
  if (!isObject(body.entity)) throw required('entity');
  const given = shaped(body.entity, addressShape);
  if (given.entity_id === undefined) throw required('entity_id');
  const order = structuredClone(stored);
  for (const kind of ['billing', 'shipping'] as const) {
    const before = order[`${kind}_address`];
    if (!isObject(before) || before.entity_id !== given.entity_id) continue;
    const saved = savedAddress(shop, order, given, before, kind);
    order[`${kind}_address`] = saved;
    shop.saveOrder(order);
    return saved;
  }
  throw noSuchEntity('entity_id', given.entity_id);
}
