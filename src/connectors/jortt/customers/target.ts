import { z } from 'zod';
import { emailKey } from '../../../records/customer.ts';
import type { Api } from '../../contract/api.ts';
import type { CustomerTarget, ExistingCustomer, JsonObject } from '../../contract/target.ts';
import { contains } from '../../wire/contains.ts';
import { present } from '../../wire/fields.ts';
import { findEach } from '../../wire/find-each.ts';
import { create, findById } from '../fields.ts';
import { rows, shortestQuery } from '../pages.ts';
import { customerFields, isWritable } from './target-fields.ts';
import { customerToWire } from './to-wire.ts';

const path = '/v3/customers';

/** Sheet 6.2. */
const existingWire = z.looseObject({
  id: z.string().min(1),
  email: z.string().nullish(),
  shift_vat: z.boolean().nullish(),
  archived: z.boolean().nullish(),
});

export const customerTarget: CustomerTarget = {
  fields: customerFields,
  classificationField: 'default_label_id',
  revenueAccountField: 'default_ledger_account_id',
  toWire: customerToWire,
  create: (api, body) => create(api, path, body),
  find: (api, emails) => findEach(emails, (email) => findByEmail(api, email)),
  isUpToDate: ({ wire }, body) => contains(wire, withKnownSplit(wire, body)),

  async get(api, id) {
    const customer = await findById(api, path, id, existingWire);
    return customer && existing(customer);
  },

  /** Whether a PUT clears what it leaves out is not known (sheet 6.2): the whole record goes back. */
  update: (api, { id, wire }, body) =>
    api.update(`${path}/${encodeURIComponent(id)}`, {
      ...keptFields(wire, body),
      ...withKnownSplit(wire, body),
    }),
};

/** Shops split a name by guess. Where it is the same name, the merchant's own split stands. */
function withKnownSplit(wire: JsonObject, body: JsonObject): JsonObject {
  const { first_name, last_name, ...rest } = body;
  const whole = (record: JsonObject) => [record.first_name, record.last_name].filter(Boolean).join(' ');
  const isGuess = whole(body) !== '' && whole(body) === body.customer_name;
  return isGuess && whole(wire) === whole(body) ? rest : body;
}

/** Hits are candidates: `query` may match parts, and names too (sheet 3.4). An archived customer comes last. */
async function findByEmail(api: Api, email: string): Promise<ExistingCustomer | null> {
  const wanted = emailKey(email);
  if (wanted.length < shortestQuery) return null;
  let archived: z.infer<typeof existingWire> | null = null;
  for await (const customer of rows(api, path, existingWire, { query: wanted })) {
    if (emailKey(customer.email ?? '') !== wanted) continue;
    if (!customer.archived) return existing(customer);
    archived ??= customer;
  }
  return archived && existing(archived);
}

function existing(customer: z.infer<typeof existingWire>): ExistingCustomer {
  return {
    id: customer.id,
    wire: customer,
    reverseCharge: customer.shift_vat ?? false,
    ...(customer.archived ? { archived: true } : {}),
  };
}

/** The salutation cannot be kept: Jortt never tells it. */
function keptFields(wire: JsonObject, body: JsonObject): JsonObject {
  const kept = Object.fromEntries(Object.entries(present(wire)).filter(([name]) => isWritable(name)));
  // A company that has become a person takes no shifted VAT along.
  return body.is_private === true && kept.shift_vat === true ? { ...kept, shift_vat: false } : kept;
}
