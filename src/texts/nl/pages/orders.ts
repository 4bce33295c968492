import type {
  orderStates as english,
  orderList as englishList,
  orderPage as englishPage,
} from '../../en/pages/orders.ts';
import { sentence } from '../../sentence.ts';
import { number } from '../figures.ts';

export const orderStates: typeof english = {
  queued: 'onderweg',
  waiting: 'nieuwe poging volgt',
  parked: 'wacht op jou',
  booked: 'geboekt',
  credited: 'gecrediteerd',
  in_day: 'in de dag',
  skipped: 'niet geboekt',
};

export const orderList: typeof englishList = {
  title: 'Bestellingen',
  find: 'Bestelnummer, factuurnummer of bedrag',
  state: 'Toestand',
  flow: 'Stroom',
  from: 'Vanaf',
  to: 'Tot en met',
  any: 'alles',
  search: 'Zoeken',
  all: 'Alle bestellingen',
  file: 'Downloaden als CSV',
  number: 'Bestelling',
  placed: 'Besteld op',
  amount: 'Bedrag',
  document: 'Boekstuk',
  why: 'Waarom',
  notRead: 'nog niet gelezen',
  noMatch: 'Geen bestelling voldoet hieraan.',
  nothing: 'Er is nog geen bestelling bekend.',
  newest: 'Nieuwste',
  older: 'Oudere',
  again: (at) => sentence`nieuwe poging op ${at}`,
};

export const orderPage: typeof englishPage = {
  placed: 'Besteld op',
  seen: 'Voor het eerst gezien',
  amount: 'Bedrag',
  refunded: 'Terugbetaald',
  document: 'Boekstuk',
  booked: 'Geboekt op',
  credited: 'Gecrediteerd',
  noDocument: 'geen',
  dayOf: (date, till) => `de dag ${date} van ${till}`,
  notBooked: (why) => `Niet geboekt: ${why}.`,
  noTotals: 'De bestelling is nog niet gelezen, dus het bedrag is niet bekend.',
  lines: 'Regel voor regel',
  asInSource: 'In de bestelling',
  asInTarget: 'In het boekstuk',
  compared: 'Vergeleken',
  same: 'gelijk',
  differs: 'verschilt',
  alone: 'maar aan één kant',
  kinds: {
    item: 'Artikel',
    shipping: 'Verzending',
    discount: 'Korting',
    fee: 'Toeslag',
    rounding: 'Afronding',
  },
  noLines: 'De regels zijn te zien zolang bewaard wordt wat gelezen en geschreven is.',
  happened: 'Elke poging',
  more: (count) => `De laatste ${number(count)} zijn te zien.`,
  technical: 'Technische gegevens',
};
