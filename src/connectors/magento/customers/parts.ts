/** A customer of Magento by part (sheet 9.2): what a body says, and what stands in a record. */
import { vatNumberIn } from '../../../records/business.ts';
import type { JsonObject, Parts } from '../../contract/target.ts';
import { partsOfRecord, saysAll } from '../../wire/customer-parts.ts';
import { present, textIn } from '../../wire/fields.ts';
import { asObject, only } from '../../wire/objects.ts';
import { isRegionOf } from './place.ts';
import { invoiceAddressIn, readable } from './readable.ts';
import { customerFromWire } from './wire.ts';

const ownOfAccount = new Set(['prefix', 'suffix', 'dob', 'gender', 'group_id', 'disable_auto_group_change']);

/** Whether a part is a field of the account that only a mapping fills in. */
export function isOwnOfAccount(name: string): boolean {
  return ownOfAccount.has(name);
}

/** Without what only a new customer is given: a website, a store view, what stands for a name. */
export function partsOfBody(body: JsonObject): Parts {
  const spoken = spokenOf(body);
  return only(partsOfStored(asObject(body.customer)), (name) => spoken === null || spoken.has(name));
}

export function partsOfStored(wire: JsonObject): Parts {
  const address = invoiceAddressIn(wire) ?? {};
  const own = { ...only(wire, isOwnOfAccount), fax: address.fax };
  // A VAT number is whatever was typed there.
  const typed = [textIn(address.vat_id), textIn(wire.taxvat)];
  const vatNumber = typed.find((text) => vatNumberIn(text) !== undefined) ?? typed.find(Boolean);
  return partsOfRecord({ ...customerFromWire(readable(wire)), vatNumber }, present(own));
}

/** Whether a part that stands in a record says what is wanted: a region goes by its code as well as by its name. */
export function saysPart(wire: JsonObject, stands: Parts, part: string, wanted: unknown): boolean {
  const { region } = asObject(wanted);
  const isThere = part === 'address' && isRegionOf(invoiceAddressIn(wire) ?? {}, textIn(region) ?? '');
  const there = isThere ? { ...asObject(stands[part]), region } : stands[part];
  return saysAll({ there }, { there: wanted });
}

/**
 * The body of an update: that of a new customer, and which of its parts it speaks of. One of them that it does not say is
 * to be emptied. What is not among them is left out, save what a company had no place for as long as it had no address.
 */
export function narrowedBody(body: JsonObject, parts: ReadonlySet<string>): JsonObject {
  const { addresses, ...account } = asObject(body.customer);
  const [address] = Array.isArray(addresses) ? addresses.map(asObject) : [];
  const isSpoken = (name: string) => (partsByField[name] ?? [name]).some((part) => parts.has(part));
  const isWhole = parts.has('address') && address?.company !== undefined;
  const isOfAddress = (name: string) => isWhole || isDefault(name) || isSpoken(name);
  const place = address && only(address, isOfAddress);
  return {
    customer: { ...only(account, isSpoken), ...(place === undefined ? {} : { addresses: [place] }) },
    parts: [...parts],
  };
}

/** Returns null where a body speaks of all that it says. */
export function spokenOf({ parts }: JsonObject): ReadonlySet<string> | null {
  return Array.isArray(parts) ? new Set(parts.map(String)) : null;
}

const names = ['kind', 'name', 'contact'];
const numbers = ['kind', 'vatNumber'];
const place = ['address'];

/** What decides the value of a part is not always a field of its own: company and VAT number tell the kind as well. */
const partsByField: Readonly<Record<string, readonly string[]>> = {
  firstname: names,
  middlename: names,
  lastname: names,
  company: names,
  taxvat: numbers,
  vat_id: numbers,
  telephone: ['phone'],
  street: place,
  city: place,
  postcode: place,
  country_id: place,
  region: place,
};

function isDefault(name: string): boolean {
  return name === 'default_billing' || name === 'default_shipping';
}
