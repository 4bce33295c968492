import { sentence } from '../../sentence.ts';

/** All integrations. */
export const overview = {
  title: 'Links',
  add: 'New link',
  emptyTitle: 'Nothing is connected yet',
  empty: 'A link connects a shop with your books: every order is booked once, to the cent.',
  addFirst: 'Create the first one',
  lastReport: <Part>(id: Part, at: Part) => sentence`${id}, last report ${at}`,
  waiting: 'On their way',
  parked: 'Need you',
  doneToday: 'Done today',
  problemsOf: (name: string) => `Problems of ${name}`,
};

/** The page that everybody may see. */
export const status = {
  title: 'Status',
  good: 'Everything is in order.',
  bad: 'Something needs attention.',
  empty: 'There are no links yet.',
  tasksOf: (name: string) => `Tasks of ${name}`,
  asJson: <Part>(link: Part) => sentence`The same data as JSON: ${link}`,
};
