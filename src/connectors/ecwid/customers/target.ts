import { z } from 'zod';
import { Problem, problem, rejected } from '../../../records/problem.ts';
import type { Api } from '../../contract/api.ts';
import { path } from '../../contract/path.ts';
import type { CustomerTarget, ExistingCustomer } from '../../contract/target.ts';
import { countedId } from '../../wire/counted-id.ts';
import { saysAll } from '../../wire/customer-parts.ts';
import { list, needed, text } from '../../wire/fields.ts';
import { byEmail, findAll } from '../../wire/find.ts';
import { change } from '../change.ts';
import { customerDifference } from './difference.ts';
import { identityOfDraft, identityOfWire } from './identity.ts';
import { narrowedBody } from './narrowed.ts';
import { partsOfBody, partsOfStored } from './parts.ts';
import { customerFields } from './target-fields.ts';
import { customerToWire } from './to-wire.ts';
import { customerFromWire, customerWire } from './wire.ts';

const customers = path`/customers`;

/** As it is: what is not known here goes back as it came. */
const existingWire = z.looseObject({ id: z.union([z.number(), z.string()]), email: z.string().nullish() });

export const customerTarget: CustomerTarget = {
  fields: customerFields,
  classificationField: 'customerGroupId',
  toWire: customerToWire,
  identityOf: identityOfDraft,
  // A taken address is expected to be refused (sheet 7.3).
  sharesEmails: false,
  partsOf: partsOfBody,
  partsIn: ({ wire }) => partsOfStored(wire),
  narrowed: narrowedBody,
  isUpToDate: ({ wire }, body) => saysAll(partsOfStored(wire), partsOfBody(body)),

  find: (api, emails) =>
    findAll(emails, { ...byEmail, hits: ([email]) => customersWith(api, email) }, existing),

  // Looked for and not found, and yet taken: the search lags (sheet 2.7). The next try finds it.
  create: (api, body) =>
    unlessTaken(
      api.create(customers, body, z.object({ id: needed(text) })),
      problem('retry', 'email_taken', { system: 'Ecwid', hidden: true }),
    ),

  async get(api, id) {
    const customer = await api.find(path`/customers/${countedId(id)}`, existingWire);
    return customer && existing(customer);
  },

  async update(api, { id, wire }, body) {
    const customer = path`/customers/${id}`;
    const known = customerDifference(wire, body);
    // The person goes back whole: read just before, so that what somebody has changed of it meanwhile stays.
    const now = known.billingPerson === undefined ? null : await api.find(customer, existingWire);
    const changes = now === null ? known : customerDifference(now, body);
    if (Object.keys(changes).length === 0) return;
    await unlessTaken(change(api, customer, changes), rejected('email_taken', { system: 'Ecwid' }));
  },
};

async function customersWith(api: Api, email: string) {
  const { items } = await api.get(customers, z.object({ items: list(existingWire) }), {
    email,
    // Without it a part of an address is enough (sheet 7.2).
    useExactEmailMatch: true,
    limit: 100,
  });
  return items;
}

function existing(customer: z.infer<typeof existingWire>): ExistingCustomer {
  const read = customerWire.safeParse(customer);
  return {
    id: String(customer.id),
    wire: customer,
    identity: identityOfWire(customer),
    record: read.success ? customerFromWire(read.data) : null,
  };
}

/** What a taken address gives is not documented; a 409 is expected (sheet 7.3). */
async function unlessTaken<T>(written: Promise<T>, taken: Problem): Promise<T> {
  try {
    return await written;
  } catch (error) {
    throw error instanceof Problem && error.code === 'conflict' ? taken : error;
  }
}
