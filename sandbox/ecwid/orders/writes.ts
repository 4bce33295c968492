/** Orders that come over the API: nothing is calculated, everything is kept as sent (sheet 3.5). */
import Big from 'big.js';
import {
  isObject,
  type Json,
  type JsonObject,
  numberIn,
  objectsIn,
  textIn,
  without,
} from '../../kit/json.ts';
import { asNumber, sumOf } from '../../kit/money/cents.ts';
import { withoutTax } from '../../kit/money/tax.ts';
import { productIds } from '../../kit/shop/articles.ts';
import { toSeconds } from '../../kit/time/timestamps.ts';
import { countedOrder, newCustomer } from '../customers/on-wire.ts';
import { completedPerson } from '../customers/person-on-wire.ts';
import { writable } from '../fields.ts';
import { absentField, wrongField, wrongParameter } from '../refusal.ts';
import type { Shop } from '../shop.ts';
import { dateText, readTimestamp } from '../timestamps.ts';
import { checkedExtraFields } from './extra-fields.ts';
import { itemShape, moneyFields, orderShape } from './fields.ts';

/** What is longer is cut (sheet 3.8). */
const maxShortDescription = 120;

export function createOrder(shop: Shop, body: JsonObject): JsonObject {
  const fields = orderFieldsOf(shop, body, {});
  const now = shop.world.now();
  const placedAt = (typeof fields.createDate === 'string' ? readTimestamp(fields.createDate) : null) ?? now;
  const id = shop.newOrderId();
  const internalId = shop.ids.next('internalId');
  const customer = customerOf(shop, fields, placedAt);
  const order = computed({
    paymentStatus: 'AWAITING_PAYMENT',
    fulfillmentStatus: 'AWAITING_PROCESSING',
    subtotal: 0,
    total: 0,
    tax: 0,
    items: [],
    ...fields,
    ...(customer === undefined ? {} : { customerId: numberIn(customer, 'id') }),
    id,
    internalId,
    orderNumber: internalId,
    vendorOrderNumber: id,
    publicUid: id,
    createDate: dateText(placedAt),
    createTimestamp: toSeconds(placedAt),
    updateDate: dateText(now),
    updateTimestamp: toSeconds(now),
    refundedAmount: 0,
    refunds: [],
    usdTotal: 0,
    extraFields: {},
    invoices: [],
    shipments: [],
    predictedPackage: [],
  });
  shop.addOrder(order, 'over the API');
  if (customer !== undefined) shop.changeCustomer(customer, countedOrder(customer, order));
  return order;
}

export function updateOrder(shop: Shop, order: JsonObject, body: JsonObject): void {
  const fields = orderFieldsOf(shop, body, order);
  if (shop.settings().quirks && 'customerGroup' in order) fields.customerGroup = null;
  if (Object.keys(fields).some((name) => moneyFields.has(name))) shop.ledgers.delete(textIn(order, 'id'));
  if (typeof fields.createDate === 'string') {
    const placedAt = readTimestamp(fields.createDate) ?? 0;
    fields.createDate = dateText(placedAt);
    fields.createTimestamp = toSeconds(placedAt);
  }
  shop.changeOrder(order, computed({ ...order, ...fields }));
}

function orderFieldsOf(shop: Shop, body: JsonObject, before: JsonObject): JsonObject {
  if (body.paymentStatus === 'QUEUED') {
    throw wrongParameter('Status QUEUED is deprecated, use AWAITING_PAYMENT instead');
  }
  const fields = writable(body, orderShape, 'Order');
  const { items, billingPerson, shippingPerson, shippingOption, discountCoupon, createDate } = fields;
  if (typeof createDate === 'string' && readTimestamp(createDate) === null) {
    throw wrongField('Order', 'createDate');
  }
  if (Array.isArray(items)) fields.items = itemsOf(shop, items, before);
  if (isObject(billingPerson)) fields.billingPerson = completedPerson(billingPerson);
  if (isObject(shippingPerson)) fields.shippingPerson = completedPerson(shippingPerson);
  if (isObject(shippingOption) && shippingOption.isPickup === true) {
    fields.shippingOption = without(shippingOption, 'shippingCarrierName');
  }
  if (isObject(discountCoupon)) fields.discountCoupon = without(discountCoupon, 'catalogLimit');
  if (Array.isArray(fields.orderExtraFields)) checkedExtraFields(fields.orderExtraFields.filter(isObject));
  // What the shop does with the number of an order that it fulfils itself is not documented: it is dropped in silence.
  const isElsewhere = fields.externalFulfillment ?? before.externalFulfillment;
  if (fields.externalOrderId !== undefined && isElsewhere !== true) delete fields.externalOrderId;
  if (fields.customerTaxExempt === true) fields.customerTaxExempt = isExempt(shop, fields, before);
  return fields;
}

/** The flag is dropped unless the customer is exempt (sheet 11). */
function isExempt(shop: Shop, fields: JsonObject, before: JsonObject): boolean {
  const id = fields.customerId ?? before.customerId;
  const customer = shop.customers.get(String(id)) ?? shop.customerByEmail(textIn(fields, 'email'));
  return customer?.taxExempt === true;
}

/** The list that is sent replaces the stored one; a line keeps its id where the order has it (sheet 3.8). */
function itemsOf(shop: Shop, items: readonly Json[], before: JsonObject): JsonObject[] {
  const known = new Set(objectsIn(before.items).map(({ id }) => id));
  return items.map((item) => {
    if (!isObject(item)) throw wrongField('Order', 'items');
    const fields = writable(item, itemShape, 'OrderItem');
    if (typeof fields.quantity !== 'number') throw absentField('OrderItem', 'quantity');
    const id = typeof fields.id === 'number' && known.has(fields.id) ? fields.id : shop.ids.next('itemId');
    if (typeof fields.shortDescription === 'string') {
      fields.shortDescription = [...fields.shortDescription].slice(0, maxShortDescription).join('');
    }
    return { price: 0, name: '', sku: '', tax: 0, shipping: 0, ...fields, id };
  });
}

/** The account that a paid order of known articles is booked on; a missing one is made (sheet 3.4). */
function customerOf(shop: Shop, fields: JsonObject, at: number): JsonObject | undefined {
  const items = objectsIn(fields.items);
  const known = items.length > 0 && items.every(({ productId }) => isKnown(shop, productId));
  if (fields.paymentStatus !== 'PAID' || !known) return undefined;
  const byId = shop.customers.get(String(fields.customerId));
  const email = textIn(fields, 'email').trim();
  if (byId !== undefined || email === '') return byId;
  const byEmail = shop.customerByEmail(email);
  if (byEmail !== undefined) return byEmail;
  const person = isObject(fields.billingPerson) ? { billingPerson: fields.billingPerson } : {};
  const customer = newCustomer(shop, { email, ...person }, at);
  shop.addCustomer(customer);
  return customer;
}

/** The articles of the sandbox are known also where the shop has no catalogue. */
function isKnown(shop: Shop, productId: Json | undefined): boolean {
  return productIds.has(Number(productId)) || shop.assortment.products.get(String(productId)) !== undefined;
}

/** The few figures that the shop works out from what it was sent (sheet 12, 4). */
function computed(order: JsonObject): JsonObject {
  const included = order.pricesIncludeTax === true;
  const items = objectsIn(order.items).map((item) => {
    const rate = sumOf(objectsIn(item.taxes).map((tax) => percentIn(tax)));
    const price = withoutTax(Big(numberIn(item, 'price')), rate, included);
    return { ...item, priceWithoutTax: asNumber(price) };
  });
  const net = sumOf(items.map((item) => Big(item.priceWithoutTax).times(numberIn(item, 'quantity'))));
  return {
    ...order,
    items,
    totalWithoutTax: asNumber(Big(numberIn(order, 'total')).minus(numberIn(order, 'tax'))),
    subtotalWithoutTax: included ? asNumber(net) : numberIn(order, 'subtotal'),
  };
}

/** Anything may stand in a list that is kept as sent. */
function percentIn(tax: JsonObject): Big {
  const value = numberIn(tax, 'value');
  return Big(value > 0 && value < 1000 ? value : 0);
}
