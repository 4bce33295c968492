/** The buyers of the seeds who live abroad. All are invented. */
import { person } from './person.ts';

export const brussel = person('Lotte Peeters', 'Nieuwstraat 12 bus 4', '1000, Brussel, BE', {
  company: 'Theehuis Peeters & Zonen BV',
  vatNumber: 'BE0987650139',
  email: 'aankoop@theehuis.example.com',
});
export const hamburg = person('Jürgen Weißenfels', 'Große Elbstraße 145', '22767, Hamburg, DE', {
  company: 'Teekontor Weißenfels GmbH & Co. KG',
  vatNumber: 'DE987650108',
  email: 'einkauf@teekontor.example.com',
  language: 'de',
});
export const koeln = person('Käthe Müller-Lüdenscheidt', 'Schildergasse 9', '50667, Köln, DE', {
  email: 'kaethe.mueller@example.com',
  language: 'de',
  region: { code: 'NW', name: 'North Rhine-Westphalia' },
});
export const lyon = person('Hélène Garçon', '8 rue de la République', '69001, Lyon, FR', { language: 'fr' });
export const gent = person('Bart D’Hondt', 'Korenlei 18', '9000, Gent, BE', {
  email: 'bart.dhondt@example.com',
});
export const sevilla = person('Íñigo Muñoz Ibáñez', 'Calle Sierpes 40, 2º B', '41004, Sevilla, ES', {
  email: 'inigo.munoz@example.com',
  language: 'en',
});
export const zurich = person('Urs Zürcher', 'Bahnhofstrasse 30', '8001, Zürich, CH', {
  email: 'urs.zuercher@example.com',
  language: 'de',
});
export const leeds = person('Eleanor Whitcombe', '17 Park Row', 'LS1 5HD, Leeds, GB', { language: 'en' });
export const antwerp = person('Lien Verstraeten', 'Meir\n24\nbus 3', '2000, Antwerpen, BE');
export const ghent = person('Koen D’Haese', 'Veldstraat 8 bus 12', '9000, Gent, BE');
export const bruges = person('An Claeys', 'Steenstraat 40', '8000, Brugge, BE', {
  company: 'Boekhandel Claeys BV',
  vatNumber: 'BE0987650139',
  email: 'aankoop@claeys.example.com',
});
export const cologne = person('Jörg Großmann', 'Severinstraße 11', '50678, Köln, DE', {
  region: { id: 88, code: 'NRW', name: 'Nordrhein-Westfalen' },
});
export const hanover = person('Änne Müller', 'Lister Meile\n5', '30161, Hannover, DE', {
  region: { id: 79, code: 'NDS', name: 'Niedersachsen' },
});
export const munster = person('Uwe Schäfer', 'Prinzipalmarkt 3', '48143, Münster, DE', {
  company: 'Schreibkultur Schäfer GmbH',
  vatNumber: 'DE987650108',
  email: 'einkauf@schaefer.example.com',
});
export const london = person('Harriet Osborne', 'Flat 2\n19 Cherry Lane', 'SE1 2AB, London, GB');
