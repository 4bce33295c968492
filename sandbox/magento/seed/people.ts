/** The buyers of the seed. All invented. Some put the house number on a line of its own, as postcode modules do. */
import type { BuyerInput } from '../sales/sale.ts';

type Details = Partial<BuyerInput>;

function person(
  name: readonly [first: string, last: string],
  street: readonly string[],
  place: readonly [postcode: string, city: string, country?: string],
  more: Details = {},
): BuyerInput {
  const [firstname, lastname] = name;
  const [postcode, city, country = 'NL'] = place;
  const local = `${firstname}.${lastname}`
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, '.');
  return {
    firstname,
    lastname,
    street: [...street],
    postcode,
    city,
    country,
    email: `${local}@example.com`,
    ...more,
  };
}

export const hanneke = person(['Hanneke', 'Smits'], ['Torenlaan 18'], ['5611 AB', 'Eindhoven']);
export const ruud = person(['Ruud', 'van den Berg'], ['Havenstraat', '7', 'bis'], ['3024 SB', 'Rotterdam'], {
  middlename: 'Johannes',
});
export const aylin = person(['Aylin', 'Yılmaz-de Graaf'], ['Grote Markt', '12-14'], ['9712 HN', 'Groningen']);
export const pieter = person(
  ['Pieter', 'Hoekstra'],
  ['Dijkweg 201 a', 'achterom'],
  ['8911 BC', 'Leeuwarden'],
);
export const marit = person(['Marit', 'Øygard'], ['Plein 1944 nr. 3'], ['6511 JB', 'Nijmegen']);
export const guest = person(['Daniël', 'Kok'], ['Zeeweg 5'], ['2051 EB', 'Overveen'], { account: false });
export const secondGuest = person(
  ['Naima', 'Bouzid'],
  ['Kerkpad', '44', 'III-hoog'],
  ['1031 KB', 'Amsterdam'],
  {
    account: false,
  },
);
export const joke = person(['Joke', 'ten Hove'], ['Brink 9'], ['7411 BT', 'Deventer']);
export const quirijn = person(['Quirijn', 'Zwart'], ['Laan van Meerdervoort 1234'], ['2564 AA', 'Den Haag']);
export const fenna = person(['Fenna', 'Dijkema'], ['Hoofdstraat', '1'], ['9861 AB', 'Grootegast']);
export const sjoerd = person(['Sjoerd', 'Rients'], ['Nieuwe Kade 77-C'], ['6827 AB', 'Arnhem']);
export const willem = person(['Willem', 'Bastiaans'], ['Oude Gracht 310'], ['3511 PK', 'Utrecht']);

export const studio = person(['Tess', 'Aarts'], ['Spoorlaan', '350'], ['5038 CC', 'Tilburg'], {
  company: 'Studio Aarts & Zn.',
  vatId: 'NL987650141B01',
  taxvat: 'NL987650141B01',
  groupId: 2,
  email: 'inkoop@studio-aarts.example.com',
});
export const school = person(
  ['Gerard', 'Nieuwenhuis'],
  ['Schoolstraat 2', 't.a.v. administratie'],
  ['7001 EA', 'Doetinchem'],
  {
    company: 'Stichting Openbaar Onderwijs Achterhoek-Oost en Omstreken',
    groupId: 2,
    email: 'facturen@school.example.com',
  },
);
export const antwerp = person(['Lien', 'Verstraeten'], ['Meir', '24', 'bus 3'], ['2000', 'Antwerpen', 'BE']);
export const ghent = person(['Koen', 'D’Haese'], ['Veldstraat 8 bus 12'], ['9000', 'Gent', 'BE']);
export const brugesFirm = person(['An', 'Claeys'], ['Steenstraat 40'], ['8000', 'Brugge', 'BE'], {
  company: 'Boekhandel Claeys BV',
  vatId: 'BE0987650139',
  taxvat: 'BE0987650139',
  groupId: 4,
  email: 'aankoop@claeys.example.com',
});
export const cologne = person(['Jörg', 'Großmann'], ['Severinstraße 11'], ['50678', 'Köln', 'DE'], {
  region: { id: 88, code: 'NRW', name: 'Nordrhein-Westfalen' },
});
export const hanover = person(['Änne', 'Müller'], ['Lister Meile', '5'], ['30161', 'Hannover', 'DE'], {
  region: { id: 79, code: 'NDS', name: 'Niedersachsen' },
});
export const munsterFirm = person(['Uwe', 'Schäfer'], ['Prinzipalmarkt 3'], ['48143', 'Münster', 'DE'], {
  company: 'Schreibkultur Schäfer GmbH',
  vatId: 'DE987650108',
  taxvat: 'DE987650108',
  groupId: 4,
  email: 'einkauf@schaefer.example.com',
});
export const zurich = person(['Reto', 'Bühler'], ['Seefeldstrasse 15'], ['8008', 'Zürich', 'CH']);
export const london = person(
  ['Harriet', 'Osborne'],
  ['Flat 2', '19 Cherry Lane'],
  ['SE1 2AB', 'London', 'GB'],
);

/** Whom the generator knows; some of them come back. */
export const regulars = [hanneke, ruud, aylin, pieter, marit, antwerp, ghent, cologne, hanover] as const;
