import { isObject, type JsonObject, numberIn, objectsIn, textIn } from '../json.ts';
import { readMoment } from './moments.ts';
import type { Query } from './query.ts';
import type { Shop } from './shop.ts';

type Test = (customer: JsonObject) => boolean;

/** Whether a customer is found (sheet 7.2). Address filters look at the saved shipping addresses. */
export function customerFilter(query: Query, shop: Shop): Test {
  const tests = [
    wordsTest(query.text('keyword'), (customer) => [textIn(customer, 'name'), textIn(customer, 'email')]),
    wordsTest(query.text('name'), (customer) => [textIn(customer, 'name')]),
    emailTest(query),
    wordsTest(query.text('phone'), phonesOf),
    ...['city', 'postalCode', 'stateOrProvinceCode', 'companyName'].map((field) =>
      wordsTest(query.text(field), addressTexts(field)),
    ),
    oneOfTest(query.list('countryCodes'), addressTexts('countryCode')),
    oneOfTest(query.list('customerGroupIds'), (customer) => [String(customer.customerGroupId)]),
    sameTest(query.text('lang'), (customer) => customer.lang),
    sameTest(query.text('b2b_b2c'), (customer) => customer.b2b_b2c),
    sameTest(query.flag('taxExempt'), (customer) => customer.taxExempt === true),
    sameTest(query.flag('acceptMarketing'), (customer) => customer.acceptMarketing === true),
    boundsTest(query.number('minOrderCount'), query.number('maxOrderCount'), stat('numberOfOrders')),
    boundsTest(query.number('minSalesValue'), query.number('maxSalesValue'), stat('salesValue')),
    boundsTest(query.moment('createdFrom'), query.moment('createdTo'), moment('registered')),
    boundsTest(query.moment('updatedFrom'), query.moment('updatedTo'), moment('updated')),
    buyersTest(query.list('purchasedProductIds'), shop),
  ].filter((test) => test !== undefined);
  return (customer) => tests.every((test) => test(customer));
}

const sortings: Readonly<Record<string, (one: JsonObject, other: JsonObject) => number>> = {
  NAME: byText('name'),
  EMAIL: byText('email'),
  ORDER_COUNT: byNumber(stat('numberOfOrders')),
  SALES_VALUE: byNumber(stat('salesValue')),
  REGISTERED_DATE: byNumber(moment('registered')),
  UPDATED_DATE: byNumber(moment('updated')),
  FIRST_ORDER_DATE: byNumber(orderMoment('firstOrderDate')),
  LAST_ORDER_DATE: byNumber(orderMoment('lastOrderDate')),
};
const sortNames = Object.keys(sortings).flatMap((name) => [`${name}_ASC`, `${name}_DESC`]);

export function customerOrder(query: Query): (one: JsonObject, other: JsonObject) => number {
  const [, name = 'NAME', direction] = /^(.+)_(ASC|DESC)$/.exec(query.oneOf('sortBy', sortNames) ?? '') ?? [];
  const compare = sortings[name] ?? byText('name');
  const sign = direction === 'DESC' ? -1 : 1;
  return (one, other) => sign * compare(one, other) || numberIn(one, 'id') - numberIn(other, 'id');
}

/** A part of the address is enough, unless the whole is asked for. */
function emailTest(query: Query): Test | undefined {
  const email = query.text('email')?.toLowerCase();
  const exact = query.flag('useExactEmailMatch') === true;
  if (email === undefined) return undefined;
  return (customer) => {
    const own = textIn(customer, 'email').toLowerCase();
    return exact ? own === email : own.includes(email);
  };
}

function wordsTest(words: string | undefined, read: (customer: JsonObject) => string[]): Test | undefined {
  const wanted = words?.toLowerCase();
  if (wanted === undefined) return undefined;
  return (customer) => read(customer).some((text) => text.toLowerCase().includes(wanted));
}

function oneOfTest(values: string[] | undefined, read: (customer: JsonObject) => string[]): Test | undefined {
  return values === undefined
    ? undefined
    : (customer) => read(customer).some((text) => values.includes(text));
}

function sameTest(value: unknown, read: (customer: JsonObject) => unknown): Test | undefined {
  return value === undefined ? undefined : (customer) => read(customer) === value;
}

function boundsTest(
  from: number | undefined,
  to: number | undefined,
  read: (customer: JsonObject) => number,
): Test | undefined {
  if (from === undefined && to === undefined) return undefined;
  return (customer) => {
    const value = read(customer);
    return value >= (from ?? Number.NEGATIVE_INFINITY) && value <= (to ?? Number.POSITIVE_INFINITY);
  };
}

function buyersTest(productIds: string[] | undefined, shop: Shop): Test | undefined {
  if (productIds === undefined) return undefined;
  const bought = (order: JsonObject) =>
    objectsIn(order.items).some(({ productId }) => productIds.includes(String(productId)));
  const buyers = new Set(
    shop.orders
      .indexed()
      .filter(bought)
      .map(({ customerId }) => customerId),
  );
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

function orderMoment(name: string): (customer: JsonObject) => number {
  return ({ stats }) => (isObject(stats) ? (readMoment(textIn(stats, name)) ?? 0) : 0);
}

function moment(name: string): (customer: JsonObject) => number {
  return (customer) => readMoment(textIn(customer, name)) ?? 0;
}

function byText(name: string) {
  return (one: JsonObject, other: JsonObject) => textIn(one, name).localeCompare(textIn(other, name), 'nl');
}

function byNumber(read: (customer: JsonObject) => number) {
  return (one: JsonObject, other: JsonObject) => read(one) - read(other);
}
