import type {
  setup as english,
  setupConnect as englishConnect,
  setupFlows as englishFlows,
  setupSystems as englishSystems,
} from '../../en/pages/setup.ts';
import { sentence } from '../../sentence.ts';

export const setup: typeof english = {
  steps: {
    title: 'Einrichten',
    systems: 'Welche Systeme?',
    first: 'Erstes System verbinden',
    second: 'Zweites System verbinden',
    connect: (system) => `${system} verbinden`,
    flows: 'Was wird abgeglichen?',
    questions: 'Fragen',
    dryRun: 'Probelauf',
    live: 'Live gehen',
  },
  next: 'Weiter',
  goOn: 'Weiter einrichten',
  does: {
    invoices: (from, to) => `Was ${from} verkauft, wird in ${to} als Rechnung gebucht`,
    orders: (from, to) => `Was ${from} verkauft, wird in ${to} eine Bestellung`,
    customers: (from, to) => `Kunden aus ${from} werden in ${to} aktuell gehalten`,
    products: (from, to) => `Produkte aus ${from} werden in ${to} aktuell gehalten`,
    categories: (from, to) => `Kategorien aus ${from} werden in ${to} aktuell gehalten`,
    stock: (from, to) => `Der Bestand in ${from} bestimmt den in ${to}`,
  },
};

export const setupSystems: typeof englishSystems = {
  intro:
    'Wähle die beiden Systeme, die abgeglichen werden sollen. Es wird ein Entwurf: Nichts wird gebucht, bevor du live gehst, und du kannst jederzeit gehen und wiederkommen.',
  name: 'Name der Verknüpfung',
  nameHint: 'So, wie du sie wiederfinden willst, etwa der Name deines Shops.',
  first: 'Das eine System',
  second: 'Das andere System',
  givesAndTakes: (what) => `Gibt und nimmt ${what}.`,
  gives: (what) => `Gibt ${what}.`,
  takes: (what) => `Nimmt ${what}.`,
  look: 'Was können diese beiden?',
  canDo: (one, other) => `Was ${one} und ${other} abgleichen können`,
  nothing: 'Diese beiden haben nichts, was sich abgleichen lässt. Wähle ein anderes Paar.',
  choose: 'ist noch nicht gewählt',
  expert: 'Für Kenner: aus einem Dokument anlegen (JSON)',
  tooMany: 'Es gibt schon viele Verknüpfungen mit diesem Namen: Wähle einen anderen.',
};

export const setupConnect: typeof englishConnect = {
  intro: (system) =>
    `Gib ein, was ${system} öffnet. Beim Speichern wird es sofort getestet. Geheime Werte werden verschlüsselt und nie mehr gezeigt.`,
  manual: (system) => `Woher du es bekommst: die Anleitung zu ${system}`,
  suchAs: (example) => sentence`Zum Beispiel ${example}.`,
  optional: 'optional',
  kept: 'Ist gespeichert. Leer gelassen bleibt es, wie es ist.',
  more: (system) => `Mehr zu ${system}`,
  moreHelp: 'Das brauchen wenige. Was leer ist, geschieht wie üblich.',
  test: 'Speichern und testen',
  works: (system) => `${system} ist verbunden.`,
  doesNot: (system) => `${system} ist noch nicht verbunden.`,
  stored:
    'Was du eingegeben hast, ist gespeichert, aber der Test ist fehlgeschlagen. Berichtige es und teste erneut.',
  untested: 'Es ist gespeichert und noch nicht getestet. Drücke auf "Speichern und testen".',
  sameAccount:
    'Beide Verbindungen öffnen dasselbe Konto. Gib hier ein, was ein anderes öffnet, oder wähle ein anderes Paar.',
  account: 'Konto',
  currency: 'Währung',
  country: 'Land',
  timeZone: 'Zeitzone',
  scopes: 'Was die Anwendung dürfen muss',
  scopesHelp: (system) => `Gib der Anwendung in ${system} diese Rechte.`,
  scopesUnknown: (system) => `${system} sagt nicht, welche davon die Anwendung schon hat.`,
  scopesHeld: 'Die Anwendung hat alle.',
  scope: 'Recht',
  usedFor: 'Wofür',
  held: 'Vorhanden?',
  has: 'ja',
  lacks: 'fehlt',
  always: 'die Verbindung selbst',
  from: (what) => `${what} von hier`,
  to: (what) => `${what} hierher`,
  access: 'Zugriff',
  accessHelp: (system) =>
    `Jemand erteilt den Zugriff in ${system} selbst. Drücke den Knopf, melde dich dort an und stimme zu: Dann kommst du hierher zurück.`,
  callback: (address) => sentence`Erlaube in der Anwendung zuerst diese Adresse: ${address}`,
  giveAccess: 'Zugriff erteilen',
  giveAgain: 'Zugriff neu erteilen',
  hooks: 'Webhooks',
  hooksOwn: (system) =>
    `Koppel bittet ${system} selbst um Webhooks, sobald du live gehst. Du musst nichts eingeben.`,
  hooksAsked: (system) => `Koppel hat ${system} um Webhooks gebeten.`,
  hooksEnter: (system) =>
    `Trage diese Adresse in ${system} ein, dann erfährt Koppel sofort von Änderungen. Du kannst inzwischen weitermachen.`,
  hooksStaff: (system) =>
    `Diese Adresse tragen die Mitarbeiter von ${system} ein: Bitte sie darum. Du kannst inzwischen weitermachen.`,
  hooksNone: (system) =>
    `Mit dem, was eingegeben ist, lässt sich kein Webhook beweisen; Koppel sieht daher von Zeit zu Zeit in ${system} nach.`,
  waiting: 'wartet…',
  received: (at) => sentence`empfangen ${at}`,
  lookAgain: 'Noch einmal nachsehen',
};

export const setupFlows: typeof englishFlows = {
  intro:
    'Schalte ein, was du willst. Im nächsten Schritt beantwortest du einige Fragen dazu; nichts wird gebucht, bevor du live gehst.',
  legend: 'Was abgeglichen wird',
  none: 'Schalte mindestens eines ein.',
  stockHelp: 'Nur eines der beiden Systeme kann den Bestand bestimmen.',
  categoriesHelp: 'Produkte finden ihre Kategorien von selbst, wenn diese eingeschaltet sind.',
};
