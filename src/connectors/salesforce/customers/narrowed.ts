/** The body of an update that says less than all. */
import { rejected } from '../../../records/problem.ts';
import type { JsonObject, Parts, StoredCustomer } from '../../contract/target.ts';
import { isWhole, namesOfKind } from '../../wire/customer-parts.ts';
import { textIn } from '../../wire/fields.ts';
import { asObject, only } from '../../wire/objects.ts';
import { fullName } from '../../wire/party.ts';
import { placeholder } from '../../wire/placeholder.ts';
import { addressIn } from '../address.ts';
import { kindOf, partsInStored, readable } from './parts.ts';
import { ownNames } from './target-fields.ts';
import { type Buyer, isCalledAsContact } from './to-record.ts';
import { namesOr } from './to-wire.ts';

/**
 * What is to be emptied is null: what is not named stays. A private customer's account is called as its contact is, so one goes with the other.
 * Throws `customer_kind_differs` where a person's account would become a company's, or the reverse: Salesforce makes neither of the other.
 */
export function narrowedBody(
  body: JsonObject,
  parts: ReadonlySet<string>,
  { id, wire }: Pick<StoredCustomer, 'id' | 'wire'>,
): JsonObject {
  const said = readable(body);
  const stands = readable(wire);
  const isPerson = kindOf(said) === 'person';
  const inPersonAccount = stands.account.IsPersonAccount === true;
  if (parts.has('kind') && (inPersonAccount ? !isPerson : said.account.IsPersonAccount === true))
    throw rejected('customer_kind_differs', {
      system: 'Salesforce',
      id,
      kind: isPerson ? 'person' : 'company',
    });
  const account: Record<string, unknown> = {};
  const contact: Record<string, unknown> = {};
  if (parts.has('email')) {
    if (inPersonAccount) account.PersonEmail = emailIn(said) ?? null;
    else contact.Email = emailIn(said) ?? null;
  }
  const names = namesAfter({ said, stands, parts, isPerson, standing: partsInStored(wire) });
  if (inPersonAccount) Object.assign(account, names.contact);
  else {
    Object.assign(contact, names.contact);
    if (names.account !== undefined) account.Name = names.account;
  }
  for (const part of ['vatNumber', 'cocNumber'] as const) {
    const isLost = parts.has('kind') && isPerson && stands.account[part] !== undefined;
    if (isLost) account[part] = null;
    else if (parts.has(part)) account[part] = said.account[part] ?? null;
  }
  if (parts.has('phone')) account.Phone = said.account.Phone ?? null;
  if (parts.has('address'))
    Object.assign(account, addressAfter(asObject(body.account), asObject(wire.account)));
  const isFirm = !inPersonAccount && (parts.has('kind') ? !isPerson : kindOf(stands) === 'company');
  if (isFirm && wouldBePersons(stands, account, contact))
    Object.assign(contact, { FirstName: null, LastName: placeholder });
  for (const name of ownNames) if (parts.has(name)) account[name] = asObject(body.account)[name] ?? null;
  return {
    ...(Object.keys(account).length === 0 ? {} : { account }),
    ...(Object.keys(contact).length === 0 ? {} : { contact }),
  };
}

function emailIn({ account, contact }: Buyer): string | undefined {
  return account.IsPersonAccount === true ? account.PersonEmail : contact?.Email;
}

interface Naming {
  readonly said: Buyer;
  readonly stands: Buyer;
  readonly standing: Parts;
  readonly parts: ReadonlySet<string>;
  readonly isPerson: boolean;
}

interface NamesAfter {
  readonly account?: string | undefined;
  readonly contact: JsonObject;
}

function namesAfter({ said, stands, standing, parts, isPerson }: Naming): NamesAfter {
  const inPersonAccount = stands.account.IsPersonAccount === true;
  const saidPerson = said.account.IsPersonAccount === true ? said.account : said.contact;
  const sayName = ({
    FirstName,
    LastName,
  }: {
    readonly FirstName?: string | undefined;
    readonly LastName?: string | undefined;
  }) => ({
    FirstName: FirstName ?? null,
    LastName: LastName ?? placeholder,
  });
  const wants = (part: string) => parts.has(part);
  if (isPerson) {
    if (wants('name')) {
      const contact = sayName(saidPerson ?? {});
      const whole = fullName(saidPerson?.FirstName, saidPerson?.LastName);
      return { account: inPersonAccount ? undefined : whole, contact };
    }
    if (!wants('kind') || inPersonAccount) return { contact: {} };
    const { firstName, lastName } = namesOfKind(standing, '');
    const names = namesOr({ name: fullName(firstName, lastName) ?? '' }, stands.account.Name ?? placeholder);
    return { account: fullName(names.FirstName, names.LastName), contact: sayName(names) };
  }
  const company = wants('name')
    ? said.account.Name
    : wants('kind')
      ? (stands.account.Name ?? said.account.Name)
      : undefined;
  return { account: company, contact: wants('contact') ? sayName(saidPerson ?? {}) : {} };
}

/** Whether a company would be called as its contact is, as a private customer's account is: then its contact tells nobody. */
function wouldBePersons(stands: Buyer, account: JsonObject, contact: JsonObject): boolean {
  const after = (of: object, said: JsonObject, name: string) =>
    textIn(name in said ? said[name] : (of as JsonObject)[name]);
  const lastName = after(stands.contact ?? {}, contact, 'LastName');
  return isCalledAsContact({
    account: {
      ...stands.account,
      Name: after(stands.account, account, 'Name'),
      vatNumber: after(stands.account, account, 'vatNumber'),
    },
    contact: {
      ...{ Id: '', AccountId: undefined, Email: undefined },
      FirstName: after(stands.contact ?? {}, contact, 'FirstName'),
      LastName: lastName === placeholder ? undefined : lastName,
    },
  });
}

/** A new address leaves nothing of the old one; a country that is not said is never known. */
function addressAfter(said: JsonObject, stands: JsonObject): JsonObject {
  const isOfAddress = (name: string) =>
    /^Billing(Street|PostalCode|City|State|StateCode|Country|CountryCode)$/.test(name);
  const hasCodes = 'BillingCountryCode' in stands;
  const isWritten = (name: string) => isOfAddress(name) && (!hasCodes || !/(State|Country)$/.test(name));
  const own = only(said, isOfAddress);
  const address = addressIn('Billing', own);
  if (address !== undefined && !isWhole(address)) return own;
  const isKept = (name: string) => address !== undefined && /Country(Code)?$/.test(name);
  const emptied = Object.keys(stands).filter((name) => isWritten(name) && !isKept(name));
  return { ...Object.fromEntries(emptied.map((name) => [name, null])), ...own };
}
