import type { tokens as english } from '../../en/pages/tokens.ts';
import { sentence } from '../../sentence.ts';

export const tokens: typeof english = {
  title: 'Toegang',
  list: 'Uitgegeven tokens',
  key: (name) =>
    sentence`De ${name} die bij de installatie van Koppel is ingesteld werkt altijd en staat hier niet bij. Geef ieder ander een eigen token.`,
  none: 'Er zijn nog geen tokens.',
  make: 'Nieuw token',
  name: 'Naam',
  nameHint:
    'Deze naam staat bij alles wat met het token gedaan wordt, zoals "Boekhouder" of "Kassa aan de balie".',
  role: 'Rol',
  roles: { admin: 'Beheerder', bookkeeper: 'Boekhouder', 'read-only': 'Alleen lezen' },
  does: {
    admin: 'kan alles',
    bookkeeper: 'ziet alles, probeert opnieuw en slaat over, wijzigt geen instellingen',
    'read-only': 'ziet alles, wijzigt niets',
  },
  links: 'Voor welke koppelingen',
  allLinks: 'Alle koppelingen, ook die er later bij komen',
  someLinks: 'Alleen deze:',
  onlyLinks: (ids) => `Alleen: ${ids}`,
  lastDay: 'Laatste dag (optioneel)',
  lastDayHint: 'Na het einde van die dag werkt het token niet meer.',
  makeNow: 'Token aanmaken',
  made: (name) => `Het token "${name}"`,
  once: 'Kopieer het nu: het wordt maar één keer getoond. Koppel bewaart er alleen een vingerafdruk van.',
  use: 'Het werkt op de inlogpagina, en voor de API als bearer-token. Wie het heeft kan wat de rol toestaat.',
  madeBy: (at, by) => sentence`Aangemaakt ${at} door ${by}.`,
  until: (at) => sentence`Geldig tot ${at}.`,
  over: 'verlopen',
  used: (at) => sentence`Laatst gebruikt ${at}.`,
  unused: 'Nog niet gebruikt.',
  revoke: 'Intrekken',
  noName: 'Geef het token een naam.',
  badName: (max) => `Geef het token een naam van hoogstens ${max} tekens.`,
  noRole: 'Kies een rol.',
  noLinks: 'Kies minstens één koppeling, of allemaal.',
  badDay: 'De laatste dag moet vandaag of later zijn.',
};
