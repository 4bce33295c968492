/** Why a connection as a whole does not work. */
import type { connections as en } from '../en/connections.ts';
import { advice } from './advice.ts';
import { answered } from './answered.ts';
import { flowName } from './words.ts';

type Refused = Parameters<typeof en.credentials_refused>[0];
type Lacking = Parameters<typeof en.org_lacks>[0];

const goesOn = 'alles, was wartet, läuft dann von selbst weiter.';

const refused = (action: (answer: Refused) => string) => (answer: Refused) => ({
  message: answered(answer),
  action: answer.advice === undefined ? action(answer) : advice[answer.advice],
});

const credentials = refused(({ system }) => `Trage gültige Zugangsdaten für ${system} ein; ${goesOn}`);
const plan = refused(({ system }) => `Ändere bei ${system} den Tarif oder den Zustand des Kontos; ${goesOn}`);
const address = refused(({ system }) => `Korrigiere, wohin die Verbindung zu ${system} führt.`);

const again = (system: string) => `Aktiviere Koppel in ${system} noch einmal.`;

export const connections = {
  credentials_refused: credentials,
  user_refused: credentials,
  organization_refused: credentials,
  scope_missing: ({ method, what, asked, ...answer }) => {
    if (asked !== undefined && asked.length > 0)
      return {
        message: answered(answer),
        action: `Gib der Anwendung in ${answer.system} alle diese Berechtigungen (Scopes): ${asked.join(', ')}; ${goesOn}`,
      };
    if (method === undefined)
      return {
        message: answered(answer),
        action:
          answer.advice === undefined
            ? `Gib der Anwendung in ${answer.system} alle Berechtigungen (Scopes), die die Dokumentation dieses Konnektors aufführt; ${goesOn}`
            : advice[answer.advice],
      };
    return {
      message: `${answer.system} erlaubt Koppel nicht, ${what || 'dies'} ${deeds[method] ?? 'zu verwenden'}, obwohl die Verbindung sonst funktioniert. ${answered(answer)}`,
      action: `Gib der Anwendung in ${answer.system} die Berechtigung (Scope) dafür (die Dokumentation dieses Konnektors führt alle auf), oder nimm aus den Einstellungen, was sie braucht; versuche es dann erneut.`,
    };
  },
  plan_insufficient: plan,
  store_suspended: plan,
  feature_not_available: refused(
    ({ system }) =>
      `Wähle einen Tarif von ${system}, der dies enthält, oder lass es in der Zuordnung weg, und versuche es erneut.`,
  ),
  store_not_found: address,
  shop_not_found: address,
  not_connected: ({ system }) => ({
    message: `${system} ist noch nicht verbunden.`,
    action: `Gib die Zugangsdaten von ${system} ein.`,
  }),
  access_not_given: ({ system }) => ({
    message: `Noch niemand hat den Zugriff auf ${system} erteilt, oder er wurde verweigert.`,
    action: `Erteile den Zugriff auf ${system} auf der Seite dieser Verknüpfung; ${goesOn}`,
  }),
  activation_unreadable: ({ system }) => ({
    message: `Was ankam, ist nicht, was ${system} sendet, wenn Koppel dort aktiviert wird.`,
    action: again(system),
  }),
  activation_elsewhere: ({ system, expected, value }) => ({
    message: `Aktiviert wurde ${value}, und nicht ${expected}, wie eingegeben.`,
    action: `Aktiviere Koppel in ${system} unter ${expected}; oder gib die andere Adresse ein und nimm die neuen Adressen, die Koppel dann zeigt.`,
  }),
  activation_address: ({ system, value }) => ({
    message: `${system} gibt "${value}" als seine Adresse an, und Koppel ruft nur https-Adressen im öffentlichen Internet auf.`,
    action: `Stelle in ${system} die öffentliche https-Adresse als Basisadresse ein. ${again(system)}`,
  }),
  activation_refused: refused(
    ({ system }) => `${again(system)} Was es sendet, gilt einmal und nur wenige Minuten.`,
  ),
  activation_unanswered: ({ system }) => ({
    message: `${system} wurde aktiviert, hat aber nicht rechtzeitig oder nicht richtig geantwortet. Es wurde nichts gespeichert; ob es für ${system} als erledigt gilt, ist nicht bekannt.`,
    action: again(system),
  }),
  activation_broken_off: ({ system }) => ({
    message: `Koppel wurde unterbrochen, während es den Zugriff auf ${system} holte. Es wurde nichts gespeichert.`,
    action: again(system),
  }),
  activation_not_stored: ({ system, name }) => ({
    message: `${system} hat den Zugriff erteilt, aber er ließ sich nicht speichern (${name}).`,
    action: `Sieh nach, ob sich beide Verbindungen dieser Verknüpfung öffnen lassen. ${again(system)}`,
  }),
  store_view_unknown: ({ stores }) => ({
    message: `Der Shop hat keine Store-View mit diesem Code${stores.length === 0 ? '' : `; er hat ${stores.join(', ')}`}.`,
    action: 'Trage den Code einer Store-View (Stores > All Stores) als storeCode ein, oder lass ihn weg.',
  }),
  country_unknown: ({ system, locale, setting }) =>
    setting === undefined
      ? {
          message: `Der Shop nennt sein Land nicht${locale === undefined ? '' : `; seine Store-View ist ${locale === '' ? 'in keiner Sprache' : `in ${locale}`}`}.`,
          action: 'Trage das Land, aus dem der Shop verkauft, als country ein, zum Beispiel "NL".',
        }
      : {
          message: `${system} nennt das Land nicht, aus dem verkauft wird; ein privater Verkauf ins Ausland lässt sich so nicht von einem im Inland unterscheiden.`,
          action: `Nenne es in der Einstellung "${setting}", zum Beispiel "NL", und versuche es erneut.`,
        },
  org_lacks: ({ system, object, field, as }) => ({
    message: lacking({ system, object, ...(field === undefined ? {} : { field }), ...(as ? { as } : {}) }),
    action: `Lege es dort an oder schalte es ein, und lass den Benutzer der Verbindung es sehen und ändern (docs/connectors/${system.toLowerCase()}.md); oder korrigiere seinen Namen bei den Zugangsdaten. Prüfe dann die Verbindung und versuche es erneut.`,
  }),
  account_changed: ({ name, system }) => ({
    message: `Die Zugangsdaten von "${name}" öffnen in ${system} ein anderes Konto als zuvor; über diese Verbindung läuft jetzt nichts.`,
    action:
      'Gib an, ob es ein anderes Konto ist, das neu beginnt und nichts übernimmt, oder dasselbe, das umgezogen ist; oder trage die früheren Zugangsdaten ein, und alles läuft weiter wie bisher.',
  }),
  day_short: ({ system, allowed, flows }) => ({
    message: `Die meisten der ${allowed} Aufrufe, die ${system} in 24 Stunden zulässt, sind verbraucht${flows.length === 0 ? '' : `; bis wieder welche frei sind, warten: ${flows.map(flowName).join(', ')}`}.`,
    action: `Es geht nichts verloren: Was wartet, läuft von selbst weiter, Bestellungen und Kunden zuerst. Geschieht dies oft, sieh nach, welche Apps ${system} nutzen, stelle "every" bei den Abgleichen länger ein, oder lass bei ${system} mehr Aufrufe zu.`,
  }),
  account_left: ({ flow }) => ({
    message: `Diese Datensätze (${flowName(flow.split(':')[0] ?? flow)}) gehören zu einem Konto, das die Verbindungen jetzt nicht öffnen.`,
    action:
      'Trage die Zugangsdaten dieses Kontos wieder ein, oder gib an, dass es dasselbe Konto ist, und sie laufen weiter; oder überspringe sie.',
  }),
  secret_unreadable: ({ name, reason }) => ({
    message: `Die Zugangsdaten von "${name}" lassen sich nicht öffnen. ${sealed[reason] ?? ''}`.trim(),
    action: `Setze ENCRYPTION_KEY_PREVIOUS auf den früheren Schlüssel, oder trage die Zugangsdaten von "${name}" neu ein.`,
  }),
} satisfies typeof en;

/** What an account that is set up by its own people does not have. */
function lacking({ system, object, field, as }: Lacking): string {
  if (field === undefined) return `${system} zeigt das Objekt ${object} nicht.`;
  switch (as) {
    case 'external_id':
      return `Das Feld ${field} von ${object} in ${system} gibt es nicht, oder es ist nicht zugleich External ID und eindeutig (Unique).`;
    case 'record':
      return `${system} hat in ${object} keinen aktiven Datensatz mit dem Namen "${field}".`;
    default:
      return `${system} zeigt das Feld ${field} von ${object} nicht.`;
  }
}

/** What a call does, in words. */
const deeds: Readonly<Record<string, string>> = {
  GET: 'zu lesen',
  POST: 'anzulegen oder zu suchen',
  PUT: 'zu ändern',
  PATCH: 'zu ändern',
  DELETE: 'zu löschen',
};

const sealed: Readonly<Record<string, string>> = {
  key_unknown: 'Sie wurden mit einem anderen Schlüssel verschlüsselt.',
  place_differs: 'Ein verschlüsselter Wert steht nicht mehr an seinem Platz.',
  unreadable: 'Ein verschlüsselter Wert ist beschädigt.',
};
