import type {
  insights as english,
  glance as englishGlance,
  reconciliation as englishReconciliation,
} from '../../en/pages/insights.ts';
import { counted, number } from '../figures.ts';

export const insights: typeof english = {
  title: 'Einblicke',
  period: 'Zeitraum',
  show: 'Anzeigen',
  lastDays: (count) => `Letzte ${counted(count, 'Tag', 'Tage')}`,
  quarter: (quarter, year) => `${quarter}. Quartal ${year}`,
  span: (from, to) => `${from} bis ${to}`,
  zone: (zone) => `Tage wie in ${zone}.`,
  nothing: 'Aus diesem Zeitraum ist keine Bestellung bekannt.',
  orders: 'Bestellungen',
  amount: 'Betrag',
  vat: 'USt',
  refunded: 'Erstattet',
  booked: 'In den Büchern',
  open: 'Noch nicht in den Büchern',
  leftOut: 'Ausgelassen',
  perDay: 'Pro Tag',
  asTable: 'Als Tabelle',
  day: 'Tag',
  vatByRate: 'USt je Satz',
  rate: 'Satz',
  needYou: 'Was dich braucht',
  cause: 'Ursache',
  times: 'Von der Bestellung zur Rechnung',
  half: 'Die Hälfte der Bestellungen in höchstens',
  most: '95 von 100 Bestellungen in höchstens',
  timesOf: (count) =>
    `Gemessen an ${counted(count, 'Bestellung', 'Bestellungen')}, vom Verkauf im Shop, bis der Beleg in den Büchern stand. Was mehr als einen Tag nach dem Verkauf geholt wurde und was schon in den Büchern stand, zählt hier nicht mit, Kassentage auch nicht.`,
  calls: 'Anteil am Limit',
  callsOf: (system, used, allowed, share) =>
    `${system}: ${number(used)} von ${number(allowed)} Aufrufen am Tag (${share} %).`,
  notRead: (count) =>
    `${counted(count, 'Bestellung ist', 'Bestellungen sind')} gemeldet und noch nicht gelesen: Der Betrag ist nicht bekannt und steckt in keiner Summe.`,
  ofBefore: (count) =>
    `Zu ${counted(count, 'Bestellung', 'Bestellungen')} dieser Tage, gebucht von einer früheren Version, sind Währung und Tag nicht bekannt: Sie stecken in keiner Summe, bis sie wieder gelesen werden.`,
  months: 'Shop neben Büchern',
};

export const glance: typeof englishGlance = {
  everything: (orders, amounts) =>
    `Alles von heute ist in den Büchern: ${counted(orders, 'Bestellung', 'Bestellungen')}, ${amounts}.`,
  some: (orders, amounts, open) =>
    `${counted(orders, 'Bestellung', 'Bestellungen')} von heute in den Büchern, ${amounts}; ${number(open)} noch nicht.`,
  notYet: (open) => `${counted(open, 'Bestellung', 'Bestellungen')} von heute unterwegs in die Bücher.`,
  nothing: 'Heute wurde nichts bestellt.',
  days: 'Die letzten 30 Tage',
  sumOf: (orders, amount) => `30 Tage: ${counted(orders, 'Bestellung', 'Bestellungen')}, ${amount}`,
  none: 'Keine Bestellung in diesen Tagen.',
  last: 'Letzte Bestellungen',
  all: 'Alle Einblicke',
};

export const reconciliation: typeof englishReconciliation = {
  title: (month) => `Shop neben Büchern, ${month}`,
  what: 'Eine Bestellung zählt in dem Monat, in dem sie aufgegeben wurde, mit allem, was davon seither erstattet und gutgeschrieben wurde. Entwürfe zählen als gebucht.',
  back: 'Bestellungen und Beträge dieses Monats',
  file: 'Als CSV herunterladen',
  line: 'Vom Shop in die Bücher',
  sold: 'Im Shop verkauft',
  refunded: 'Im Shop erstattet',
  left_out: 'Durch die Einstellungen ausgelassen oder vor dem Buchen erstattet',
  due: 'Gehört in die Bücher',
  needs_you: 'Braucht dich',
  waiting: 'Neuer Versuch folgt',
  on_its_way: 'Unterwegs',
  by_person: 'Von jemandem ausgelassen',
  changed: 'Beleg mit anderem Betrag als die Bestellung jetzt',
  givenBack: 'Erstattet und nicht gutgeschrieben',
  differs: 'Mit anderem Betrag oder anderer USt in den Büchern',
  documents: 'Belege',
  credited: 'Gutgeschrieben',
  books: 'In den Büchern',
  difference: 'Differenz',
  equal: 'Die Bücher stimmen mit dem Shop überein, auf den Cent.',
  holds: (amount) => `Die Differenz von ${amount} ist durch die Zeilen unten auf den Cent erklärt.`,
  sumsAlone: (orders) =>
    `Die Summen sind gleich, ${counted(orders, 'Bestellung ist', 'Bestellungen sind')} es nicht: siehe unten.`,
  broken: 'Diese Summen gehen nicht auf. Das ist ein Fehler von Koppel: Bitte melde ihn.',
  orders: 'Bestellungen, die nicht so in den Büchern sind, wie der Shop sagt',
  none: 'Jede Bestellung dieses Monats ist so in den Büchern, wie der Shop sagt.',
  inShop: 'Im Shop',
  inBooks: 'Gebucht',
  otherAmount: (books, shop) => `Der Beleg lautet auf ${books}, die Bestellung jetzt auf ${shop}.`,
  otherGivenBack: (shop, books) => `${shop} im Shop erstattet, ${books} gutgeschrieben.`,
  otherVat: (difference) => `Die USt in den Büchern weicht um ${difference} von der USt der Bestellung ab.`,
};
