import type { Query } from '../../kit/http/query.ts';
import { isObject, type JsonObject, numberIn, objectsIn, textIn } from '../../kit/json.ts';
import { allOf, holdsWords, isAmong, isBetween, isSame, type RowTest } from '../../kit/search/row-tests.ts';
import { byNumber, byText, inOrder, type RowOrder, reversed } from '../../kit/search/sorting.ts';
import { hasItem } from '../orders/search.ts';
import type { Shop } from '../shop.ts';
import { readTimestamp } from '../timestamps.ts';

/** Whether a customer is found (sheet 7.2). Address filters look at the saved shipping addresses. */
export function customerFilter(query: Query, shop: Shop): RowTest<JsonObject> {
  return allOf<JsonObject>([
    holdsWords(query.text('keyword'), (customer) => [textIn(customer, 'name'), textIn(customer, 'email')]),
    holdsWords(query.text('name'), (customer) => [textIn(customer, 'name')]),
    hasEmail(query),
    holdsWords(query.text('phone'), phonesOf),
    ...['city', 'postalCode', 'stateOrProvinceCode', 'companyName'].map((field) =>
      holdsWords(query.text(field), addressTexts(field)),
    ),
    isAmong(query.list('countryCodes'), addressTexts('countryCode')),
    isAmong(query.list('customerGroupIds'), (customer) => [String(customer.customerGroupId)]),
    isSame(query.text('lang'), (customer) => customer.lang),
    isSame(query.text('b2b_b2c'), (customer) => customer.b2b_b2c),
    isSame(query.flag('taxExempt'), (customer) => customer.taxExempt === true),
    isSame(query.flag('acceptMarketing'), (customer) => customer.acceptMarketing === true),
    isBetween(query.number('minOrderCount'), query.number('maxOrderCount'), stat('numberOfOrders')),
    isBetween(query.number('minSalesValue'), query.number('maxSalesValue'), stat('salesValue')),
    isBetween(query.timestamp('createdFrom'), query.timestamp('createdTo'), time('registered')),
    isBetween(query.timestamp('updatedFrom'), query.timestamp('updatedTo'), time('updated')),
    hasBought(query.list('purchasedProductIds'), shop),
  ]);
}

const byName = byText((customer: JsonObject) => textIn(customer, 'name'));
const sortings: Readonly<Record<string, RowOrder<JsonObject>>> = {
  NAME: byName,
  EMAIL: byText((customer) => textIn(customer, 'email')),
  ORDER_COUNT: byNumber(stat('numberOfOrders')),
  SALES_VALUE: byNumber(stat('salesValue')),
  REGISTERED_DATE: byNumber(time('registered')),
  UPDATED_DATE: byNumber(time('updated')),
  FIRST_ORDER_DATE: byNumber(orderTime('firstOrderDate')),
  LAST_ORDER_DATE: byNumber(orderTime('lastOrderDate')),
};
const sortNames = Object.keys(sortings).flatMap((name) => [`${name}_ASC`, `${name}_DESC`]);

export function customerOrder(query: Query): RowOrder<JsonObject> {
  const [, name = 'NAME', direction] = /^(.+)_(ASC|DESC)$/.exec(query.oneOf('sortBy', sortNames) ?? '') ?? [];
  const order = sortings[name] ?? byName;
  const byId = byNumber((customer: JsonObject) => numberIn(customer, 'id'));
  return inOrder(direction === 'DESC' ? reversed(order) : order, byId);
}

/** Matches a part of the address, or the whole address when an exact match is asked for. */
function hasEmail(query: Query): RowTest<JsonObject> | undefined {
  const email = query.text('email');
  return query.flag('useExactEmailMatch') === true
    ? isSame(email?.toLowerCase(), (customer) => textIn(customer, 'email').toLowerCase())
    : holdsWords(email, (customer) => [textIn(customer, 'email')]);
}

function hasBought(productIds: string[] | undefined, shop: Shop): RowTest<JsonObject> | undefined {
  if (productIds === undefined) return undefined;
  const orders = shop.orders.indexed().filter((order) => hasItem(order, 'productId', productIds));
  const buyers = new Set(orders.map(({ customerId }) => customerId));
  return (customer) => buyers.has(customer.id);
}

function addressTexts(field: string): (customer: JsonObject) => string[] {
  return (customer) => objectsIn(customer.shippingAddresses).map((address) => textIn(address, field));
}

function phonesOf(customer: JsonObject): string[] {
  const contacts = objectsIn(customer.contacts).filter(({ type }) => type === 'PHONE');
  return [...contacts.map((contact) => textIn(contact, 'contact')), ...addressTexts('phone')(customer)];
}

function stat(name: string): (customer: JsonObject) => number {
  return ({ stats }) => (isObject(stats) ? numberIn(stats, name) : 0);
}

function orderTime(name: string): (customer: JsonObject) => number {
  return ({ stats }) => (isObject(stats) ? (readTimestamp(textIn(stats, name)) ?? 0) : 0);
}

function time(name: string): (customer: JsonObject) => number {
  return (customer) => readTimestamp(textIn(customer, name)) ?? 0;
}
