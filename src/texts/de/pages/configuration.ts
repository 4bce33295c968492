import type {
  configuration as english,
  reference as englishReference,
  webhooks as englishWebhooks,
} from '../../en/pages/configuration.ts';
import { sentence } from '../../sentence.ts';

export const configuration: typeof english = {
  title: 'Einstellungen',
  newTitle: 'Neue Verknüpfung',
  newCrumb: 'neu',
  help: 'Zwei Verbindungen und die Abgleiche dazwischen. Dieses Beispiel bucht die bezahlten Bestellungen eines Ecwid-Shops als Rechnungsentwürfe in Jortt: Trage die Zugangsdaten ein und ändere, was du möchtest.',
  example: { name: 'Mein Webshop', remark: 'Bestellung' },
  create: 'Verknüpfung anlegen',
  save: 'Speichern',
  id: 'ID',
  idHint: (example) =>
    sentence`Kleinbuchstaben, Ziffern und Bindestriche, zum Beispiel ${example}. Sie ist Teil der Webhook-Adresse und lässt sich später nicht ändern.`,
  document: 'Einstellungen (JSON)',
  secretsKept:
    'Geheime Werte stehen hier nicht; lässt du sie weg, bleiben sie, wie sie sind. Trage einen neuen ein, um ihn zu ersetzen.',
  secretsSealed: 'Geheime Werte werden beim Speichern verschlüsselt und nicht mehr angezeigt.',
  drop: 'Überspringe, was in den Abgleichen noch wartet, die ich entferne',
  nothingSaved: 'Es wurde nichts gespeichert.',
  corrections: () => 'Das muss noch korrigiert werden:',
  file: 'Exportierte Einstellungen',
  fileHint:
    'Anstelle dessen, was unten steht: die Datei einer anderen Verknüpfung. Ihre geheimen Werte stehen nicht darin: Welche fehlen, wird genannt.',
  line: (number) => `Zeile ${number}`,
  taken: 'ist vergeben: Es gibt schon eine Verknüpfung mit dieser ID',
  badId: 'muss aus 1 bis 40 Zeichen a-z, 0-9 und - bestehen',
  notJson: (why) => `ist kein JSON: ${why}`,
  tooDeep: 'ist zu tief verschachtelt',
};

export const webhooks: typeof englishWebhooks = {
  title: 'Webhook-Adresse',
  entered: 'Trage sie im Shop ein, dann wird eine Bestellung gebucht, sobald sie eingeht.',
  byStaff:
    'Die Mitarbeiter des Systems tragen sie ein: Bitte sie darum. Dann wird eine Bestellung gebucht, sobald sie eingeht.',
  own: 'Koppel richtet diese Webhooks selbst ein. Trage die Adresse nur ein, wenn die Installation ihre eigene nicht kennt (PUBLIC_URL).',
  pattern:
    'Wenn die nächste Seite danach fragt, trage diese Adresse im Shop ein, sobald du die Verknüpfung angelegt hast; jene Seite zeigt sie vollständig an. Die Teile in Großbuchstaben sind die ID und der Name der Verbindung zum Shop.',
};

export const reference: typeof englishReference = {
  title: 'Was darin stehen kann',
  credentialsOf: (system, id) => sentence`${system}: Zugangsdaten von ${id}`,
  settingsOf: (flow) => sentence`Einstellungen des Abgleichs ${flow}`,
  mappingOf: (flow, system) => sentence`Was eine Zuordnung von ${flow} nach ${system} ausfüllen kann`,
  field: 'Feld',
  needed: 'Erforderlich',
  secret: 'Geheim',
  isNeeded: 'ja',
  isOptional: 'nein: entferne das Feld, wenn du keinen Wert hast',
  isSecret: 'ja: verschlüsselt und nicht mehr angezeigt',
  isOpen: 'nein',
  oneOf: (values) => sentence`Eines von ${values}.`,
  byDefault: (value) => sentence`Standard ${value}.`,
  choice: 'Eine Auswahl: map, default, force.',
  ofType: (type) => `Ein Wert vom Typ ${type}.`,
};
