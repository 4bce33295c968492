import { sentence } from '../../sentence.ts';

/** The set-up wizard: which systems, what opens them, and what is kept in step. */
export const setup = {
  /** The row of the seven steps. */
  steps: {
    title: 'Set-up',
    systems: 'Which systems?',
    first: 'Connect the first',
    second: 'Connect the second',
    connect: (system: string) => `Connect ${system}`,
    flows: 'What is kept in step?',
    questions: 'Questions',
    dryRun: 'Dry run',
    live: 'Go live',
  },
  next: 'Continue',
  goOn: 'Go on with the set-up',
  /** What a flow does, in one line for merchants. */
  does: {
    invoices: (from: string, to: string) => `What ${from} sells is booked as invoices in ${to}`,
    orders: (from: string, to: string) => `What ${from} sells becomes orders in ${to}`,
    customers: (from: string, to: string) => `Customers of ${from} are kept up to date in ${to}`,
    products: (from: string, to: string) => `Products of ${from} are kept up to date in ${to}`,
    categories: (from: string, to: string) => `Categories of ${from} are kept up to date in ${to}`,
    stock: (from: string, to: string) => `Stock of ${from} decides the stock in ${to}`,
  },
};

/** The first step. */
export const setupSystems = {
  intro:
    'Choose the two systems that are to be kept in step. It becomes a draft: nothing is booked before you go live, and you can leave at any time and come back.',
  name: 'Name of the link',
  nameHint: 'As you want to find it, such as the name of your shop.',
  first: 'One system',
  second: 'The other system',
  givesAndTakes: (what: string) => `Gives and takes ${what}.`,
  gives: (what: string) => `Gives ${what}.`,
  takes: (what: string) => `Takes ${what}.`,
  look: 'What can these two do?',
  canDo: (one: string, other: string) => `What ${one} and ${other} can keep in step`,
  nothing: 'These two have nothing that can be kept in step. Choose another pair.',
  choose: 'is not chosen yet',
  expert: 'For experts: make it from a document (JSON)',
  tooMany: 'There are many links with this name: give it another one.',
};

/** The second and third step. */
export const setupConnect = {
  intro: (system: string) =>
    `Enter what opens ${system}. When you save, it is tested at once. Secrets are encrypted and never shown again.`,
  manual: (system: string) => `How to get it: the manual of ${system}`,
  suchAs: <Part>(example: Part) => sentence`For instance ${example}.`,
  optional: 'optional',
  kept: 'It is stored. Left empty, it stays as it is.',
  more: (system: string) => `More about ${system}`,
  moreHelp: 'Few people need these. Left empty, each is done in the usual way.',
  test: 'Save and test',
  works: (system: string) => `${system} is connected.`,
  doesNot: (system: string) => `${system} is not connected yet.`,
  stored: 'What you entered is stored, but the test failed. Correct it and test again.',
  untested: 'It is stored, and was not tested yet. Press "Save and test".',
  sameAccount:
    'Both connections open the same account. Enter what opens another one here, or choose another pair.',
  account: 'Account',
  currency: 'Currency',
  country: 'Country',
  timeZone: 'Time zone',
  scopes: 'What the application must be allowed',
  scopesHelp: (system: string) => `Give these to the application in ${system}.`,
  scopesUnknown: (system: string) => `${system} does not tell which of them the application has.`,
  scopesHeld: 'The application has all of them.',
  scope: 'Permission',
  usedFor: 'What it is for',
  held: 'There?',
  has: 'yes',
  lacks: 'missing',
  always: 'the connection itself',
  from: (what: string) => `${what} from here`,
  to: (what: string) => `${what} to here`,
  access: 'Access',
  accessHelp: (system: string) =>
    `Somebody gives access in ${system} itself. Press the button, log in there and say yes: it brings you back here.`,
  callback: <Part>(address: Part) => sentence`Allow this address in the application first: ${address}`,
  giveAccess: 'Give access',
  giveAgain: 'Give access anew',
  hooks: 'Webhooks',
  hooksOwn: (system: string) =>
    `Koppel asks ${system} for its webhooks by itself when you go live. You need not enter anything.`,
  hooksAsked: (system: string) => `Koppel has asked ${system} for its webhooks.`,
  hooksEnter: (system: string) =>
    `Enter this address in ${system}, so that it tells of changes at once. You can go on meanwhile.`,
  hooksStaff: (system: string) =>
    `The staff of ${system} enters this address: ask them for it. You can go on meanwhile.`,
  hooksNone: (system: string) =>
    `With what is entered no webhook can be proven, so Koppel looks into ${system} from time to time.`,
  waiting: 'waiting…',
  received: <Part>(at: Part) => sentence`received ${at}`,
  lookAgain: 'Look again',
};

/** The fourth step. */
export const setupFlows = {
  intro:
    'Switch on what you want. In the next step you answer a few questions about it; nothing is booked before you go live.',
  legend: 'What is kept in step',
  none: 'Switch on at least one.',
  stockHelp: 'Only one of the two systems can decide the stock.',
  categoriesHelp: 'Products find their categories by themselves where these are switched on.',
};
