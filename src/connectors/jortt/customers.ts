import { z } from 'zod';
import { emailKey } from '../../records/customer.ts';
import type { Api } from '../api.ts';
import type { CustomerTarget, ExistingCustomer, JsonObject } from '../connector.ts';
import { contains } from '../contains.ts';
import { customerFields, isWritable } from './customer-fields.ts';
import { customerToWire } from './customer-to-wire.ts';
import { rows, shortestQuery } from './pages.ts';
import { create, findById, present } from './wire.ts';

const path = '/v3/customers';

/** Sheet 6.2. */
const customerWire = z.looseObject({
  id: z.string().min(1),
  email: z.string().nullish(),
  shift_vat: z.boolean().nullish(),
  archived: z.boolean().nullish(),
});

export const customerTarget: CustomerTarget = {
  fields: customerFields,
  classificationField: 'default_label_id',
  toWire: customerToWire,
  create: (api, body) => create(api, path, body),
  findByEmail,
  holds: ({ wire }, body) => contains(wire, body),

  async get(api, id) {
    const customer = await findById(api, path, id, customerWire);
    return customer && existing(customer);
  },

  /** Whether a PUT clears what it leaves out is not known (sheet 6.2): the whole record goes back. */
  update: (api, { id, wire }, body) =>
    api.update(`${path}/${encodeURIComponent(id)}`, { ...keptFields(wire, body), ...body }),
};

/** Hits are candidates: `query` may match parts, and names too (sheet 3.4). An archived customer comes last. */
async function findByEmail(api: Api, email: string): Promise<ExistingCustomer | null> {
  const wanted = emailKey(email);
  if (wanted.length < shortestQuery) return null;
  let archived: z.infer<typeof customerWire> | null = null;
  for await (const customer of rows(api, path, customerWire, { query: wanted })) {
    if (emailKey(customer.email ?? '') !== wanted) continue;
    if (!customer.archived) return existing(customer);
    archived ??= customer;
  }
  return archived && existing(archived);
}

function existing(customer: z.infer<typeof customerWire>): ExistingCustomer {
  return { id: customer.id, wire: customer, reverseCharge: customer.shift_vat ?? false };
}

/** The salutation cannot be kept: Jortt never tells it. */
function keptFields(wire: JsonObject, body: JsonObject): JsonObject {
  const kept = Object.fromEntries(Object.entries(present(wire)).filter(([name]) => isWritable(name)));
  // A company that has become a person takes no shifted VAT along.
  return body.is_private === true && kept.shift_vat === true ? { ...kept, shift_vat: false } : kept;
}
