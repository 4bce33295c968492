import { sentence } from '../../sentence.ts';
import { counted, number } from '../figures.ts';

/** All integrations. */
export const overview = {
  title: 'Links',
  add: 'New link',
  emptyTitle: 'Nothing is connected yet',
  empty: 'A link connects a shop with your books: every order is booked once, to the cent.',
  addFirst: 'Create the first one',
  lastReport: <Part>(at: Part) => sentence`Last heard of: ${at}`,
  waiting: 'On their way',
  parked: 'Need you',
  doneToday: 'Done today',
  needYou: (count: number) => `${counted(count, 'record needs', 'records need')} you.`,
  ordersNeedYou: (count: number) => `${counted(count, 'order needs', 'orders need')} you.`,
  troubled: (count: number) => `${counted(count, 'link needs', 'links need')} attention.`,
  well: 'Everything is in order.',
  lastRecord: <Part>(record: Part, at: Part) => sentence`Last: ${record}, ${at}`,
  more: (count: number) => `and ${number(count)} more`,
  problemsOf: (name: string) => `Problems of ${name}`,
};

/** The page that everybody may see. */
export const status = {
  title: 'Status',
  good: 'Everything is in order.',
  bad: 'Something needs attention.',
  empty: 'There are no links yet.',
  /** Ninety days as bars. */
  inOrder: (count: number, max: number) => `In order on ${number(count)} of ${counted(max, 'day', 'days')}.`,
  unknown: 'Nothing is known of its days yet.',
  firstDay: (days: number) => `${counted(days, 'day', 'days')} ago`,
  today: 'today',
  troubledDays: 'Days with trouble',
  day: 'Day (UTC)',
  what: 'What it was',
  howLong: 'How long',
  ok: 'in order',
  attention: 'records waited for somebody',
  interrupted: 'something could not go on',
  notKnown: 'not known',
  legend: 'What the bars mean',
  minutes: (count: number) => counted(count, 'minute', 'minutes'),
  hours: (count: number) => counted(count, 'hour', 'hours'),
  tasksOf: (name: string) => `Tasks of ${name}`,
  asJson: <Part>(link: Part) => sentence`The same data as JSON: ${link}`,
};
