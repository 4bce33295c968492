import type { Shop } from '../shop.ts';
import type { Address } from './customer.ts';

/** `MailingAddressInput` and its like (sheet 6). */
export interface AddressInput {
  readonly id?: string | null;
  readonly firstName?: string | null;
  readonly lastName?: string | null;
  readonly company?: string | null;
  readonly address1?: string | null;
  readonly address2?: string | null;
  readonly zip?: string | null;
  readonly city?: string | null;
  readonly province?: string | null;
  readonly provinceCode?: string | null;
  readonly zoneCode?: string | null;
  readonly country?: string | null;
  readonly countryCode?: string | null;
  readonly phone?: string | null;
}

export function addressFrom(shop: Shop, given: AddressInput): Address {
  return {
    id: shop.newId('address'),
    firstName: given.firstName || null,
    lastName: given.lastName || null,
    company: given.company || null,
    address1: given.address1 || null,
    address2: given.address2 || null,
    zip: given.zip || null,
    city: given.city || null,
    provinceCode: given.provinceCode || given.zoneCode || given.province || null,
    countryCode: given.countryCode ?? codeOf(given.country),
    phone: given.phone || null,
  };
}

const english = new Intl.DisplayNames(['en'], { type: 'region' });
const known = [
  'NL',
  'BE',
  'DE',
  'FR',
  'ES',
  'GB',
  'CH',
  'AT',
  'LU',
  'IT',
  'IE',
  'DK',
  'SE',
  'PL',
  'PT',
  'US',
];

/** A country may come by its code or by its English name. */
function codeOf(country: string | null | undefined): string | null {
  if (!country) return null;
  if (/^[A-Za-z]{2}$/.test(country)) return country.toUpperCase();
  return known.find((code) => english.of(code)?.toLowerCase() === country.toLowerCase()) ?? null;
}
