import type { Query } from '../../kit/http/query.ts';
import { isObject, type JsonObject, numberIn, objectsIn, textIn } from '../../kit/json.ts';
import { allOf, holdsWords, isAmong, isBetween, isSame, type RowTest } from '../../kit/search/row-tests.ts';
import { byNumber, inOrder, reversed } from '../../kit/search/sorting.ts';
import type { EcwidSettings } from '../settings.ts';
import { readTimestamp } from '../timestamps.ts';

/** Whether an order is found (sheet 3.3). Unfinished orders are found only when their payment status is asked for. */
export function orderFilter(query: Query, settings: EcwidSettings): RowTest<JsonObject> {
  const number = query.text('orderNumber');
  // When it is set, all other filters are ignored.
  if (number !== undefined)
    return (order) => textIn(order, 'id') === number || String(order.internalId) === number;
  const within = (name: string, read: (order: JsonObject) => number | null) =>
    isBetween(query.timestamp(`${name}From`), query.timestamp(`${name}To`), read);
  return allOf<JsonObject>([
    hasId(query.list('ids'), settings),
    isAmong(query.list('paymentStatus'), (order) => [textIn(order, 'paymentStatus')]) ??
      ((order) => order.paymentStatus !== 'INCOMPLETE'),
    isAmong(query.list('fulfillmentStatus'), (order) => [textIn(order, 'fulfillmentStatus')]),
    within('created', (order) => numberIn(order, 'createTimestamp') * 1000),
    within('updated', (order) => numberIn(order, 'updateTimestamp') * 1000),
    within('pickupTime', (order) => readTimestamp(textIn(order, 'pickupTime'))),
    isBetween(query.number('totalFrom'), query.number('totalTo'), (order) => numberIn(order, 'total')),
    isSame(query.text('email')?.toLowerCase(), (order) => textIn(order, 'email').toLowerCase()),
    isSame(query.number('customerId'), (order) => order.customerId),
    isSame(query.text('vendorOrderNumber'), (order) => order.id),
    ...['paymentMethod', 'paymentModule', 'refererId', 'paymentReference'].map((name) =>
      isSame(query.text(name), (order: JsonObject) => order[name]),
    ),
    isSame(query.text('shippingMethod'), (order) => inside(order, 'shippingOption', 'shippingMethodName')),
    isSame(query.text('couponCode'), (order) => inside(order, 'discountCoupon', 'code')),
    isSame(query.flag('acceptMarketing'), (order) => order.acceptMarketing === true),
    isSame(query.flag('containsPreorderItems'), (order) =>
      objectsIn(order.items).some((item) => item.isPreorder === true),
    ),
    ...['productId', 'subscriptionId'].map((name) => {
      const ids = query.list(name);
      return ids === undefined ? undefined : (order: JsonObject) => hasItem(order, name, ids);
    }),
    holdsWords(query.text('keywords'), searchable),
    holdsWords(query.text('customer') ?? query.text('customerIdOrEmail'), buyerOf),
  ]);
}

/** The order of the list is not documented (sheet 2.1). We list the newest first, as the shop's own pages do. */
export const newestFirst = reversed(
  inOrder(
    byNumber((order: JsonObject) => numberIn(order, 'createTimestamp')),
    byNumber((order: JsonObject) => numberIn(order, 'internalId')),
  ),
);

function hasId(ids: string[] | undefined, settings: EcwidSettings): RowTest<JsonObject> | undefined {
  const { orderNumberPrefix, orderNumberSuffix } = settings;
  const wanted = ids?.flatMap((id) => [id, `${orderNumberPrefix}${id}${orderNumberSuffix}`]);
  return isAmong(wanted, (order) => [textIn(order, 'id'), String(order.internalId)]);
}

export function hasItem(order: JsonObject, field: string, ids: readonly string[]): boolean {
  return objectsIn(order.items).some((item) => ids.includes(String(item[field])));
}

/** What `keywords` looks at. */
function searchable(order: JsonObject): unknown[] {
  const options = (item: JsonObject) =>
    objectsIn(item.selectedOptions).flatMap(({ name, value }) => [name, value]);
  return [
    order.id,
    order.internalId,
    order.externalTransactionId,
    order.email,
    order.trackingNumber,
    order.privateAdminNotes,
    order.affiliateId,
    ...personTexts(order.billingPerson),
    ...personTexts(order.shippingPerson),
    ...objectsIn(order.items).flatMap((item) => [item.sku, item.name, ...options(item)]),
  ];
}

function buyerOf(order: JsonObject): unknown[] {
  return [order.customerId, order.email, inside(order, 'billingPerson', 'name')];
}

function personTexts(person: unknown): unknown[] {
  return isObject(person) ? Object.values(person) : [];
}

function inside(order: JsonObject, part: string, field: string): unknown {
  const value = order[part];
  return isObject(value) ? value[field] : undefined;
}
