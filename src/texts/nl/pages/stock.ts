import type {
  stock as english,
  level as englishLevel,
  progress as englishProgress,
} from '../../en/pages/stock.ts';
import { sentence } from '../../sentence.ts';
import { counted, number, plural } from '../figures.ts';

export const stock: typeof english = {
  title: 'Producten en voorraad',
  none: 'Er is nog geen stroom die producten of voorraad overzet: voeg er een toe in de instellingen.',
  products: 'Producten',
  stockOf: (systems) => sentence`Voorraad: ${systems}`,
  known: 'Bekende standen',
  right: 'Kloppen',
  onTheirWay: 'Onderweg',
  tryingAgain: 'Nieuwe poging volgt',
  needYou: 'Wachten op jou',
  doneToday: 'Vandaag verwerkt',
  lookAgain: 'Al deze opnieuw controleren',
  whatNeedsYou: 'Wat op jou wacht',
  suchAs: (example) => sentence`bijvoorbeeld ${example}`,
  left: 'Blijven zo',
  levels: (count) => counted(count, 'stand', 'standen'),
  reading: 'Wijzigingen worden nu gelezen.',
  knownUntil: (at) => sentence`Wijzigingen zijn bekend tot ${at}.`,
  seeProblems: 'Bekijk wat op jou wacht',
  productSku: 'SKU van een product, of het begin ervan',
  showDone: 'Laat zien wat er gedaan is',
};

export const progress: typeof englishProgress = {
  readingAll: (until) =>
    until === null
      ? sentence`Alle standen van de bron worden gelezen; dat begint zo.`
      : sentence`Alle standen van de bron worden gelezen, zoals ze waren op ${until}.`,
  readingSince: (since, until) =>
    until === null
      ? sentence`Alles wat sinds ${since} gewijzigd is wordt gelezen; dat begint zo.`
      : sentence`Alles wat sinds ${since} gewijzigd is wordt gelezen, zoals het was op ${until}.`,
  underWay: (batches, records) =>
    `${plural(batches, 'Eén batch', `${number(batches)} batches`)} met ${counted(records, 'record', 'records')} ${plural(batches, 'wordt', 'worden')} nu overgezet.`,
  comparing: (looked, total, since) =>
    sentence`Alle standen worden vergeleken: ${number(looked)} van ${number(total)}, sinds ${since}`,
  neverCompared: 'De standen worden nooit vanzelf allemaal vergeleken: "verify" staat uit.',
  comparedNext: (at) =>
    sentence`De volgende vergelijking van alle standen met het doelsysteem is op ${at}: wat iemand daar gewijzigd heeft, wordt hersteld.`,
};

export const level: typeof englishLevel = {
  title: 'Eén SKU uitgelegd',
  sku: 'SKU, precies zoals hij geschreven is, of het id van het product in de bron',
  find: 'Zoeken',
  unknown: (sku) =>
    sentence`Van ${sku} is niets bekend. De bron heeft er geen stand van, of die is nog niet gelezen. Hoofdletters en kleine letters maken hier verschil.`,
  record: (key) => `Record ${key}`,
  refused: 'Geweigerd',
  inSystem: (system) => `In ${system}`,
  nothingWritten: 'niets geschreven',
  lastRight: 'Laatst geschreven of in orde bevonden',
  never: 'nooit',
  idIn: (system) => `Id in ${system}`,
  none: 'geen',
  recordIn: (system) => `Record in ${system}`,
  state: 'Toestand:',
  drifted: (quantity, system, at) =>
    sentence`Iemand had de stand in ${system} op ${quantity} gezet; dat is hersteld op ${at}.`,
  wouldWrite: 'Wat er geschreven zou worden',
  wouldWriteOf: (name) => `van ${name}`,
  look: 'Nu controleren',
  whyNothing: 'Waarom er niets geschreven is:',
  whyNothingSince: 'Waarom er sindsdien niets geschreven is:',
  tried: (count, next) =>
    sentence`${plural(count, 'Eén keer geprobeerd', `${number(count)} keer geprobeerd`)}, nieuwe poging op ${next}.`,
};
