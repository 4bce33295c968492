/** What the staff writes about buyers: a company is account and contact; a person one account, or both. */
import { type Json, type JsonObject, textIn } from '../../kit/json.ts';
import { nameParts } from '../../kit/people/levers.ts';
import type { Org } from '../org.ts';
import type { Row } from '../records/tables.ts';
import { byHand, createRecord } from '../records/writing.ts';
import { notFound } from '../refusal.ts';
import { personAccountType } from '../rules/record-types.ts';
import type { Address, Sale } from '../sales/sale.ts';
import { nameOfCountry } from '../schema/countries.ts';
import type { SObject } from '../schema/sobject.ts';

export function objectNamed(org: Org, name: string): SObject {
  const object = org.schema.object(name);
  if (object === undefined) throw notFound(`The org has no ${name}`);
  return object;
}

/** A record by hand: whatever the org's own fields require is filled in, and what it does not have is left out. */
export function writtenBy(org: Org, name: string, fields: JsonObject): Row {
  const object = objectNamed(org, name);
  const required = object.fields.filter(
    (each) => each.name.endsWith('__c') && !each.nillable && !each.defaultedOnCreate,
  );
  const filled = required.map((each): [string, Json] => [
    each.name,
    each.values[0] ?? (each.type === 'string' ? '-' : 0),
  ]);
  const known = Object.entries(fields).filter(
    ([each, value]) => value !== null && org.schema.field(object, each)?.createable === true,
  );
  return createRecord(org, object, { ...Object.fromEntries(filled), ...Object.fromEntries(known) }, byHand);
}

export interface Parties {
  readonly account: Row;
  readonly contact: Row | undefined;
}

/** With `account` the one that has the e-mail address, if there is one; else a new one. */
export function accountFor(org: Org, buyer: Sale['buyer']): Parties {
  const known = buyer.account && buyer.email !== '' ? accountByEmail(org, buyer.email) : undefined;
  if (known !== undefined) return { account: known, contact: contactOf(org, known) };
  return newAccount(org, buyer);
}

export function newAccount(org: Org, buyer: Omit<Sale['buyer'], 'account'>): Parties {
  const { name, company, email, phone, vatNumber } = buyer;
  const [first, last] = nameParts(name);
  const names =
    last === '' ? { LastName: first || '-' } : { FirstName: first.slice(0, 40), LastName: last.slice(0, 80) };
  const about = { Phone: phone || null, VatNumber__c: vatNumber || null, ...placeFields('Billing', buyer) };
  const personType = org.settings().personAccounts && company === '' ? personAccountType(org) : null;
  if (personType !== null) {
    const account = writtenBy(org, 'Account', {
      ...names,
      PersonEmail: email || null,
      RecordTypeId: personType,
      ...about,
    });
    return { account, contact: undefined };
  }
  const account = writtenBy(org, 'Account', { Name: (company || name || '-').slice(0, 255), ...about });
  const contact = writtenBy(org, 'Contact', {
    ...names,
    Email: email || null,
    Phone: phone || null,
    AccountId: account.id,
    ...placeFields('Mailing', buyer),
  });
  return { account, contact };
}

/** The account of a person or of the contact with that address, in any case. */
export function accountByEmail(org: Org, email: string): Row | undefined {
  const person = org.tables.by('Account', 'PersonEmail', email.trim())[0];
  if (person !== undefined) return person;
  const contact = org.tables
    .by('Contact', 'Email', email.trim())
    .find(({ fields }) => fields.AccountId != null);
  return contact === undefined ? undefined : org.row('Account', textIn(contact.fields, 'AccountId'));
}

/** The first contact of a company. */
export function contactOf(org: Org, account: Row): Row | undefined {
  if (account.fields.IsPersonAccount === true) return undefined;
  return org
    .children('Contact', 'AccountId', account.id)
    .sort((one, other) => (one.id < other.id ? -1 : 1))[0];
}

/** An address in the fields of an object. */
export function placeFields(
  prefix: string,
  { street, postalCode, city, country }: Omit<Address, 'name' | 'company' | 'phone'>,
): JsonObject {
  return {
    [`${prefix}Street`]: street || null,
    [`${prefix}PostalCode`]: postalCode || null,
    [`${prefix}City`]: city.slice(0, 40) || null,
    [`${prefix}Country`]: nameOfCountry(country),
  };
}
