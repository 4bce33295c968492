import type { Route } from '../../kit/http/route-table.ts';
import { isObject, type JsonObject, objectsIn, textIn } from '../../kit/json.ts';
import { type Call, type Endpoint, idIn, list, under } from '../endpoint.ts';
import { shaped } from '../fields.ts';
import { noEntity, noSuchEntity, required } from '../refusal.ts';
import type { Searched } from '../search/search.ts';
import type { Shop } from '../shop.ts';
import { cancel, comment, hold, unhold } from './moves.ts';
import { orderOnWire, rowOnWire } from './on-wire.ts';
import { rowsOf } from './row-quantities.ts';
import { savedAddress, saveOrder } from './save.ts';
import { addressShape, historyShape, searchableOrder, searchableRow } from './shapes.ts';

const view = 'Magento_Sales::actions_view';
const writing = 'Magento_Sales::create';

/** Orders, their rows and comments (sheet 7.1). Mind the order: `items` and `create` are no ids. */
export function orderEndpoints(shop: Shop): Route<Endpoint>[] {
  const on = under('/V1/orders');
  const shown = (order: JsonObject) => orderOnWire(order, shop.settings());
  const order = (call: Call) => shop.order(idIn(call, 'id'));
  const save = ({ body, store }: Call) => shown(saveOrder(shop, body, store));
  return [
    on('GET', '', view, (call) =>
      list(shop, call, { rows: shop.orders.indexed(), columns: searchableOrder, show: shown }),
    ),
    on('GET', '/items', view, (call) => list(shop, call, searchedRows(shop))),
    on('GET', '/items/{id}', view, (call) => orderRow(shop, idIn(call, 'id'))),
    on('GET', '/{id}', view, (call) => shown(order(call))),
    on('GET', '/{id}/statuses', view, (call) => textIn(order(call), 'status')),
    on('GET', '/{id}/comments', view, (call) => {
      const rows = objectsIn(order(call).status_histories);
      // This list takes no search criteria: the order is the only one.
      const filters = [{ field: 'parent_id', value: idIn(call, 'id'), condition_type: 'eq' }];
      return { items: rows, search_criteria: { filter_groups: [{ filters }] }, total_count: rows.length };
    }),
    on('POST', '', writing, save),
    on('PUT', '/create', writing, save),
    on('PUT', '/{id}', writing, (call) => changeAddress(shop, order(call), call)),
    on('POST', '/{id}/comments', 'Magento_Sales::comment', (call) => {
      const found = order(call);
      if (!isObject(call.body.status_history)) throw required('statusHistory');
      const history = shaped(call.body.status_history, historyShape);
      if (textIn(history, 'comment') === '' && textIn(history, 'status') === '') throw required('comment');
      comment(shop, found, history);
      return true;
    }),
    on('POST', '/{id}/cancel', 'Magento_Sales::cancel', (call) => cancel(shop, order(call))),
    on('POST', '/{id}/hold', 'Magento_Sales::hold', (call) => {
      hold(shop, order(call));
      return true;
    }),
    on('POST', '/{id}/unhold', 'Magento_Sales::unhold', (call) => {
      unhold(shop, order(call));
      return true;
    }),
    on(
      'POST',
      '/{id}/emails',
      'Magento_Sales::emails',
      (call) => textIn(order(call), 'customer_email') !== '',
    ),
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
