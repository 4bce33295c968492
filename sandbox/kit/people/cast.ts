/** The buyers of the seeds, all invented. Some have the house number on a separate line, as postcode modules write it. */
import { type Person, person } from './person.ts';

const guest = { hasAccount: false };

export const sanne = person('Sanne Bakker', 'Lindelaan 8', '3571 KH, Utrecht', { phone: '+31 6 00000001' });
/** The same woman at another checkout, as a guest. */
export const sanneAsGuest: Person = { ...sanne, email: 'Sanne.Bakker@Example.COM', ...guest };
export const sahin = person('Elif Şahin', 'Bağdatstraat 14-III', '1013 AB, Amsterdam');
export const joost = person(
  'Joost van der Meulen-ten Kate',
  'Oude Haven 3\nwoonboot De Goede Verwachting',
  '8861 KT, Harlingen',
  { email: 'j.vandermeulen@example.com' },
);
export const francois = person('François Lefèvre', 'Vrijthof 22', '6211 LD, Maastricht', {
  email: 'francois@example.com',
});
export const oloff = person('Bjørn Óláfsson', 'Prins Hendrikkade 7', '1011 TD, Amsterdam', {
  email: 'bjorn.olafsson@example.com',
});
export const zoe = person('Zoë Würtz', 'Coolsingel 101', '3012 AG, Rotterdam', {
  email: 'zoe+thee@example.com',
});
export const lange = person(
  'Wilhelmina Frederika Antoinette van Hoogendorp-Schimmelpenninck van der Oye tot Nijenbeek',
  'Burgemeester van Roosmalen-Verschuerenlaan 1204',
  '7006 RV, Doetinchem',
  { email: 'w.f.a.van.hoogendorp-schimmelpenninck@correspondentie.example.com' },
);
export const teun = person('Teun', 'Dorpsstraat 1', '9991 AA, Middelstum', guest);
export const amira = person('Amira El Idrissi', 'Kanaalweg 44', '2584 CL, Den Haag', {
  ...guest,
  email: 'amira.elidrissi@example.com',
});
/** Receives what Amira orders. */
export const opa = person('Opa El Idrissi', 'Zeestraat 250', '2518 AC, Den Haag', { ...guest, email: '' });
export const noEmail = person('Bram Telefoon', 'Stationsplein 2', '8011 CW, Zwolle', { ...guest, email: '' });
export const hanneke = person('Hanneke Smits', 'Torenlaan 18', '5611 AB, Eindhoven');
export const ruud = person('Ruud van den Berg', 'Havenstraat\n7\nbis', '3024 SB, Rotterdam', {
  middleName: 'Johannes',
});
export const aylin = person('Aylin Yılmaz-de Graaf', 'Grote Markt\n12-14', '9712 HN, Groningen');
export const pieter = person('Pieter Hoekstra', 'Dijkweg 201 a\nachterom', '8911 BC, Leeuwarden');
export const marit = person('Marit Øygard', 'Plein 1944 nr. 3', '6511 JB, Nijmegen');
export const daniel = person('Daniël Kok', 'Zeeweg 5', '2051 EB, Overveen', guest);
export const naima = person('Naima Bouzid', 'Kerkpad\n44\nIII-hoog', '1031 KB, Amsterdam', guest);
export const joke = person('Joke ten Hove', 'Brink 9', '7411 BT, Deventer');
export const quirijn = person('Quirijn Zwart', 'Laan van Meerdervoort 1234', '2564 AA, Den Haag');
export const fenna = person('Fenna Dijkema', 'Hoofdstraat\n1', '9861 AB, Grootegast');
export const sjoerd = person('Sjoerd Rients', 'Nieuwe Kade 77-C', '6827 AB, Arnhem');
export const willem = person('Willem Bastiaans', 'Oude Gracht 310', '3511 PK, Utrecht');

export const embassy = person('Ingrid Solheim', 'Lange Voorhout 70', '2514 EH, Den Haag', {
  company: 'Ambassade van Noordland',
  email: 'inkoop@ambassade.example.com',
});
export const stichting = person('Marije Postma', 'Zijlroede 6', '9001 AA, Grou', {
  company: 'Stichting tot Behoud van het Industrieel Erfgoed in Noordoost-Friesland en op de Waddeneilanden',
  vatNumber: 'NL987650117B01',
  email: 'bestuur@erfgoed.example.com',
});
export const lunchroom = person('Kees Vermeer', 'Markt 3', '2611 GP, Delft', {
  company: 'Lunchroom ’t Hoekje',
  vatNumber: 'NL987650128B01',
  email: 'kees@lunchroom.example.com',
});
export const studio = person('Tess Aarts', 'Spoorlaan\n350', '5038 CC, Tilburg', {
  company: 'Studio Aarts & Zn.',
  vatNumber: 'NL987650141B01',
  email: 'inkoop@studio-aarts.example.com',
});
export const school = person(
  'Gerard Nieuwenhuis',
  'Schoolstraat 2\nt.a.v. administratie',
  '7001 EA, Doetinchem',
  {
    company: 'Stichting Openbaar Onderwijs Achterhoek-Oost en Omstreken',
    email: 'facturen@school.example.com',
  },
);
