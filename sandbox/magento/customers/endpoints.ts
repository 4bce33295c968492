import type { Route } from '../../kit/http/route-table.ts';
import { isObject, type Json, type JsonObject, objectsIn, textIn } from '../../kit/json.ts';
import { type Call, type Endpoint, idIn, list, under } from '../endpoint.ts';
import { shaped } from '../fields.ts';
import { noSuchEntity, Refusal, required } from '../refusal.ts';
import type { Shop } from '../shop.ts';
import { checkPerson, createCustomer, customerGroups, updateCustomer } from './save.ts';
import { billingColumns, customerShape, searchableCustomer } from './shapes.ts';

const groupColumns = new Set(['id', 'code', 'tax_class_id', 'tax_class_name']);

const reading = 'Magento_Customer::customer';
const writing = 'Magento_Customer::manage';
const groups = 'Magento_Customer::group';

/** Customers and their groups (sheet 9.1). */
export function customerEndpoints(shop: Shop): Route<Endpoint>[] {
  const on = under('/V1');
  const stored = (call: Call) => shop.customer(idIn(call, 'id'));
  return [
    on('GET', '/customers/search', reading, (call) =>
      list(shop, call, { rows: shop.customers.indexed(), columns: searchableCustomer, read: columnOf }),
    ),
    on('GET', '/customers/addresses/{id}', reading, (call) => address(shop, idIn(call, 'id'))),
    on('GET', '/customers/{id}', reading, stored),
    on('GET', '/customers/{id}/billingAddress', reading, (call) => defaultAddress(stored(call), 'billing')),
    on('GET', '/customers/{id}/shippingAddress', reading, (call) => defaultAddress(stored(call), 'shipping')),
    on('POST', '/customers', null, ({ body, store }) => createCustomer(shop, customerIn(body), store)),
    // The answer means nothing since 2.4.7 (sheet 9.1).
    on('POST', '/customers/isEmailAvailable', null, ({ body }) => {
      if (body.customer_email === undefined) throw required('customerEmail');
      return true;
    }),
    on('PUT', '/customers/validate', writing, ({ body }) => validation(customerIn(body))),
    on('PUT', '/customers/{id}', writing, (call) => put(shop, call)),
    on('DELETE', '/customers/{id}', writing, (call) => shop.deleteCustomer(String(stored(call).id))),
    on('DELETE', '/addresses/{id}', writing, (call) => deleteAddress(shop, idIn(call, 'id'))),
    on('GET', '/customerGroups/search', groups, (call) =>
      list(shop, call, { rows: customerGroups, columns: groupColumns }),
    ),
    on('GET', '/customerGroups/default', groups, () => groupOf('1')),
    on('GET', '/customerGroups/{id}', groups, (call) => groupOf(idIn(call, 'id'))),
  ];
}

function customerIn(body: JsonObject): JsonObject {
  if (!isObject(body.customer)) throw required('customer');
  return body.customer;
}

/** Some versions create a new customer when the body has no id (sheet 9.4). */
function put(shop: Shop, call: Call): JsonObject {
  const body = customerIn(call.body);
  const id = shop.settings().customerIdFromPath ? idIn(call, 'id') : body.id;
  if (id === undefined || id === null) return createCustomer(shop, body, call.store);
  return updateCustomer(shop, shop.customer(String(id)), body, call.store);
}

function columnOf(customer: JsonObject, field: string): Json | undefined {
  if (field === 'entity_id') return customer.id;
  if (!field.startsWith('billing_')) return customer[field];
  const billing = objectsIn(customer.addresses).find((each) => each.default_billing === true);
  if (billing === undefined) return undefined;
  if (field === 'billing_full') {
    const parts = [textIn(billing, 'firstname'), textIn(billing, 'lastname'), ...texts(billing.street)];
    return [...parts, textIn(billing, 'city'), textIn(billing, 'postcode')].join(' ');
  }
  const name = billingColumns[field] ?? field;
  if (name === 'region') return isObject(billing.region) ? billing.region.region : undefined;
  return billing[name];
}

function texts(value: Json | undefined): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function validation(body: JsonObject): JsonObject {
  try {
    checkPerson(shaped(body, customerShape));
    return { valid: true, messages: [] };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { errors } = error.content;
    const messages = errors.length > 0 ? errors.map(({ message }) => message) : [error.message];
    return { valid: false, messages };
  }
}

function defaultAddress(customer: JsonObject, kind: 'billing' | 'shipping'): Json {
  const found = objectsIn(customer.addresses).find((each) => each[`default_${kind}`] === true);
  return found ?? null;
}

function ownerOf(shop: Shop, addressId: string): JsonObject {
  const owner = shop.customers
    .all()
    .find(({ addresses }) => objectsIn(addresses).some(({ id }) => String(id) === addressId));
  if (owner === undefined) throw noSuchEntity('addressId', Number(addressId));
  return owner;
}

function address(shop: Shop, id: string): JsonObject {
  return objectsIn(ownerOf(shop, id).addresses).find((each) => String(each.id) === id) ?? {};
}

function deleteAddress(shop: Shop, id: string): boolean {
  const customer = structuredClone(ownerOf(shop, id));
  customer.addresses = objectsIn(customer.addresses).filter((each) => String(each.id) !== id);
  for (const kind of ['default_billing', 'default_shipping'])
    if (customer[kind] === id) delete customer[kind];
  shop.saveCustomer(customer);
  return true;
}

function groupOf(id: string): JsonObject {
  const group = customerGroups.find((each) => String(each.id) === id);
  if (group === undefined) throw noSuchEntity('id', Number(id));
  return group;
}
