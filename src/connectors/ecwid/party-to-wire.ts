import type { Address } from '../../records/address.ts';
import type { Customer } from '../../records/customer.ts';
import type { JsonObject } from '../contract/target.ts';
import { present } from '../wire/fields.ts';
import { companyNameOf, nameOf, streetLines } from '../wire/party.ts';

/** `billingPerson` of an order or a customer (sheet 3.9). The names in parts are Ecwid's own to make of `name`. */
export function personToWire(customer: Customer, address: Address): JsonObject {
  const company = customer.kind === 'company' ? companyNameOf(customer) : undefined;
  const name = nameOf(customer) ?? company ?? customer.email?.trim();
  return present({
    name,
    companyName: company,
    // Both lines go in one field (sheet 3.9).
    street: [...new Set(streetLines(address))].join('\n'),
    city: address.city?.trim(),
    postalCode: address.postalCode?.trim(),
    countryCode: address.country,
    // The region's name is Ecwid's to fill in (sheet 3.9).
    stateOrProvinceCode: regionCode(address),
    phone: customer.phone?.trim(),
  });
}

function regionCode({ region }: Address): string | undefined {
  const code = region?.trim();
  return code !== undefined && /^[A-Z0-9]{1,3}$/.test(code) ? code : undefined;
}
