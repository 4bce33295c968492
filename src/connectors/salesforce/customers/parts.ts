/** A customer by part: what a body says, and what stands in a record. */

import type { Customer } from '../../../records/customer.ts';
import type { JsonObject, Parts } from '../../contract/target.ts';
import { customerParts } from '../../wire/customer-parts.ts';
import { textIn } from '../../wire/fields.ts';
import { asObject, isObject, only } from '../../wire/objects.ts';
import { fullName } from '../../wire/party.ts';
import { placeholder } from '../../wire/placeholder.ts';
import { addressIn } from '../address.ts';
import { ownNames } from './target-fields.ts';
import { type Buyer, isCalledAsContact } from './to-record.ts';

/** What of a record or a body can be understood. */
export function readable(wire: JsonObject): Buyer {
  const [account, contact] = [asObject(wire.account), wire.contact];
  const named = (of: JsonObject, name: string) => {
    const value = textIn(of[name]);
    return value === placeholder ? undefined : value;
  };
  return {
    account: {
      Id: textIn(account.Id) ?? '',
      Name: textIn(account.Name),
      Phone: textIn(account.Phone),
      IsPersonAccount: isPersonForm(wire),
      FirstName: textIn(account.FirstName),
      LastName: named(account, 'LastName'),
      PersonEmail: textIn(account.PersonEmail),
      vatNumber: textIn(account.vatNumber),
      cocNumber: textIn(account.cocNumber),
      address: addressIn('Billing', account),
    },
    contact: isObject(contact)
      ? {
          Id: textIn(contact.Id) ?? '',
          AccountId: textIn(account.Id),
          FirstName: textIn(contact.FirstName),
          LastName: named(contact, 'LastName'),
          Email: textIn(contact.Email),
        }
      : undefined,
  };
}

/** Whether it is a person's account. */
export function isPersonForm(wire: JsonObject): boolean {
  const { IsPersonAccount, PersonEmail, LastName } = asObject(wire.account);
  return (
    IsPersonAccount === true || (IsPersonAccount === undefined && (PersonEmail ?? LastName) !== undefined)
  );
}

export function partsInStored(wire: JsonObject): Parts {
  return partsOf(wire, kindOf(readable(wire)));
}

/** A body that does not say both whom the account and whom the contact names was narrowed, and says no kind. */
export function partsOfBody(body: JsonObject): Parts {
  const buyer = readable(body);
  const isWholeBody = isPersonForm(body)
    ? asObject(body.account).RecordTypeId !== undefined
    : buyer.account.Name !== undefined && asObject(body.contact).LastName !== undefined;
  return partsOf(body, isWholeBody ? kindOf(buyer) : undefined);
}

export function kindOf(buyer: Buyer): Customer['kind'] {
  return buyer.account.IsPersonAccount === true || isCalledAsContact(buyer) ? 'person' : 'company';
}

function partsOf(wire: JsonObject, kind: Customer['kind'] | undefined): Parts {
  const { account, contact } = readable(wire);
  const isPersonAccount = account.IsPersonAccount === true;
  const own = fullName(contact?.FirstName, contact?.LastName);
  return customerParts(
    {
      email: isPersonAccount ? account.PersonEmail : contact?.Email,
      kind,
      name: isPersonAccount ? fullName(account.FirstName, account.LastName) : account.Name,
      contact: isPersonAccount || kind === 'person' ? undefined : own,
      vatNumber: kind === 'person' ? undefined : account.vatNumber,
      cocNumber: kind === 'person' ? undefined : account.cocNumber,
      phone: account.Phone,
      address: account.address,
    },
    only(asObject(wire.account), (name) => ownNames.includes(name)),
  );
}
