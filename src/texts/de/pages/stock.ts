import type {
  stock as english,
  level as englishLevel,
  progress as englishProgress,
} from '../../en/pages/stock.ts';
import { sentence } from '../../sentence.ts';
import { counted, number, plural } from '../figures.ts';

export const stock: typeof english = {
  title: 'Produkte und Bestände',
  none: 'Kein Abgleich überträgt bisher Produkte oder Bestände: Füge einen in den Einstellungen hinzu.',
  products: 'Produkte',
  stockOf: (systems) => sentence`Bestände: ${systems}`,
  known: 'Bekannte Bestände',
  right: 'Stimmen',
  onTheirWay: 'Unterwegs',
  tryingAgain: 'Neuer Versuch folgt',
  needYou: 'Brauchen dich',
  doneToday: 'Heute erledigt',
  lookAgain: 'Alle diese erneut prüfen',
  whatNeedsYou: 'Was auf dich wartet',
  suchAs: (example) => sentence`zum Beispiel ${example}`,
  left: 'Bleiben so',
  levels: (count) => counted(count, 'Bestand', 'Bestände'),
  reading: 'Änderungen werden gerade gelesen.',
  knownUntil: (at) => sentence`Änderungen sind bis ${at} bekannt.`,
  seeProblems: 'Ansehen, was auf dich wartet',
  productSku: 'SKU eines Produkts, oder wie sie beginnt',
  showDone: 'Anzeigen, was erledigt wurde',
};

export const progress: typeof englishProgress = {
  readingAll: (until) =>
    until === null
      ? sentence`Alle Bestände der Quelle werden gelesen; es beginnt gleich.`
      : sentence`Alle Bestände der Quelle werden gelesen, wie sie am ${until} waren.`,
  readingSince: (since, until) =>
    until === null
      ? sentence`Alles, was sich seit ${since} geändert hat, wird gelesen; es beginnt gleich.`
      : sentence`Alles, was sich seit ${since} geändert hat, wird gelesen, wie es am ${until} war.`,
  underWay: (batches, records) =>
    `${plural(batches, 'Eine Übertragung', `${number(batches)} Übertragungen`)} mit ${plural(records, 'einem Datensatz', `${number(records)} Datensätzen`)} ${plural(batches, 'läuft', 'laufen')} gerade.`,
  comparing: (looked, total, since) =>
    sentence`Alle Bestände werden verglichen: ${number(looked)} von ${number(total)}, seit ${since}`,
  neverCompared: 'Ein Gesamtvergleich läuft nie von selbst: "verify" ist ausgeschaltet.',
  comparedNext: (at) =>
    sentence`Der nächste Gesamtvergleich mit dem Zielsystem läuft am ${at}: Was jemand dort geändert hat, wird korrigiert.`,
};

export const level: typeof englishLevel = {
  title: 'Eine SKU im Einzelnen',
  sku: 'SKU, genau wie sie geschrieben ist, oder die ID des Produkts in der Quelle',
  find: 'Suchen',
  unknown: (sku) =>
    sentence`Über ${sku} ist nichts bekannt. Entweder hat die Quelle keinen Bestand davon, oder er wurde noch nicht gelesen. Groß- und Kleinschreibung wird hier unterschieden.`,
  record: (key) => `Datensatz ${key}`,
  refused: 'Abgelehnt',
  inSystem: (system) => `In ${system}`,
  nothingWritten: 'nichts geschrieben',
  lastRight: 'Zuletzt geschrieben oder als richtig bestätigt',
  never: 'nie',
  idIn: (system) => `ID in ${system}`,
  none: 'keine',
  recordIn: (system) => `Datensatz in ${system}`,
  state: 'Zustand:',
  drifted: (quantity, system, at) =>
    sentence`Jemand hatte den Bestand in ${system} auf ${quantity} geändert; das wurde am ${at} korrigiert.`,
  wouldWrite: 'Was geschrieben würde',
  wouldWriteOf: (name) => `von ${name}`,
  look: 'Jetzt prüfen',
  whyNothing: 'Warum nichts geschrieben wurde:',
  whyNothingSince: 'Warum seitdem nichts geschrieben wurde:',
  tried: (count, next) =>
    sentence`${plural(count, 'Einmal versucht', `${number(count)}-mal versucht`)}, neuer Versuch am ${next}.`,
};
