import { sentence } from '../../sentence.ts';

/** What a flow carries. */
export const flows = {
  orders: 'orders',
  customers: 'customers',
  products: 'products',
  categories: 'categories',
  stock: 'stock',
};

/** What was just done, by the code that a redirect carries. */
export const sayings = {
  accepted: 'The account has been accepted: the flows go on.',
  created:
    'The link has been created. Check its connections, then enter the webhook address in the shop where it is asked for.',
  deleted: 'The link and everything that it kept have been deleted.',
  'logged-out': 'You are logged out.',
  'level-retried': 'The SKU is checked in both systems with the next batch.',
  'levels-retried': 'Everything that waited is checked in both systems again.',
  paused: 'Paused: nothing runs until you resume it. Webhooks are still stored.',
  restored: 'The version is the present one again.',
  resumed: 'Resumed: everything that waited continues now.',
  retried: 'It is tried again, with the newest settings and mapping.',
  'retried-all':
    'Everything that needed you is tried again, with the newest settings and mapping, levels of stock too.',
  'channel-removed': 'The channel is removed: nothing is sent there any more.',
  renamed: 'The connection has another name: everything that is kept of it stays.',
  revoked: 'The token has been revoked: it opens nothing any more.',
  saved: 'The settings have been saved.',
  skipped:
    'The record has been skipped. It stands under "Skipped by a person", where that can be taken back.',
  started: 'The link is live. What is carried over appears here.',
  'live-already': 'The link was live already. What counts is what was chosen when it was started.',
  'synced-some': 'The records are being carried over now.',
  unskipped: 'The record is no longer skipped: it is tried again, with the newest settings and mapping.',
  synced: 'Reading changes now: what is found appears here.',
};

/** What several pages show. */
export const parts = {
  refresh: 'Refresh',
  /** The title of a page on which something is to be mended. */
  errorTitle: (title: string) => `Error: ${title}`,
  /** Between two systems, for people who do not see the arrow. */
  to: 'to',
  /** A connection by its system and its name. */
  as: <Part>(system: string, connection: Part) => sentence`${system}, as ${connection}`,
  source: <Part>(name: Part) => sentence`Source ${name}`,
  target: <Part>(name: Part) => sentence`Target ${name}`,
  nothingRead: 'Nothing was read.',
  nothingWritten: 'Nothing was written to the target.',
  notWritten: 'The document was not written: it is shown as far as it could be planned.',
  saidOfIt: (why: string) => `Reason given: ${why}`,
  conflict: 'Changed on both sides',
  conflictHelp: 'Neither was written over the other.',
  conflictPart: 'Field',
  inSystem: (system: string) => `In ${system}`,
  table: 'Table',
  none: 'none',
  yes: 'yes',
  no: 'no',
};

/** The totals of a document beside those of its order. */
export const totals = {
  title: 'Totals check',
  equal: 'Equal to the cent.',
  equalAsKnown: 'Equal to the cent, as far as the figures of the document are known.',
  planned: 'Nothing is booked yet. The document would come to the same, to the cent.',
  uncompared: 'There is no document to compare with yet: these are the figures of the order.',
  different: 'There is a difference.',
  source: 'Source',
  target: 'Target',
  difference: 'Difference',
  vatAt: (rate: string) => `VAT at ${rate} %`,
};

/** Levels of stock as they should be beside those of the target. */
export const levelCheck = {
  title: 'Levels',
  equal: 'Every level is as it should be.',
  different: 'Not every level is as it should be.',
  wanted: 'Should be',
  standing: 'Is in the target',
  uncounted: 'not counted yet',
};

/** Calls to a system. */
export const callList = {
  title: 'Calls',
  none: 'No call was made.',
  noAnswer: 'no answer',
  says: (said: string) => `It says: "${said}"`,
  sent: 'Sent',
  received: 'Received',
  noBody: 'No body.',
};

/** What a person can do about a record. */
export const taskButtons = {
  retry: 'Retry',
  makeAgain: 'Create again',
  leaveOut: 'Skip',
  takeBack: 'Take back',
  why: 'Why (optional, kept encrypted)',
};
