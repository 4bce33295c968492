/** Streets of addresses: the name apart from the number, and behind the number whatever follows it (sheet 7.5, 7.10). */
import type { Address } from '../../records/address.ts';
import { splitStreet } from '../../records/street.ts';
import { fullName, streetLines } from '../wire/party.ts';

/** No field takes a second line, so it follows the first behind this. A comma would not do: streets have some of their own. */
const secondLine = ';';

/** "Werf 4" and "unit 2" become "Werf" and "4; unit 2". A line without a number at its end stays whole, as the name. */
export function streetToWire(address: Address): { readonly street: string; readonly streetNumber: string } {
  const [line = '', ...more] = streetLines(address);
  const withMore = (text: string) => [text, ...more].join(`${secondLine} `);
  const { name, houseNumber, addition, written } = splitStreet(line);
  if (houseNumber === undefined || written?.numberFirst) return { street: withMore(line), streetNumber: '' };
  const number = [houseNumber, addition].filter(Boolean).join(written?.link ?? ' ');
  return { street: name, streetNumber: withMore(number) };
}

export function streetFromWire(name?: string, number?: string): Pick<Address, 'street' | 'extra'> {
  const [line, ...more] = fullName(name, number)?.split(secondLine) ?? [];
  return { street: fullName(line), extra: fullName(more.join(secondLine)) };
}
