/** A customer as it is read and written (sheet 6). */
import { z } from 'zod';
import { flag, list, needed, part, text } from '../../wire/fields.ts';
import type { Operation } from '../graphql.ts';
import { id } from '../ids.ts';
import { connection } from '../pages.ts';
import { address, addressWire, page } from '../wire.ts';
import { cocField, vatField } from './numbers.ts';

const numberWire = part(z.object({ value: text }));

export const customerWire = z.object({
  id,
  firstName: text,
  lastName: text,
  locale: text,
  note: text,
  tags: list(z.string()),
  taxExempt: flag,
  defaultEmailAddress: part(z.object({ emailAddress: text })),
  defaultPhoneNumber: part(z.object({ phoneNumber: text })),
  defaultAddress: part(addressWire.extend({ id: text })),
  vat: numberWire,
  coc: numberWire,
  companyContactProfiles: list(z.object({ company: part(z.object({ name: text })) })),
});
export type CustomerWire = z.infer<typeof customerWire>;

const fields = `{
  id firstName lastName locale note tags taxExempt
  defaultEmailAddress { emailAddress } defaultPhoneNumber { phoneNumber }
  defaultAddress ${address.replace('{', '{ id')}
  vat: metafield(namespace: "${vatField.namespace}", key: "${vatField.key}") { value }
  coc: metafield(namespace: "${cocField.namespace}", key: "${cocField.key}") { value }
  companyContactProfiles @include(if: $companies) { company { name } }
}`;

/** As it came: an update compares with what stands there. */
const found = z.object({ customer: z.looseObject({ id }).nullable() });
type Found = z.infer<typeof found>;

const read = z.object({ customer: customerWire.nullable() });

export const oneCustomer: Operation<z.infer<typeof read>> = {
  document: `query Customer($id: ID!, $companies: Boolean!) { customer(id: $id) ${fields} }`,
  data: read,
  cost: 12,
};

export const standingCustomer: Operation<Found> = {
  document: `query StandingCustomer($id: ID!, $companies: Boolean!) { customer(id: $id) ${fields} }`,
  data: found,
  cost: 12,
};

/** Exact, and without an index. */
export const customerWith: Operation<Found> = {
  document: `query CustomerWith($email: String!, $companies: Boolean!) {
    customer: customerByIdentifier(identifier: { emailAddress: $email }) ${fields}
  }`,
  data: found,
  cost: 12,
};

const changes = z.object({ customers: connection(z.object({ id, updatedAt: needed(text) })) });
export const changedCustomers: Operation<z.infer<typeof changes>> = {
  document: `query ChangedCustomers($filter: String!, $after: String) {
    customers(first: 100, after: $after, query: $filter, sortKey: UPDATED_AT, reverse: true) {
      ${page} nodes { id updatedAt }
    }
  }`,
  data: changes,
  cost: 15,
};

const created = z.object({ customerCreate: z.object({ customer: z.object({ id }) }) });
export const createCustomer: Operation<z.infer<typeof created>> = {
  document: `mutation CreateCustomer($input: CustomerInput!) {
    customerCreate(input: $input) { customer { id } userErrors { field message } }
  }`,
  data: created,
  cost: 11,
};

export const updateCustomer: Operation<unknown> = {
  document: `mutation UpdateCustomer($input: CustomerInput!) {
    customerUpdate(input: $input) { userErrors { field message } }
  }`,
  data: z.unknown(),
  cost: 10,
};

export const updateAddress: Operation<unknown> = {
  document: `mutation UpdateAddress($customerId: ID!, $addressId: ID!, $address: MailingAddressInput!) {
    customerAddressUpdate(customerId: $customerId, addressId: $addressId, address: $address, setAsDefault: true) {
      userErrors { field message }
    }
  }`,
  data: z.unknown(),
  cost: 10,
};

export const addAddress: Operation<unknown> = {
  document: `mutation AddAddress($customerId: ID!, $address: MailingAddressInput!) {
    customerAddressCreate(customerId: $customerId, address: $address, setAsDefault: true) {
      userErrors { field message }
    }
  }`,
  data: z.unknown(),
  cost: 10,
};
