import { sentence } from '../../sentence.ts';
import { counted } from '../figures.ts';

/** Erasing a person. */
export const erasing = {
  heading: 'Erase a person',
  help: 'Deletes what this link keeps of a person: the references to their customer record, the activity of their orders, and what else was kept that names their address. What stands in the shop and in the books stays there.',
  email: 'E-mail address',
  look: 'Look what is kept',
  wouldGo: (email: string) => `This would go of ${email}`,
  kind: 'What',
  count: 'How many',
  kinds: {
    links: 'References to their customer record',
    activity: 'Records of activity about them',
    mentions: 'Other records that name the address',
  },
  moreToSearch: 'There is more than was searched now: erasing goes through all of it.',
  sureLabel: 'Confirmation',
  sure: 'Erase this person. I know that it cannot be undone.',
  erase: 'Erase',
  goOn: 'Go on',
  noEmail: 'Enter an e-mail address.',
  notSure: 'Confirm that this cannot be undone.',
  nothingKept: 'Nothing was kept about this person.',
  erased: (links: number, activity: number) =>
    `Erased: ${counted(links, 'reference', 'references')} and ${counted(activity, 'record', 'records')} of activity.`,
  unfinished: 'Not everything was searched yet: there is a lot of it. Press "Go on".',
  unopened: (count: number) =>
    `${counted(count, 'record', 'records')} could not be opened: the key that encrypted them is not set. Set it as ENCRYPTION_KEY_PREVIOUS and erase the person again.`,
};

/** What is kept, and how long. */
export const retention = {
  heading: 'What is kept, and how long',
  help: 'Orders pass through: of people only what was read and written is kept, encrypted, for as long as you set here. Tasks and references hold numbers and encrypted marks, no names and no addresses.',
  days: 'Days that what was read and written is kept',
  daysHint: 'From 0 (nothing is kept) to 365.',
  save: 'Save',
  notDays: (most: number) => `must be a whole number from 0 to ${most}`,
  what: 'What',
  howLong: 'How long',
  notKept: 'not at all',
  forDays: (count: number) => counted(count, 'day', 'days'),
  last: (count: string) => `the last ${count}`,
  withLink: 'as long as the link',
  contents: 'What was read and written, encrypted',
  happened: 'That it happened: time, number, outcome',
  counts: 'Counts per day, and days of trouble',
  deeds: 'Who changed what',
  deliveries: 'Ids of webhooks that came',
  marks: 'Encrypted marks by which orders that go in circles are recognised',
  versions: 'Versions of the settings, without secrets',
  references: 'References between the two systems, and amounts of orders',
  credentials: 'Credentials, encrypted',
  whole: 'Everything that is stored, table by table',
};

/** Deleting an integration. */
export const deleting = {
  heading: 'Delete this link',
  help: 'Deletes its settings, credentials, tasks, references and activity. Orders that were booked stay booked, but Koppel no longer knows of them. Tokens and alert channels that are for this link alone go with it.',
  confirm: <Part>(id: Part) => sentence`Type ${id} to confirm`,
  delete: 'Delete the link',
  unconfirmed: (id: string) => `Nothing was deleted: type "${id}" to confirm.`,
};
