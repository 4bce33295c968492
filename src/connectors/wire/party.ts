/** Buyers and their addresses, as far as every system says them in the same way. */
import type { Address, Delivery } from '../../records/address.ts';
import type { Customer } from '../../records/customer.ts';
import { rejected } from '../../records/problem.ts';
import type { JsonObject } from '../contract/target.ts';

type Text = string | undefined;

/** The parts of a name as one; undefined where there are none. */
export function fullName(...parts: readonly Text[]): Text {
  const said = parts.map((part) => part?.trim()).filter(Boolean);
  return said.join(' ') || undefined;
}

/** A document needs some name: the e-mail address of a person who says none. */
export function nameOr(name: Text, { company, email }: Pick<Customer, 'company' | 'email'>): string {
  return name ?? (company === undefined ? email : undefined) ?? '';
}

/** A company's name as it was typed; a dash or a dot in a field that had to be filled in is none. */
export function companyIn(typed: Text): Text {
  return /[\p{L}\p{N}]/u.test(typed ?? '') ? typed : undefined;
}

/** Undefined when not one field of an address is filled in. */
export function addressOrNone(address: Address): Address | undefined {
  return Object.values(address).some((value) => value !== undefined) ? address : undefined;
}

/** The first line is the street; all others stand beside it. */
export function streetOf([street, ...extra]: readonly string[]): Pick<Address, 'street' | 'extra'> {
  return { street, extra: extra.join(', ') || undefined };
}

/** ISO 639-1, of whatever locale. */
export function languageOf(locale: Text): Text {
  return /^([a-z]{2})(?:[-_]|$)/.exec(locale?.trim().toLowerCase() ?? '')?.[1];
}

/** The lines of a street that say something. */
export function streetLines({ street, extra }: Address): string[] {
  return [street, extra].map((line) => line?.trim() ?? '').filter((line) => line !== '');
}

export function nameOf({ name, firstName, lastName }: Customer): Text {
  return fullName(name) ?? fullName(firstName, lastName);
}

/** A company that says no name of its own goes by its contact's, or by its e-mail address. */
export function companyNameOf({ company, name, email }: Customer): Text {
  return fullName(company) ?? fullName(name) ?? fullName(email);
}

/** First and last name. Of a name in one piece the first word is the first name; an e-mail address is no name. */
export function splitName({
  firstName,
  lastName,
  name,
}: Pick<Customer, 'firstName' | 'lastName' | 'name'>): readonly [first: Text, last: Text] {
  if (fullName(firstName, lastName)) return [fullName(firstName), fullName(lastName)];
  const [first, ...others] = name.includes('@') ? [] : name.trim().split(/\s+/);
  return [fullName(first), fullName(...others)];
}

/** A system's own names of the parts of an address that it insists on, and the record's. */
type AddressParts = Readonly<Record<string, keyof Address>>;

export function missingParts(body: JsonObject, parts: AddressParts): string[] {
  return Object.keys(parts).filter((name) => body[name] === undefined);
}

/** Throws `address_incomplete`. `fieldOf` names the field of the mapping in which a part can be filled in. */
export function requireAddress(
  system: string,
  body: JsonObject,
  parts: AddressParts,
  fieldOf?: (name: string) => string,
): void {
  const names = missingParts(body, parts);
  if (names.length === 0) return;
  const missing = names.map((name) => parts[name] ?? name);
  throw rejected('address_incomplete', { system, missing, fields: fieldOf ? names.map(fieldOf) : [] });
}

/** Whom a system names beside an address. */
export type Named = Pick<Delivery, 'name' | 'firstName' | 'lastName' | 'company' | 'phone'>;

/**
 * Where parcels go, and to whom as far as that is not the buyer: one who has the buyer's name and firm, or none, is the
 * buyer. Undefined where there is no address. `named.company` is as it was typed.
 */
export function deliveryOf(
  address: Address | undefined,
  named: Named,
  buyer: Customer,
): Delivery | undefined {
  if (address === undefined) return undefined;
  const company = companyIn(named.company);
  const name = fullName(named.name) ?? fullName(named.firstName, named.lastName);
  const phone = named.phone === buyer.phone ? undefined : named.phone;
  const isBuyer = sameText(name, nameOf(buyer)) && sameText(company, buyer.company);
  if ((name === undefined && company === undefined) || isBuyer) return withoutNone({ ...address, phone });
  const { firstName, lastName } = named;
  return withoutNone({ ...address, name, firstName, lastName, company, phone });
}

/**
 * To whom parcels go, as a customer of the delivery's own name, firm and telephone, and where. Whoever has a name of their
 * own is none of the buyer's firm and has none of its numbers; without one it is the buyer.
 */
export function recipientOf(
  buyer: Customer,
  delivery: Delivery | undefined,
): { readonly person: Customer; readonly address: Address } {
  if (delivery === undefined) return { person: buyer, address: buyer.address };
  const { name, firstName, lastName, company, phone, ...address } = delivery;
  const own = fullName(name) ?? fullName(firstName, lastName);
  if (own === undefined && company === undefined)
    return { person: { ...buyer, phone: phone ?? buyer.phone }, address };
  const kind = company === undefined ? 'person' : 'company';
  const person = { kind, name: own ?? '', firstName, lastName, company, phone, address } as const;
  return { person, address };
}

function sameText(one: Text, other: Text): boolean {
  const plain = (text: Text) => text?.trim().replace(/\s+/g, ' ').toLowerCase() ?? '';
  return plain(one) === plain(other);
}

function withoutNone(delivery: Delivery): Delivery {
  return Object.fromEntries(Object.entries(delivery).filter(([, value]) => value !== undefined));
}
