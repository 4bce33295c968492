import type {
  integration as english,
  activity as englishActivity,
  attention as englishAttention,
  catalogue as englishCatalogue,
  connectionList as englishConnections,
  flowList as englishFlows,
  tasks as englishTasks,
} from '../../en/pages/integration.ts';
import { sentence } from '../../sentence.ts';
import { counted, number, plural } from '../figures.ts';

export const integration: typeof english = {
  check: 'Verbindingen controleren',
  goLive: 'Live zetten',
  resume: 'Hervatten',
  pause: 'Pauzeren',
  queued: 'Onderweg',
  waiting: 'Nieuwe poging volgt',
  parked: 'Wacht op jou',
  doneToday: 'Vandaag verwerkt',
  callsToday: 'Aanroepen vandaag',
  works: (connection) => sentence`${connection} werkt.`,
  doesNotWork: (connection) => sentence`${connection} werkt niet.`,
};

export const attention: typeof englishAttention = {
  title: 'Wacht op jou',
  retryAll: 'Alles opnieuw proberen',
  connection: (name) => `Verbinding ${name}`,
  integration: 'Deze koppeling',
  suchAs: (example) => sentence`bijvoorbeeld ${example}`,
  since: (at) => sentence`sinds ${at}`,
  anotherAccount: 'Het is een ander account',
  sameAccount: 'Het is hetzelfde account',
};

export const tasks: typeof englishTasks = {
  parked: {
    title: 'Een voor een',
    newest: 'Nieuwste die op jou wachten',
    older: 'Oudere die op jou wachten',
  },
  waiting: {
    title: 'Wordt opnieuw geprobeerd',
    newest: 'Nieuwste die opnieuw geprobeerd worden',
    older: 'Oudere die opnieuw geprobeerd worden',
  },
  skipped: {
    title: 'Door iemand overgeslagen',
    newest: 'Nieuwste die overgeslagen zijn',
    older: 'Oudere die overgeslagen zijn',
  },
  tries: (count) => counted(count, 'poging', 'pogingen'),
  next: (at) => sentence`nieuwe poging op ${at}`,
  last: (at) => sentence`laatst op ${at}`,
  preview: 'voorvertoning',
};

export const flowList: typeof englishFlows = {
  title: 'Stromen',
  none: 'Er is nog geen stroom: voeg er een toe in de instellingen.',
  chosen: 'Instellingen die afwijken van de standaard',
  nothingChosen: 'Geen: alles gaat op de gewone manier.',
  look: 'Nu naar wijzigingen zoeken',
  reading: 'Wijzigingen worden nu gelezen.',
  knownUntil: (at) => sentence`Wijzigingen zijn bekend tot ${at}.`,
  byWebhook: 'Nieuwe wijzigingen komen binnen via een webhook.',
  everyMinutes: (count) =>
    `Het systeem wordt ${plural(count, 'elke minuut', `elke ${number(count)} minuten`)} om wijzigingen gevraagd.`,
  everyHours: (count) =>
    `Het systeem wordt ${plural(count, 'elk uur', `elke ${number(count)} uur`)} om wijzigingen gevraagd.`,
  nextPoll: (at) => sentence`Volgende controle op ${at}.`,
  since: 'Gewijzigd sinds (optioneel)',
  onlyNumbers: 'Of alleen deze nummers',
  onlyIds: "Of alleen deze id's",
  lookNow: 'Nu zoeken',
};

export const connectionList: typeof englishConnections = {
  title: 'Verbindingen',
  ownHook: 'Webhookadres; Koppel vraagt de webhooks zelf aan',
  enteredHook: 'Webhookadres, om in de winkel in te vullen',
  staffHook: (system) => `Webhookadres, dat de medewerkers van ${system} invullen`,
  giveAccess: 'Toegang geven',
};

export const activity: typeof englishActivity = {
  title: 'Activiteit',
  noMatch: 'Niets voldoet aan deze filters.',
  nothing: 'Er is nog niets gebeurd.',
  newest: 'Nieuwste',
  older: 'Ouder',
  any: 'alle',
  outcome: 'Uitkomst',
  flow: 'Stroom',
  beginning: 'Nummer, of het begin ervan',
  filter: 'Filteren',
  time: 'Tijd',
  number: 'Nummer',
  reason: 'Reden',
};

export const catalogue: typeof englishCatalogue = {
  title: 'Producten en voorraad',
  all: 'Alles bekijken',
  find: 'Zoek een SKU',
  search: 'Zoeken',
  nothingWaits: 'Er wacht niets.',
  under: (queued, waiting) => `${number(queued)} onderweg, ${number(waiting)} later opnieuw geprobeerd.`,
  noLevel: 'Er is nog geen voorraadstand bekend.',
  right: (right, total) => `${number(right)} van de ${number(total)} standen kloppen.`,
  onTheirWay: (count, more) => `${number(count)}${more ? '+' : ''} records zijn onderweg.`,
  readingAll: 'Alle standen van de bron worden gelezen.',
  comparingAll: 'Alle standen worden vergeleken.',
};
