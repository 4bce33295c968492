import type { errors as english } from '../../en/pages/errors.ts';

export const errors: typeof english = {
  back: 'Ga terug',
  notFound: 'Niet gevonden',
  nothingHere: 'Er staat niets op dit adres.',
  notNow: 'Kan nu niet',
  refused: 'Geweigerd',
  notAvailable: 'Niet beschikbaar',
  failed: 'Dat is niet gelukt',
  busy: 'Druk',
  busyDetail: 'Koppel heeft het druk. Probeer het zo meteen opnieuw.',
  own: 'Er ging iets mis in Koppel zelf',
  ownDetail: 'De fout staat in het logboek. Probeer het opnieuw.',
  notSetUp: 'Nog niet ingericht',
  foreign:
    'Dit formulier is niet vanaf een pagina van deze site verstuurd. Open de pagina opnieuw en verstuur het daarvandaan.',
  tooLarge: 'Te groot',
  tooLargeDetail: 'Wat er verstuurd is, is groter dan 1 MiB.',
  unreadable: 'Dit verzoek is niet te lezen.',
  noAccessAsked:
    'Deze browser heeft niet om toegang gevraagd, of langer dan tien minuten geleden. Vraag het opnieuw.',
  whichAccount: 'Geef aan welk account het is.',
  whichFlow: 'Geef aan welke stroom het is.',
  noDay: 'Vul de dag in als jaar-maand-dag.',
};
