import type { Address } from '../../../records/address.ts';
import { rejected } from '../../../records/problem.ts';
import type { CustomerDraft, JsonObject } from '../../contract/target.ts';
import { present } from '../../wire/fields.ts';
import { only } from '../../wire/objects.ts';
import { languageOf } from '../../wire/party.ts';
import { personToWire } from '../party-to-wire.ts';
import { isOfPerson } from './target-fields.ts';

/**
 * The body of `POST /customers` (sheet 7.3). Mapped fields stand above what the record says. An empty text says that
 * there is none; saved delivery addresses are the buyer's own and are left alone. Throws `customer_group_unknown`.
 */
export function customerToWire({ customer, fields }: CustomerDraft): JsonObject {
  const mapped = present(fields);
  const { customerGroupId, ...own } = only(mapped, (name) => !isOfPerson(name));
  return present({
    email: customer.email?.trim(),
    b2b_b2c: customer.kind === 'company' ? 'b2b' : 'b2c',
    // It would make a company of a person (party.ts).
    taxId: customer.kind === 'company' ? customer.vatNumber?.trim() : undefined,
    lang: languageOf(customer.language),
    ...own,
    customerGroupId: groupId(customerGroupId),
    billingPerson: {
      ...(customer.kind === 'person' ? { companyName: '' } : {}),
      ...emptyAddress(customer.address),
      ...personToWire(customer, customer.address),
      ...only(mapped, isOfPerson),
    },
  });
}

/** An address is one thing: a new one leaves nothing of the old. A country alone is none. */
function emptyAddress(address: Address): JsonObject {
  const { street, extra, city, postalCode } = address;
  const isAddress = [street, extra, city, postalCode].some((part) => (part ?? '').trim() !== '');
  return isAddress ? { street: '', city: '', postalCode: '' } : {};
}

/** Settings give it as text. */
function groupId(value: unknown): number | undefined {
  if (value === undefined) return undefined;
  if (/^\d{1,10}$/.test(String(value))) return Number(value);
  throw rejected('customer_group_unknown', { system: 'Ecwid', group: String(value) });
}
