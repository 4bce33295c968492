import type { Address } from '../../records/address.ts';
import { splitStreet } from '../../records/street.ts';
import { streetOf } from '../wire/party.ts';

/**
 * One to four lines, and every shop asks for another thing in each of them: the house number may stand with the street,
 * on a line of its own, or with its addition on yet another (sheet 7.5, 20).
 */
export function streetOfLines(lines: readonly (string | undefined)[]): Pick<Address, 'street' | 'extra'> {
  const [first, ...others] = lines.filter((line) => line !== undefined);
  if (first === undefined) return streetOf([]);
  const number = others[0];
  if (number === undefined || !belongs(first, number)) return streetOf([first, ...others]);
  const addition = others[1];
  const withNumber = `${first} ${number}`;
  return addition !== undefined && /^\d+$/.test(number) && isAddition(addition)
    ? streetOf([`${withNumber} ${addition}`, ...others.slice(2)])
    : streetOf([withNumber, ...others.slice(1)]);
}

/** A line that is a house number, under a street that has none. */
function belongs(street: string, line: string): boolean {
  if (splitStreet(street).houseNumber !== undefined || !/^\d/.test(line)) return false;
  return splitStreet(`x ${line}`).name === 'x';
}

function isAddition(line: string): boolean {
  return /^(?:[-/]? ?)?(?:\p{L}|\d{1,4}|bis|ter|hs|[IVX]{1,4})$/u.test(line);
}
