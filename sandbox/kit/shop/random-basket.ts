import { isInEuropeanUnion } from '../places/european-union.ts';
import { chance, whole } from '../random.ts';

type Random = () => number;

/** One to so many of something. */
export function oneToMany<Item>(random: Random, max: number, make: () => Item): Item[] {
  return Array.from({ length: whole(random, 1, max) }, make);
}

/** Mostly a few, now and then many. */
export function randomQuantity(random: Random, maxMany: number): string {
  return String(chance(random, 0.1) ? whole(random, 10, maxMany) : whole(random, 1, 4));
}

/** Why a Dutch shop charges tax to a buyer there, or does not. The numbers of companies are taken for valid. */
export function taxFor(country: string, isCompany: boolean): 'charged' | 'shifted' | 'exported' {
  if (isCompany && country !== 'NL') return 'shifted';
  return isInEuropeanUnion(country) ? 'charged' : 'exported';
}
