import type { errors as english } from '../../en/pages/errors.ts';

export const errors: typeof english = {
  back: 'Zurück',
  notFound: 'Nicht gefunden',
  nothingHere: 'Unter dieser Adresse gibt es nichts.',
  notNow: 'Jetzt nicht möglich',
  refused: 'Abgelehnt',
  notAvailable: 'Nicht verfügbar',
  failed: 'Das hat nicht geklappt',
  busy: 'Ausgelastet',
  busyDetail: 'Koppel ist ausgelastet. Versuche es gleich noch einmal.',
  own: 'In Koppel ist ein Fehler aufgetreten',
  ownDetail: 'Der Fehler steht im Protokoll. Versuche es erneut.',
  notSetUp: 'Noch nicht eingerichtet',
  foreign:
    'Dieses Formular wurde nicht von einer Seite dieser Website gesendet. Öffne die Seite erneut und sende es von dort.',
  tooLarge: 'Zu groß',
  tooLargeDetail: 'Was gesendet wurde, ist größer als 1 MiB.',
  unreadable: 'Diese Anfrage ist nicht lesbar.',
  noAccessAsked:
    'Dieser Browser hat keinen Zugriff angefordert, oder das ist mehr als zehn Minuten her. Fordere ihn erneut an.',
  whichAccount: 'Gib an, welches Konto es ist.',
  whichFlow: 'Gib an, welcher Abgleich es ist.',
  noDay: 'Gib den Tag als Jahr-Monat-Tag an.',
};
