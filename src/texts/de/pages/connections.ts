import type { connections as english } from '../../en/pages/connections.ts';
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
  takeAway: (label) => `${label} entfernen`,
  savedWorks: (account, currency) => sentence`Gespeichert, und es funktioniert: ${account}, ${currency}.`,
  savedFails: (name) =>
    sentence`Gespeichert, aber ${name} funktioniert noch nicht: Unten steht, woran es liegt.`,
  renameTitle: 'Ein anderer Name',
  name: 'Name',
  nameHint:
    'Kleinbuchstaben, Ziffern und Bindestriche. Alles Gespeicherte bleibt, und die alte Webhook-Adresse funktioniert weiter.',
  rename: 'Umbenennen',
};
