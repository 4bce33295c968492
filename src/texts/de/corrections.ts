import type { corrections as english, ListName } from '../en/corrections.ts';
import { counted } from './figures.ts';
import { configuration } from './pages/configuration.ts';

/** As in en/corrections.ts, without the article: "gehört nicht zu den …". */
const listed: Readonly<Record<ListName, string>> = {
  ledgerAccounts: 'Sachkonten',
  vatCodes: 'USt.-Codes',
  orderStatuses: 'Bestellstatus',
  paymentStatuses: 'Zahlungsstatus',
  paymentMethods: 'Zahlungsarten',
  paymentTerms: 'Zahlungsbedingungen',
  shippingMethods: 'Versandarten',
  classifications: 'Kundengruppen',
  locations: 'Standorten',
  labels: 'Labels',
  taxClasses: 'Steuerklassen',
  attributes: 'Attributen',
  categories: 'Kategorien',
};

const kept = {
  classification: 'keine Gruppe',
  vat: 'keinen USt.-Code',
  revenueAccount: 'kein Erlöskonto',
} as const;

const types: Readonly<Record<string, string>> = {
  string: 'ein Text',
  number: 'eine Zahl',
  int: 'eine ganze Zahl',
  boolean: 'true oder false',
  array: 'eine Liste',
  object: 'ein Objekt mit Feldern',
  record: 'ein Objekt mit Feldern',
};

function near({ nearest, names }: { nearest: string; names: readonly string[] }): string {
  if (nearest !== '') return `; am nächsten kommt "${nearest}"`;
  return names.length > 0 ? `; es gibt ${names.join(', ')}` : '';
}

export const corrections: typeof english = {
  unknown_field: () => 'ist hier nicht bekannt',
  too_deep: () => configuration.tooDeep,
  not_an_identifier: () => configuration.badId,
  invalid_type: ({ expected }) => `muss ${types[expected] ?? expected} sein`,
  one_of: ({ values }) => `muss eines von diesen sein: ${values.join(', ')}`,
  too_small: ({ least }) => `muss ${least} oder mehr sein`,
  too_big: ({ most }) => `muss ${most} oder weniger sein`,
  too_short: ({ least }) => `muss ${least} oder mehr Zeichen haben`,
  too_long: ({ most }) => `darf höchstens ${most} Zeichen haben`,
  too_few: ({ least }) => `muss ${least} oder mehr Werte haben`,
  too_many: ({ most }) => `darf höchstens ${most} Werte haben`,
  invalid_format: ({ format }) => `ist nicht als ${format} geschrieben`,

  not_a_pace: () => 'muss in Minuten oder Stunden stehen, zum Beispiel "5m" oder "1h"',
  not_a_pace_or_off: () => 'muss in Minuten oder Stunden stehen, zum Beispiel "24h", oder "off" sein',
  not_before_noon: () => 'muss eine Uhrzeit vor Mittag sein, zum Beispiel 04:00',
  not_a_decimal: () => 'muss eine Dezimalzahl als Text sein, zum Beispiel "12.34"',
  negative: () => 'darf nicht negativ sein',
  not_pieces: () => 'muss eine Stückzahl als Text sein, zum Beispiel "2"',
  place_twice: () => 'nennt einen Standort zweimal',

  not_two_connections: ({ count }) => `muss zwei Verbindungen nennen; es sind ${count}`,
  enter_again: () => 'muss erneut eingetragen werden: Es gehörte zu einer anderen Adresse',
  flow_twice: () => 'steht zweimal da',
  one_master: ({ name }) => `muss "${name}" sein, wie oben: Eines der beiden Systeme bestimmt alle Bestände`,
  no_connection: ({ name }) => `muss der Name einer Verbindung sein; "${name}" ist keiner`,
  to_itself: () => 'muss anders sein als "from"',
  flow_impossible: ({ flow, from, to }) => `"${flow}" ist von "${from}" nach "${to}" nicht möglich`,
  flow_needed: ({ flow, from, to }) =>
    `braucht auch den Abgleich "${flow}" von "${from}" nach "${to}", eingeschaltet`,
  has_open_tasks: ({ count }) => `hat noch ${counted(count, 'offene Aufgabe', 'offene Aufgaben')}`,
  not_whole: ({ flow, possible }) =>
    `"${flow}" ist kein Abgleich, der alles Vorhandene übertragen kann${possible.length === 0 ? '' : `; diese können es: ${possible.join(', ')}`}`,

  not_jsonata: ({ reason, position, token }) => {
    const where = position === 0 ? '' : ` an Stelle ${position}`;
    return `ist kein JSONata-Ausdruck: ${reason}${where}${token === '' ? '' : ` bei "${token}"`}`;
  },
  expression_too_long: ({ max }) => `ist kein JSONata-Ausdruck: länger als ${max} Zeichen`,
  no_target_field: ({ nearest, names }) =>
    `ist kein Feld des Zielsystems${nearest === '' ? '' : `; am nächsten kommt "${nearest}"`}; es hat ${names.join(', ')}`,
  asks_a_value: ({ of, name }) => `fragt "${of}", das ein einzelner Wert ist, nach "${name}"`,
  asks_for_nothing: ({ name, ...there }) => `fragt nach "${name}", das es nicht gibt${near(there)}`,
  not_defined: ({ name, ...there }) => `benutzt "${name}", das nirgends bestimmt ist${near(there)}`,
  reference_not_open: () =>
    'liest womöglich Daten einer Person, und die Referenz bleibt für immer unverschlüsselt: Bilde sie aus Feldern, die niemanden nennen, etwa order.number, order.date oder order.lines.sku, jedes bei seinem eigenen Namen',
  not_a_path: ({ what }) => `nennt "${what}", und so wird ein Feld nicht geschrieben`,
  no_function: ({ name, ...there }) => `ruft "${name}" auf, das keine Funktion ist${near(there)}`,

  not_listed: ({ value, list, system, nearest, options, none }) => {
    const has = nearest === '' ? '' : `; am nächsten kommt ${nearest}`;
    const few = options.length > 0 ? `; es gibt ${options.join(', ')}` : '';
    return `"${value}" gehört nicht zu den ${listed[list]} von ${system}${none ? ': Dort gibt es nichts davon' : has || few}`;
  },
  named_before: ({ name }) => `nennt "${name}", das schon genannt ist`,
  wrong_country: ({ given, right }) => `nennt "${given}": Der Code dieses Landes ist ${right}`,
  not_for_system: ({ possible, system }) => `muss bei ${system} ${possible.join(' oder ')} sein`,
  makes_no_credits: ({ system, ofOrders }) =>
    `muss flag oder ignore sein: Koppel macht in ${system} keine ${ofOrders ? 'Gutschriften von Bestellungen' : 'Gutschriften'}`,
  takes_stock: ({ system }) => `geht nicht bei ${system}, wo Bestellungen Artikel vom Bestand abziehen`,
  needed_for_days: () => 'muss für die Belege von Tagen angegeben sein',
  keeps_none: ({ system, what }) => `geht nicht: ${system} führt bei seinen Kunden ${kept[what]}`,
  active_never: () => 'kann nicht "deactivate" sein, solange "fields.active" "never" ist',
  map_missing: () => 'fehlt: "by" ist "map"',
  map_unused: ({ by }) => `bewirkt nichts: "by" ist "${by}"`,
  takes_no_negative: ({ system }) => `muss false sein: ${system} nimmt keinen Bestand unter null an`,

  not_https: () => 'muss mit https:// beginnen',
  not_an_address: () => 'muss eine Adresse sein, zum Beispiel "https://shop.example.com"',
  has_login: () => 'darf weder Benutzernamen noch Passwort enthalten',
  has_query: () => 'darf weder "?" noch "#" enthalten',
  not_public: () => 'muss eine Adresse im öffentlichen Internet sein',
  not_a_store_number: () => 'muss die Nummer des Shops sein',
  not_a_store_view: () => 'muss der Code einer Store-View sein, zum Beispiel "default"',
  all_store_views: () => 'muss eine einzelne Store-View sein',
  needed_to_sign: ({ given }) => `fehlt: Zum Signieren wird es neben ${given.join(' und ')} gebraucht`,
  not_a_status_number: () => 'muss die Nummer eines Bestellstatus sein',
  not_a_custom_field: () => 'muss der Name eines eigenen Feldes sein, zum Beispiel "VatRate__c"',
  not_custom_fields: () => 'müssen Namen eigener Felder sein',
  not_a_percentage: () => 'muss ein Prozentsatz sein, zum Beispiel "21"',
  not_of_salesforce: () => 'muss auf .my.salesforce.com enden',
  not_a_private_key: () => 'muss ein privater Schlüssel sein, PKCS#8 in PEM',
  needed_by_app: () => 'fehlt: Eine App ohne Person braucht es',
  needed_to_certify: () => 'fehlt: Eine App mit Zertifikat signiert damit',
  needed_to_act: () => 'fehlt: Eine App mit Zertifikat handelt für jemanden',
  not_a_shop_name: () => 'muss der Name vor .myshopify.com sein',
  token_or_app: () => 'muss angegeben sein, oder clientId und clientSecret einer App',
  not_a_language: () => 'muss ein Sprachcode aus zwei Buchstaben sein',
  not_a_shipping_method: () => 'muss aus Versender und Versandart bestehen, zum Beispiel "flatrate_flatrate"',
  not_a_payment_status: () => 'muss ein Zahlungsstatus sein',
  not_a_fulfilment_status: () => 'muss ein Versandstatus sein',
};
