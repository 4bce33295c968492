import { identityOf } from '../../../records/identity.ts';
import type { Api } from '../../contract/api.ts';
import type { CustomerTarget, ExistingCustomer, JsonObject } from '../../contract/target.ts';
import { contains } from '../../wire/contains.ts';
import { saysAll } from '../../wire/customer-parts.ts';
import { byEmail, findAll } from '../../wire/find.ts';
import { asObject, only } from '../../wire/objects.ts';
import { hasScope } from '../account.ts';
import { mutate, query, set } from '../graphql.ts';
import { gid } from '../ids.ts';
import { deleteMetafields } from '../metafields.graphql.ts';
import {
  addAddress,
  createCustomer,
  customerWire,
  customerWith,
  standingCustomer,
  updateAddress,
  updateCustomer,
} from './customer.graphql.ts';
import { cocField, vatField } from './numbers.ts';
import { addressIn, inputOf, narrowedBody, numberIn, partsOfBody, partsOfStored, readable } from './parts.ts';
import { customerFields } from './target-fields.ts';
import { customerFromWire } from './to-record.ts';
import { customerToWire } from './to-wire.ts';

export const customerTarget: CustomerTarget = {
  fields: customerFields,
  toWire: customerToWire,
  identityOf: ({ customer }) => identityOf(customer),
  sharesEmails: false,
  partsOf: partsOfBody,
  partsIn: ({ wire }) => partsOfStored(wire),
  narrowed: narrowedBody,
  isUpToDate: ({ wire }, body) => saysAll(partsOfStored(wire), partsOfBody(body)),

  find: (api, emails) =>
    findAll(
      emails,
      {
        plain: byEmail.plain,
        hits: async ([email]) => {
          const { customer } = await query(api, customerWith, { email, ...asked(api) });
          return customer === null ? [] : [customer];
        },
        has: (wire, email) => byEmail.has({ email: readable(wire).defaultEmailAddress?.emailAddress }, email),
      },
      existing,
    ),

  create: async (api, body) => (await mutate(api, createCustomer, body)).customerCreate.customer,

  async get(api, key) {
    const id = gid('Customer', key);
    if (id === null) return null;
    const { customer } = await query(api, standingCustomer, { id, ...asked(api) });
    return customer && existing(customer);
  },

  async update(api, { id: key, wire }, body) {
    const id = gid('Customer', key);
    if (id === null) return;
    await updateFields(api, id, wire, body);
    await updatePlace(api, id, asObject(wire.defaultAddress), addressIn(body));
  },
};

function asked(api: Api): JsonObject {
  return { companies: hasScope(api.account, 'read_companies') };
}

function existing(customer: JsonObject & { readonly id: string }): ExistingCustomer {
  const read = customerWire.safeParse(customer);
  const known = customerFromWire(readable(customer));
  return {
    id: customer.id,
    wire: customer,
    identity: { ...identityOf(known), vatNumber: readable(customer).vat?.value },
    record: read.success ? customerFromWire(read.data) : null,
  };
}

/** A number that is taken away is deleted: an empty one is refused. */
async function updateFields(api: Api, id: string, wire: JsonObject, body: JsonObject): Promise<void> {
  const { defaultEmailAddress: email, defaultPhoneNumber: phone } = readable(wire);
  const stands: JsonObject = { ...wire, email: email?.emailAddress, phone: phone?.phoneNumber ?? null };
  const fields = only(
    inputOf(body),
    (name, value) => !['addresses', 'metafields'].includes(name) && !contains(stands[name], value),
  );
  const numbers = [vatField, cocField].map((field) => ({ field, value: numberIn(body, field.key) }));
  const now = { [vatField.key]: wire.vat, [cocField.key]: wire.coc };
  const changed = numbers.filter(
    ({ field, value }) => value !== undefined && (asObject(now[field.key]).value ?? '') !== value,
  );
  const said = changed.filter(({ value }) => value !== '').map(({ field, value }) => ({ ...field, value }));
  const gone = changed
    .filter(({ value }) => value === '')
    .map(({ field: { namespace, key } }) => ({ namespace, key }));
  const input = { ...fields, ...(said.length === 0 ? {} : { metafields: said }) };
  if (Object.keys(input).length > 0) await set(api, updateCustomer, { input: { id, ...input } });
  if (gone.length > 0)
    await set(api, deleteMetafields, { metafields: gone.map((each) => ({ ownerId: id, ...each })) });
}

/** Only the address that the customer goes by: the others are the buyer's own. What is not named of it stays. */
async function updatePlace(
  api: Api,
  customerId: string,
  before: JsonObject,
  address: JsonObject,
): Promise<void> {
  const { countryCode } = address;
  const said = {
    ...only(address, (name) => name !== 'countryCode'),
    ...(countryCode === undefined ? {} : { countryCodeV2: countryCode }),
  };
  if (contains(before, said)) return;
  if (typeof before.id !== 'string') {
    // A name alone is no address.
    const place = only(address, (name, value) => !['firstName', 'lastName'].includes(name) && Boolean(value));
    if (Object.keys(place).length === 0) return;
    await mutate(api, addAddress, { customerId, address });
    return;
  }
  await set(api, updateAddress, { customerId, addressId: before.id, address });
}
