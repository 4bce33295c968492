import type { tokens as english } from '../../en/pages/tokens.ts';
import { sentence } from '../../sentence.ts';

export const tokens: typeof english = {
  title: 'Zugang',
  list: 'Ausgegebene Token',
  key: (name) =>
    sentence`Das ${name}, das bei der Installation von Koppel gesetzt wurde, gilt immer und steht hier nicht. Gib allen anderen ein eigenes Token.`,
  none: 'Es gibt noch keine Token.',
  make: 'Neues Token',
  name: 'Bezeichnung',
  nameHint:
    'Sie steht bei allem, was mit dem Token getan wird, zum Beispiel "Buchhaltung" oder "Kasse im Laden".',
  role: 'Rolle',
  roles: { admin: 'Verwaltung', bookkeeper: 'Buchhaltung', 'read-only': 'Nur lesen' },
  does: {
    admin: 'darf alles',
    bookkeeper: 'sieht alles, versucht erneut und überspringt, ändert keine Einstellungen',
    'read-only': 'sieht alles, ändert nichts',
  },
  links: 'Für welche Verknüpfungen',
  allLinks: 'Alle Verknüpfungen, auch spätere',
  someLinks: 'Nur diese:',
  onlyLinks: (ids) => `Nur: ${ids}`,
  lastDay: 'Letzter Tag (optional)',
  lastDayHint: 'Nach dem Ende dieses Tages gilt das Token nicht mehr.',
  makeNow: 'Token anlegen',
  made: (name) => `Das Token "${name}"`,
  once: 'Kopiere es jetzt: Es wird nur dieses eine Mal angezeigt. Koppel behält davon nur einen Fingerabdruck.',
  use: 'Es gilt auf der Seite zum Anmelden, und für die API als Bearer-Token. Wer es hat, darf, was die Rolle erlaubt.',
  madeBy: (at, by) => sentence`Angelegt ${at} von ${by}.`,
  until: (at) => sentence`Gültig bis ${at}.`,
  over: 'abgelaufen',
  used: (at) => sentence`Zuletzt benutzt ${at}.`,
  unused: 'Noch nicht benutzt.',
  revoke: 'Widerrufen',
  noName: 'Gib dem Token eine Bezeichnung.',
  badName: (max) => `Gib dem Token eine Bezeichnung von höchstens ${max} Zeichen.`,
  noRole: 'Wähle eine Rolle.',
  noLinks: 'Wähle mindestens eine Verknüpfung, oder alle.',
  badDay: 'Der letzte Tag muss heute oder später sein.',
};
