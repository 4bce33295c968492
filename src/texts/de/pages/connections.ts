import type {
  connections as english,
  scopePurposes as englishPurposes,
} from '../../en/pages/connections.ts';
import { sentence } from '../../sentence.ts';
import { counted } from '../figures.ts';

export const connections: typeof english = {
  title: 'Verbindungen',
  test: 'Jetzt testen',
  all: 'Alles über die Verbindungen',
  account: 'Konto',
  currency: 'Währung',
  country: 'Land',
  timeZone: 'Zeitzone',
  readAt: 'Nachgesehen',
  untold: 'nicht bekannt',
  notRead: 'Es ist noch nicht bekannt, welches Konto das öffnet.',
  lastCalled: 'Zuletzt aufgerufen',
  lastReceived: 'Letzter Webhook',
  never: 'nie',
  troubleSince: (at) => sentence`Gestört seit ${at}.`,
  nextProbe: (at) => sentence`Neuer Versuch am ${at}.`,
  noWebhooks: (system) => `${system} sendet keine Webhooks: Es wird nach Änderungen gefragt.`,
  hooksNotTaken: (system) =>
    `Webhooks von ${system} werden abgelehnt: Es wurde nichts eingetragen, womit sie signiert sind. Stattdessen wird nach Änderungen gefragt.`,
  hooksRefused: (system, flow, scope) =>
    scope === null
      ? `${system} meldet keine Änderungen (${flow}), obwohl darum gebeten wurde.`
      : `${system} meldet keine Änderungen (${flow}): Das Recht ${scope} fehlt.`,
  scopesMissing: (count) => `${counted(count, 'Recht fehlt', 'Rechte fehlen')}:`,
  scopesThere: 'Alle Rechte, die gebraucht werden, sind da.',
  scopesUntold: (system) =>
    `${system} sagt nicht, welche Rechte erteilt sind: Ein fehlendes zeigt sich erst, wenn es gebraucht wird.`,
  scopesNeeded: (count) => `Braucht ${counted(count, 'Recht', 'Rechte')}`,
  change: 'Ändern',
  changeOf: (system) => `${system} ändern`,
  savingTests: (system) =>
    `Beim Speichern wird ${system} sofort getestet. Was wartet, geht danach von selbst weiter.`,
  whereToFind: 'Wo du das findest',
  secretKept: 'Ist verschlüsselt gespeichert. Lass das Feld leer, um den Wert zu behalten.',
  secretNone: 'Es ist keiner gespeichert.',
  optional: 'Freiwillig.',
  takeAway: 'Entfernen',
  notSet: 'Nicht gesetzt',
  usual: (value) => `Wie üblich (${value})`,
  saveAndTest: 'Speichern und testen',
  savedWorks: (account, currency) => `Gespeichert, und es funktioniert: ${account}, ${currency}.`,
  savedFails: (name) =>
    sentence`Gespeichert, aber ${name} funktioniert noch nicht: Unten steht, woran es liegt.`,
  renameTitle: 'Ein anderer Name',
  name: 'Name',
  nameHint:
    'Kleinbuchstaben, Ziffern und Bindestriche. Alles Gespeicherte bleibt, und die alte Webhook-Adresse funktioniert weiter.',
  rename: 'Umbenennen',
};

export const scopePurposes: typeof englishPurposes = {
  account: 'das Konto selbst: Währung, Zeitzone, Land',
  calls: 'alles',
  orders_from: 'Bestellungen lesen',
  orders_to: 'Bestellungen anlegen',
  old_orders: 'Bestellungen, die älter als 60 Tage sind',
  returns: 'Rücksendungen und Umtausch',
  write_back: 'Notizen und Status zurückschreiben',
  sent: 'eine Bestellung als versandt markieren',
  invoices: 'Rechnungen',
  estimates: 'Angebote',
  customers_from: 'Kunden lesen',
  customers_to: 'Kunden anlegen und aktualisieren',
  companies: 'Firmen, die kaufen, mit ihrer USt-IdNr.',
  catalogue_from: 'Produkte und Kategorien lesen',
  catalogue_to: 'Produkte und Kategorien anlegen und aktualisieren',
  visible: 'ob Produkte und Kategorien angezeigt werden',
  tax_rates: 'der Steuersatz einer Steuerklasse',
  stock_from: 'Bestand lesen',
  stock_to: 'Bestand schreiben',
  locations: 'die Standorte mit Bestand',
};
