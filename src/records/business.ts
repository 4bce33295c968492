/** What makes a business of a buyer, and what shifts the VAT to it. One rule for all systems. */
import type { Address } from './address.ts';
import type { Customer } from './customer.ts';
import { compactVatNumber, isVatNumber } from './vat.ts';
import { isInEu, memberStateAt, northernIreland } from './vat-area.ts';

/**
 * Returns a VAT number as it was typed (a Greek one with the prefix that it has, EL, where the country's code was typed), or undefined where the text is none: "n.v.t.", an identity number, a number without
 * its country. `shopSays` is the shop's own check, where it makes one: what it found valid counts although the check digits
 * are unknown here.
 */
export function vatNumberIn(text: string | undefined, shopSays?: boolean): string | undefined {
  const typed = text?.trim() ?? '';
  const compact = compactVatNumber(typed).replace(/^GR/, 'EL');
  if (!/^[A-Z]{2}/.test(compact)) return undefined;
  const looksRight = /^[A-Z]{2}[A-Z0-9]*\d[A-Z0-9]*$/.test(compact) && compact.length >= 6;
  const isNumber = (shopSays === true && looksRight) || isVatNumber(nationalForm(compact));
  if (!isNumber) return undefined;
  return compact === compactVatNumber(typed) ? typed : compact;
}

/** Northern Ireland's numbers are British ones. */
function nationalForm(compact: string): string {
  return compact.startsWith(northernIreland) ? compact.replace(northernIreland, 'GB') : compact;
}

/**
 * A company has a name as such or a valid VAT number. `vatNumber` is one that `vatNumberIn` let through; one that the shop
 * found invalid makes nobody a company.
 */
export function buyerKind(
  { company, vatNumber }: Pick<Customer, 'company' | 'vatNumber'>,
  shopSays?: boolean,
): Customer['kind'] {
  const hasNumber = vatNumber !== undefined && shopSays !== false;
  return company !== undefined || hasNumber ? 'company' : 'person';
}

/** The member state that gave a VAT number: `GR` for one that begins with EL. Undefined for one from elsewhere. */
export function memberStateOf(vatNumber: string | undefined): string | undefined {
  const prefix = compactVatNumber(vatNumber ?? '').slice(0, 2);
  const country = prefix === 'EL' ? 'GR' : prefix;
  return isInEu(country) || country === northernIreland ? country : undefined;
}

/** What a sale says about who owes its VAT. */
export interface Sale {
  /** The member state that the seller sells from, by ISO code; undefined where nobody knows it. */
  readonly home: string | undefined;
  /** One that `vatNumberIn` let through. */
  readonly vatNumber: string | undefined;
  /** Where the goods go. */
  readonly delivery: Pick<Address, 'country' | 'postalCode'>;
}

/**
 * Whether an untaxed sale shifts its VAT to the buyer: a valid number of another member state than the seller's, and a
 * delivery to another one. Where nobody knows the seller's, two member states that fit each other count.
 */
export function isReverseCharge({ home: seat, vatNumber, delivery }: Sale): boolean {
  const home = sellersState(seat);
  if (home !== undefined && !isInEu(home)) return false;
  const ofNumber = memberStateOf(vatNumber);
  const destination = memberStateAt(delivery) ?? undefined;
  if (ofNumber === undefined || destination === undefined) return false;
  return home === undefined ? ofNumber === destination : ofNumber !== home && destination !== home;
}

/** The member state under whose VAT a country sells: Monaco sells as France does. */
export function sellersState(home: string | undefined): string | undefined {
  return home === undefined ? undefined : (memberStateAt({ country: home }) ?? home);
}

/** Why an untaxed sale is untaxed: codes of the problem `vat_unexplained`, or null where it adds up. */
export type Unexplained = 'no_vat_number' | 'home_vat_number' | 'home_delivery';

/**
 * Tells what does not add up in a sale on which no VAT was charged: within the EU's VAT area it is right with a reverse
 * charge only, or at home, where goods may be exempt. A buyer with a number from abroad who is delivered at home owes the
 * VAT of that country. Returns null where it adds up, and where the seller's country is not known or no member state.
 */
export function unexplained(sale: Sale): Unexplained | null {
  const { vatNumber, delivery } = sale;
  const home = sellersState(sale.home);
  if (home === undefined || !isInEu(home) || isReverseCharge(sale)) return null;
  const destination = memberStateAt(delivery);
  if (destination === null || destination === undefined) return null;
  const ofNumber = memberStateOf(vatNumber);
  if (destination !== home) return ofNumber === home ? 'home_vat_number' : 'no_vat_number';
  return ofNumber === undefined || ofNumber === home ? null : 'home_delivery';
}
