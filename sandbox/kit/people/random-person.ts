import { pick, textOf, whole } from '../random.ts';
import { asciiOf, type Person } from './person.ts';
import { anywhere, type Choices, type Place, postalCodeIn } from './places.ts';

type Random = () => number;

interface Company {
  readonly country: string;
  readonly city: string;
  readonly language: string;
  readonly company: string;
  readonly vatNumber: string;
}

const firstNames = listed('Anouk, Daan, Fatma, Jasmijn, Mehmet, Noor, Piet, Şule, Thijs, Yara, Björk, René');
const lastNames = listed(
  'de Vries, Jansen, van den Heuvel, Özdemir, Kowalski, Bosch, Ait Ben Haddou, Çelik, Dijkstra, Núñez',
);
const streets = listed('Kerkstraat, Molenweg, Beukenlaan, Havenkade, Schoolplein, Noorderdijk');

/** Companies elsewhere in the Union whose numbers are well formed: for them the tax is shifted. */
export const foreignCompanies: Choices<Company> = [
  {
    country: 'BE',
    city: 'Antwerpen',
    language: 'nl',
    company: 'Theesalon Scheldezicht BV',
    vatNumber: 'BE0987650238',
  },
  {
    country: 'DE',
    city: 'Münster',
    language: 'de',
    company: 'Kaffee & Tee Großhandel GmbH',
    vatNumber: 'DE987650116',
  },
  {
    country: 'FR',
    city: 'Orléans',
    language: 'fr',
    company: 'La Feuille Dorée SARL',
    vatNumber: 'FR49987650100',
  },
];
const dutchCompany: Company = {
  country: 'NL',
  city: 'Gouda',
  language: 'nl',
  company: 'Drukkerij Vermaat B.V.',
  vatNumber: 'NL987650141B01',
};
export const companies: Choices<Company> = [dutchCompany, ...foreignCompanies];

/** A new person. The e-mail address contains a random text, so that no two people become one customer. */
export function randomPerson(random: Random, placeOf: (random: Random) => Place = anywhere): Person {
  const name = randomName(random);
  const { country, city, language, postalCode } = placeOf(random);
  return {
    name,
    email: `${asciiOf(name, '.')}.${uniqueText(random)}@example.com`,
    addressLines: [`${pick(random, streets)} ${whole(random, 1, 240)}`],
    postalCode: postalCode(random),
    city,
    country,
    language,
    hasAccount: true,
  };
}

/** A person of one of a few companies. A company keeps its e-mail address, so that it is a returning customer. */
export function randomCompany(random: Random, among: Choices<Company>): Person {
  const company = pick(random, among);
  return {
    ...company,
    name: randomName(random),
    email: `inkoop@${asciiOf(company.company, '-')}.example.com`,
    addressLines: [`Industrieweg ${whole(random, 1, 90)}`],
    postalCode: postalCodeIn(company.country)(random),
    hasAccount: true,
  };
}

/** The customer of that number. */
export function numberedPerson(number: number): Person {
  return {
    name: `Klant Nummer ${number}`,
    email: `klant-${number}@example.com`,
    addressLines: [`Proefstraat ${number}`],
    postalCode: '1011 AB',
    city: 'Amsterdam',
    country: 'NL',
    language: 'nl',
    hasAccount: true,
  };
}

export function uniqueText(random: Random): string {
  return textOf(random, 'abcdefghijklmnopqrstuvwxyz0123456789', 6);
}

function randomName(random: Random): string {
  return `${pick(random, firstNames)} ${pick(random, lastNames)}`;
}

function listed(text: string): Choices<string> {
  const [first = '', ...others] = text.split(', ');
  return [first, ...others];
}
