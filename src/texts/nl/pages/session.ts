import type { session as english, access as englishAccess } from '../../en/pages/session.ts';
import { sentence } from '../../sentence.ts';

export const session: typeof english = {
  title: 'Inloggen',
  what: 'Koppel houdt je winkel en je boekhouding gelijk.',
  token: 'Toegangstoken',
  tokenHint: (name) =>
    sentence`De ${name} die bij de installatie van Koppel is ingesteld, of een token dat voor jou is gemaakt.`,
  logIn: 'Inloggen',
  already: (link) => sentence`Al ingelogd? ${link}`,
  open: 'Open de pagina',
  ended: 'Er is niets gedaan: je sessie is verlopen. Log in, ga terug en probeer het opnieuw.',
  tooMany: 'Er is te vaak geprobeerd in te loggen vanaf jouw adres. Wacht een minuut en probeer het opnieuw.',
  wrong: 'Dit token is onbekend, of niet meer geldig.',
};

export const access: typeof englishAccess = {
  given: 'Toegang gegeven',
  goesOn: 'Alles wat hierop wachtte gaat vanzelf verder.',
  open: 'Open de koppeling',
};
