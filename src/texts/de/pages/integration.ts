import type {
  integration as english,
  activity as englishActivity,
  attention as englishAttention,
  catalogue as englishCatalogue,
  connectionList as englishConnections,
  flowList as englishFlows,
  tasks as englishTasks,
} from '../../en/pages/integration.ts';
import { sentence } from '../../sentence.ts';
import { counted, number, plural } from '../figures.ts';

export const integration: typeof english = {
  check: 'Verbindungen prüfen',
  goLive: 'In Betrieb nehmen',
  resume: 'Fortsetzen',
  pause: 'Pausieren',
  queued: 'Unterwegs',
  waiting: 'Neuer Versuch folgt',
  parked: 'Braucht dich',
  doneToday: 'Heute erledigt',
  callsToday: 'Aufrufe heute',
  works: (connection) => sentence`${connection} funktioniert.`,
  doesNotWork: (connection) => sentence`${connection} funktioniert nicht.`,
};

export const attention: typeof englishAttention = {
  title: 'Braucht dich',
  retryAll: 'Alles erneut versuchen',
  connection: (name) => `Verbindung ${name}`,
  integration: 'Diese Verknüpfung',
  suchAs: (example) => sentence`zum Beispiel ${example}`,
  since: (at) => sentence`seit ${at}`,
  anotherAccount: 'Es ist ein anderes Konto',
  sameAccount: 'Es ist dasselbe Konto',
};

export const tasks: typeof englishTasks = {
  parked: { title: 'Einzeln', newest: 'Neueste, die dich brauchen', older: 'Ältere, die dich brauchen' },
  waiting: {
    title: 'Wird erneut versucht',
    newest: 'Neueste, die erneut versucht werden',
    older: 'Ältere, die erneut versucht werden',
  },
  skipped: {
    title: 'Von einer Person übersprungen',
    newest: 'Neueste übersprungene',
    older: 'Ältere übersprungene',
  },
  tries: (count) => counted(count, 'Versuch', 'Versuche'),
  next: (at) => sentence`neuer Versuch am ${at}`,
  last: (at) => sentence`zuletzt am ${at}`,
  preview: 'Vorschau',
};

export const flowList: typeof englishFlows = {
  title: 'Abgleiche',
  none: 'Es gibt noch keinen Abgleich: Füge einen in den Einstellungen hinzu.',
  chosen: 'Einstellungen, die vom Standard abweichen',
  nothingChosen: 'Keine: Alles läuft wie üblich.',
  look: 'Jetzt nach Änderungen suchen',
  reading: 'Änderungen werden gerade gelesen.',
  knownUntil: (at) => sentence`Änderungen sind bis ${at} bekannt.`,
  byWebhook: 'Neue Änderungen kommen über einen Webhook.',
  everyMinutes: (count) =>
    `Das System wird ${plural(count, 'jede Minute', `alle ${number(count)} Minuten`)} nach Änderungen gefragt.`,
  everyHours: (count) =>
    `Das System wird ${plural(count, 'jede Stunde', `alle ${number(count)} Stunden`)} nach Änderungen gefragt.`,
  nextPoll: (at) => sentence`Nächste Abfrage am ${at}.`,
  since: 'Geändert seit (optional)',
  onlyNumbers: 'Oder nur diese Nummern',
  onlyIds: 'Oder nur diese IDs',
  lookNow: 'Jetzt suchen',
};

export const connectionList: typeof englishConnections = {
  title: 'Verbindungen',
  ownHook: 'Webhook-Adresse; Koppel richtet die Webhooks selbst ein',
  enteredHook: 'Webhook-Adresse, im Shop einzutragen',
  staffHook: (system) => `Webhook-Adresse, einzutragen von den Mitarbeitern von ${system}`,
  giveAccess: 'Zugriff erteilen',
};

export const activity: typeof englishActivity = {
  title: 'Verlauf',
  noMatch: 'Nichts passt zu diesen Filtern.',
  nothing: 'Noch ist nichts geschehen.',
  newest: 'Neueste',
  older: 'Ältere',
  any: 'alle',
  outcome: 'Ergebnis',
  flow: 'Abgleich',
  beginning: 'Nummer, oder wie sie beginnt',
  filter: 'Filtern',
  time: 'Zeit',
  number: 'Nummer',
  reason: 'Grund',
};

export const catalogue: typeof englishCatalogue = {
  title: 'Produkte und Bestände',
  all: 'Alles ansehen',
  find: 'SKU suchen',
  search: 'Suchen',
  nothingWaits: 'Nichts wartet.',
  under: (queued, waiting) => `${number(queued)} unterwegs, ${number(waiting)} später erneut versucht.`,
  noLevel: 'Noch ist kein Bestand bekannt.',
  right: (right, total) => `${number(right)} von ${number(total)} Beständen stimmen.`,
  onTheirWay: (count, more) => `${number(count)}${more ? '+' : ''} Datensätze sind unterwegs.`,
  readingAll: 'Alle Bestände der Quelle werden gelesen.',
  comparingAll: 'Alle Bestände werden verglichen.',
};
