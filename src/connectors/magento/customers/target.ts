import { z } from 'zod';
import { emailKey } from '../../../records/customer.ts';
import type { Account } from '../../contract/account.ts';
import type { Api } from '../../contract/api.ts';
import type { CustomerTarget, ExistingCustomer, JsonObject } from '../../contract/target.ts';
import { list, needed, text } from '../../wire/fields.ts';
import { findEach } from '../../wire/find-each.ts';
import { isId, placeholder } from '../fields.ts';
import { completed } from '../party-to-wire.ts';
import { onWebsite } from '../scope.ts';
import { searchQuery } from '../search.ts';
import { holdsCustomer, mergedCustomer } from './merge.ts';
import { customerFields } from './target-fields.ts';
import { customerToWire } from './to-wire.ts';

/** Kept whole, as an update sends back what it does not own. */
const storedWire = z.looseObject({
  id: z.union([z.string().min(1), z.number()]),
  email: z.string().nullish(),
  website_id: z.union([z.string(), z.number()]).nullish(),
});

const createdWire = z.object({ id: needed(text) });

export const customerTarget: CustomerTarget = {
  fields: customerFields,
  classificationField: 'group_id',
  toWire: (draft, account) => createBody(customerToWire(draft), account),
  create: async (api, body) => {
    const { id } = await api.create('/V1/customers', body, createdWire);
    return { id };
  },
  isUpToDate: ({ wire }, body) => holdsCustomer(wire, updateOf(body)),
  update: (api, { id, wire }, body) =>
    api.update(`/V1/customers/${id}`, { customer: mergedCustomer(id, wire, updateOf(body)) }),
  find: (api, emails) => findEach(emails, (email) => findByEmail(api, email)),

  async get(api, id) {
    const wire = isId(id) ? await api.find(`/V1/customers/${id}`, storedWire) : null;
    return wire && existing(wire);
  },
};

/** The shop sends the new customer a mail of welcome, whatever is asked of it (sheet 9.4). */
function createBody(body: JsonObject, { traits: { websiteId, storeId } }: Account): JsonObject {
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
  return { customer };
}

/** What of a new customer's body says something: website and store view stay as they are, and placeholders are no values. */
function updateOf({ customer }: JsonObject): JsonObject {
  const { website_id: _, store_id: __, addresses, ...account } = asObject(customer);
  const wanted = Array.isArray(addresses) ? addresses.map(asObject) : undefined;
  return {
    ...said(account),
    ...(wanted === undefined
      ? {}
      : { addresses: wanted.map(({ default_shipping: ___, ...address }) => said(address)) }),
  };
}

function said(fields: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== placeholder));
}

function asObject(value: unknown): JsonObject {
  return value !== null && typeof value === 'object' ? (value as JsonObject) : {};
}

/**
 * The same address may be there once for each website, unless the shop shares accounts (sheet 9.2). A connection to the
 * whole shop takes its own website's first, then anybody else's: whoever is there already is not made again.
 */
async function findByEmail(api: Api, email: string): Promise<ExistingCustomer | null> {
  const wanted = emailKey(email);
  const { items } = await api.get(
    '/V1/customers/search',
    z.object({ items: list(storedWire) }),
    searchQuery({
      groups: [
        [{ field: 'email', condition: 'eq', value: wanted }],
        ...onWebsite(api).map((filter) => [filter]),
      ],
      sort: [{ field: 'entity_id', direction: 'ASC' }],
      pageSize: 20,
    }),
  );
  const found = items.filter((each) => emailKey(each.email ?? '') === wanted);
  const own = found.find(({ website_id }) => String(website_id) === api.account.traits.websiteId);
  const customer = own ?? found[0];
  return customer === undefined ? null : existing(customer);
}

function existing(wire: z.infer<typeof storedWire>): ExistingCustomer {
  return { id: String(wire.id), wire };
}
