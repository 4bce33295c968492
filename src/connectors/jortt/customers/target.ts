import { z } from 'zod';
import { type Customer, emailKey } from '../../../records/customer.ts';
import { type Identity, identityOf } from '../../../records/identity.ts';
import { path } from '../../contract/path.ts';
import type { CustomerDraft, CustomerTarget, ExistingCustomer, JsonObject } from '../../contract/target.ts';
import { saysAll } from '../../wire/customer-parts.ts';
import { textIn } from '../../wire/fields.ts';
import { byEmail, findAll } from '../../wire/find.ts';
import { createdWire, findOne } from '../fields.ts';
import { minQueryLength, rows } from '../pages.ts';
import { narrowedBody, partsOfBody, partsOfStored } from './parts.ts';
import { customerFields } from './target-fields.ts';
import { customerFromWire } from './to-record.ts';
import { customerToWire } from './to-wire.ts';
import { updatedCustomer } from './update.ts';
import { customerWire } from './wire.ts';

const customers = path`/v3/customers`;

/** Sheet 6.2. */
const existingWire = z.looseObject({
  id: z.string().min(1),
  email: z.string().nullish(),
  is_private: z.boolean().nullish(),
  shift_vat: z.boolean().nullish(),
  archived: z.boolean().nullish(),
});

export const customerTarget: CustomerTarget = {
  fields: customerFields,
  classificationField: 'default_label_id',
  revenueAccountField: 'default_ledger_account_id',
  toWire: customerToWire,
  identityOf: identityOfDraft,
  // An address need not be anybody's own (sheet 6.2).
  sharesEmails: true,
  keepsReverseCharge: true,
  create: (api, body) => api.create(customers, body, createdWire),
  partsOf: partsOfBody,
  partsIn: ({ wire }) => partsOfStored(wire),
  narrowed: narrowedBody,
  isUpToDate: ({ wire }, body) => saysAll(partsOfStored(wire), partsOfBody(body)),

  /** Hits are candidates: `query` may match parts, and names too (sheet 3.4). */
  find: (api, emails) =>
    findAll(
      emails,
      {
        ...byEmail,
        plain: searchable,
        hits: ([email]) => rows(api, customers, existingWire, { query: email }),
      },
      existing,
    ),

  async get(api, id) {
    const customer = await findOne(api, path`/v3/customers/${id}`, existingWire);
    return customer && existing(customer);
  },

  /** Read just before, as the whole record goes back: what somebody has changed meanwhile stays. */
  async update(api, { id, wire }, body) {
    const customer = path`/v3/customers/${id}`;
    const now = await findOne(api, customer, existingWire);
    await api.update(customer, updatedCustomer(now ?? wire, body));
  },
};

/** What is too short to search for is nobody's. */
function searchable(email: string): string {
  const key = emailKey(email);
  return key.length < minQueryLength ? '' : key;
}

function existing(customer: z.infer<typeof existingWire>): ExistingCustomer {
  return {
    id: customer.id,
    wire: customer,
    identity: identityOfWire(customer),
    record: recordOf(customer),
    reverseCharge: customer.shift_vat ?? false,
    ...(customer.archived ? { archived: true } : {}),
  };
}

/** Archived ones too: whoever reads it sees that. */
function recordOf(wire: JsonObject): Customer | null {
  const read = customerWire.safeParse(wire);
  return read.success ? customerFromWire(read.data) : null;
}

function identityOfDraft({ customer, fields }: CustomerDraft): Identity {
  const { kind, name, vatNumber } = identityOfWire(fields);
  const own = identityOf(kind === null ? customer : { ...customer, kind });
  return { ...own, name: name || own.name, vatNumber: vatNumber ?? own.vatNumber };
}

/** Of a record, or of as much of one as a mapping fills in. */
function identityOfWire(wire: JsonObject): Identity {
  const { is_private: isPrivate, customer_name: name, vat_number: vatNumber } = wire;
  return {
    kind: typeof isPrivate === 'boolean' ? (isPrivate ? 'person' : 'company') : null,
    name: textIn(name) ?? '',
    vatNumber: textIn(vatNumber),
  };
}
