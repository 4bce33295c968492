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
    'Geheimnisse stehen hier nicht; lässt du sie weg, bleiben sie, wie sie sind. Schreibe eines hin, um es zu ersetzen.',
  secretsSealed: 'Geheimnisse werden beim Speichern verschlüsselt und nie wieder gezeigt.',
  drop: 'Lass aus, was in Abgleichen noch wartet, die ich herausnehme',
  nothingSaved: 'Es wurde nichts gespeichert.',
  corrections: () => 'Das ist zu berichtigen:',
  taken: 'ist vergeben: Es gibt schon eine Verknüpfung mit dieser ID',
  badId: 'muss aus 1 bis 40 Zeichen a-z, 0-9 und - bestehen',
  notJson: (why) => `ist kein JSON: ${why}`,
  tooDeep: 'ist zu tief verschachtelt',
};

export const webhooks: typeof englishWebhooks = {
  title: 'Webhook-Adresse',
  entered: 'Trage sie im Shop ein, dann wird eine Bestellung gebucht, sobald sie eingeht.',
  own: 'Koppel fordert diese Webhooks selbst an. Trage die Adresse nur ein, wo die Installation ihre eigene nicht kennt (PUBLIC_URL).',
  pattern:
    'Wo die nächste Seite danach fragt, trage diese Adresse im Shop ein, nachdem du die Verknüpfung angelegt hast; jene Seite zeigt sie vollständig. Die Teile in Großbuchstaben sind die ID und der Name der Verbindung zum Shop.',
};

export const reference: typeof englishReference = {
  title: 'Was darin stehen kann',
  credentialsOf: (system, id) => sentence`${system}: Zugangsdaten von ${id}`,
  settingsOf: (flow) => sentence`Einstellungen des Abgleichs ${flow}`,
  mappingOf: (flow, system) => sentence`Was eine Zuordnung von ${flow} nach ${system} ausfüllen kann`,
  field: 'Feld',
  needed: 'Nötig',
  secret: 'Geheim',
  isNeeded: 'ja',
  isOptional: 'nein: nimm das Feld heraus, wenn du keines hast',
  isSecret: 'ja: verschlüsselt und nie wieder gezeigt',
  isOpen: 'nein',
  oneOf: (values) => sentence`Eines von ${values}.`,
  byDefault: (value) => sentence`Standard ${value}.`,
  choice: 'Eine Auswahl: map, default, force.',
  ofType: (type) => `Ein Wert vom Typ ${type}.`,
};
