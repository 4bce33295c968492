import type { Address } from './address.ts';

/** Member states of the EU's VAT area by ISO code (Greece is GR here, EL only in VAT numbers). */
const memberStates = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' '),
);

/** Northern Ireland, which belongs to the VAT area for goods; its VAT numbers begin with it. */
export const northernIreland = 'XI';

/**
 * Postal codes of a member state's areas in which no EU VAT is due, so that a delivery there is an export (VAT directive,
 * article 6): the Canary Islands, Ceuta and Melilla; Åland; the French overseas departments and territories; Helgoland and
 * Büsingen; Livigno and Campione; Mount Athos. Northern Cyprus cannot be told by a postal code.
 */
const outside: Readonly<Record<string, RegExp>> = {
  ES: /^(35|38|51|52)\d{3}$/,
  FI: /^22\d{3}$/,
  // 980 is Monaco, which counts as France.
  FR: /^(97\d|98[1-9])\d{2}$/,
  DE: /^(27498|78266)$/,
  IT: /^(23041|22061)$/,
  GR: /^63086$/,
};

/** Whether the country as a whole is a member state. */
export function isInEu(country: string): boolean {
  return memberStates.has(country);
}

/**
 * Returns the member state under whose VAT a delivery to this address falls: `XI` for Northern Ireland, `FR` for Monaco.
 * Returns null outside the VAT area, and undefined where no country is known.
 */
export function memberStateAt(place: Pick<Address, 'country' | 'postalCode'>): string | null | undefined {
  const { country } = place;
  if (country === undefined) return undefined;
  // Some write the country in front: `ES-35001`, `FI-22100`.
  const postalCode = (place.postalCode ?? '').toUpperCase().replace(/[^A-Z0-9]/g, '');
  if (country === 'MC') return 'FR';
  if (country === 'GB') return /^BT\d/.test(postalCode) ? northernIreland : null;
  if (!isInEu(country)) return null;
  return outside[country]?.test(postalCode.replace(/^[A-Z]{1,2}/, '')) ? null : country;
}
