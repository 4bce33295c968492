import type {
  setup as english,
  setupConnect as englishConnect,
  setupFlows as englishFlows,
  setupSystems as englishSystems,
} from '../../en/pages/setup.ts';
import { sentence } from '../../sentence.ts';

export const setup: typeof english = {
  steps: {
    title: 'Instellen',
    systems: 'Welke systemen?',
    first: 'Eerste systeem verbinden',
    second: 'Tweede systeem verbinden',
    connect: (system) => `${system} verbinden`,
    flows: 'Wat blijft gelijk?',
    questions: 'Vragen',
    dryRun: 'Proefdraaien',
    live: 'Live gaan',
  },
  next: 'Verder',
  goOn: 'Verder met instellen',
  does: {
    invoices: (from, to) => `Wat ${from} verkoopt wordt als factuur geboekt in ${to}`,
    orders: (from, to) => `Wat ${from} verkoopt wordt een bestelling in ${to}`,
    customers: (from, to) => `Klanten van ${from} worden bijgehouden in ${to}`,
    products: (from, to) => `Producten van ${from} worden bijgehouden in ${to}`,
    categories: (from, to) => `Categorieën van ${from} worden bijgehouden in ${to}`,
    stock: (from, to) => `De voorraad van ${from} bepaalt die in ${to}`,
  },
};

export const setupSystems: typeof englishSystems = {
  intro:
    'Kies de twee systemen die gelijk moeten blijven. Het wordt een concept: er wordt niets geboekt voordat je live gaat, en je kunt op elk moment weggaan en terugkomen.',
  name: 'Naam van de koppeling',
  nameHint: 'Zoals je hem terug wilt vinden, bijvoorbeeld de naam van je winkel.',
  first: 'Het ene systeem',
  second: 'Het andere systeem',
  givesAndTakes: (what) => `Geeft door en neemt aan: ${what}.`,
  gives: (what) => `Geeft ${what}.`,
  takes: (what) => `Neemt ${what} aan.`,
  look: 'Wat kunnen deze twee?',
  canDo: (one, other) => `Wat ${one} en ${other} gelijk kunnen houden`,
  nothing: 'Deze twee hebben niets wat gelijk gehouden kan worden. Kies een ander paar.',
  choose: 'is nog niet gekozen',
  expert: 'Voor kenners: maak hem van een document (JSON)',
  tooMany: 'Er zijn al veel koppelingen met deze naam: kies een andere.',
};

export const setupConnect: typeof englishConnect = {
  intro: (system) =>
    `Vul in wat ${system} opent. Bij het opslaan wordt het meteen getest. Geheime waarden worden versleuteld en nooit meer getoond.`,
  manual: (system) => `Hoe je eraan komt: de uitleg van ${system}`,
  suchAs: (example) => sentence`Bijvoorbeeld ${example}.`,
  optional: 'niet verplicht',
  kept: 'Is opgeslagen. Laat leeg om het zo te laten.',
  more: (system) => `Meer over ${system}`,
  moreHelp: 'Weinig mensen hebben dit nodig. Wat leeg is gaat op de gewone manier.',
  test: 'Opslaan en testen',
  works: (system) => `${system} is verbonden.`,
  doesNot: (system) => `${system} is nog niet verbonden.`,
  stored: 'Wat je invulde is opgeslagen, maar de test is mislukt. Verbeter het en test opnieuw.',
  untested: 'Het is opgeslagen, en nog niet getest. Druk op "Opslaan en testen".',
  sameAccount:
    'Beide verbindingen openen hetzelfde account. Vul hier in wat een ander opent, of kies een ander paar.',
  account: 'Account',
  currency: 'Valuta',
  country: 'Land',
  timeZone: 'Tijdzone',
  scopes: 'Wat de applicatie moet mogen',
  scopesHelp: (system) => `Geef deze rechten aan de applicatie in ${system}.`,
  scopesUnknown: (system) => `${system} vertelt niet welke de applicatie al heeft.`,
  scopesHeld: 'De applicatie heeft ze allemaal.',
  scope: 'Recht',
  usedFor: 'Waarvoor',
  held: 'Aanwezig?',
  has: 'ja',
  lacks: 'ontbreekt',
  always: 'de verbinding zelf',
  from: (what) => `${what} hiervandaan`,
  to: (what) => `${what} hierheen`,
  access: 'Toegang',
  accessHelp: (system) =>
    `Iemand geeft toegang in ${system} zelf. Druk op de knop, log daar in en zeg ja: dan kom je hier terug.`,
  callback: (address) => sentence`Sta eerst dit adres toe in de applicatie: ${address}`,
  giveAccess: 'Toegang geven',
  giveAgain: 'Opnieuw toegang geven',
  hooks: 'Webhooks',
  hooksOwn: (system) =>
    `Koppel vraagt ${system} zelf om webhooks zodra je live gaat. Je hoeft niets in te vullen.`,
  hooksAsked: (system) => `Koppel heeft ${system} om webhooks gevraagd.`,
  hooksEnter: (system) =>
    `Vul dit adres in bij ${system}, dan hoort Koppel meteen van wijzigingen. Je kunt intussen verder.`,
  hooksStaff: (system) =>
    `De medewerkers van ${system} vullen dit adres in: vraag hun erom. Je kunt intussen verder.`,
  hooksNone: (system) =>
    `Met wat er is ingevuld kan geen webhook bewezen worden; Koppel kijkt daarom af en toe in ${system}.`,
  waiting: 'wacht…',
  received: (at) => sentence`ontvangen ${at}`,
  lookAgain: 'Kijk opnieuw',
};

export const setupFlows: typeof englishFlows = {
  intro:
    'Zet aan wat je wilt. In de volgende stap beantwoord je er een paar vragen over; er wordt niets geboekt voordat je live gaat.',
  legend: 'Wat gelijk blijft',
  none: 'Zet er minstens één aan.',
  stockHelp: 'Maar een van de twee systemen kan de voorraad bepalen.',
  categoriesHelp: 'Producten vinden hun categorieën vanzelf als die aanstaan.',
};
