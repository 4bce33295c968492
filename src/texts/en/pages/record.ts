import { sentence } from '../../sentence.ts';
import { counted, number } from '../figures.ts';

/** One record on its way. */
export const record = {
  /** One record of each flow, as a title begins. */
  one: {
    orders: 'Order',
    customers: 'Customer',
    products: 'Product',
    categories: 'Category',
    stock: 'Stock level',
  },
  /** What it is and its number, as the title of a page. */
  title: (one: string, number: string) => `${one} ${number}`,
  sourceId: <Part>(key: Part) => sentence`id in the source ${key}`,
  next: <Part>(at: Part) => sentence`next ${at}`,
  previewNow: 'preview as it is now',
  time: 'Time',
  outcome: 'Outcome',
  why: 'Why',
  details: 'Details',
  show: 'show',
  /** Which of them, for people who do not see where the link stands. */
  showWhich: (at: string) => `what happened at ${at}`,
};

/** One try. */
export const transfer = {
  when: 'When',
  why: 'Why',
  targetId: 'Id in the target',
  notKept: 'What was read and written is not kept: the retention period of this link is 0 days.',
  over: (days: number) =>
    `What was read and written is deleted: the retention period of ${counted(days, 'day', 'days')} is over. That it happened stays on record.`,
  lost: 'What was read and written is not available: it was not kept, or the key that encrypted it is lost.',
};

/** What would be written of a record. */
export const preview = {
  title: 'Preview',
  heading: 'Preview a record',
  help: 'Reads the record from the source and shows what would be sent to the target. Nothing is written.',
  noFlow: 'There is no flow yet: add one in the settings.',
  flow: 'Flow',
  key: "Order number, how it begins, or the source's id",
  show: 'Preview',
  tooLong: (max: number) => `The id is longer than ${number(max)} characters.`,
  missing: 'Enter the number of a record.',
  asPlanned: 'Nothing would be sent: this is the document as far as it could be planned.',
  wholeCredit: 'The target would credit the whole document itself.',
  nothingSent: 'Nothing would be sent.',
  nothingWritten: 'Nothing was written.',
  wouldPark: (why: string) => `It would need you: ${why}`,
  wouldWait: (why: string) => `It would be tried again: ${why}`,
  wouldSend: 'This is what would be sent.',
  wouldSkip: (why: string) => `It would be skipped: ${why}.`,
  customer: 'Customer',
  /** What would become of the customer, by `PreviewWrite['does']`. */
  deeds: {
    skip: 'It would not be written.',
    use: 'It is known, and stays unchanged in the target.',
    adopt: 'It is already in the target, and stays unchanged there.',
    update: 'It is already in the target, and would be updated with this.',
    create: 'It would be created.',
    guest: 'The order is booked as a guest order: no customer is created.',
  },
};
