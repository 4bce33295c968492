/** The buyers of the seed. All invented. */
import type { BuyerInput } from '../sales/sale.ts';

type Details = Partial<BuyerInput>;

function person(
  name: string,
  email: string,
  street: string,
  postalCode: string,
  city: string,
  country = 'NL',
  more: Details = {},
): BuyerInput {
  return { name, email, street, postalCode, city, country, ...more };
}

export const sanne = person(
  'Sanne Bakker',
  'sanne.bakker@example.com',
  'Lindelaan 8',
  '3571 KH',
  'Utrecht',
  'NL',
  {
    phone: '+31 6 00000001',
  },
);
/** The same woman at another checkout, as a guest. */
export const sanneAsGuest: BuyerInput = { ...sanne, email: 'Sanne.Bakker@Example.COM', account: false };
export const sahin = person(
  'Elif Şahin',
  'elif.sahin@example.com',
  'Bağdatstraat 14-III',
  '1013 AB',
  'Amsterdam',
);
export const joost = person(
  'Joost van der Meulen-ten Kate',
  'j.vandermeulen@example.com',
  'Oude Haven 3\nwoonboot De Goede Verwachting',
  '8861 KT',
  'Harlingen',
);
export const francois = person(
  'François Lefèvre',
  'francois@example.com',
  'Vrijthof 22',
  '6211 LD',
  'Maastricht',
);
export const oloff = person(
  'Bjørn Óláfsson',
  'bjorn.olafsson@example.com',
  'Prins Hendrikkade 7',
  '1011 TD',
  'Amsterdam',
);
export const zoe = person('Zoë Würtz', 'zoe+thee@example.com', 'Coolsingel 101', '3012 AG', 'Rotterdam');
export const lange = person(
  'Wilhelmina Frederika Antoinette van Hoogendorp-Schimmelpenninck van der Oye tot Nijenbeek',
  'w.f.a.van.hoogendorp-schimmelpenninck@correspondentie.example.com',
  'Burgemeester van Roosmalen-Verschuerenlaan 1204',
  '7006 RV',
  'Doetinchem',
);
export const teun = person('Teun', 'teun@example.com', 'Dorpsstraat 1', '9991 AA', 'Middelstum', 'NL', {
  account: false,
});
export const amira = person(
  'Amira El Idrissi',
  'amira.elidrissi@example.com',
  'Kanaalweg 44',
  '2584 CL',
  'Den Haag',
  'NL',
  {
    account: false,
  },
);
export const noEmail = person('Bram Telefoon', '', 'Stationsplein 2', '8011 CW', 'Zwolle', 'NL', {
  account: false,
});

export const embassy = person(
  'Ingrid Solheim',
  'inkoop@ambassade.example.com',
  'Lange Voorhout 70',
  '2514 EH',
  'Den Haag',
  'NL',
  {
    companyName: 'Ambassade van Noordland',
  },
);
export const stichting = person(
  'Marije Postma',
  'bestuur@erfgoed.example.com',
  'Zijlroede 6',
  '9001 AA',
  'Grou',
  'NL',
  {
    companyName:
      'Stichting tot Behoud van het Industrieel Erfgoed in Noordoost-Friesland en op de Waddeneilanden',
    vatNumber: 'NL987650117B01',
  },
);
export const lunchroom = person(
  'Kees Vermeer',
  'kees@lunchroom.example.com',
  'Markt 3',
  '2611 GP',
  'Delft',
  'NL',
  {
    companyName: 'Lunchroom ’t Hoekje',
    vatNumber: 'NL987650128B01',
  },
);
export const brussel = person(
  'Lotte Peeters',
  'aankoop@theehuis.example.com',
  'Nieuwstraat 12 bus 4',
  '1000',
  'Brussel',
  'BE',
  {
    companyName: 'Theehuis Peeters & Zonen BV',
    vatNumber: 'BE0987650139',
  },
);
export const hamburg = person(
  'Jürgen Weißenfels',
  'einkauf@teekontor.example.com',
  'Große Elbstraße 145',
  '22767',
  'Hamburg',
  'DE',
  {
    companyName: 'Teekontor Weißenfels GmbH & Co. KG',
    vatNumber: 'DE987650108',
    lang: 'de',
  },
);

export const koeln = person(
  'Käthe Müller-Lüdenscheidt',
  'kaethe.mueller@example.com',
  'Schildergasse 9',
  '50667',
  'Köln',
  'DE',
  {
    lang: 'de',
    province: { code: 'NW', name: 'North Rhine-Westphalia' },
  },
);
export const lyon = person(
  'Hélène Garçon',
  'helene.garcon@example.com',
  '8 rue de la République',
  '69001',
  'Lyon',
  'FR',
  {
    lang: 'fr',
  },
);
export const gent = person('Bart D’Hondt', 'bart.dhondt@example.com', 'Korenlei 18', '9000', 'Gent', 'BE');
export const sevilla = person(
  'Íñigo Muñoz Ibáñez',
  'inigo.munoz@example.com',
  'Calle Sierpes 40, 2º B',
  '41004',
  'Sevilla',
  'ES',
  {
    lang: 'en',
  },
);
export const zurich = person(
  'Urs Zürcher',
  'urs.zuercher@example.com',
  'Bahnhofstrasse 30',
  '8001',
  'Zürich',
  'CH',
  {
    lang: 'de',
  },
);
export const leeds = person(
  'Eleanor Whitcombe',
  'eleanor.whitcombe@example.com',
  '17 Park Row',
  'LS1 5HD',
  'Leeds',
  'GB',
  {
    lang: 'en',
  },
);

/** Whom the generator knows; some of them come back. */
export const regulars = [sanne, sahin, joost, francois, oloff, zoe, koeln, lyon, gent] as const;
