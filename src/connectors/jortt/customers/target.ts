import { z } from 'zod';
import { emailKey } from '../../../records/customer.ts';
import { type Identity, identityOf } from '../../../records/identity.ts';
import { path } from '../../contract/path.ts';
import type { CustomerDraft, CustomerTarget, ExistingCustomer, JsonObject } from '../../contract/target.ts';
import { contains } from '../../wire/contains.ts';
import { present, textIn } from '../../wire/fields.ts';
import { byEmail, findAll } from '../../wire/find.ts';
import { only } from '../../wire/objects.ts';
import { createdWire, findOne } from '../fields.ts';
import { minQueryLength, rows } from '../pages.ts';
import { customerFields, isWritable } from './target-fields.ts';
import { customerToWire } from './to-wire.ts';

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
  isUpToDate: ({ wire }, body) => contains(wire, withKnownSplit(wire, body)),

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

  /** Whether a PUT clears what it leaves out is not known (sheet 6.2): the whole record goes back. */
  update: (api, { id, wire }, body) =>
    api.update(path`/v3/customers/${id}`, {
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
    reverseCharge: customer.shift_vat ?? false,
    ...(customer.archived ? { archived: true } : {}),
  };
}

function identityOfDraft({ customer, fields }: CustomerDraft): Identity {
  const { kind, name, vatNumber } = identityOfWire(fields);
  const own = identityOf(kind === null ? customer : { ...customer, kind });
  return { kind: own.kind, name: name || own.name, vatNumber: vatNumber ?? own.vatNumber };
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

/** The salutation cannot be kept: Jortt never tells it. */
function keptFields(wire: JsonObject, body: JsonObject): JsonObject {
  const kept = only(present(wire), isWritable);
  // A company that has become a person takes no shifted VAT along.
  return body.is_private === true && kept.shift_vat === true ? { ...kept, shift_vat: false } : kept;
}
