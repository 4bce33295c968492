import type {
  parts as english,
  taskButtons as englishButtons,
  callList as englishCalls,
  flows as englishFlows,
  levelCheck as englishLevelCheck,
  sayings as englishSayings,
  totals as englishTotals,
} from '../../en/pages/parts.ts';
import { sentence } from '../../sentence.ts';

export const flows: typeof englishFlows = {
  orders: 'bestellingen',
  customers: 'klanten',
  products: 'producten',
  categories: 'categorieën',
  stock: 'voorraad',
};

export const sayings: typeof englishSayings = {
  accepted: 'Het account is geaccepteerd: de stromen gaan verder.',
  created:
    'De koppeling is aangemaakt. Controleer de verbindingen en vul daarna in de winkel het webhookadres in, waar daarom gevraagd wordt.',
  deleted: 'De koppeling is verwijderd, met alles wat die bewaarde.',
  'logged-out': 'Je bent uitgelogd.',
  'level-retried': 'Deze SKU wordt met de volgende batch in beide systemen gecontroleerd.',
  'levels-retried': 'Alles wat wachtte wordt opnieuw in beide systemen gecontroleerd.',
  paused: 'Gepauzeerd: er gebeurt niets tot je hervat. Webhooks worden wel bewaard.',
  restored: 'Die versie is weer de huidige.',
  resumed: 'Hervat: alles wat wachtte gaat nu verder.',
  retried: 'Dit wordt opnieuw geprobeerd, met de nieuwste instellingen en mapping.',
  'retried-all':
    'Alles wat op jou wachtte wordt opnieuw geprobeerd, met de nieuwste instellingen en mapping, ook de voorraadstanden.',
  'channel-removed': 'Het kanaal is verwijderd: er wordt niets meer naartoe gestuurd.',
  renamed: 'De verbinding heeft een andere naam: alles wat ervan bewaard is blijft.',
  revoked: 'Het token is ingetrokken: het opent niets meer.',
  saved: 'De instellingen zijn opgeslagen.',
  skipped:
    'Het record is overgeslagen. Het staat onder "Door iemand overgeslagen"; daar kun je dat terugdraaien.',
  started: 'De koppeling is live. Wat wordt overgezet verschijnt hier.',
  'live-already': 'De koppeling was al live. Wat telt is wat bij het starten is gekozen.',
  'synced-some': 'De records worden nu overgezet.',
  unskipped:
    'Het record is niet langer overgeslagen: het wordt opnieuw geprobeerd, met de nieuwste instellingen en mapping.',
  synced: 'De wijzigingen worden nu gelezen: wat er gevonden wordt, verschijnt hier.',
};

export const parts: typeof english = {
  refresh: 'Vernieuwen',
  errorTitle: (title) => `Fout: ${title}`,
  to: 'naar',
  as: (system, connection) => sentence`${system}, als ${connection}`,
  source: (name) => sentence`Bron ${name}`,
  target: (name) => sentence`Doelsysteem ${name}`,
  nothingRead: 'Er is niets gelezen.',
  nothingWritten: 'Er is niets naar het doelsysteem geschreven.',
  notWritten: 'Het document is niet geschreven: het staat hier voor zover het kon worden voorbereid.',
  saidOfIt: (why) => `Opgegeven reden: ${why}`,
  conflict: 'Aan beide kanten gewijzigd',
  conflictHelp: 'Geen van beide kanten is overschreven.',
  conflictPart: 'Veld',
  inSystem: (system) => `In ${system}`,
  table: 'Tabel',
  none: 'geen',
  yes: 'ja',
  no: 'nee',
};

export const totals: typeof englishTotals = {
  title: 'Controle van de totalen',
  equal: 'Klopt tot op de cent.',
  equalAsKnown: 'Klopt tot op de cent, voor zover de bedragen van het document bekend zijn.',
  planned: 'Er is nog niets geboekt. Het document zou tot op de cent hetzelfde worden.',
  uncompared: 'Er is nog geen document om mee te vergelijken: dit zijn de bedragen van de bestelling.',
  different: 'Er is een verschil.',
  source: 'Bron',
  target: 'Doelsysteem',
  difference: 'Verschil',
  vatAt: (rate) => `Btw ${rate}%`,
};

export const levelCheck: typeof englishLevelCheck = {
  title: 'Controle van de voorraad',
  equal: 'Elke voorraadstand klopt.',
  different: 'Niet elke voorraadstand klopt.',
  wanted: 'Moet zijn',
  standing: 'Staat in het doelsysteem',
  uncounted: 'nog niet geteld',
};

export const callList: typeof englishCalls = {
  title: 'Aanroepen',
  none: 'Er is niets aangeroepen.',
  noAnswer: 'geen antwoord',
  says: (said) => `Het antwoord: "${said}"`,
  sent: 'Verstuurd',
  received: 'Ontvangen',
  noBody: 'Geen inhoud.',
};

export const taskButtons: typeof englishButtons = {
  retry: 'Opnieuw proberen',
  makeAgain: 'Opnieuw aanmaken',
  leaveOut: 'Overslaan',
  takeBack: 'Terugdraaien',
  why: 'Waarom (optioneel, wordt versleuteld bewaard)',
};
