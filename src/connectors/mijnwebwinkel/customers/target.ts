import { z } from 'zod';
import { emailKey } from '../../../records/customer.ts';
import { type Identity, identityOf } from '../../../records/identity.ts';
import { rejected } from '../../../records/problem.ts';
import type { Api } from '../../contract/api.ts';
import { path } from '../../contract/path.ts';
import type { CustomerTarget, ExistingCustomer, JsonObject } from '../../contract/target.ts';
import { contains } from '../../wire/contains.ts';
import { saysAll } from '../../wire/customer-parts.ts';
import { needed, text, textIn } from '../../wire/fields.ts';
import { byEmail, findAll } from '../../wire/find.ts';
import { asObject, only } from '../../wire/objects.ts';
import { many, unwrapped } from '../wrapped.ts';
import { addressesIn, narrowedBody, partsInStored, partsOfBody } from './parts.ts';
import { readCustomer } from './read.ts';
import { customerFields } from './target-fields.ts';
import { customerToWire } from './to-wire.ts';
import { customerFromWire, customerWire, mainAddress, rawCustomer } from './wire.ts';

const made = unwrapped('customer', z.object({ id: needed(text) }));

/** Of an address: null takes them away (sheet 7.10). */
const nullable = ['company', 'phone', 'taxNumber', 'iban', 'gender'];

export const customerTarget: CustomerTarget = {
  fields: customerFields,
  toWire: customerToWire,
  // An account goes by its address.
  sharesEmails: false,
  identityOf: (draft) => identityOfWire({ id: '0', ...asStored(customerToWire(draft)) }),
  partsOf: partsOfBody,
  partsIn: ({ wire }) => partsInStored(wire),
  narrowed: narrowedBody,
  isUpToDate: ({ wire }, body) => saysAll(partsInStored(wire), partsOfBody(body)),

  /** `q` searches e-mail addresses; how exactly is not told (sheet 6). */
  find: (api, emails) =>
    findAll(
      emails,
      {
        ...byEmail,
        hits: ([q]) =>
          api.get(path`/customers`, unwrapped('customers', many(rawCustomer, 'id')), { q, embed: 'address' }),
      },
      existing,
    ),

  async get(api, id) {
    const wire = await readCustomer(api, id);
    return wire && existing(wire);
  },

  /** What comes behind the first call is added by an update where it fails: the customer is found by its address then. */
  async create(api, body) {
    const { address, email, firstName, lastName, ...more } = body;
    const { id } = await api.create(path`/customers`, { email, firstName, lastName }, made);
    await change(api, id, { ...more }, null);
    await addAddress(api, id, { firstName, lastName }, asObject(address));
    return { id };
  },

  async update(api, { id, wire }, { email, address, ...body }) {
    if (email !== undefined && emailKey(String(email)) !== emailKey(textIn(wire.email) ?? ''))
      throw rejected('email_fixed', { system: 'MijnWebwinkel' });
    await change(
      api,
      id,
      only(body, (name, value) => !contains(wire[name], value)),
      null,
    );
    const standing = mainAddress(addressesIn(wire));
    const said = asObject(address);
    if (standing === undefined) {
      const { firstName = wire.firstName, lastName = wire.lastName } = body;
      await addAddress(api, id, { firstName, lastName }, said);
      return;
    }
    const { firstName, lastName } = body;
    const names = only({ firstName, lastName }, (_, value) => value !== undefined);
    const differs = only({ ...said, ...names }, (name, value) => !contains(standing[name], value));
    await change(api, id, differs, textIn(standing.id) ?? '');
  },
};

/** Nothing is sent where nothing is said. */
async function change(api: Api, id: string, fields: JsonObject, address: string | null): Promise<void> {
  if (Object.keys(fields).length === 0) return;
  const to = address === null ? path`/customers/${id}` : path`/customers/${id}/addresses/${address}`;
  const isNull = (name: string, value: unknown) =>
    value === '' && (address === null || nullable.includes(name));
  const body = Object.entries(fields).map(([name, value]) => [name, isNull(name, value) ? null : value]);
  await api.patch(to, Object.fromEntries(body));
}

async function addAddress(api: Api, id: string, names: JsonObject, said: JsonObject): Promise<void> {
  const stated = only(said, (_, value) => value !== '');
  if (Object.keys(stated).length === 0) return;
  await api.create(path`/customers/${id}/addresses`, { ...names, ...stated }, z.unknown());
}

function existing(wire: JsonObject): ExistingCustomer {
  const stored = asStored(wire);
  const read = customerWire.safeParse(stored);
  return {
    id: textIn(wire.id) ?? '',
    wire: stored,
    identity: identityOfWire(stored),
    record: read.success ? customerFromWire(read.data) : null,
  };
}

/** With its addresses as a list, also where there are none, or it is a body on its way. */
function asStored({ address, ...wire }: JsonObject): JsonObject {
  return { ...wire, addresses: address === undefined ? addressesIn(wire) : [address] };
}

function identityOfWire(wire: JsonObject): Identity {
  const read = customerWire.safeParse(wire);
  if (!read.success) return { kind: null, name: '', vatNumber: undefined };
  return {
    ...identityOf(customerFromWire(read.data)),
    vatNumber: mainAddress(read.data.addresses)?.taxNumber,
  };
}
