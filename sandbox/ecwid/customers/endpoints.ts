import { each, together } from '../../kit/fields/shape.ts';
import type { Route } from '../../kit/http/route-table.ts';
import { type JsonObject, objectsIn } from '../../kit/json.ts';
import { type Call, type Endpoint, page, under } from '../endpoint.ts';
import { type FieldKind, writable } from '../fields.ts';
import { deletedWithin } from '../orders/endpoints.ts';
import { absentField, refusal, wrongField } from '../refusal.ts';
import type { Shop } from '../shop.ts';
import { completedFields, newCustomer } from './on-wire.ts';
import { customerFilter, customerOrder } from './search.ts';

const reading = ['read_customers'];
const writing = ['read_customers', 'update_customers'];

/** What of a customer can be written (sheet 7.3). */
const shape = together<FieldKind>(
  each(
    'text',
    `email password primaryPhone taxId fiscalCode electronicInvoicePecEmail electronicInvoiceSdiCode lang
     privateAdminNotes`,
  ),
  each('number', 'customerGroupId'),
  each('boolean', 'taxIdValid taxExempt acceptMarketing'),
  each(['b2b', 'b2c'], 'b2b_b2c'),
  each('object', 'billingPerson'),
  each('list', 'shippingAddresses contacts extrafields'),
);

/** Sheet 7.1. */
export function customerEndpoints(shop: Shop): Route<Endpoint>[] {
  const on = under('/api/v3/{storeId}/customers');
  const found = ({ parameters }: Call) => shop.customer(parameters.customerId ?? '');
  return [
    on('GET', '', reading, ({ query }) => {
      const all = shop.customers.indexed();
      const rows = all.filter(customerFilter(query, shop)).sort(customerOrder(query));
      const shown = rows.map((customer) => shownAs(customer, shop));
      return { ...page(shown, query, shop.settings()), allCustomerCount: all.length };
    }),
    on('POST', '', ['create_customers'], ({ body }) => {
      const fields = checkedCustomer(shop, body);
      if (fields.email === undefined) throw absentField('Customer', 'email');
      const customer = newCustomer(shop, fields, shop.world.now());
      shop.addCustomer(customer);
      return { id: customer.id ?? null };
    }),
    on('GET', '/deleted', reading, ({ query }) =>
      page(deletedWithin(shop.deletedCustomers.value, query), query, shop.settings()),
    ),
    on('GET', '/{customerId}', reading, (call) => shownAs(found(call), shop)),
    on('PUT', '/{customerId}', writing, (call) => {
      const customer = found(call);
      const fields = checkedCustomer(shop, call.body, customer);
      shop.changeCustomer(customer, completedFields(shop, fields, customer, shop.world.now()));
      return { updateCount: 1 };
    }),
    on('DELETE', '/{customerId}', writing, (call) => {
      shop.deleteCustomer(found(call));
      return { deleteCount: 1 };
    }),
  ];
}

function shownAs(customer: JsonObject, shop: Shop): JsonObject {
  if (!shop.settings().addressesReversed) return customer;
  return { ...customer, shippingAddresses: objectsIn(customer.shippingAddresses).reverse() };
}

/** The answer to an e-mail address that is already taken is not documented; we expect 409 (sheet 7.3). */
export function checkedCustomer(shop: Shop, body: JsonObject, before?: JsonObject): JsonObject {
  const { password: _, ...fields } = writable(body, shape, 'Customer');
  if (fields.email === null || (typeof fields.email === 'string' && !/^\S+@\S+$/.test(fields.email.trim()))) {
    throw wrongField('Customer', 'email');
  }
  if (typeof fields.email !== 'string') return fields;
  const email = fields.email.trim();
  const holder = shop.customerByEmail(email);
  if (holder !== undefined && holder.id !== before?.id) {
    throw refusal(409, 'CONSTRAINT_VIOLATION', 'A customer with this email exists already');
  }
  return { ...fields, email };
}
