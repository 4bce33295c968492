import type {
  configuration as english,
  reference as englishReference,
  webhooks as englishWebhooks,
} from '../../en/pages/configuration.ts';
import { sentence } from '../../sentence.ts';

export const configuration: typeof english = {
  title: 'Instellingen',
  newTitle: 'Nieuwe koppeling',
  newCrumb: 'nieuw',
  help: 'Twee verbindingen en de stromen ertussen. Dit voorbeeld boekt de betaalde bestellingen van een Ecwid-winkel als conceptfacturen in Jortt: vul de toegangsgegevens in, en verander wat je wilt.',
  example: { name: 'Mijn webwinkel', remark: 'Bestelling' },
  create: 'Koppeling aanmaken',
  save: 'Opslaan',
  id: 'Id van de koppeling',
  idHint: (example) =>
    sentence`Kleine letters, cijfers en streepjes, bijvoorbeeld ${example}. Het maakt deel uit van het webhookadres en kan later niet veranderd worden.`,
  document: 'Instellingen (JSON)',
  secretsKept:
    'Geheime waarden staan hier niet bij; laat je ze weg, dan blijven ze zoals ze zijn. Vul een nieuwe waarde in om de oude te vervangen.',
  secretsSealed: 'Geheime waarden worden bij het opslaan versleuteld en daarna niet meer getoond.',
  drop: 'Sla over wat nog wacht in stromen die ik eruit haal',
  nothingSaved: 'Er is niets opgeslagen.',
  corrections: () => 'Dit moet nog verbeterd worden:',
  file: 'Geëxporteerde instellingen',
  fileHint:
    'In plaats van wat hieronder staat: het bestand van een andere koppeling. De geheime waarden staan er niet in: welke ontbreken krijg je te zien.',
  line: (number) => `regel ${number}`,
  taken: 'is al in gebruik: er is al een koppeling met dit id',
  badId: 'moet uit 1 tot 40 tekens a-z, 0-9 en - bestaan',
  notJson: (why) => `is geen JSON: ${why}`,
  tooDeep: 'is te diep genest',
};

export const webhooks: typeof englishWebhooks = {
  title: 'Webhookadres',
  entered: 'Vul het in de winkel in, dan wordt een bestelling geboekt zodra die binnenkomt.',
  byStaff:
    'De medewerkers van het systeem vullen het in: vraag hun erom. Dan wordt een bestelling geboekt zodra die binnenkomt.',
  own: 'Koppel vraagt deze webhooks zelf aan. Vul het adres alleen in als de installatie haar eigen adres niet kent (PUBLIC_URL).',
  pattern:
    'Waar de volgende pagina erom vraagt, vul je dit in de winkel in zodra de koppeling is aangemaakt; die pagina toont het volledig. In hoofdletters staan het id en de naam van de verbinding met de winkel.',
};

export const reference: typeof englishReference = {
  title: 'Wat erin mag staan',
  credentialsOf: (system, id) => sentence`${system}: toegangsgegevens van ${id}`,
  settingsOf: (flow) => sentence`Instellingen van de stroom ${flow}`,
  mappingOf: (flow, system) => sentence`Wat een mapping van ${flow} naar ${system} mag invullen`,
  field: 'Veld',
  needed: 'Verplicht',
  secret: 'Geheim',
  isNeeded: 'ja',
  isOptional: 'nee: haal het veld weg als je er geen hebt',
  isSecret: 'ja: versleuteld, en daarna niet meer getoond',
  isOpen: 'nee',
  oneOf: (values) => sentence`Een van ${values}.`,
  byDefault: (value) => sentence`Standaard ${value}.`,
  choice: 'Een keuze: map, default, force.',
  ofType: (type) => `Een waarde van het type ${type}.`,
};
