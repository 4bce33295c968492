import type { JsonObject } from '../../kit/json.ts';
import { countryName } from '../../kit/places/country-names.ts';
import type { Address } from '../sales/sale.ts';

/** `billingPerson` and `shippingPerson` (sheet 3.9). First and last name only where the name has two words. */
export function personOnWire(address: Address): JsonObject {
  return {
    ...names(address.name),
    companyName: address.companyName,
    street: address.street,
    city: address.city,
    countryCode: address.country,
    countryName: countryName(address.country, 'en'),
    postalCode: address.postalCode,
    stateOrProvinceCode: address.province?.code ?? '',
    ...(address.province === undefined ? {} : { stateOrProvinceName: address.province.name }),
    phone: address.phone,
  };
}

/** A person that came over the API: first and last name and the country's name are the shop's to fill in. */
export function completedPerson(person: JsonObject): JsonObject {
  const { name, countryCode } = person;
  const country = typeof countryCode === 'string' ? countryName(countryCode, 'en') : null;
  return {
    ...person,
    ...(typeof name === 'string' ? names(name) : {}),
    ...(country === null ? {} : { countryName: country }),
  };
}

function names(name: string): JsonObject {
  const [first = '', ...others] = name.trim().split(/\s+/);
  return others.length === 0 ? { name } : { name, firstName: first, lastName: others.join(' ') };
}
