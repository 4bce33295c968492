import type { session as english, access as englishAccess } from '../../en/pages/session.ts';
import { sentence } from '../../sentence.ts';

export const session: typeof english = {
  title: 'Anmelden',
  what: 'Koppel hält deinen Shop und deine Buchhaltung auf demselben Stand.',
  token: 'Zugangstoken',
  tokenHint: (name) =>
    sentence`Das ${name}, das bei der Installation von Koppel gesetzt wurde, oder ein Token, das für dich angelegt wurde.`,
  logIn: 'Anmelden',
  already: (link) => sentence`Schon angemeldet? ${link}`,
  open: 'Seite öffnen',
  ended:
    'Es wurde nichts ausgeführt: Deine Sitzung ist abgelaufen. Melde dich an, geh zurück und versuche es erneut.',
  tooMany: 'Von deiner Adresse gab es zu viele Versuche. Warte eine Minute und versuche es erneut.',
  wrong: 'Dieses Token ist nicht bekannt oder gilt nicht mehr.',
};

export const access: typeof englishAccess = {
  given: 'Zugriff erteilt',
  goesOn: 'Alles, was darauf gewartet hat, läuft von selbst weiter.',
  open: 'Verknüpfung öffnen',
};
