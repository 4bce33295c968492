import type {
  parts as english,
  taskButtons as englishButtons,
  callList as englishCalls,
  flows as englishFlows,
  levelCheck as englishLevelCheck,
  sayings as englishSayings,
  totals as englishTotals,
} from '../../en/pages/parts.ts';
import { sentence } from '../../sentence.ts';

export const flows: typeof englishFlows = {
  orders: 'Bestellungen',
  customers: 'Kunden',
  products: 'Produkte',
  categories: 'Kategorien',
  stock: 'Bestände',
};

export const sayings: typeof englishSayings = {
  accepted: 'Das Konto ist angenommen: Die Abgleiche laufen weiter.',
  created:
    'Die Verknüpfung ist angelegt. Prüfe ihre Verbindungen und trage dann die Webhook-Adresse im Shop ein, wo danach gefragt wird.',
  deleted: 'Die Verknüpfung ist gelöscht, mit allem, was sie aufbewahrt hat.',
  'logged-out': 'Du bist abgemeldet.',
  'level-retried': 'Diese SKU wird mit der nächsten Übertragung in beiden Systemen geprüft.',
  'levels-retried': 'Alles, was gewartet hat, wird in beiden Systemen erneut geprüft.',
  paused: 'Pausiert: Es läuft nichts, bis du fortsetzt. Webhooks werden weiterhin gespeichert.',
  restored: 'Die Version ist wieder die aktuelle.',
  resumed: 'Fortgesetzt: Alles, was gewartet hat, läuft jetzt weiter.',
  retried: 'Es wird erneut versucht, mit den neuesten Einstellungen und der neuesten Zuordnung.',
  'retried-all':
    'Alles, was auf dich gewartet hat, wird erneut versucht, mit den neuesten Einstellungen und der neuesten Zuordnung, auch die Bestände.',
  'channel-removed': 'Der Kanal ist entfernt: Dorthin wird nichts mehr gesendet.',
  renamed: 'Die Verbindung hat einen anderen Namen: Alles, was von ihr gespeichert ist, bleibt.',
  revoked: 'Das Token ist widerrufen: Es öffnet nichts mehr.',
  saved: 'Die Einstellungen sind gespeichert.',
  skipped:
    'Der Datensatz wurde übersprungen. Er steht unter "Von einer Person übersprungen", dort lässt sich das zurücknehmen.',
  started: 'Die Verknüpfung läuft. Was übertragen wird, erscheint hier.',
  'live-already': 'Die Verknüpfung lief schon. Es gilt, was beim Starten gewählt wurde.',
  'synced-some': 'Die Datensätze werden jetzt übertragen.',
  unskipped:
    'Der Datensatz ist nicht mehr übersprungen: Er wird erneut versucht, mit den neuesten Einstellungen und der neuesten Zuordnung.',
  synced: 'Änderungen werden jetzt gelesen: Was gefunden wird, erscheint hier.',
};

export const parts: typeof english = {
  refresh: 'Aktualisieren',
  errorTitle: (title) => `Fehler: ${title}`,
  to: 'nach',
  as: (system, connection) => sentence`${system}, als ${connection}`,
  source: (name) => sentence`Quelle ${name}`,
  target: (name) => sentence`Zielsystem ${name}`,
  nothingRead: 'Es wurde nichts gelesen.',
  nothingWritten: 'Es wurde nichts ins Zielsystem geschrieben.',
  notWritten: 'Der Beleg wurde nicht geschrieben: Er wird angezeigt, so weit er geplant werden konnte.',
  saidOfIt: (why) => `Angegebener Grund: ${why}`,
  conflict: 'Auf beiden Seiten geändert',
  conflictHelp: 'Keine der beiden Seiten wurde überschrieben.',
  conflictPart: 'Feld',
  inSystem: (system) => `In ${system}`,
  table: 'Tabelle',
  none: 'keine Angabe',
  yes: 'ja',
  no: 'nein',
};

export const totals: typeof englishTotals = {
  title: 'Prüfung der Summen',
  equal: 'Stimmt auf den Cent.',
  equalAsKnown: 'Stimmt auf den Cent, soweit die Beträge des Belegs bekannt sind.',
  planned: 'Es ist noch nichts gebucht. Der Beleg käme auf den Cent auf dasselbe.',
  uncompared: 'Es gibt noch keinen Beleg zum Vergleichen: Das sind die Beträge der Bestellung.',
  different: 'Es gibt eine Abweichung.',
  source: 'Quelle',
  target: 'Zielsystem',
  difference: 'Abweichung',
  vatAt: (rate) => `USt ${rate} %`,
};

export const levelCheck: typeof englishLevelCheck = {
  title: 'Prüfung der Bestände',
  equal: 'Jeder Bestand stimmt.',
  different: 'Nicht jeder Bestand stimmt.',
  wanted: 'Soll',
  standing: 'Ist im Zielsystem',
  uncounted: 'noch nicht gezählt',
};

export const callList: typeof englishCalls = {
  title: 'Aufrufe',
  none: 'Es wurde nichts aufgerufen.',
  noAnswer: 'keine Antwort',
  says: (said) => `Die Antwort: "${said}"`,
  sent: 'Gesendet',
  received: 'Empfangen',
  noBody: 'Kein Inhalt.',
};

export const taskButtons: typeof englishButtons = {
  retry: 'Erneut versuchen',
  makeAgain: 'Neu anlegen',
  leaveOut: 'Überspringen',
  takeBack: 'Zurücknehmen',
  why: 'Warum (optional, wird verschlüsselt aufbewahrt)',
};
