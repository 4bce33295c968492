import { z } from 'zod';
import { emailKey } from '../../../records/customer.ts';
import { type Identity, identityOf } from '../../../records/identity.ts';
import { rejected } from '../../../records/problem.ts';
import type { Api } from '../../contract/api.ts';
import { type Path, path } from '../../contract/path.ts';
import type { CustomerTarget, ExistingCustomer, JsonObject, StoredCustomer } from '../../contract/target.ts';
import { behindCreate } from '../../wire/behind-create.ts';
import { contains } from '../../wire/contains.ts';
import { saysAll } from '../../wire/customer-parts.ts';
import { needed, present, text, textIn } from '../../wire/fields.ts';
import { byEmail, findAll } from '../../wire/find.ts';
import { asObject, only } from '../../wire/objects.ts';
import { placeholder } from '../../wire/placeholder.ts';
import { many, unwrapped } from '../wrapped.ts';
import { narrowedBody } from './narrowed.ts';
import { addressesIn, partsInStored, partsOfBody } from './parts.ts';
import { readCustomer } from './read.ts';
import { customerFields } from './target-fields.ts';
import { completedAddress, customerToWire, emptied } from './to-wire.ts';
import { customerFromWire, customerWire, mainAddress, rawCustomer } from './wire.ts';

const made = unwrapped('customer', z.object({ id: needed(text) }));

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

  async create(api, body) {
    const { email, firstName, lastName } = body;
    const names = { firstName: firstName || placeholder, lastName: lastName || placeholder };
    const { id } = await api.create(path`/customers`, { email, ...names }, made);
    await behindCreate(complete(api, { id, wire: names }, body));
    return { id };
  },

  complete,

  /** The name stands with the address as well. */
  async update(api, { id, wire }, { email, address, ...body }) {
    if (email !== undefined && emailKey(String(email)) !== emailKey(textIn(wire.email) ?? ''))
      throw rejected('email_fixed', { system: 'MijnWebwinkel' });
    await change(api, path`/customers/${id}`, differing(wire, body));
    const names = only(body, (name) => name === 'firstName' || name === 'lastName');
    const standing = mainAddress(addressesIn(wire));
    if (standing === undefined) {
      const { firstName, lastName } = wire;
      await addAddress(api, id, { firstName, lastName, ...names }, asObject(address));
      return;
    }
    const of = path`/customers/${id}/addresses/${textIn(standing.id) ?? ''}`;
    await change(api, of, differing(standing, { ...asObject(address), ...names }));
  },
};

/** The address comes last: a customer that has one is whole. */
async function complete(api: Api, { id, wire }: StoredCustomer, body: JsonObject): Promise<void> {
  if (addressesIn(wire).length > 0) return;
  const { address, email: _, firstName: __, lastName: ___, ...more } = body;
  await change(api, path`/customers/${id}`, differing(wire, more));
  const { firstName, lastName } = wire;
  await addAddress(api, id, { firstName, lastName }, asObject(address));
}

/** What stands otherwise, as the platform takes it. */
function differing(stands: JsonObject, said: JsonObject): JsonObject {
  const wanted = Object.entries(said).map(([name, value]) => [name, emptied(name, value)] as const);
  return Object.fromEntries(wanted.filter(([name, value]) => !contains(stands[name], value)));
}

/** Nothing is sent where nothing is said. */
async function change(api: Api, of: Path, fields: JsonObject): Promise<void> {
  if (Object.keys(fields).length > 0) await api.patch(of, fields);
}

async function addAddress(api: Api, id: string, names: JsonObject, said: JsonObject): Promise<void> {
  if (Object.keys(present(said)).length === 0) return;
  const address = completedAddress({ ...names, ...said }, api.account);
  await api.create(path`/customers/${id}/addresses`, address, z.unknown());
}

function existing(wire: JsonObject): ExistingCustomer {
  const stored = asStored(wire);
  const read = customerWire.safeParse(stored);
  return {
    id: textIn(wire.id) ?? '',
    wire: stored,
    // Without an address it does not say whether it is a company's.
    identity: { ...identityOfWire(stored), ...(addressesIn(stored).length === 0 ? { kind: null } : {}) },
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
