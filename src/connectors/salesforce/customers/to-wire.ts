import type { Customer } from '../../../records/customer.ts';
import type { Account } from '../../contract/account.ts';
import type { CustomerDraft, JsonObject } from '../../contract/target.ts';
import { isNameless } from '../../wire/customer-parts.ts';
import { present } from '../../wire/fields.ts';
import { asObject } from '../../wire/objects.ts';
import { companyNameOf, fullName, splitName } from '../../wire/party.ts';
import { placeholder } from '../../wire/placeholder.ts';
import { addressToWire } from '../address.ts';
import { asSent } from '../composite.ts';
import { mayWrite, orgOf, requireFilled } from '../org.ts';
import { isSameName } from './to-record.ts';

/**
 * An account, and the contact that is made with it (sheet 6.1); a person is one account where the org has person accounts (sheet 5.1).
 * `vatNumber` and `cocNumber` stand for the fields that the connection names. Mapped fields stand above what the record says.
 */
export function customerToWire({ customer, fields }: CustomerDraft, account: Account): JsonObject {
  const { custom, contactCustom, ...mapped } = present(fields);
  const org = orgOf(account);
  const isCompany = customer.kind === 'company';
  const { vatNumberField, cocNumberField } = account.traits;
  const takes = (field: string | undefined) => field !== undefined && mayWrite(account, 'Account', field);
  const common = {
    ...present({ Phone: customer.phone?.trim() }),
    ...addressToWire('Billing', customer.address, org),
    ...mapped,
    ...asObject(custom),
  };
  const email = customer.email?.trim();
  if (!isCompany && org.personType !== undefined) {
    const person = {
      RecordTypeId: org.personType,
      ...namesToWire(customer, email),
      ...present({ PersonEmail: email }),
      ...common,
    };
    requireFilled('Account', person, account);
    return asSent({ account: person });
  }
  const names = isCompany ? contactNames(customer) : namesToWire(customer, email);
  const firm = {
    Name: isCompany ? (companyNameOf(customer) ?? placeholder) : fullName(names.FirstName, names.LastName),
    ...(isCompany
      ? present({
          vatNumber: takes(vatNumberField) ? customer.vatNumber?.trim() : undefined,
          cocNumber: takes(cocNumberField) ? customer.cocNumber?.trim() : undefined,
        })
      : {}),
    ...common,
  };
  const contact = { ...names, ...present({ Email: email }), ...asObject(contactCustom) };
  requireFilled('Account', firm, account);
  requireFilled('Contact', contact, account);
  return asSent({ account: firm, contact });
}

interface Names {
  readonly FirstName?: string;
  readonly LastName: string;
}

/** A last name must be there: of a name of one word it is that, of nobody known the e-mail address. */
function namesToWire(customer: Customer, email: string | undefined): Names {
  return namesOr(customer, email ?? placeholder);
}

/** A company's contact that is called as the company is tells nobody. */
function contactNames(customer: Customer): Names {
  const company = companyNameOf(customer);
  const name = fullName(customer.firstName, customer.lastName) ?? fullName(customer.name);
  const tellsNobody = name !== undefined && isSameName(name, company ?? '');
  return tellsNobody ? { LastName: placeholder } : namesOr(customer, placeholder);
}

export function namesOr(customer: Pick<Customer, 'firstName' | 'lastName' | 'name'>, none: string): Names {
  const [first, last] = isNameless(customer.name)
    ? [customer.firstName, customer.lastName]
    : splitName(customer);
  if (last === undefined) return { LastName: first ?? none };
  return first === undefined ? { LastName: last } : { FirstName: first, LastName: last };
}
