import type {
  record as english,
  preview as englishPreview,
  transfer as englishTransfer,
} from '../../en/pages/record.ts';
import { sentence } from '../../sentence.ts';
import { counted, number } from '../figures.ts';

export const record: typeof english = {
  one: {
    orders: 'Bestellung',
    customers: 'Kunde',
    products: 'Produkt',
    categories: 'Kategorie',
    stock: 'Bestand',
  },
  title: (one, number) => `${one} ${number}`,
  sourceId: (key) => sentence`ID in der Quelle ${key}`,
  next: (at) => sentence`neuer Versuch am ${at}`,
  previewNow: 'Vorschau nach jetzigem Stand',
  time: 'Zeit',
  outcome: 'Ergebnis',
  why: 'Warum',
  details: 'Einzelheiten',
  show: 'ansehen',
  showWhich: (at) => `was am ${at} geschehen ist`,
};

export const transfer: typeof englishTransfer = {
  when: 'Wann',
  why: 'Warum',
  targetId: 'ID im Zielsystem',
  notKept:
    'Was gelesen und geschrieben wurde, wird nicht aufbewahrt: Die Aufbewahrungsfrist dieser Verknüpfung beträgt 0 Tage.',
  over: (days) =>
    `Was gelesen und geschrieben wurde, ist gelöscht: Die Aufbewahrungsfrist von ${counted(days, 'Tag', 'Tagen')} ist abgelaufen. Dass es geschehen ist, bleibt vermerkt.`,
  lost: 'Was gelesen und geschrieben wurde, ist nicht verfügbar: Es wurde nicht aufbewahrt, oder der Schlüssel dazu ist verloren gegangen.',
};

export const preview: typeof englishPreview = {
  title: 'Vorschau',
  heading: 'Vorschau eines Datensatzes',
  help: 'Liest den Datensatz aus der Quelle und zeigt, was an das Zielsystem gesendet würde. Es wird nichts geschrieben.',
  noFlow: 'Es gibt noch keinen Abgleich: Füge einen in den Einstellungen hinzu.',
  flow: 'Abgleich',
  key: 'Bestellnummer, wie sie beginnt, oder die ID in der Quelle',
  show: 'Vorschau anzeigen',
  tooLong: (max) => `Die ID ist länger als ${number(max)} Zeichen.`,
  missing: 'Gib die Nummer eines Datensatzes ein.',
  asPlanned: 'Es würde nichts gesendet: Dies ist der Beleg, so weit er geplant werden konnte.',
  wholeCredit: 'Das Zielsystem würde den ganzen Beleg selbst gutschreiben.',
  nothingSent: 'Es würde nichts gesendet.',
  nothingWritten: 'Es wurde nichts geschrieben.',
  wouldPark: (why) => `Er würde dich brauchen: ${why}`,
  wouldWait: (why) => `Er würde später erneut versucht: ${why}`,
  wouldSend: 'Das würde gesendet.',
  wouldSkip: (why) => `Er würde übersprungen: ${why}.`,
  customer: 'Kunde',
  deeds: {
    skip: 'Der Kunde würde nicht geschrieben.',
    use: 'Der Kunde ist bekannt und bleibt im Zielsystem unverändert.',
    adopt: 'Der Kunde ist schon im Zielsystem und bleibt dort unverändert.',
    update: 'Der Kunde ist schon im Zielsystem und würde hiermit aktualisiert.',
    create: 'Der Kunde würde angelegt.',
    guest: 'Die Bestellung wird als Gastbestellung gebucht: Es wird kein Kunde angelegt.',
  },
};
