import { isObject, type JsonObject, numberIn, objectsIn, textIn } from '../json.ts';
import { readMoment } from './moments.ts';
import type { Query } from './query.ts';
import type { EcwidSettings } from './settings.ts';

type Test = (order: JsonObject) => boolean;

/** Whether an order is found (sheet 3.3). Without a payment status the unfinished ones are left out. */
export function orderFilter(query: Query, settings: EcwidSettings): Test {
  const number = query.text('orderNumber');
  // Set, all other filters are ignored.
  if (number !== undefined)
    return (order) => textIn(order, 'id') === number || String(order.internalId) === number;
  const tests = [
    idTest(query.list('ids'), settings),
    oneOfTest(query.list('paymentStatus'), (order) => textIn(order, 'paymentStatus')) ??
      ((order: JsonObject) => order.paymentStatus !== 'INCOMPLETE'),
    oneOfTest(query.list('fulfillmentStatus'), (order) => textIn(order, 'fulfillmentStatus')),
    rangeTest(query, 'created', (order) => numberIn(order, 'createTimestamp') * 1000),
    rangeTest(query, 'updated', (order) => numberIn(order, 'updateTimestamp') * 1000),
    rangeTest(query, 'pickupTime', (order) => readMoment(textIn(order, 'pickupTime'))),
    boundsTest(query.number('totalFrom'), query.number('totalTo'), (order) => numberIn(order, 'total')),
    sameTest(query.text('email')?.toLowerCase(), (order) => textIn(order, 'email').toLowerCase()),
    sameTest(query.number('customerId'), (order) => order.customerId),
    sameTest(query.text('vendorOrderNumber'), (order) => order.id),
    ...['paymentMethod', 'paymentModule', 'refererId', 'paymentReference'].map((name) =>
      sameTest(query.text(name), (order) => order[name]),
    ),
    sameTest(query.text('shippingMethod'), (order) => inside(order, 'shippingOption', 'shippingMethodName')),
    sameTest(query.text('couponCode'), (order) => inside(order, 'discountCoupon', 'code')),
    sameTest(query.flag('acceptMarketing'), (order) => order.acceptMarketing === true),
    sameTest(query.flag('containsPreorderItems'), (order) =>
      objectsIn(order.items).some((item) => item.isPreorder === true),
    ),
    itemTest(query.list('productId'), 'productId'),
    itemTest(query.list('subscriptionId'), 'subscriptionId'),
    wordsTest(query.text('keywords'), searchable),
    wordsTest(query.text('customer') ?? query.text('customerIdOrEmail'), buyerOf),
  ].filter((test) => test !== undefined);
  return (order) => tests.every((test) => test(order));
}

/** No order of the list is documented (sheet 2.1): the newest first, as the shop's own pages show them. */
export function newestFirst(one: JsonObject, other: JsonObject): number {
  return (
    numberIn(other, 'createTimestamp') - numberIn(one, 'createTimestamp') ||
    numberIn(other, 'internalId') - numberIn(one, 'internalId')
  );
}

function idTest(ids: string[] | undefined, settings: EcwidSettings): Test | undefined {
  if (ids === undefined) return undefined;
  const { orderNumberPrefix, orderNumberSuffix } = settings;
  const wanted = new Set(ids.flatMap((id) => [id, `${orderNumberPrefix}${id}${orderNumberSuffix}`]));
  return (order) => wanted.has(textIn(order, 'id')) || wanted.has(String(order.internalId));
}

function oneOfTest(values: string[] | undefined, read: (order: JsonObject) => string): Test | undefined {
  return values === undefined ? undefined : (order) => values.includes(read(order));
}

function sameTest(value: unknown, read: (order: JsonObject) => unknown): Test | undefined {
  return value === undefined ? undefined : (order) => read(order) === value;
}

/** Both ends belong to the range: not documented (sheet 2.2). */
function boundsTest(
  from: number | undefined,
  to: number | undefined,
  read: (order: JsonObject) => number | null,
): Test | undefined {
  if (from === undefined && to === undefined) return undefined;
  return (order) => {
    const value = read(order);
    return (
      value !== null &&
      value >= (from ?? Number.NEGATIVE_INFINITY) &&
      value <= (to ?? Number.POSITIVE_INFINITY)
    );
  };
}

function rangeTest(query: Query, name: string, read: (order: JsonObject) => number | null): Test | undefined {
  return boundsTest(query.moment(`${name}From`), query.moment(`${name}To`), read);
}

function itemTest(ids: string[] | undefined, field: string): Test | undefined {
  if (ids === undefined) return undefined;
  return (order) => objectsIn(order.items).some((item) => ids.includes(String(item[field])));
}

function wordsTest(words: string | undefined, read: (order: JsonObject) => unknown[]): Test | undefined {
  const wanted = words?.toLowerCase();
  if (wanted === undefined) return undefined;
  return (order) =>
    read(order).some((value) =>
      String(value ?? '')
        .toLowerCase()
        .includes(wanted),
    );
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
