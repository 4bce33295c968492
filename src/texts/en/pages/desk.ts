import { sentence } from '../../sentence.ts';
import { counted, number } from '../figures.ts';
import { leftOutWhys } from '../reasons.ts';

/** What needs somebody, by cause, with what solves it. */
export const desk = {
  title: 'Problems',
  open: 'To do',
  solved: 'Solved',
  tabs: 'Which problems',
  well: 'Nothing needs you.',
  causes: (count: number) => `${counted(count, 'problem needs', 'problems need')} you`,
  more: 'Further problems',
  first: 'The first problems',
  others: 'Connections and flows',
  /** Records that one cause stops, by what their flow carries. */
  records: {
    orders: (count: number) => counted(count, 'order', 'orders'),
    customers: (count: number) => counted(count, 'customer', 'customers'),
    products: (count: number) => counted(count, 'product', 'products'),
    categories: (count: number) => counted(count, 'category', 'categories'),
    stock: (count: number) => counted(count, 'level of stock', 'levels of stock'),
  },
  /** `setting`: as the form calls it. */
  unknown: (setting: string, value: string) => `${setting}: "${value}" is not known yet`,
  unread: (count: number) => `the amount of ${number(count)} is not known`,
  oldest: <Part>(at: Part) => sentence`oldest ${at}`,
  newest: <Part>(at: Part) => sentence`newest ${at}`,
  suchAs: 'Such as',
  entry: (value: string) => `"${value}" becomes`,
  save: (records: string) => `Save and retry ${records}`,
  retry: (records: string) => `Retry ${records}`,
  skip: (records: string) => `Skip ${records}`,
  why: 'Why',
  chooseWhy: 'Choose a reason',
  skipHelp: 'It can be taken back under "Solved".',
  whys: leftOutWhys,
  settings: 'All settings of this flow',
  technical: 'Technical details',
  waiting: 'Tried again by itself',
  waitingOf: (records: string) => `${records}: nothing to do for you`,
  next: <Part>(at: Part) => sentence`next try ${at}`,
  underWay: 'Being done now',
  progress: (done: number, total: number) => `${number(done)} of ${number(total)}`,
  doing: { solve: 'Retrying', retry: 'Retrying', leave_out: 'Skipping', take_back: 'Taking back' },
  refresh: 'See how far it is',
  nothingSolved: 'Nothing was solved in the last 90 days.',
  solvedHelp: 'What ended in the last 90 days, newest first.',
  what: 'Problem',
  howMany: 'How many',
  when: 'When',
  how: 'How',
  /** What somebody did about it. */
  did: {
    solve: (who: string) => `${who} changed the settings and retried`,
    retry: (who: string) => `${who} retried`,
    leave_out: (who: string) => `${who} skipped`,
    take_back: (who: string) => `${who} took skipping back`,
  },
  byItself: 'one by one, or by itself',
  stillUnderWay: 'Some are still on their way.',
  leftOut: 'Skipped together',
  takeBack: (records: string) => `Take back ${records}`,
  toDesk: 'See and solve',
  missing: 'must be filled in',
  noWhy: 'must be chosen',
  takenOver: 'Taken over from what was saved meanwhile',
  takenOverHelp: 'Nothing else was typed for these, so the form below has them now.',
};

/** What was just done on the page. */
export const deskSayings = {
  solved: 'The settings are saved, and what waited for them is retried.',
  retried: 'Everything that waited for it is retried, with the newest settings.',
  skipped: 'Everything that waited for it has been skipped. It can be taken back under "Solved".',
  unskipped: 'They are no longer skipped: they are retried, with the newest settings.',
};
