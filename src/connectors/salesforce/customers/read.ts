import type { Api } from '../../contract/api.ts';
import { flag } from '../../wire/fields.ts';
import { isContact, recordId } from '../ids.ts';
import { orgOf } from '../org.ts';
import { query, readRows } from '../queries.ts';
import { Field, soql } from '../soql.ts';
import type { Buyer } from './to-record.ts';
import { accountFields, accountWire, contactFields, contactWire, contactWithAccount } from './wire.ts';

/** Null where it is gone, and for a contact of no account. */
export async function readBuyer(api: Api, key: string): Promise<Buyer | null> {
  const id = recordId(key);
  if (id === null) return null;
  return isContact(id) ? contactOf(api, id) : accountOf(api, id);
}

async function contactOf(api: Api, id: string): Promise<Buyer | null> {
  const { account } = api;
  const q = soql`SELECT ${contactFields()}, ${accountFields(account, 'Account.')} FROM Contact WHERE Id = ${id}`;
  const [found] = (await query(api, q, contactWithAccount(account))).records;
  if (found?.Account === undefined) return null;
  const { Account: own, ...contact } = found;
  return { account: own, contact };
}

async function accountOf(api: Api, id: string): Promise<Buyer | null> {
  const q = soql`SELECT ${accountFields(api.account)} FROM Account WHERE Id = ${id}`;
  const [found] = (await query(api, q, accountWire(api.account))).records;
  return found === undefined ? null : { account: found, contact: undefined };
}

/** The first contact that was made of an account, of those with an e-mail address where there is one. */
export async function firstContactOf(api: Api, accountId: string) {
  const asked = orgOf(api.account).personAccounts
    ? [...contactFields(), new Field('IsPersonAccount')]
    : contactFields();
  const q = soql`SELECT ${asked} FROM Contact WHERE AccountId = ${accountId} ORDER BY CreatedDate, Id LIMIT 200`;
  const all = await readRows(api, q, contactWire.extend({ IsPersonAccount: flag }));
  // The hidden one of a person's account is nobody beside it.
  const contacts = all.filter(({ IsPersonAccount }) => IsPersonAccount !== true);
  return contacts.find(({ Email }) => Email !== undefined) ?? contacts[0];
}
