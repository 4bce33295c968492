import type { Address } from '../../records/address.ts';
import type { Customer } from '../../records/customer.ts';
import type { JsonObject } from '../contract/target.ts';
import { present } from '../wire/fields.ts';

/** `billingPerson` of an order or a customer (sheet 3.9). The names in parts are Ecwid's own to make of `name`. */
export function personToWire(customer: Customer, address: Address): JsonObject {
  const company = companyOf(customer);
  return present({
    name: nameOf(customer) || company,
    companyName: company,
    ...addressToWire(address),
    phone: customer.phone?.trim(),
  });
}

function companyOf({ kind, company, name, email }: Customer): string | undefined {
  if (kind === 'person') return undefined;
  return company?.trim() || name.trim() || email?.trim();
}

function nameOf({ kind, name, firstName, lastName, email }: Customer): string | undefined {
  const whole = name.trim();
  if (whole !== '') return whole;
  const parts = [firstName, lastName].map((part) => part?.trim()).filter(Boolean);
  return parts.join(' ') || (kind === 'person' ? email?.trim() : undefined);
}

function addressToWire(address: Address): JsonObject {
  return present({
    street: streetOf(address),
    city: address.city?.trim(),
    postalCode: address.postalCode?.trim(),
    countryCode: address.country,
    // The region's name is Ecwid's to fill in (sheet 3.9).
    stateOrProvinceCode: regionCode(address),
  });
}

/** Both lines go in one field (sheet 3.9). */
function streetOf({ street, extra }: Address): string | undefined {
  const lines = [street?.trim(), extra?.trim()].filter(Boolean);
  return [...new Set(lines)].join('\n') || undefined;
}

function regionCode({ region }: Address): string | undefined {
  const code = region?.trim();
  return code !== undefined && /^[A-Z0-9]{1,3}$/.test(code) ? code : undefined;
}
