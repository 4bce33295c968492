import type { help as english } from '../../en/pages/help.ts';

export const help: typeof english = {
  title: 'Hilfe',
  what: 'Wie du deine Systeme verbindest, was du einstellen kannst und was du tust, wenn etwas dich braucht.',
  inEnglish: 'Die Anleitungen sind auf Englisch.',
  others: 'andere Systeme',
  contents: 'Auf dieser Seite',
  systems: 'Deine Systeme',
  pairs: 'Was zusammengehört',
  daily: 'Tag für Tag',
  own: 'Dein eigenes Koppel',
  building: 'Für alle, die damit bauen',
  reference: 'Alle API-Aufrufe',
  decisions: 'Warum es so gebaut ist',
  documents: {
    'set-up': 'Eine Verknüpfung anlegen',
    settings: 'Einstellungen und Zuordnung',
    problems: 'Probleme, und was zu tun ist',
    alerts: 'Benachrichtigungen',
    deployment: 'Installieren und aktualisieren',
    cost: 'Was es kostet',
    security: 'Sicherheit',
    storage: 'Was gespeichert wird, und wie lange',
    api: 'Was Menschen tun, und der Aufruf dafür',
  },
};
