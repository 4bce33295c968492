/**
 * A customer by part, in the one form that all systems have in common: two that know the same of somebody have equal values,
 * however they write or split them. Every target says by it what a body says and what stands in a record.
 */
import type { Address } from '../../records/address.ts';
import { type Customer, emailKey } from '../../records/customer.ts';
import { compactVatNumber } from '../../records/vat.ts';
import type { CustomerPart, JsonObject, Parts } from '../contract/target.ts';
import { contains } from './contains.ts';
import { textIn } from './fields.ts';
import { companyNameOf, languageOf, nameOf, splitName } from './party.ts';

/** What a system says, in its own words. What it does not say is left out. */
type Said = { readonly [Part in Exclude<CustomerPart, 'reverseCharge' | 'address'>]?: string | undefined } & {
  readonly reverseCharge?: boolean | undefined;
  readonly address?: Address | undefined;
};

/**
 * Returns the parts of what is said. `own`: fields that only a mapping fills in, by their own names. A name that is an e-mail
 * address is none: it stands where a system insists on one. So is a contact that is called as the company is. VAT is shifted
 * to companies only, so a private person says nothing of it.
 */
export function customerParts(said: Said, own: JsonObject = {}): Parts {
  const { email, kind, vatNumber, reverseCharge } = said;
  const name = ownName(said.name);
  const contact = ownName(said.contact);
  return filledIn({
    email: email && emailKey(email),
    kind,
    name,
    contact: contact === name ? undefined : contact,
    vatNumber: vatNumber && compactVatNumber(vatNumber),
    cocNumber: said.cocNumber?.trim(),
    reverseCharge: kind === 'person' ? undefined : reverseCharge,
    phone: said.phone?.trim(),
    address: said.address && addressPart(said.address),
    language: languageOf(said.language),
    ...own,
  });
}

/** Returns the parts of a record as a source reads it. */
export function partsOfRecord(customer: Customer, own: JsonObject = {}): Parts {
  const isCompany = customer.kind === 'company';
  const name = isCompany ? companyNameOf(customer) : nameOf(customer);
  return customerParts({ ...customer, name, contact: isCompany ? nameOf(customer) : undefined }, own);
}

/** Whether what stands in a record says all that is wanted. Numbers and their texts are the same. */
export function saysAll(stands: Parts, wanted: Parts): boolean {
  return contains(stands, wanted);
}

/**
 * What an update of a kind that says no name says of the fields of names: the name that stands goes along to where the other
 * kind has it. Nothing where the kind is so already. `company`: what the update says in its field, empty for a person.
 */
export function namesOfKind(
  stands: Parts,
  company: string,
): { readonly company?: string; readonly firstName?: string; readonly lastName?: string } {
  const name = textIn(stands.name);
  if ((stands.kind === 'company') === (company !== '')) return {};
  if (company !== '') return { company: name ?? company };
  const [firstName = '', lastName = ''] = splitName({ name: name ?? '' });
  return { company, firstName, lastName };
}

/** Whether a name is an e-mail address, for want of a name. */
export function isNameless(name: string | undefined): boolean {
  return name === undefined || /^\s*(?:\S+@\S+)?\s*$/.test(name);
}

function ownName(name: string | undefined): string | undefined {
  return isNameless(name) ? undefined : name?.trim().replace(/\s+/g, ' ');
}

/**
 * An address is one thing: what it does not have of a street, a postal code or a town it has not. Without all three nothing
 * is known but what is said. A country or a region that is not said is never known.
 */
function addressPart(address: Address): JsonObject | undefined {
  const { street, extra, postalCode, city, region, country } = trimmed(address);
  const elsewhere = filledIn({ region, country });
  const place = isWhole(address)
    ? { street: street ?? '', extra: extra ?? '', postalCode: postalCode ?? '', city: city ?? '' }
    : filledIn({ extra });
  const part = { ...place, ...elsewhere };
  return Object.keys(part).length === 0 ? undefined : part;
}

/** Whether it says more than a country, so that nothing of another address may stay beside it. */
export function isWhole({ street, postalCode, city }: Address): boolean {
  return [street, postalCode, city].some((each) => (each ?? '').trim() !== '');
}

function trimmed(address: Address): Address {
  return Object.fromEntries(
    Object.entries(address).map(([name, value]) => [name, value?.trim() || undefined]),
  );
}

/** Leaves out what says nothing, in a text or a list. */
function filledIn(fields: JsonObject): Record<string, unknown> {
  const says = (value: unknown) =>
    value !== undefined && value !== null && value !== '' && !isEmptyList(value);
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => says(value)));
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
