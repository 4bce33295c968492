import { sentence } from '../../sentence.ts';
import { counted, number, plural } from '../figures.ts';

/** The buttons and figures of one integration. */
export const integration = {
  check: 'Check connections',
  goLive: 'Go live',
  resume: 'Resume',
  pause: 'Pause',
  queued: 'On their way',
  waiting: 'Trying again',
  parked: 'Need you',
  doneToday: 'Done today',
  callsToday: 'Calls today',
  works: <Part>(connection: Part) => sentence`${connection} works.`,
  doesNotWork: <Part>(connection: Part) => sentence`${connection} does not work.`,
};

/** What needs somebody, or attention at least. */
export const attention = {
  title: 'Needs you',
  retryAll: 'Retry all that need you',
  connection: (name: string) => `Connection ${name}`,
  integration: 'This link',
  suchAs: <Part>(example: Part) => sentence`such as ${example}`,
  since: <Part>(at: Part) => sentence`since ${at}`,
  anotherAccount: 'It is another account',
  sameAccount: 'It is the same account',
};

/** Records in one state. */
export const tasks = {
  parked: { title: 'One by one', newest: 'Newest that need you', older: 'Older that need you' },
  waiting: {
    title: 'Trying again',
    newest: 'Newest that are tried again',
    older: 'Older that are tried again',
  },
  skipped: { title: 'Skipped by a person', newest: 'Newest skipped', older: 'Older skipped' },
  tries: (count: number) => counted(count, 'try', 'tries'),
  next: <Part>(at: Part) => sentence`next ${at}`,
  last: <Part>(at: Part) => sentence`last ${at}`,
  preview: 'preview',
};

/** The flows, and what each does now. */
export const flowList = {
  title: 'Flows',
  none: 'There is no flow yet: add one in the settings.',
  chosen: 'Settings that differ from the defaults',
  nothingChosen: 'None: everything is done in the usual way.',
  look: 'Look for changes now',
  reading: 'Reading changes now.',
  knownUntil: <Part>(at: Part) => sentence`Changes are known up to ${at}.`,
  byWebhook: 'New changes arrive by webhook.',
  everyMinutes: (count: number) =>
    `The system is asked for changes every ${plural(count, 'minute', `${number(count)} minutes`)}.`,
  everyHours: (count: number) =>
    `The system is asked for changes every ${plural(count, 'hour', `${number(count)} hours`)}.`,
  nextPoll: <Part>(at: Part) => sentence`Next check ${at}.`,
  since: 'Changed since (optional)',
  onlyNumbers: 'Or only these numbers',
  onlyIds: 'Or only these ids',
  lookNow: 'Look now',
};

/** The connections, each to one system. */
export const connectionList = {
  title: 'Connections',
  ownHook: 'Webhook address; Koppel asks for the webhooks by itself',
  enteredHook: 'Webhook address, to enter in the shop',
  staffHook: (system: string) => `Webhook address, which the staff of ${system} enters`,
  giveAccess: 'Give access',
};

/** What was done, newest first. */
export const activity = {
  title: 'Activity',
  noMatch: 'Nothing matches these filters.',
  nothing: 'Nothing has happened yet.',
  newest: 'Newest',
  older: 'Older',
  any: 'any',
  outcome: 'Outcome',
  flow: 'Flow',
  beginning: 'Number, or how it begins',
  filter: 'Filter',
  time: 'Time',
  number: 'Number',
  reason: 'Reason',
};

/** Products and stock in a line each. */
export const catalogue = {
  title: 'Products and stock',
  all: 'All of it',
  find: 'Find a SKU',
  search: 'Find',
  nothingWaits: 'Nothing is waiting.',
  under: (queued: number, waiting: number) =>
    `${number(queued)} on their way, ${number(waiting)} tried again later.`,
  noLevel: 'No level is known yet.',
  right: (right: number, total: number) =>
    `${number(right)} of ${number(total)} levels are as they should be.`,
  /** `more`: there are more than `count`. */
  onTheirWay: (count: number, more: boolean) =>
    `${number(count)}${more ? '+' : ''} records are on their way.`,
  readingAll: 'All levels of the source are being read.',
  comparingAll: 'All levels are being compared.',
};
