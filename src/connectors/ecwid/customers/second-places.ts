/**
 * What is taken away is taken away wherever it stands. A customer's telephone number may stand among its contacts as well, and
 * its address among those that it has saved; the source reads them there. Others that it has saved are its own, and stay.
 */
import type { JsonObject } from '../../contract/target.ts';
import { contains } from '../../wire/contains.ts';
import { textIn } from '../../wire/fields.ts';
import { only } from '../../wire/objects.ts';
import { partsOfStored } from './parts.ts';
import { objectsIn } from './readable.ts';

/** Returns the lists that lose something by what is emptied of the billing person. Arrays are replaced whole (sheet 2.4). */
export function secondPlaces(wire: JsonObject, emptied: JsonObject): JsonObject {
  const losesAddress = ['street', 'city', 'postalCode'].every((name) => emptied[name] === '');
  if (emptied.phone !== '' && !losesAddress) return {};
  const { phone, address } = partsOfStored(wire);
  const isPhone = ({ contact, type }: JsonObject) => type === 'PHONE' && isSameNumber(contact, phone);
  const isAddress = (saved: JsonObject) => {
    const { address: same } = partsOfStored({ shippingAddresses: [saved] });
    return contains(same, address) && contains(address, same);
  };
  return {
    ...(emptied.phone === '' && phone !== undefined ? without(wire, 'contacts', isPhone) : {}),
    ...(losesAddress && address !== undefined ? without(wire, 'shippingAddresses', isAddress) : {}),
  };
}

/** Of an address that is sent back (sheet 7.3). */
const readOnly = new Set(['createdDate', 'addressFormatted', 'countryName', 'stateOrProvinceName']);

function without(wire: JsonObject, list: string, isGone: (each: JsonObject) => boolean): JsonObject {
  const all = objectsIn(wire[list]);
  const kept = all.filter((each) => !isGone(each));
  if (kept.length === all.length) return {};
  return { [list]: kept.map((each) => only(each, (name) => !readOnly.has(name))) };
}

/** With or without its country: `038-423 0000` is `+31 38 4230000`. */
function isSameNumber(one: unknown, other: unknown): boolean {
  const [short = '', long = ''] = [digits(one), digits(other)].sort((a, b) => a.length - b.length);
  return short === long || (short.length >= 6 && long.endsWith(short));
}

function digits(phone: unknown): string {
  return (textIn(phone) ?? '').replace(/\D/g, '').replace(/^0+/, '');
}
