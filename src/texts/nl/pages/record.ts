import type {
  record as english,
  preview as englishPreview,
  transfer as englishTransfer,
} from '../../en/pages/record.ts';
import { sentence } from '../../sentence.ts';
import { counted, number } from '../figures.ts';

export const record: typeof english = {
  one: {
    orders: 'Bestelling',
    customers: 'Klant',
    products: 'Product',
    categories: 'Categorie',
    stock: 'Voorraadstand',
  },
  title: (one, number) => `${one} ${number}`,
  sourceId: (key) => sentence`id in de bron ${key}`,
  next: (at) => sentence`nieuwe poging op ${at}`,
  previewNow: 'voorvertoning zoals het nu is',
  time: 'Tijd',
  outcome: 'Uitkomst',
  why: 'Waarom',
  details: 'Meer',
  show: 'bekijk',
  showWhich: (at) => `wat er gebeurde op ${at}`,
};

export const transfer: typeof englishTransfer = {
  when: 'Wanneer',
  why: 'Waarom',
  targetId: 'Id in het doelsysteem',
  notKept:
    'Wat gelezen en geschreven is, wordt niet bewaard: de bewaartermijn van deze koppeling is 0 dagen.',
  over: (days) =>
    `Wat gelezen en geschreven is, is verwijderd: de bewaartermijn van ${counted(days, 'dag', 'dagen')} is verstreken. Dat het gebeurd is, blijft staan.`,
  lost: 'Wat gelezen en geschreven is, is niet beschikbaar: het is niet bewaard, of de sleutel ervan is kwijtgeraakt.',
};

export const preview: typeof englishPreview = {
  title: 'Voorvertoning',
  heading: 'Voorvertoning van een record',
  help: 'Leest het record uit de bron en laat zien wat er naar het doelsysteem zou gaan. Er wordt niets geschreven.',
  noFlow: 'Er is nog geen stroom: voeg er een toe in de instellingen.',
  flow: 'Stroom',
  key: 'Bestelnummer, het begin ervan, of het id in de bron',
  show: 'Voorvertoning tonen',
  tooLong: (max) => `Het id is langer dan ${number(max)} tekens.`,
  missing: 'Vul het nummer van een record in.',
  asPlanned: 'Er zou niets verstuurd worden: dit is het document voor zover het kon worden voorbereid.',
  wholeCredit: 'Het doelsysteem zou het hele document zelf crediteren.',
  nothingSent: 'Er zou niets verstuurd worden.',
  nothingWritten: 'Er is niets geschreven.',
  wouldPark: (why) => `Het zou op jou wachten: ${why}`,
  wouldWait: (why) => `Het zou later opnieuw geprobeerd worden: ${why}`,
  wouldSend: 'Dit zou er verstuurd worden.',
  wouldSkip: (why) => `Het zou overgeslagen worden: ${why}.`,
  customer: 'Klant',
  deeds: {
    skip: 'De klant zou niet geschreven worden.',
    use: 'De klant is bekend en blijft in het doelsysteem ongewijzigd.',
    adopt: 'De klant staat al in het doelsysteem en blijft daar ongewijzigd.',
    update: 'De klant staat al in het doelsysteem en zou hiermee bijgewerkt worden.',
    create: 'De klant zou aangemaakt worden.',
    guest: 'De bestelling wordt als gastbestelling geboekt: er wordt geen klant aangemaakt.',
  },
};
