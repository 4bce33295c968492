/** Whoever buys: an account with a contact, or a person's account, which is both (sheet 5.1, 5.2). */
import { z } from 'zod';
import type { Account } from '../../contract/account.ts';
import type { JsonObject } from '../../contract/target.ts';
import { flag, needed, part, text } from '../../wire/fields.ts';
import { personal } from '../../wire/placeholder.ts';
import { addressFields, addressWire } from '../address.ts';
import { orgOf } from '../org.ts';
import { type Field, fields } from '../soql.ts';

const plain = z.looseObject({
  Id: needed(text),
  Name: text,
  Phone: text,
  IsPersonAccount: flag,
  FirstName: text,
  LastName: personal,
  PersonEmail: text,
});

export function accountWire({ traits }: Account) {
  const own = (record: JsonObject, trait: string) => text.parse(record[traits[trait] ?? '']);
  return plain.transform((record, context) => {
    const address = addressWire('Billing').safeParse(record);
    for (const { path, message } of address.error?.issues ?? [])
      context.addIssue({ code: 'custom', path: path.map((name) => `Billing${String(name)}`), message });
    return {
      ...record,
      vatNumber: own(record, 'vatNumberField'),
      cocNumber: own(record, 'cocNumberField'),
      address: address.data,
    };
  });
}

export const contactWire = z.object({
  Id: needed(text),
  AccountId: text,
  FirstName: text,
  LastName: personal,
  Email: text,
});
export type ContactWire = z.infer<typeof contactWire>;

/** A contact with its account; a private one has none. */
export function contactWithAccount(account: Account) {
  return contactWire.extend({ Account: part(accountWire(account)) });
}

/** What is asked for of an account. `of`: where it stands in what is asked: `Account.`. */
export function accountFields(account: Account, of = ''): Field[] {
  const org = orgOf(account);
  const { vatNumberField, cocNumberField } = account.traits;
  const own = [vatNumberField, cocNumberField].filter((name) => name !== undefined);
  const ofPerson = org.personAccounts ? ['IsPersonAccount', 'FirstName', 'LastName', 'PersonEmail'] : [];
  const names = ['Id', 'Name', 'Phone', ...addressFields('Billing', org), ...own, ...ofPerson];
  return fields(...names.map((name) => `${of}${name}`));
}

export function contactFields(of = ''): Field[] {
  return fields(...['Id', 'AccountId', 'FirstName', 'LastName', 'Email'].map((name) => `${of}${name}`));
}
