/** Customers as they stand there: all that is read of them, so that an update can tell what differs. */
import { z } from 'zod';
import { identityOf } from '../../../records/identity.ts';
import type { Account } from '../../contract/account.ts';
import type { Api } from '../../contract/api.ts';
import { path } from '../../contract/path.ts';
import type { ExistingCustomer, JsonObject } from '../../contract/target.ts';
import { needed, text, textIn } from '../../wire/fields.ts';
import { only } from '../../wire/objects.ts';
import { isContact } from '../ids.ts';
import { mayWrite } from '../org.ts';
import { pieces, readRows, version } from '../queries.ts';
import { type Field, fields, soql } from '../soql.ts';
import { readable } from './parts.ts';
import { ownNames } from './target-fields.ts';
import { customerFromWire, idOf } from './to-record.ts';
import { accountFields, accountWire, contactFields, contactWire } from './wire.ts';

const row = z.looseObject({ Id: needed(text) });

/** A contact with its account beside it, or an account alone. */
const contactRow = row.extend({ Account: row.nullish() });
const accountRow = row;

/** Fields of the account that a mapping fills in: those that the org has, and shows. */
function ownFields({ traits }: Account, of = ''): Field[] {
  const shown = (traits.ownOfAccount ?? '').split(',');
  return fields(...ownNames.filter((name) => shown.includes(name)).map((name) => `${of}${name}`));
}

function contactSelect(account: Account): Field[] {
  return [...contactFields(), ...accountFields(account, 'Account.'), ...ownFields(account, 'Account.')];
}

function accountSelect(account: Account): Field[] {
  return [...accountFields(account), ...ownFields(account)];
}

export async function readStored(api: Api, id: string): Promise<ExistingCustomer | null> {
  const [found] = await readAllStored(api, [id]);
  return found ?? null;
}

/** All of one object, in the order in which they were made. */
export async function readAllStored(api: Api, ids: readonly string[]): Promise<ExistingCustomer[]> {
  const { account } = api;
  const found: ExistingCustomer[] = [];
  for (const some of pieces(ids)) {
    if (isContact(some[0] ?? '')) {
      const q = soql`SELECT ${contactSelect(account)} FROM Contact WHERE Id IN ${some} ORDER BY CreatedDate, Id`;
      const rows = await readRows(api, q, contactRow);
      found.push(...rows.flatMap((each) => contactStored(each, account) ?? []));
    } else {
      const q = soql`SELECT ${accountSelect(account)} FROM Account WHERE Id IN ${some} ORDER BY CreatedDate, Id`;
      const rows = await readRows(api, q, accountRow);
      found.push(...rows.map((each) => stored({ account: each }, account)));
    }
  }
  return found;
}

/** Null for a private contact, which belongs to no account, and for the hidden one of a person's account. */
function contactStored(
  { Account: own, ...contact }: z.infer<typeof contactRow>,
  account: Account,
): ExistingCustomer | null {
  if (own === null || own === undefined || own.IsPersonAccount === true) return null;
  return stored({ account: own, contact }, account);
}

function stored(
  raw: { readonly account: JsonObject; readonly contact?: JsonObject },
  account: Account,
): ExistingCustomer {
  const { vatNumberField = '', cocNumberField = '' } = account.traits;
  const plain = (record: JsonObject) => only(record, (name) => name !== 'attributes');
  const numbers = {
    vatNumber: textIn(raw.account[vatNumberField]),
    cocNumber: textIn(raw.account[cocNumberField]),
  };
  // What may not be written is nothing that could be kept in step.
  const written = {
    vatNumber: mayWrite(account, 'Account', vatNumberField) ? numbers.vatNumber : undefined,
    cocNumber: mayWrite(account, 'Account', cocNumberField) ? numbers.cocNumber : undefined,
  };
  const wire = {
    account: { ...plain(raw.account), ...written },
    ...(raw.contact === undefined ? {} : { contact: plain(raw.contact) }),
  };
  const read = readable(wire);
  return {
    id: idOf(read),
    wire,
    identity: { ...identityOf(customerFromWire(read)), vatNumber: numbers.vatNumber },
    record: recordOf(raw, account),
  };
}

function recordOf(raw: { readonly account: JsonObject; readonly contact?: JsonObject }, account: Account) {
  const own = accountWire(account).safeParse(raw.account);
  const contact = contactWire.optional().safeParse(raw.contact);
  return own.success && contact.success
    ? customerFromWire({ account: own.data, contact: contact.data })
    : null;
}

const masterWire = z.object({ MasterRecordId: text });

/** How often a record may have been merged into another that was merged itself. */
const maxHops = 5;

/** What a record was merged into (sheet 5.1); null where it was deleted, or there is none. */
export async function masterOf(api: Api, id: string): Promise<string | null> {
  if (isContact(id) && api.account.traits.contactsMerge === undefined) return null;
  const object = fields(isContact(id) ? 'Contact' : 'Account');
  let [at, hops] = [id, 0];
  for (; hops < maxHops; hops++) {
    const q = soql`SELECT MasterRecordId FROM ${object} WHERE Id = ${at}`;
    const rows = z.object({ records: z.array(masterWire) });
    const [found] = (await api.get(path`/services/data/${version}/queryAll`, rows, { q })).records;
    if (found?.MasterRecordId === undefined) break;
    at = found.MasterRecordId;
  }
  return at === id ? null : at;
}
