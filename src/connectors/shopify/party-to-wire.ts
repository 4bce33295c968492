import type { Address } from '../../records/address.ts';
import type { Customer } from '../../records/customer.ts';
import type { JsonObject } from '../contract/target.ts';
import { present } from '../wire/fields.ts';
import { companyNameOf, splitName } from '../wire/party.ts';

/** `MailingAddressInput` (sheet 6); undefined where there is no address. A region goes by its code. */
export function addressToWire(customer: Customer, address: Address): JsonObject | undefined {
  const { street, extra, postalCode, city, region, country } = address;
  const place = present({
    address1: street?.trim(),
    address2: extra?.trim(),
    zip: postalCode?.trim(),
    city: city?.trim(),
    provinceCode: /^[A-Z0-9]{1,3}$/.test(region ?? '') ? region : undefined,
    countryCode: country,
  });
  if (Object.keys(place).length === 0) return undefined;
  const [firstName, lastName] = splitName(customer);
  const company = customer.kind === 'company' ? companyNameOf(customer) : undefined;
  return present({ firstName, lastName, company, ...place, phone: phoneToWire(customer.phone) });
}

/** Numbers must be E.164 (sheet 6): what cannot be one is left out. */
export function phoneToWire(phone: string | undefined): string | undefined {
  const compact = (phone ?? '').replace(/[\s().\-/]/g, '').replace(/^00/, '+');
  return /^\+[1-9]\d{6,14}$/.test(compact) ? compact : undefined;
}
