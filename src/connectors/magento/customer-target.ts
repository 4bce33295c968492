import { z } from 'zod';
import { emailKey } from '../../records/customer.ts';
import type { Api } from '../api.ts';
import type { CustomerTarget, ExistingCustomer, JsonObject } from '../connector.ts';
import { customerFields } from './customer-fields.ts';
import { holdsCustomer, mergedCustomer } from './customer-merge.ts';
import { customerToWire } from './customer-to-wire.ts';
import { completed } from './person-to-wire.ts';
import { searchQuery } from './search.ts';
import { isId, list, needed, placeholder, text } from './wire.ts';

/** Kept whole, as an update sends back what it does not own. */
const storedWire = z.looseObject({
  id: z.union([z.string().min(1), z.number()]),
  email: z.string().nullish(),
});

const createdWire = z.object({ id: needed(text) });

export const customerTarget: CustomerTarget = {
  fields: customerFields,
  classificationField: 'group_id',
  toWire: customerToWire,
  create,
  holds: ({ wire }, body) => holdsCustomer(wire, body),
  update: (api, { id, wire }, body) =>
    api.update(`/V1/customers/${id}`, { customer: mergedCustomer(id, wire, body) }),
  findByEmail,

  async get(api, id) {
    const wire = isId(id) ? await api.find(`/V1/customers/${id}`, storedWire) : null;
    return wire && existing(wire);
  },
};

/** The shop sends the new customer a mail of welcome, whatever is asked of it (sheet 9.4). */
async function create(api: Api, body: JsonObject): Promise<{ id: string }> {
  const { websiteId, storeId } = api.account.traits;
  const addresses = Array.isArray(body.addresses) ? body.addresses : [];
  const customer = {
    ...(websiteId === undefined ? {} : { website_id: Number(websiteId) }),
    ...(storeId === undefined ? {} : { store_id: Number(storeId) }),
    firstname: placeholder,
    lastname: placeholder,
    ...body,
    ...(addresses.length === 0
      ? {}
      : {
          addresses: addresses.map((address: JsonObject) =>
            completed({ ...address, default_shipping: true }),
          ),
        }),
  };
  const { id } = await api.create('/V1/customers', { customer }, createdWire);
  return { id };
}

/** Accounts are per website unless the shop shares them (sheet 9.2): the same address may be there once for each. */
async function findByEmail(api: Api, email: string): Promise<ExistingCustomer | null> {
  const wanted = emailKey(email);
  const { websiteId } = api.account.traits;
  const { items } = await api.get(
    '/V1/customers/search',
    z.object({ items: list(storedWire) }),
    searchQuery({
      groups: [
        [{ field: 'email', condition: 'eq', value: wanted }],
        ...(websiteId === undefined
          ? []
          : [[{ field: 'website_id', condition: 'eq' as const, value: websiteId }]]),
      ],
      sort: [{ field: 'entity_id', direction: 'ASC' }],
      pageSize: 20,
    }),
  );
  const customer = items.find((each) => emailKey(each.email ?? '') === wanted);
  return customer === undefined ? null : existing(customer);
}

function existing(wire: z.infer<typeof storedWire>): ExistingCustomer {
  return { id: String(wire.id), wire };
}
