import { counted } from '../figures.ts';

/** The settings of a link, flow by flow, as forms. */
export const settingsForm = {
  title: 'Settings',
  flowsTitle: 'What is kept in step',
  noFlows: 'Nothing is kept in step yet: add a flow in the expert view.',
  change: 'Change',
  usual: 'Everything is done in the usual way.',
  chosen: (count: number) => `${counted(count, 'setting differs', 'settings differ')} from the usual way.`,
  switchedOff: 'Switched off.',
  intro: 'A field that is left empty is done in the usual way, which stands under it.',
  general: 'General',
  enabled: { label: 'Switched on', help: 'Whether anything is carried over' },
  every: {
    label: 'How often to ask',
    help: 'How often the source is asked for changes, such as `5m` or `1h`; when left out, as often as it needs to be',
  },
  sectionChosen: (count: number) => `${counted(count, 'set', 'set')}`,
  byDefault: (value: string) => `Default: ${value}`,
  notSet: 'Not set',
  given: 'When it is',
  becomes: 'it becomes',
  fallback: 'Everything else',
  fallbackHelp:
    'For values that are not in the table. With rows above and this left empty, such a record needs you',
  force: 'Always this',
  forceHelp: 'For every value, whatever stands in the table',
  seen: (count: number) => `${counted(count, 'record waits', 'records wait')} for it`,
  rowsHelp: 'To take a row out, empty it.',
  row: (number: number) => `row ${number}`,
  addRow: 'Add a row',
  keptEmpty: 'Keep this table although it is empty: every value then needs you',
  use: 'Use this',
  country: 'Country (two letters)',
  constantName: 'Field of the target',
  constantKind: 'Kind',
  constantValue: 'Value',
  constantKinds: { text: 'text', number: 'number', true: 'yes', false: 'no', list: 'list, one a line' },
  oneMore: 'another one',
  notAsked: (why: string) => `What there is to pick cannot be shown now: ${why}`,
  review: 'Look at the changes',
  expert: 'Expert view (JSON)',
  errorTitle: (title: string) => `Error: ${title}`,
  missing: 'is missing',
  twice: 'stands there twice',
  conflictTitle: 'Somebody else saved meanwhile',
  conflict:
    'What you typed is kept below. This is how it differs from what is saved now; when you save, yours takes its place.',
  savedNow: 'Saved now',
  yours: 'Yours',
};

/** What a change of the document does, before and after it is saved. */
export const changeList = {
  title: 'Changes',
  what: 'Setting',
  was: 'Was',
  becomes: 'Becomes',
  none: 'Nothing is changed.',
  nothing: 'not set',
  added: 'added',
  removed: 'taken out',
  there: 'there',
  name: 'Name',
  language: 'Language of alerts',
  nameOnStatus: 'Name on the status page',
  retentionDays: 'Days that activity is kept',
  connection: 'Connection',
  connector: 'System',
  mapping: 'Mapping',
  unchecked: 'This could not be checked now; it can be saved all the same:',
  reviewTitle: 'Before you save',
  save: 'Save',
  back: 'Go on changing',
};

/** Every version of the document. */
export const history = {
  title: 'History',
  help: 'Every save is kept, the last 100. Secrets are in none of them.',
  version: (number: number) => `Version ${number}`,
  number: 'Version',
  when: 'When',
  by: 'By',
  unknown: 'not known',
  present: 'present',
  restoredFrom: (number: number) => `version ${number} again`,
  changesTitle: 'What it changed',
  noneBefore: 'There is no version before it to compare with.',
  restoreTitle: 'Make this the present one again',
  restoreHelp:
    'This would change now. Credentials stay as they are today, and the link stays paused or active as it is.',
  restore: 'Make it the present one',
  same: 'It is the same as what is saved now.',
  document: 'The whole version (JSON)',
};

/** The document out and in. */
export const transferring = {
  title: 'Export and import',
  exportTitle: 'Export',
  exportHelp: 'The settings as a file, without secrets: to keep, to compare, or to make another link of.',
  download: 'Download the settings',
  importTitle: 'Import',
  importHelp:
    'Settings that were exported from this link or another one. You see what they change before they are saved; what opens the connections here stays.',
  file: 'File',
  orPaste: 'Or paste them',
  look: 'Look at the changes',
  lacking: 'These credentials are not in it, and not known here. Enter them in the expert view:',
  chooseOne: 'Choose a file, or paste the settings.',
};
