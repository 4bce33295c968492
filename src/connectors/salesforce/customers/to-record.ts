import type { Address } from '../../../records/address.ts';
import { buyerKind, vatNumberIn } from '../../../records/business.ts';
import type { Customer } from '../../../records/customer.ts';
import { fullName, nameOr } from '../../wire/party.ts';
import type { ContactWire } from './wire.ts';

/** What is read of an account, also of one that is on its way. */
export interface AccountRead {
  readonly Id: string;
  readonly Name?: string | undefined;
  readonly Phone?: string | undefined;
  readonly IsPersonAccount?: boolean | undefined;
  readonly FirstName?: string | undefined;
  readonly LastName?: string | undefined;
  readonly PersonEmail?: string | undefined;
  readonly vatNumber?: string | undefined;
  readonly cocNumber?: string | undefined;
  readonly address?: Address | undefined;
}

/** Without a contact it is a person's account, or a company that nobody is known of. */
export interface Buyer {
  readonly account: AccountRead;
  readonly contact: ContactWire | undefined;
}

/** `reverseCharge` stays open: only an order says it. */
export function customerFromWire({ account, contact }: Buyer): Customer {
  const isPersonAccount = account.IsPersonAccount === true;
  const person = isPersonAccount ? account : contact;
  const email = isPersonAccount ? account.PersonEmail : contact?.Email;
  const company = isPersonAccount || isCalledAsContact({ account, contact }) ? undefined : account.Name;
  const vatNumber = company === undefined ? undefined : vatNumberIn(account.vatNumber);
  return {
    id: idOf({ account, contact }),
    kind: buyerKind({ company, vatNumber }),
    email,
    name: nameOr(fullName(person?.FirstName, person?.LastName), { company, email }),
    firstName: person?.FirstName,
    lastName: person?.LastName,
    company,
    phone: account.Phone,
    vatNumber,
    cocNumber: company === undefined ? undefined : account.cocNumber,
    address: account.address ?? {},
  };
}

/** A contact goes by its own id: an account may have several. */
export function idOf({ account, contact }: Buyer): string {
  return account.IsPersonAccount === true ? account.Id : (contact?.Id ?? account.Id);
}

/**
 * In an org without person accounts a private customer has an account of its own, which is called as its contact is. One with a VAT number
 * is a business all the same.
 */
export function isCalledAsContact({ account, contact }: Buyer): boolean {
  if (account.vatNumber !== undefined || contact === undefined) return false;
  const own = fullName(contact.FirstName, contact.LastName);
  return own !== undefined && inOneForm(own) === inOneForm(account.Name ?? '');
}

function inOneForm(name: string): string {
  return name.trim().replace(/\s+/g, ' ').toLowerCase();
}
