import type { JsonObject } from '../json.ts';
import type { Route } from '../route-table.ts';
import { completedFields, newCustomer } from './customer-on-wire.ts';
import { customerFilter, customerOrder } from './customer-search.ts';
import { type Call, type Endpoint, page } from './endpoint.ts';
import { type FieldType, writable } from './fields.ts';
import { deletedWithin } from './order-endpoints.ts';
import { Refusal, wrongParameter } from './refusal.ts';
import type { Shop } from './shop.ts';

const path = '/api/v3/{storeId}/customers';
const writing = ['read_customers', 'update_customers'];

/** What of a customer can be written (sheet 7.3). */
const customerFields: Readonly<Record<string, FieldType>> = {
  email: 'text',
  password: 'text',
  customerGroupId: 'number',
  billingPerson: 'object',
  shippingAddresses: 'list',
  contacts: 'list',
  primaryPhone: 'text',
  taxId: 'text',
  taxIdValid: 'boolean',
  taxExempt: 'boolean',
  b2b_b2c: ['b2b', 'b2c'],
  fiscalCode: 'text',
  electronicInvoicePecEmail: 'text',
  electronicInvoiceSdiCode: 'text',
  acceptMarketing: 'boolean',
  lang: 'text',
  privateAdminNotes: 'text',
  extrafields: 'list',
};

/** Sheet 7.1. */
export function customerEndpoints(shop: Shop): Route<Endpoint>[] {
  const found = ({ parameters }: Call) => shop.customer(parameters.customerId ?? '');
  return [
    {
      method: 'GET',
      template: path,
      handler: {
        scopes: ['read_customers'],
        answer: ({ query }) => {
          const all = shop.customers.indexed();
          const rows = all.filter(customerFilter(query, shop)).sort(customerOrder(query));
          return { ...page(rows, query, shop.settings()), allCustomerCount: all.length };
        },
      },
    },
    {
      method: 'POST',
      template: path,
      handler: {
        scopes: ['create_customers'],
        answer: ({ body }) => {
          const fields = checked(shop, body);
          if (fields.email === undefined) throw wrongParameter('Field Customer.email is absent');
          const customer = newCustomer(shop, fields, shop.world.now());
          shop.addCustomer(customer);
          return { id: customer.id ?? null };
        },
      },
    },
    {
      method: 'GET',
      template: `${path}/deleted`,
      handler: {
        scopes: ['read_customers'],
        answer: ({ query }) => page(deletedWithin(shop.deletedCustomers, query), query, shop.settings()),
      },
    },
    {
      method: 'GET',
      template: `${path}/{customerId}`,
      handler: { scopes: ['read_customers'], answer: found },
    },
    {
      method: 'PUT',
      template: `${path}/{customerId}`,
      handler: {
        scopes: writing,
        answer: (call) => {
          const customer = found(call);
          const fields = checked(shop, call.body, customer);
          shop.changeCustomer(customer, completedFields(shop, fields, customer, shop.world.now()));
          return { updateCount: 1 };
        },
      },
    },
    {
      method: 'DELETE',
      template: `${path}/{customerId}`,
      handler: {
        scopes: writing,
        answer: (call) => {
          shop.deleteCustomer(found(call));
          return { deleteCount: 1 };
        },
      },
    },
  ];
}

/** What an address that is taken already gives is not documented; 409 is expected (sheet 7.3). */
function checked(shop: Shop, body: JsonObject, before?: JsonObject): JsonObject {
  const { password: _, ...fields } = writable(body, customerFields, 'Customer');
  if (fields.email === null || (typeof fields.email === 'string' && !/^\S+@\S+$/.test(fields.email.trim()))) {
    throw wrongParameter('Field Customer.email has a wrong value');
  }
  if (typeof fields.email !== 'string') return fields;
  const email = fields.email.trim();
  const holder = shop.customerByEmail(email);
  if (holder !== undefined && holder.id !== before?.id) {
    throw new Refusal(409, 'CONSTRAINT_VIOLATION', 'A customer with this email exists already');
  }
  return { ...fields, email };
}
