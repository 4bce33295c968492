/** A buyer, independent of any system. Each stand-in translates people into its own terms. */
export interface Person {
  /** In full. A system that splits it takes the first word as the first name. */
  readonly name: string;
  readonly middleName?: string;
  /** Empty: there is none. */
  readonly email: string;
  readonly phone?: string;
  /** Street, number and what belongs to it, on one line or more: as the person typed them. */
  readonly addressLines: readonly string[];
  readonly postalCode: string;
  readonly city: string;
  /** Two letters. */
  readonly country: string;
  readonly region?: { readonly code: string; readonly name: string; readonly id?: number };
  readonly language: string;
  readonly company?: string;
  readonly vatNumber?: string;
  /** Has an account in the shop; else a guest. */
  readonly hasAccount: boolean;
}

/**
 * Writes a person in short. A line feed parts the lines of the address; `place` is `postal code, city, country`, the
 * country being the Netherlands when left out. Without another one the e-mail address is made of the name.
 */
export function person(name: string, address: string, place: string, more: Partial<Person> = {}): Person {
  const [postalCode = '', city = '', country = 'NL'] = place.split(', ');
  const email = `${asciiOf(name, '.')}@example.com`;
  const addressLines = address.split('\n');
  return { name, email, addressLines, postalCode, city, country, language: 'nl', hasAccount: true, ...more };
}

export function firstNameOf({ name }: Person): string {
  return name.split(' ')[0] ?? '';
}

/** All words but the first. */
export function lastNameOf({ name }: Person): string {
  return name.split(' ').slice(1).join(' ');
}

/** In small letters without accents, for addresses; whatever is no letter becomes the separator. */
export function asciiOf(text: string, separator: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, separator);
}
