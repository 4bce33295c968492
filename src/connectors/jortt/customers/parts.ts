/** A customer of Jortt by part (sheet 6.2): what a body says, what stands in a record, and the body of an update that says less. */
import type { Address } from '../../../records/address.ts';
import type { CustomerPart, JsonObject, Parts } from '../../contract/target.ts';
import { customerParts, isWhole } from '../../wire/customer-parts.ts';
import { textIn } from '../../wire/fields.ts';
import { only } from '../../wire/objects.ts';
import { fullName } from '../../wire/party.ts';
import { customerFields, isOwnReference, withMappedReference } from './target-fields.ts';

const addressFields = {
  address_street: 'street',
  address_extra_information: 'extra',
  address_postal_code: 'postalCode',
  address_city: 'city',
  address_country_code: 'country',
} as const satisfies Record<string, keyof Address>;

/** The fields of the parts that every system has; a region Jortt does not know. */
const fieldsOfPart = {
  email: ['email'],
  kind: ['is_private'],
  name: ['customer_name', 'first_name', 'last_name'],
  contact: ['attn'],
  vatNumber: ['vat_number'],
  cocNumber: ['coc_number'],
  reverseCharge: ['shift_vat'],
  phone: ['phonenumber'],
  address: Object.keys(addressFields) as readonly string[],
  language: ['invoice_language'],
} as const satisfies Record<CustomerPart, readonly string[]>;

const fieldsByPart: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(fieldsOfPart));
const shared = new Set(Object.values(fieldsOfPart).flat());
const isOwn = (name: string): boolean => Object.hasOwn(customerFields.shape, name) && !shared.has(name);

/** Without the id that only a new customer is given. */
export function partsOfBody(body: JsonObject): Parts {
  return partsOf(isOwnReference(body) ? only(body, (name) => name !== 'reference') : body);
}

/** The salutation is never told (sheet 6.2). */
export function partsOfStored(wire: JsonObject): Parts {
  return partsOf(wire);
}

function partsOf(wire: JsonObject): Parts {
  const isSplit = isSplitOf(wire);
  const own = only(wire, (name) => isOwn(name) || (isPartOfName(name) && !isSplit));
  const { is_private: isPrivate, shift_vat: shiftsVat } = wire;
  return customerParts(
    {
      email: textIn(wire.email),
      kind: typeof isPrivate === 'boolean' ? (isPrivate ? 'person' : 'company') : undefined,
      name: textIn(wire.customer_name),
      contact: textIn(wire.attn),
      vatNumber: textIn(wire.vat_number),
      cocNumber: textIn(wire.coc_number),
      reverseCharge: typeof shiftsVat === 'boolean' ? shiftsVat : undefined,
      phone: textIn(wire.phonenumber),
      address: addressIn(wire),
      language: textIn(wire.invoice_language),
    },
    own,
  );
}

/** Jortt fills in its own country where nobody says one: alone it is no address. */
function addressIn(wire: JsonObject): Address | undefined {
  const address = addressOf(wire);
  const says = Object.entries(address).some(
    ([part, value]) => value !== undefined && !(part === 'country' && value === 'NL'),
  );
  return says ? address : undefined;
}

function addressOf(wire: JsonObject): Address {
  const parts = Object.entries(addressFields).map(([name, part]) => [part, textIn(wire[name])]);
  return Object.fromEntries(parts);
}

/** The body of an update. A field of these parts that `body` does not have is emptied, unless Jortt insists on it. */
export function narrowedBody(body: JsonObject, parts: ReadonlySet<string>): JsonObject {
  const { reference, ...rest } = isOwnReference(body) ? { ...body, reference: undefined } : body;
  const names = [...parts].flatMap((part) => fieldsOf(body, part)).filter((name) => name !== 'reference');
  const fields = names.map((name) => [name, rest[name] ?? emptied(name)] as const);
  const narrowed = Object.fromEntries(fields.filter(([, value]) => value !== undefined));
  return parts.has('reference') ? withMappedReference(narrowed, reference ?? null) : narrowed;
}

function fieldsOf(body: JsonObject, part: string): readonly string[] {
  switch (part) {
    case 'name':
      // The split of another name goes with it (update.ts).
      return ['customer_name', ...(isSplitOf(body) ? Object.keys(only(body, isPartOfName)) : [])];
    case 'address':
      return addressIn(body) === undefined ? fieldsOfPart.address : addressFieldsOf(body);
    default:
      return isOwn(part) || isPartOfName(part) ? [part] : (fieldsByPart.get(part) ?? []);
  }
}

/** The fields of an address that a body says, or leaves empty with it. A country that it does not name is not known. */
export function addressFieldsOf(body: JsonObject): readonly string[] {
  const isSaid = (name: string) => body[name] !== undefined;
  const all = fieldsOfPart.address;
  return isWhole(addressOf(body))
    ? all.filter((name) => isSaid(name) || name !== 'address_country_code')
    : all.filter(isSaid);
}

export function isPartOfName(name: string): boolean {
  return name === 'first_name' || name === 'last_name';
}

/** Whether first and last name are what the whole name was split into, by whoever. One that is mapped may be another. */
export function isSplitOf({ customer_name, first_name, last_name }: JsonObject): boolean {
  const [whole = '', first = '', last = ''] = [customer_name, first_name, last_name]
    .map(textIn)
    .map(inOneForm);
  const both = fullName(first, last);
  return first !== '' && last !== '' ? both === whole : whole.startsWith(first) && whole.endsWith(last);
}

function inOneForm(name: string | undefined): string | undefined {
  return name?.replace(/\s+/g, ' ');
}

/** Returns undefined for what cannot be empty. Whether a field that is left out is emptied is not known, so it is named. */
function emptied(name: string): unknown {
  switch (name) {
    case 'is_private':
    case 'customer_name':
      return undefined;
    case 'shift_vat':
      return false;
    case 'cc_emails':
      return [];
    case 'invoice_language':
      return 'nl';
    default:
      return null;
  }
}
