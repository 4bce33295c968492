/**
 * The names of a customer after an update. A company's stands in its address, its contact's on the account; where the company
 * has none of its own, the account's is its name as well. A name is one thing: another takes the place of all of it.
 */
import { vatNumberIn } from '../../../records/business.ts';
import type { JsonObject, Parts } from '../../contract/target.ts';
import { isNameless } from '../../wire/customer-parts.ts';
import { present, textIn } from '../../wire/fields.ts';
import { asObject } from '../../wire/objects.ts';
import { companyIn, fullName, splitName } from '../../wire/party.ts';
import { placeholder } from '../../wire/placeholder.ts';
import { partsOfStored } from './parts.ts';
import { invoiceAddressIn } from './readable.ts';

export interface NamesAfter {
  /** Empty: there is to be none. Undefined: it stays. */
  readonly company: string | undefined;
  /** The whole name on the account. Empty: nobody knows it. Undefined: it stays. */
  readonly person: string | undefined;
}

/** `news`: the parts that differ. */
export function namesAfter(
  wire: JsonObject,
  body: JsonObject,
  said: Parts,
  news: ReadonlySet<string>,
): NamesAfter {
  const before = partsOfStored(wire);
  const after = (part: string) => (news.has(part) ? said[part] : undefined);
  // Neither a kind nor a company's name is ever taken away.
  const kind = after('kind') ?? before.kind;
  const name = textIn(after('name') ?? before.name);
  const firm = companyOf(wire);
  if (kind !== 'company') {
    const isGone = news.has('name') && said.name === undefined;
    return { company: firm === undefined ? undefined : '', person: isGone ? '' : name };
  }
  const isNew = before.kind !== 'company';
  const contact = textIn(news.has('contact') ? said.contact : isNew ? undefined : before.contact);
  const number = news.has('vatNumber') ? said.vatNumber : before.vatNumber;
  const isLent = firm === undefined && contact === undefined && vatNumberIn(textIn(number)) !== undefined;
  if (isLent && (companyOf(asObject(body.customer)) === undefined || !news.has('name'))) {
    return { company: undefined, person: name };
  }
  const hasPerson = !isNameless(personIn(wire));
  return { company: name, person: contact ?? (hasPerson ? name : undefined) };
}

/** Returns the fields that give somebody this name: as the body has split it, where it is the one that the body says. */
export function splitAs(name: string, customer: JsonObject): JsonObject {
  const { firstname, middlename, lastname } = customer;
  if (personOf(customer) === name) return present({ firstname, middlename, lastname });
  const [first = placeholder, last = placeholder] = splitName({ name });
  return { firstname: first, lastname: last };
}

/** A name takes the place of all of another. */
export function withoutMiddleName({ middlename }: JsonObject, split: JsonObject): JsonObject {
  return middlename && split.middlename === undefined ? { ...split, middlename: '' } : split;
}

/** As it is read: of an account without a name that of its address. */
export function personIn(wire: JsonObject): string {
  return personOf(wire) || personOf(invoiceAddressIn(wire) ?? {});
}

/** The whole name of an account or an address; empty where it has none. */
export function personOf({ firstname, middlename, lastname }: JsonObject): string {
  const known = [firstname, middlename, lastname].map(textIn).filter((each) => each !== placeholder);
  return fullName(...known)?.replace(/\s+/g, ' ') ?? '';
}

/** Whether two names have a word in common. */
export function isAkin(one: string, other: string): boolean {
  const words = (name: string) => name.toLowerCase().split(/\s+/);
  return words(one).some((word) => words(other).includes(word));
}

function companyOf(wire: JsonObject): string | undefined {
  const typed = textIn(invoiceAddressIn(wire)?.company);
  return typed === placeholder ? undefined : companyIn(typed);
}
