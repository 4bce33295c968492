/** POST `/orders`: a raw save, nothing is counted (sheet 7.10, way B). */
import { isObject, type Json, type JsonObject, objectsIn, textIn } from '../../kit/json.ts';
import { shaped } from '../fields.ts';
import { invalidType, noEntity, noSuchEntity, refusal, required, requireFields } from '../refusal.ts';
import type { Shop } from '../shop.ts';
import { type StoreView, storeName, viewById } from '../stores/stores.ts';
import { isTimestamp } from '../timestamps.ts';
import { cutToColumns } from './column-lengths.ts';
import { addressShape, assignmentsShape, orderShape } from './shapes.ts';

export function saveOrder(shop: Shop, body: JsonObject, scope: StoreView): JsonObject {
  if (!isObject(body.entity)) throw required('entity');
  const given = shaped(body.entity, orderShape);
  const known = given.entity_id === undefined ? undefined : shop.orders.get(String(given.entity_id));
  if (given.entity_id !== undefined && known === undefined) throw noEntity();
  check(shop, given, known === undefined);
  const attributes = isObject(given.extension_attributes) ? given.extension_attributes : {};
  const { shipping_assignments: assignments, ...otherAttributes } = attributes;
  const shipping = shippingIn(assignments);
  const draft = structuredClone(known ?? newOrder(shop, given, scope));
  const orderId = Number(draft.entity_id);
  const storeId = Number(given.store_id ?? draft.store_id);
  if (typeof given.increment_id === 'string') {
    shop.requireFreeNumber(given.increment_id, storeId, known === undefined ? null : orderId);
  }
  const { items, billing_address, payment, status_histories, extension_attributes, ...header } = given;
  Object.assign(draft, cutToColumns(header), { entity_id: orderId });
  draft.extension_attributes = {
    ...(isObject(draft.extension_attributes) ? draft.extension_attributes : {}),
    ...otherAttributes,
  };
  saveRows(shop, draft, objectsIn(items));
  saveAddresses(shop, draft, isObject(billing_address) ? billing_address : null, shipping.address);
  if (shipping.method !== null) draft.shipping_method = shipping.method;
  if (isObject(payment)) {
    const before = isObject(draft.payment) ? draft.payment : { account_status: null, cc_last4: null };
    draft.payment = { ...before, ...keptInformation(payment), entity_id: orderId, parent_id: orderId };
  }
  saveHistories(shop, draft, objectsIn(status_histories));
  return shop.saveOrder(draft);
}

function newOrder(shop: Shop, given: JsonObject, scope: StoreView): JsonObject {
  const store = viewById(Number(given.store_id)) ?? scope;
  return {
    entity_id: shop.ids.next('order'),
    increment_id:
      typeof given.increment_id === 'string' ? given.increment_id : shop.nextNumber('orders', store.id),
    created_at: shop.now(),
    updated_at: shop.now(),
    store_id: store.id,
    store_name: storeName(store),
    items: [],
    billing_address: null,
    shipping_address: null,
    shipping_method: null,
    status_histories: [],
    extension_attributes: {},
  };
}

function check(shop: Shop, given: JsonObject, isNew: boolean): void {
  if (isNew) requireFields(given, ['base_grand_total', 'customer_email', 'grand_total']);
  for (const name of ['created_at', 'updated_at']) {
    const value = given[name];
    if (typeof value === 'string' && !isTimestamp(value)) throw invalidType(name, value, 'string');
  }
  if (given.store_id !== undefined && viewById(Number(given.store_id)) === undefined) {
    throw refusal(404, "The store that was requested wasn't found. Verify the store and try again.");
  }
  // The database holds orders to it; the sheet does not say how the API words that.
  if (given.customer_id !== undefined && shop.customers.get(String(given.customer_id)) === undefined) {
    throw noSuchEntity('customerId', given.customer_id);
  }
  if (isNew && !isObject(given.billing_address)) {
    throw refusal(400, 'Please provide billing address for the order.');
  }
  if (isNew && objectsIn(given.items).length === 0) throw refusal(400, 'Please specify order items.');
  if (objectsIn(given.items).some((item) => textIn(item, 'sku') === '')) throw required('sku');
  if (isObject(given.payment) && textIn(given.payment, 'method') === '') throw required('method');
}

/** Rows that are there already are saved over; a child finds its parent by its cart item or SKU. */
function saveRows(shop: Shop, draft: JsonObject, items: readonly JsonObject[]): void {
  const rows = [...objectsIn(draft.items)];
  for (const { parent_item: parent, ...item } of items) {
    const at = rows.findIndex((row) => row.item_id === item.item_id);
    if (item.item_id !== undefined && at >= 0) {
      rows[at] = { ...rows[at], ...item };
      continue;
    }
    const found = isObject(parent) ? parentAmong(rows, parent) : undefined;
    const blank = { qty_canceled: 0, qty_invoiced: 0, qty_ordered: 0, qty_refunded: 0, qty_shipped: 0 };
    rows.push({
      ...blank,
      ...item,
      ...(found === undefined ? {} : { parent_item_id: found.item_id ?? 0 }),
      item_id: shop.ids.next('item'),
      order_id: draft.entity_id ?? 0,
      created_at: shop.now(),
      updated_at: shop.now(),
    });
  }
  draft.items = rows;
}

function parentAmong(rows: readonly JsonObject[], parent: JsonObject): JsonObject | undefined {
  const same = (name: string) => (row: JsonObject) =>
    parent[name] !== undefined && row[name] === parent[name];
  return rows.find(same('item_id')) ?? rows.find(same('quote_item_id')) ?? rows.find(same('sku'));
}

function saveAddresses(
  shop: Shop,
  draft: JsonObject,
  billing: JsonObject | null,
  shipping: JsonObject | null,
): void {
  if (billing !== null) {
    const saved = savedAddress(shop, draft, billing, draft.billing_address, 'billing');
    draft.billing_address = saved;
    draft.billing_address_id = saved.entity_id ?? 0;
  }
  if (shipping !== null) {
    draft.shipping_address = savedAddress(shop, draft, shipping, draft.shipping_address, 'shipping');
  }
}

export function savedAddress(
  shop: Shop,
  order: JsonObject,
  given: JsonObject,
  before: Json | undefined,
  type: string,
): JsonObject {
  const old = isObject(before) ? before : {};
  const address: JsonObject = {
    address_type: type,
    ...old,
    ...given,
    parent_id: order.entity_id ?? 0,
    entity_id: old.entity_id ?? shop.ids.next('address'),
  };
  const missing = Object.entries(neededOfAddress)
    .filter(([name]) => address[name] === undefined || address[name] === '' || String(address[name]) === '')
    .map(([, label]) => `"${label}" is required. Enter and try again.`);
  if (missing.length > 0) throw refusal(400, "We can't save the address:\n%1", [missing.join('\n')]);
  return address;
}

/** The wording is inferred. */
const neededOfAddress: Readonly<Record<string, string>> = {
  postcode: 'Zip code',
  lastname: 'Last name',
  street: 'Street',
  city: 'City',
  email: 'Email',
  country_id: 'Country',
  firstname: 'First Name',
  address_type: 'Address Type',
  telephone: 'Phone Number',
};

function shippingIn(assignments: Json | undefined): { address: JsonObject | null; method: Json } {
  const nothing = { address: null, method: null };
  if (assignments === undefined) return nothing;
  const read = shaped({ shipping_assignments: assignments }, assignmentsShape);
  const shipping = objectsIn(read.shipping_assignments)[0]?.shipping;
  if (!isObject(shipping)) return nothing;
  return {
    address: isObject(shipping.address) ? shaped(shipping.address, addressShape) : null,
    method: shipping.method ?? null,
  };
}

/** The keys are lost (sheet 7.10). */
function keptInformation(payment: JsonObject): JsonObject {
  const { additional_information: information } = payment;
  if (information === undefined) return { additional_information: [], ...payment };
  const values =
    Array.isArray(information) || isObject(information) ? Object.values(information) : [information];
  return {
    ...payment,
    additional_information: values.map((value) => (isScalar(value) ? String(value) : '')),
  };
}

function isScalar(value: Json): boolean {
  return value !== null && typeof value !== 'object';
}

function saveHistories(shop: Shop, draft: JsonObject, given: readonly JsonObject[]): void {
  const added = given
    .filter((history) => history.entity_id === undefined)
    .map((history) => ({
      comment: null,
      is_customer_notified: 0,
      is_visible_on_front: 0,
      ...history,
      created_at: shop.now(),
      entity_id: shop.ids.next('history'),
      parent_id: draft.entity_id ?? 0,
    }));
  draft.status_histories = [...added, ...objectsIn(draft.status_histories)];
}
