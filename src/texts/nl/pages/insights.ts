import type {
  insights as english,
  glance as englishGlance,
  reconciliation as englishReconciliation,
} from '../../en/pages/insights.ts';
import { counted, number } from '../figures.ts';

export const insights: typeof english = {
  title: 'Inzicht',
  period: 'Periode',
  show: 'Tonen',
  lastDays: (count) => `Afgelopen ${counted(count, 'dag', 'dagen')}`,
  quarter: (quarter, year) => `Kwartaal ${quarter} van ${year}`,
  span: (from, to) => `${from} t/m ${to}`,
  zone: (zone) => `Dagen zoals in ${zone}.`,
  nothing: 'Er is geen bestelling van deze periode bekend.',
  orders: 'Bestellingen',
  amount: 'Bedrag',
  vat: 'Btw',
  refunded: 'Terugbetaald',
  booked: 'In de boeken',
  open: 'Nog niet in de boeken',
  leftOut: 'Weggelaten',
  perDay: 'Per dag',
  asTable: 'Als tabel',
  day: 'Dag',
  vatByRate: 'Btw per tarief',
  rate: 'Tarief',
  needYou: 'Wat op jou wacht',
  cause: 'Oorzaak',
  times: 'Van bestelling tot factuur',
  half: 'De helft van de bestellingen binnen',
  most: '95 van de 100 bestellingen binnen',
  timesOf: (count) =>
    `Gemeten over ${counted(count, 'bestelling', 'bestellingen')}, van de verkoop in de winkel tot het boekstuk in de boeken stond. Wat meer dan een dag na de verkoop is opgehaald en wat al in de boeken stond telt hier niet mee, en dagen van kassa's ook niet.`,
  calls: 'Deel van de limiet',
  callsOf: (system, used, allowed, share) =>
    `${system}: ${number(used)} van ${number(allowed)} aanroepen per dag (${share}%).`,
  notRead: (count) =>
    `${counted(count, 'bestelling is', 'bestellingen zijn')} gemeld en nog niet gelezen: het bedrag is niet bekend en zit in geen enkele som.`,
  ofBefore: (count) =>
    `Van ${counted(count, 'bestelling', 'bestellingen')} uit deze dagen, geboekt door een eerdere versie, zijn valuta en dag niet bekend: ze zitten in geen enkele som tot ze opnieuw gelezen zijn.`,
  months: 'Winkel naast boeken',
};

export const glance: typeof englishGlance = {
  everything: (orders, amounts) =>
    `Alles van vandaag staat in de boeken: ${counted(orders, 'bestelling', 'bestellingen')}, ${amounts}.`,
  some: (orders, amounts, open) =>
    `${counted(orders, 'bestelling', 'bestellingen')} van vandaag in de boeken, ${amounts}; ${number(open)} nog niet.`,
  notYet: (open) => `${counted(open, 'bestelling', 'bestellingen')} van vandaag onderweg naar de boeken.`,
  nothing: 'Vandaag is er niets besteld.',
  days: 'De afgelopen 30 dagen',
  sumOf: (orders, amount) => `30 dagen: ${counted(orders, 'bestelling', 'bestellingen')}, ${amount}`,
  none: 'Geen bestelling in deze dagen.',
  last: 'Laatste bestellingen',
  all: 'Alle inzichten',
};

export const reconciliation: typeof englishReconciliation = {
  title: (month) => `Winkel naast boeken, ${month}`,
  what: 'Een bestelling telt in de maand waarin die geplaatst is, met alles wat er sindsdien van is terugbetaald en gecrediteerd. Concepten tellen als geboekt.',
  back: 'Bestellingen en bedragen van deze maand',
  file: 'Downloaden als CSV',
  line: 'Van de winkel naar de boeken',
  sold: 'Verkocht in de winkel',
  refunded: 'Terugbetaald in de winkel',
  left_out: 'Weggelaten door de instellingen, of terugbetaald voor het boeken',
  due: 'Hoort in de boeken',
  needs_you: 'Wacht op jou',
  waiting: 'Nieuwe poging volgt',
  on_its_way: 'Onderweg',
  by_person: 'Door iemand weggelaten',
  changed: 'Boekstuk met een ander bedrag dan de bestelling nu',
  givenBack: 'Terugbetaald en niet gecrediteerd',
  differs: 'Met een ander bedrag of andere btw in de boeken',
  documents: 'Boekstukken',
  credited: 'Gecrediteerd',
  books: 'In de boeken',
  difference: 'Verschil',
  equal: 'De boeken zijn gelijk aan de winkel, tot op de cent.',
  holds: (amount) => `Het verschil van ${amount} is tot op de cent verklaard door de regels hieronder.`,
  sumsAlone: (orders) =>
    `De sommen zijn gelijk, maar ${counted(orders, 'bestelling is', 'bestellingen zijn')} dat niet: zie hieronder.`,
  broken: 'Deze sommen kloppen niet. Dat is een fout van Koppel: meld het alsjeblieft.',
  orders: 'Bestellingen die niet in de boeken staan zoals de winkel zegt',
  none: 'Elke bestelling van deze maand staat in de boeken zoals de winkel zegt.',
  inShop: 'Winkel',
  inBooks: 'Boeken',
  otherAmount: (books, shop) => `Het boekstuk komt op ${books}, de bestelling nu op ${shop}.`,
  otherGivenBack: (shop, books) => `${shop} terugbetaald in de winkel, ${books} gecrediteerd.`,
  otherVat: (difference) => `De btw in de boeken scheelt ${difference} met die van de bestelling.`,
};
