import type { Address } from '../../../records/address.ts';
import type { CustomerDraft, JsonObject } from '../../contract/target.ts';
import { isWhole } from '../../wire/customer-parts.ts';
import { present } from '../../wire/fields.ts';
import { only } from '../../wire/objects.ts';
import { companyNameOf, splitName } from '../../wire/party.ts';
import { isOfUser } from './target-fields.ts';

/**
 * A customer as a user, without a password (sheet 6.10). Mapped fields stand above what the record says; an empty text says that there is none.
 * Of a company nothing but its name is a name: its contact has the first and the last one.
 */
export function customerToWire({ customer, fields }: CustomerDraft): JsonObject {
  const mapped = present(fields);
  const isCompany = customer.kind === 'company';
  const [first_name, last_name] = splitName(customer);
  const email = customer.email?.trim();
  return {
    ...present({ username: email }),
    ...only(mapped, isOfUser),
    userinfo: {
      ...present({ email }),
      customertype: isCompany ? 'b2b' : 'b2c',
      ...present({
        btw: isCompany ? customer.vatNumber?.trim() : undefined,
        kvk: isCompany ? customer.cocNumber?.trim() : undefined,
      }),
      ...only(mapped, (name) => !isOfUser(name)),
      billingaddress: {
        ...present({ first_name, last_name }),
        company: isCompany ? (companyNameOf(customer) ?? '') : '',
        ...present({ telephone: customer.phone?.trim() }),
        ...placeToWire(customer.address),
      },
    },
  };
}

/** An address is one thing: a new one leaves nothing of the old. A country alone says only that. */
export function placeToWire(address: Address): JsonObject {
  const place = {
    address_line_1: address.street?.trim() ?? '',
    address_line_2: address.extra?.trim() ?? '',
    zipcode: address.postalCode?.trim() ?? '',
    city: address.city?.trim() ?? '',
    province: address.region?.trim() ?? '',
  };
  return { ...(isWhole(address) ? place : {}), ...present({ country_code: address.country }) };
}
