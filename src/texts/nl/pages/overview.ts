import type { overview as english, status as englishStatus } from '../../en/pages/overview.ts';
import { sentence } from '../../sentence.ts';
import { counted, number } from '../figures.ts';

export const overview: typeof english = {
  title: 'Koppelingen',
  add: 'Nieuwe koppeling',
  emptyTitle: 'Er is nog niets gekoppeld',
  empty:
    'Een koppeling verbindt een winkel met je boekhouding: elke bestelling wordt één keer geboekt, tot op de cent.',
  addFirst: 'Maak de eerste aan',
  lastReport: (at) => sentence`Laatste bericht: ${at}`,
  waiting: 'Onderweg',
  parked: 'Wacht op jou',
  doneToday: 'Vandaag verwerkt',
  needYou: (count) => `${counted(count, 'record wacht', 'records wachten')} op jou.`,
  ordersNeedYou: (count) => `${counted(count, 'bestelling wacht', 'bestellingen wachten')} op jou.`,
  troubled: (count) => `${counted(count, 'koppeling vraagt', 'koppelingen vragen')} om aandacht.`,
  well: 'Alles is in orde.',
  lastRecord: (record, at) => sentence`Laatste: ${record}, ${at}`,
  more: (count) => `en nog ${number(count)}`,
  problemsOf: (name) => `Problemen van ${name}`,
};

export const status: typeof englishStatus = {
  title: 'Status',
  good: 'Alles is in orde.',
  bad: 'Iets vraagt om aandacht.',
  empty: 'Er zijn nog geen koppelingen.',
  inOrder: (count, max) => `Op ${number(count)} van ${counted(max, 'dag', 'dagen')} was alles in orde.`,
  unknown: 'Van de afgelopen dagen is nog niets bekend.',
  firstDay: (days) => `${counted(days, 'dag', 'dagen')} geleden`,
  today: 'vandaag',
  troubledDays: 'Dagen met problemen',
  day: 'Dag (UTC)',
  what: 'Wat er was',
  howLong: 'Hoe lang',
  ok: 'in orde',
  attention: 'records wachtten op iemand',
  interrupted: 'iets kon niet doorgaan',
  notKnown: 'onbekend',
  legend: 'Wat de balken betekenen',
  minutes: (count) => counted(count, 'minuut', 'minuten'),
  hours: (count) => `${number(count)} uur`,
  tasksOf: (name) => `Aantallen van ${name}`,
  asJson: (link) => sentence`Dezelfde gegevens als JSON: ${link}`,
};
