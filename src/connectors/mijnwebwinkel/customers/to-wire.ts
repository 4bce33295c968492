import type { Address } from '../../../records/address.ts';
import type { Account } from '../../contract/account.ts';
import type { CustomerDraft, JsonObject } from '../../contract/target.ts';
import { present } from '../../wire/fields.ts';
import { only } from '../../wire/objects.ts';
import { companyNameOf, splitName } from '../../wire/party.ts';
import { placeholder } from '../../wire/placeholder.ts';
import { streetToWire } from '../street.ts';
import { withOwnName } from './names.ts';
import { isOfAddress } from './target-fields.ts';

/** No address stands without these, nor without a country (sheet 7.10). */
const neededOfAddress = ['firstName', 'lastName', 'street', 'streetNumber', 'zipCode', 'city'];

/**
 * A customer with one address. It goes by two calls: `POST /customers`, and `POST /customers/{id}/addresses` for what stands
 * under `address` (sheet 7.10). Mapped fields stand above what the record says; an empty text says that there is none.
 */
export function customerToWire({ customer, fields }: CustomerDraft): JsonObject {
  const mapped = present(fields);
  const company = customer.kind === 'company' ? companyNameOf(customer) : undefined;
  const [firstName = '', lastName = ''] = splitName(customer);
  const {
    firstName: first = firstName,
    lastName: last = lastName,
    ...top
  } = only(mapped, (name) => !isOfAddress(name));
  return {
    email: customer.email?.trim() ?? '',
    ...withOwnName({ firstName: first, lastName: last }, company),
    ...top,
    address: {
      // A name makes a company of whoever has one, a valid VAT number too.
      company: company ?? '',
      ...present({ phone: customer.phone?.trim(), taxNumber: company && customer.vatNumber?.trim() }),
      ...addressToWire(customer.address),
      ...only(mapped, isOfAddress),
    },
  };
}

/** An address is one thing: a new one leaves nothing of the old. A country alone is none. */
function addressToWire(address: Address): JsonObject {
  const { street, streetNumber } = streetToWire(address);
  const place = {
    street,
    streetNumber,
    zipCode: address.postalCode?.trim() ?? '',
    city: address.city?.trim() ?? '',
  };
  const isPlace = Object.values(place).some((part) => part !== '');
  return isPlace ? { ...place, ...present({ countryCode: address.country }) } : {};
}

/** As the platform takes a new address: with all that it insists on, in the shop's own country where none is known. */
export function completedAddress(address: JsonObject, { traits }: Account): JsonObject {
  return {
    ...Object.fromEntries(neededOfAddress.map((name) => [name, placeholder])),
    ...present({ countryCode: traits.country, ...address }),
  };
}

/** An empty text as the platform takes it: null takes away what may be absent. */
export function emptied(name: string, value: unknown): unknown {
  if (value !== '') return value;
  return neededOfAddress.includes(name) ? placeholder : null;
}
