import { isInEuropeanUnion } from '../places/european-union.ts';
import { chance, whole } from '../random.ts';

type Random = () => number;

/** Makes one to `max` items. */
export function oneToMany<Item>(random: Random, max: number, make: () => Item): Item[] {
  return Array.from({ length: whole(random, 1, max) }, make);
}

/** A quantity: usually small, sometimes large. */
export function randomQuantity(random: Random, maxMany: number): string {
  return String(chance(random, 0.1) ? whole(random, 10, maxMany) : whole(random, 1, 4));
}

/** Whether a Dutch shop charges tax to a buyer in a country, or why not. VAT numbers of companies count as valid. */
export function taxFor(country: string, isCompany: boolean): 'charged' | 'shifted' | 'exported' {
  if (isCompany && country !== 'NL') return 'shifted';
  return isInEuropeanUnion(country) ? 'charged' : 'exported';
}
