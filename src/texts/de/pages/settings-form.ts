import type {
  settingsForm as english,
  changeList as englishChanges,
  history as englishHistory,
  transferring as englishTransfer,
} from '../../en/pages/settings-form.ts';
import { counted } from '../figures.ts';

export const settingsForm: typeof english = {
  title: 'Einstellungen',
  flowsTitle: 'Was abgeglichen wird',
  noFlows: 'Noch wird nichts abgeglichen: Füge in der Expertenansicht einen Abgleich hinzu.',
  change: 'Ändern',
  usual: 'Alles läuft auf die übliche Weise.',
  chosen: (count) =>
    `${counted(count, 'Einstellung weicht', 'Einstellungen weichen')} von der üblichen Weise ab.`,
  switchedOff: 'Ausgeschaltet.',
  intro: 'Was leer bleibt, läuft auf die übliche Weise; sie steht unter dem Feld.',
  general: 'Allgemein',
  enabled: { label: 'Eingeschaltet', help: 'Ob überhaupt etwas übertragen wird' },
  every: {
    label: 'Wie oft gefragt wird',
    help: 'Wie oft die Quelle nach Änderungen gefragt wird, zum Beispiel `5m` oder `1h`; ohne Angabe so oft wie nötig',
  },
  sectionChosen: (count) => `${counted(count, 'eingestellt', 'eingestellt')}`,
  byDefault: (value) => `Standard: ${value}`,
  notSet: 'Nicht eingestellt',
  given: 'Wenn es dies ist',
  becomes: 'wird es dies',
  fallback: 'Alles andere',
  fallbackHelp:
    'Für Werte, die nicht in der Tabelle stehen. Stehen darüber Zeilen und ist dies leer, braucht es dich',
  force: 'Immer dies',
  forceHelp: 'Für jeden Wert, was auch in der Tabelle steht',
  seen: (count) => `${counted(count, 'Datensatz wartet', 'Datensätze warten')} darauf`,
  rowsHelp: 'Leere eine Zeile, um sie zu entfernen.',
  row: (number) => `Zeile ${number}`,
  addRow: 'Zeile hinzufügen',
  keptEmpty: 'Diese Tabelle behalten, obwohl sie leer ist: Jeder Wert braucht dann dich',
  use: 'Dies verwenden',
  country: 'Land (zwei Buchstaben)',
  constantName: 'Feld des Zielsystems',
  constantKind: 'Art',
  constantValue: 'Wert',
  constantKinds: { text: 'Text', number: 'Zahl', true: 'ja', false: 'nein', list: 'Liste, je Zeile eins' },
  oneMore: 'noch eins',
  notAsked: (why) => `Was zur Wahl steht, lässt sich gerade nicht anzeigen: ${why}`,
  review: 'Änderungen ansehen',
  expert: 'Expertenansicht (JSON)',
  errorTitle: (title) => `Fehler: ${title}`,
  missing: 'fehlt',
  twice: 'steht zweimal da',
  conflictTitle: 'Jemand anders hat inzwischen gespeichert',
  conflict:
    'Was du eingegeben hast, steht noch unten. So unterscheidet es sich von dem, was jetzt gespeichert ist; speicherst du, tritt deines an seine Stelle.',
  savedNow: 'Jetzt gespeichert',
  yours: 'Deines',
};

export const changeList: typeof englishChanges = {
  title: 'Änderungen',
  what: 'Einstellung',
  was: 'Bisher',
  becomes: 'Künftig',
  none: 'Es ändert sich nichts.',
  nothing: 'nicht eingestellt',
  added: 'hinzugefügt',
  removed: 'entfernt',
  there: 'vorhanden',
  name: 'Name',
  language: 'Sprache der Meldungen',
  nameOnStatus: 'Name auf der Statusseite',
  retentionDays: 'Tage, die Aktivität aufbewahrt wird',
  connection: 'Verbindung',
  connector: 'System',
  mapping: 'Zuordnung',
  unchecked: 'Dies ließ sich gerade nicht prüfen; speichern kannst du trotzdem:',
  reviewTitle: 'Bevor du speicherst',
  save: 'Speichern',
  back: 'Weiter ändern',
};

export const history: typeof englishHistory = {
  title: 'Verlauf',
  help: 'Jede Speicherung wird aufbewahrt, die letzten 100. Geheime Werte sind in keiner.',
  version: (number) => `Version ${number}`,
  number: 'Version',
  when: 'Wann',
  by: 'Durch',
  unknown: 'nicht bekannt',
  present: 'aktuell',
  restoredFrom: (number) => `wieder Version ${number}`,
  changesTitle: 'Was sich änderte',
  noneBefore: 'Es gibt keine frühere Version zum Vergleichen.',
  restoreTitle: 'Wieder zur aktuellen machen',
  restoreHelp:
    'Das würde sich jetzt ändern. Zugangsdaten bleiben, wie sie heute sind, und die Verknüpfung bleibt pausiert oder aktiv, wie sie ist.',
  restore: 'Zur aktuellen machen',
  same: 'Sie ist gleich dem, was jetzt gespeichert ist.',
  document: 'Die ganze Version (JSON)',
};

export const transferring: typeof englishTransfer = {
  title: 'Export und Import',
  exportTitle: 'Exportieren',
  exportHelp:
    'Die Einstellungen als Datei, ohne geheime Werte: zum Aufbewahren, zum Vergleichen oder für eine weitere Verknüpfung.',
  download: 'Einstellungen herunterladen',
  importTitle: 'Importieren',
  importHelp:
    'Einstellungen, die aus dieser oder einer anderen Verknüpfung exportiert wurden. Du siehst, was sie ändern, bevor sie gespeichert werden; was die Verbindungen hier öffnet, bleibt.',
  file: 'Datei',
  orPaste: 'Oder füge sie ein',
  look: 'Änderungen ansehen',
  lacking:
    'Diese Zugangsdaten stehen nicht darin und sind hier nicht bekannt. Trage sie in der Expertenansicht ein:',
  chooseOne: 'Wähle eine Datei, oder füge die Einstellungen ein.',
};
