import { chance, pick, textOf, whole } from '../../kit/random.ts';
import type { BuyerInput } from './sale.ts';

type Random = () => number;
type Company = Pick<BuyerInput, 'country' | 'city' | 'lang' | 'companyName' | 'vatNumber'> & {
  companyName: string;
};

const firstNames = [
  'Anouk',
  'Daan',
  'Fatma',
  'Jasmijn',
  'Mehmet',
  'Noor',
  'Piet',
  'Şule',
  'Thijs',
  'Yara',
  'Björk',
  'René',
] as const;
const lastNames = [
  'de Vries',
  'Jansen',
  'van den Heuvel',
  'Özdemir',
  'Kowalski',
  'Bosch',
  'Ait Ben Haddou',
  'Çelik',
  'Dijkstra',
  'Núñez',
] as const;
const streets = ['Kerkstraat', 'Molenweg', 'Beukenlaan', 'Havenkade', 'Schoolplein', 'Noorderdijk'] as const;

interface Place {
  readonly country: string;
  readonly city: string;
  readonly lang: string;
  readonly postalCode: (random: Random) => string;
}

const digits = (random: Random, length: number) =>
  `${whole(random, 1, 9)}${textOf(random, '0123456789', length - 1)}`;
const homes: readonly [Place, ...Place[]] = [
  { country: 'NL', city: 'Arnhem', lang: 'nl', postalCode: dutchCode },
  { country: 'NL', city: '’s-Hertogenbosch', lang: 'nl', postalCode: dutchCode },
  { country: 'NL', city: 'Leeuwarden', lang: 'nl', postalCode: dutchCode },
];
const neighbours: readonly [Place, ...Place[]] = [
  { country: 'BE', city: 'Leuven', lang: 'nl', postalCode: (random) => digits(random, 4) },
  { country: 'DE', city: 'Düsseldorf', lang: 'de', postalCode: (random) => digits(random, 5) },
  { country: 'FR', city: 'Besançon', lang: 'fr', postalCode: (random) => digits(random, 5) },
  { country: 'ES', city: 'Cádiz', lang: 'en', postalCode: (random) => digits(random, 5) },
];
const beyond: readonly [Place, ...Place[]] = [
  { country: 'CH', city: 'Genève', lang: 'fr', postalCode: (random) => digits(random, 4) },
  { country: 'GB', city: 'Norwich', lang: 'en', postalCode: () => 'NR1 3JU' },
];

/** Companies whose numbers are well formed: for them the tax is shifted. */
const companies: readonly [Company, ...Company[]] = [
  {
    country: 'BE',
    city: 'Antwerpen',
    lang: 'nl',
    companyName: 'Theesalon Scheldezicht BV',
    vatNumber: 'BE0987650238',
  },
  {
    country: 'DE',
    city: 'Münster',
    lang: 'de',
    companyName: 'Kaffee & Tee Großhandel GmbH',
    vatNumber: 'DE987650116',
  },
  {
    country: 'FR',
    city: 'Orléans',
    lang: 'fr',
    companyName: 'La Feuille Dorée SARL',
    vatNumber: 'FR49987650100',
  },
];

/** Somebody who was never here before. Addresses end in a chance text, so that no two are one customer. */
export function randomBuyer(random: Random): BuyerInput {
  const first = pick(random, firstNames);
  const last = pick(random, lastNames);
  const roll = random();
  const place = pick(random, roll < 0.7 ? homes : roll < 0.93 ? neighbours : beyond);
  const { country, city, lang } = place;
  const local = `${first} ${last}`
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, '.');
  return {
    name: `${first} ${last}`,
    email: `${local}.${textOf(random, 'abcdefghijklmnopqrstuvwxyz0123456789', 6)}@example.com`,
    street: `${pick(random, streets)} ${whole(random, 1, 240)}`,
    postalCode: place.postalCode(random),
    city,
    country,
    lang,
    account: chance(random, 0.8),
  };
}

/** A company elsewhere in the Union. The same few, so that they come back. */
export function randomCompany(random: Random): BuyerInput {
  const company = pick(random, companies);
  const domain = company.companyName
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, '-');
  return {
    ...company,
    name: `${pick(random, firstNames)} ${pick(random, lastNames)}`,
    email: `inkoop@${domain}.example.com`,
    street: `Industrieweg ${whole(random, 1, 90)}`,
    postalCode: digits(random, company.country === 'BE' ? 4 : 5),
  };
}

function dutchCode(random: Random): string {
  return `${digits(random, 4)} ${textOf(random, 'ABCDEGHJKLMNPRSTVWXZ', 2)}`;
}
