import { pick, textOf, whole } from '../random.ts';

type Random = () => number;
export type Choices<Item> = readonly [Item, ...Item[]];

/** A place for random people to live in. */
export interface Place {
  readonly country: string;
  readonly city: string;
  readonly language: string;
  readonly postalCode: (random: Random) => string;
}

export const belgium: Place = { country: 'BE', city: 'Leuven', language: 'nl', postalCode: digits(4) };
export const germany: Place = { country: 'DE', city: 'Düsseldorf', language: 'de', postalCode: digits(5) };
export const switzerland: Place = { country: 'CH', city: 'Genève', language: 'fr', postalCode: digits(4) };

export const homes: Choices<Place> = [
  { country: 'NL', city: 'Arnhem', language: 'nl', postalCode: dutchCode },
  { country: 'NL', city: '’s-Hertogenbosch', language: 'nl', postalCode: dutchCode },
  { country: 'NL', city: 'Leeuwarden', language: 'nl', postalCode: dutchCode },
];
const neighbours: Choices<Place> = [
  belgium,
  germany,
  { country: 'FR', city: 'Besançon', language: 'fr', postalCode: digits(5) },
  { country: 'ES', city: 'Cádiz', language: 'en', postalCode: digits(5) },
];
const beyond: Choices<Place> = [
  switzerland,
  { country: 'GB', city: 'Norwich', language: 'en', postalCode: () => 'NR1 3JU' },
];

/** Mostly at home, sometimes elsewhere in the Union, now and then outside of it. */
export function anywhere(random: Random): Place {
  const roll = random();
  return pick(random, roll < 0.7 ? homes : roll < 0.93 ? neighbours : beyond);
}

export function postalCodeIn(country: string): (random: Random) => string {
  if (country === 'NL') return dutchCode;
  return digits(country === 'BE' || country === 'CH' ? 4 : 5);
}

function digits(length: number): (random: Random) => string {
  return (random) => `${whole(random, 1, 9)}${textOf(random, '0123456789', length - 1)}`;
}

function dutchCode(random: Random): string {
  return `${digits(4)(random)} ${textOf(random, 'ABCDEGHJKLMNPRSTVWXZ', 2)}`;
}
