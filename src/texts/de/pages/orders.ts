import type {
  orderStates as english,
  orderList as englishList,
  orderPage as englishPage,
} from '../../en/pages/orders.ts';
import { sentence } from '../../sentence.ts';
import { number } from '../figures.ts';

export const orderStates: typeof english = {
  queued: 'unterwegs',
  waiting: 'neuer Versuch folgt',
  parked: 'braucht dich',
  booked: 'gebucht',
  credited: 'gutgeschrieben',
  in_day: 'im Tag',
  skipped: 'nicht gebucht',
};

export const orderList: typeof englishList = {
  title: 'Bestellungen',
  find: 'Bestellnummer, Rechnungsnummer oder Betrag',
  state: 'Stand',
  flow: 'Abgleich',
  from: 'Von',
  to: 'Bis',
  any: 'alle',
  search: 'Suchen',
  all: 'Alle Bestellungen',
  file: 'Als CSV herunterladen',
  number: 'Bestellung',
  placed: 'Bestellt am',
  amount: 'Betrag',
  document: 'Beleg',
  why: 'Warum',
  notRead: 'noch nicht gelesen',
  noMatch: 'Dazu passt keine Bestellung.',
  nothing: 'Es ist noch keine Bestellung bekannt.',
  newest: 'Neueste',
  older: 'Ältere',
  again: (at) => sentence`neuer Versuch am ${at}`,
};

export const orderPage: typeof englishPage = {
  placed: 'Bestellt am',
  seen: 'Zuerst gesehen',
  amount: 'Betrag',
  refunded: 'Erstattet',
  document: 'Beleg',
  booked: 'Gebucht am',
  credited: 'Gutgeschrieben',
  noDocument: 'keiner',
  dayOf: (date, till) => `der Tag ${date} von ${till}`,
  notBooked: (why) => `Nicht gebucht: ${why}.`,
  noTotals: 'Die Bestellung wurde noch nicht gelesen, ihr Betrag ist also nicht bekannt.',
  lines: 'Zeile für Zeile',
  asInSource: 'In der Bestellung',
  asInTarget: 'Im Beleg',
  compared: 'Vergleich',
  same: 'gleich',
  differs: 'verschieden',
  alone: 'nur auf einer Seite',
  kinds: {
    item: 'Artikel',
    shipping: 'Versand',
    discount: 'Rabatt',
    fee: 'Gebühr',
    rounding: 'Rundung',
  },
  noLines: 'Die Zeilen sind zu sehen, solange aufbewahrt wird, was gelesen und geschrieben wurde.',
  happened: 'Jeder Versuch',
  more: (count) => `Die letzten ${number(count)} sind zu sehen.`,
  technical: 'Technische Angaben',
};
