import { z } from 'zod';
import type { Api } from '../../contract/api.ts';
import { path } from '../../contract/path.ts';
import type { CustomerTarget, ExistingCustomer } from '../../contract/target.ts';
import { countedId } from '../../wire/counted-id.ts';
import { byEmail, findAll } from '../../wire/find.ts';
import { onWebsite } from '../scope.ts';
import { maxKeys, rowsWith } from '../search.ts';
import { identityOfDraft, identityOfWire } from './identity.ts';
import { narrowedBody, partsOfBody, partsOfStored, saysPart } from './parts.ts';
import { saidOfCustomer } from './said.ts';
import { customerFields } from './target-fields.ts';
import { customerToWire } from './to-wire.ts';
import { customerFromWire, customerWire } from './wire.ts';
import { createCustomer, updateCustomer } from './write.ts';

/** Kept whole, as an update sends back what it does not own. */
const storedWire = z.looseObject({
  id: z.union([z.string().min(1), z.number()]),
  email: z.string().nullish(),
  website_id: z.union([z.string(), z.number()]).nullish(),
});

type Stored = z.infer<typeof storedWire>;

const search = { path: path`/V1/customers/search`, row: storedWire, field: 'email' };

export const customerTarget: CustomerTarget = {
  fields: customerFields,
  classificationField: 'group_id',
  toWire: customerToWire,
  identityOf: identityOfDraft,
  sharesEmails: false,
  create: createCustomer,
  said: saidOfCustomer,
  partsOf: partsOfBody,
  partsIn: ({ wire }) => partsOfStored(wire),
  narrowed: narrowedBody,
  isUpToDate: ({ wire }, body) => {
    const stands = partsOfStored(wire);
    return Object.entries(partsOfBody(body)).every(([part, said]) => saysPart(wire, stands, part, said));
  },

  /** Read just before, as names and addresses go back whole: what somebody has changed of them meanwhile stays. */
  async update(api, { id, wire }, body) {
    const now = await api.find(path`/V1/customers/${id}`, storedWire);
    await updateCustomer(api, id, now ?? wire, body);
  },

  /**
   * The same address may be there once for each website, unless the shop shares accounts, which no call tells (sheet 9.2): an
   * account of another website is left alone.
   */
  async find(api, emails) {
    const hits = (wanted: readonly string[]) => rowsWith(api, { ...search, where: onWebsite(api) }, wanted);
    const found = await findAll(emails, { ...byEmail, maxKeys, hits }, (row) => row);
    const ours = [...found].map(([email, rows]) => [email, rows.filter((row) => isOurs(api, row))] as const);
    return new Map(
      ours.filter(([, rows]) => rows.length > 0).map(([email, rows]) => [email, rows.map(existing)]),
    );
  },

  async get(api, id) {
    const wire = await api.find(path`/V1/customers/${countedId(id)}`, storedWire);
    return wire && existing(wire);
  },
};

function isOurs({ account: { traits } }: Api, { website_id: website }: Stored): boolean {
  if (traits.websiteId === undefined || website === undefined || website === null) return true;
  return String(website) === traits.websiteId;
}

function existing(wire: Stored): ExistingCustomer {
  const read = customerWire.safeParse(wire);
  return {
    id: String(wire.id),
    wire,
    identity: identityOfWire(wire),
    record: read.success ? customerFromWire(read.data) : null,
  };
}
