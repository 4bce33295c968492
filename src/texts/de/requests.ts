import type { requests as english, Thing } from '../en/requests.ts';
import { stateIn } from '../stored-states.ts';
import { states } from './pages/states.ts';

const things: Readonly<Record<Thing, string>> = {
  integration: 'Diese Verknüpfung',
  connection: 'Diese Verbindung',
  flow: 'Diesen Abgleich',
  stock_flow: 'Diesen Bestandsabgleich',
  task: 'Diese Aufgabe',
  activity: 'Diesen Eintrag',
  order: 'Diese Bestellung',
  level: 'Diesen Bestand',
  token: 'Dieses Token',
  channel: 'Diesen Kanal',
  revision: 'Diese Version',
  problem: 'Dieses Problem',
  remedy: 'Dieses Überspringen von allem zugleich',
  field: 'Dieses Feld',
  hook: 'Diese Verknüpfung oder eine Verbindung, die Webhooks annimmt,',
  activation: 'Diese Adresse für eine Aktivierung',
};

const refusals = {
  nobody: 'Melde dich zuerst an.',
  admin: 'Dein Token gilt für einzelne Verknüpfungen, und dies gehört zu ganz Koppel.',
  bookkeeper: 'Dein Token sieht alles, kann erneut versuchen und überspringen, und ändert sonst nichts.',
  'read-only': 'Dein Token ist nur zum Lesen.',
};

export const requests: typeof english = {
  not_found: ({ what }) => `${things[what]} gibt es nicht.`,
  saved_meanwhile: () =>
    'Jemand hat diese Verknüpfung inzwischen gespeichert. Öffne sie erneut, nimm deine Änderung dort vor und speichere sie.',
  deleted: () => 'Die Verknüpfung wurde inzwischen gelöscht.',
  cause_over: () => 'Darauf wartet nichts mehr: Sieh die Liste noch einmal an.',
  draft: () => 'Diese Verknüpfung ist ein Entwurf: Nimm sie zuerst in Betrieb.',
  id_taken: () => 'Es gibt schon eine Verknüpfung mit dieser Id.',
  not_connected: ({ name }) => `"${name}" ist noch nicht verbunden: Gib zuerst die Zugangsdaten ein.`,
  not_a_draft: () => 'Diese Verknüpfung ist schon in Betrieb.',
  name_taken: ({ name }) => `Es gibt schon eine Verbindung "${name}".`,
  secret_unreadable: ({ name }) =>
    `Die Zugangsdaten von "${name}" lassen sich nicht öffnen: Trage sie zuerst erneut ein.`,
  credentials_changed: () => 'Die Zugangsdaten dieser Verbindung haben sich geändert.',
  account_unchanged: ({ name }) => `"${name}" öffnet dasselbe Konto wie zuvor.`,
  account_of_other_system: () => 'Ein Konto eines anderen Systems ist ein anderes Konto.',
  account_changed: ({ name }) =>
    `"${name}" öffnet ein anderes Konto als zuvor: Gib zuerst an, was das bedeutet.`,
  access_not_asked: ({ name }) => `Für "${name}" muss niemand Zugriff erteilen: Die Zugangsdaten genügen.`,
  no_activation: ({ name }) =>
    `Das System von "${name}" kann Koppel nicht selbst verbinden: Gib die Zugangsdaten ein.`,
  activation_used: () =>
    'Mit diesen Adressen wurde Koppel schon verbunden. Öffne für eine weitere Aktivierung neue in Koppel.',
  activation_over: () => 'Diese Adresse gilt nicht mehr: Öffne neue in Koppel und trage sie im System ein.',
  activation_running: () => 'Koppel holt den Zugriff bereits.',
  open_tasks: ({ flows }) =>
    `Es sind noch Datensätze in Abgleichen unterwegs, die dieses Dokument nicht hat (${flows.join(', ')}). Behalte den Abgleich, bis sie fertig sind; benenne eine Verbindung mit \`rename\` um; oder überspringe sie mit \`?drop=true\`.`,
  flow_ambiguous: ({ flow, ids }) =>
    `Es gibt ${ids.length} Abgleiche "${flow}"; nenne einen als flow:from:to, zum Beispiel ${ids[0]}.`,
  number_ambiguous: ({ number, records, more }) =>
    `"${number}" passt zu mehreren Datensätzen: ${records.join(', ')}${more ? ', …' : ''}.`,
  number_unknown: ({ number }) => `Die Quelle hat keinen Datensatz, dessen Nummer mit "${number}" beginnt.`,
  task_state: ({ state, leftOut }) =>
    leftOut
      ? 'Dies wurde übersprungen: Das lässt sich zurücknehmen, außer derselbe Datensatz ist schon wieder unterwegs oder wurde danach erneut übersprungen: Dann nimm das zurück.'
      : `Dies hat den Zustand "${stateIn(states, state)}": Es lässt sich jetzt weder erneut versuchen noch überspringen, und niemand hat es übersprungen.`,
  not_allowed: ({ role }) => refusals[role],
  token_name_taken: ({ name }) => `Es gibt schon ein Token "${name}".`,
  too_many_tokens: ({ max }) => `Es gibt ${max} Token, und mehr werden es nicht: Widerrufe zuerst einige.`,
  channel_name_taken: ({ name }) => `Es gibt schon einen Kanal "${name}".`,
  too_many_channels: ({ max }) => `Es gibt ${max} Kanäle, und mehr werden es nicht: Entferne zuerst einige.`,
  no_email: () => 'Gib eine E-Mail-Adresse ein.',
  not_public: () => 'Gib eine https-Adresse im öffentlichen Internet ein.',
  no_mail: () =>
    'Dieses Koppel kann noch keine E-Mail senden: Dafür braucht es die Bindung ALERTS und ALERT_SENDER.',
  batch_lost: () => 'Diese Übertragung gehört inzwischen jemand anderem, oder ihr Abgleich wurde angehalten.',
};
