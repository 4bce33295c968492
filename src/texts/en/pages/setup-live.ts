import { sentence } from '../../sentence.ts';
import { counted, number } from '../figures.ts';

/** The last steps of setting a link up: questions, dry run, going live. */
export const lastSteps = {
  recommended: (value: string) => `Recommended: ${value}`,
  noQuestions: 'There is nothing to ask for these two systems: everything is done in the usual way.',
  questionsIntro:
    'The answer that fits most shops is chosen already, and what comes of it stands under it. You can change all of it later.',
  saveAnswers: 'Save and try it',
  allSettings: 'All settings',
  trialIntro:
    'This looks at the last records and shows what would become of each. Nothing is written to either system.',
  nothingToTry: 'Nothing is kept in step yet: choose first what is.',
  toLive: 'Next: go live',
  toQuestions: 'Back to the questions',
  tryNow: (count: number) => `Try the last ${number(count)}`,
  tryMore: (count: number) => `The next ${number(count)}`,
  tryAnew: 'Try again from the start',
  noRecords: 'The source has nothing of the last year to try it with.',
  allRight: (count: number) => `${counted(count, 'record was', 'records were')} tried: none needs you.`,
  someWrong: (count: number, records: number) =>
    `${counted(records, 'record was', 'records were')} tried: ${counted(count, 'needs', 'need')} you.`,
  noneCarried: 'Nothing would be carried over: the reasons stand below.',
  someLeft: (count: number) => `${counted(count, 'is', 'are')} skipped.`,
  someUntried: (count: number) =>
    `${counted(count, 'record', 'records')} could not be tried now: try again later.`,
  outcomes: {
    right: '✓ to the cent',
    fits: '✓ as it should be',
    differs: 'differs',
    waits: 'waits',
    untried: 'not tried',
  },
  change: 'Change that',
  fix: 'Fix',
  sideBySide: 'Side by side',
  leftWhy: (reason: string) => `Why: ${reason}.`,
  savedMeanwhile: 'Somebody else saved this link meanwhile. Look at it again, then start.',
  hooksTitle: 'How Koppel hears of changes',
  polled: (system: string) => `${system} tells nothing by itself: Koppel asks it for what is new.`,
  alertsTitle: 'Who is told of problems',
  noAlerts: 'Nobody is told yet when something needs you.',
  someAlerts: (count: number) =>
    `${counted(count, 'channel tells', 'channels tell')} of problems of this link.`,
  addAlert: 'Channels: add one, send a test',
  fromTitle: 'From when on',
  fromHelp: 'Orders from before are never booked by themselves, even if they change later.',
  fromNow: 'From the moment you press Start, to the second',
  fromDay: 'From a day on: also what was placed since then',
  day: 'Day',
  dayHelp: (zone: string) => `It begins at midnight in the time zone of the shop, ${zone}.`,
  dayUntested: <Part>(shop: Part) =>
    sentence`It begins at midnight in the time zone of the shop. That is not known yet: ${shop} was not tested.`,
  noDay: 'Enter a day.',
  askedFirst:
    'Nothing has started yet: look first at what this day would book, further down. Then press Start once more.',
  look: 'Show what that would book',
  lookMore: 'Look at more of them',
  reckonedTitle: 'What that would book',
  found: (count: number) => `${counted(count, 'record', 'records')} changed since then.`,
  foundAtLeast: (count: number) => `At least ${counted(count, 'record', 'records')} changed since then.`,
  wouldBook: (count: number, total: string) =>
    `${counted(count, 'would be booked', 'would be booked')}${total === '' ? '' : `: ${total}`}`,
  wouldNeedYou: (count: number) => `${counted(count, 'would need you', 'would need you')}`,
  wouldLeave: (count: number) =>
    `${counted(count, 'would be skipped', 'would be skipped')}, such as what was placed before`,
  estimate: (count: number) =>
    `This is an estimate only: it comes of the first ${number(count)} that were looked at.`,
  othersTitle: 'What is there already',
  othersHelp: 'Without a tick only what changes from now on is carried over; with it all that there is.',
  start: 'Start',
};

/** A question as people read it. */
interface QuestionText {
  readonly ask: string;
  /** What comes of the answer that is recommended. */
  readonly means: string;
  /** The answer when nothing is said, where it is not the setting's own default. */
  readonly unset?: string;
  readonly yes?: string;
  readonly no?: string;
}

const orders = {
  paid: {
    ask: 'Which orders are carried over?',
    means: 'An order that nobody pays for is never booked; it follows as soon as it is paid',
    unset: 'All orders, also unpaid ones',
    yes: 'Recommended: only paid orders',
    no: 'Only unpaid orders',
  },
  statuses: {
    ask: 'Only orders with one of these statuses?',
    means: 'With no tick orders of every status are carried over, but no drafts',
  },
  paymentStatuses: {
    ask: 'Only orders with one of these payment statuses?',
    means: 'With no tick the payment status is not looked at',
  },
  since: {
    ask: 'From which day on?',
    means: 'Nothing that was placed before is ever carried over; you can also choose it when you go live',
    unset: 'Empty: from the moment of going live',
  },
  document: {
    ask: 'What is made of an order?',
    means: 'The books get an invoice, and not an estimate or an order',
    unset: 'Recommended: an invoice',
  },
  state: {
    ask: 'Drafts or final documents?',
    means: 'You can look at a draft, change it and send it yourself; a final one can only be credited',
  },
  'customer.classification': {
    ask: 'Which class do new customers get?',
    means: 'With nothing chosen they get the class that the target gives by itself',
  },
  'vat.byRate': {
    ask: 'Which VAT code belongs to which percentage?',
    means: "With nothing chosen the target's usual code for the percentage is used",
  },
  'revenueAccount.byRate': {
    ask: 'On which ledger account is the revenue booked?',
    means: `With nothing chosen it goes to the books' own usual account; choose one at "Everything else" for all`,
  },
  'revenueAccount.shipping': {
    ask: 'On which ledger account are shipping costs booked?',
    means: 'With nothing chosen they go where the revenue goes',
    unset: 'Recommended: as the revenue',
  },
  'shipping.methods': {
    ask: "Which shipping method is which of the target's?",
    means: 'With nothing chosen the order keeps the name of the shop',
  },
  paymentMethods: {
    ask: "Which payment method is which of the target's?",
    means: 'With nothing chosen the document says nothing of how it was paid',
  },
  products: {
    ask: 'What if the target does not know a product?',
    means: 'The order goes on with the text of its lines',
  },
  refunds: {
    ask: 'What if an order is refunded later?',
    means: 'You are told, and decide; Koppel can also make the credit note itself',
  },
} satisfies Record<string, QuestionText>;

const products = {
  create: {
    ask: 'Create products that the target does not have?',
    means: 'A new product of the source appears in the target; one with the same SKU is linked',
  },
  vat: {
    ask: "Which tax class is which of the target's?",
    means: 'With nothing chosen the class of the same rate or name is looked for',
  },
  gone: {
    ask: 'What if a product is deleted in the source?',
    means: 'It stays in the target as it is; nothing is ever deleted there',
  },
} satisfies Record<string, QuestionText>;

const customers = {
  kinds: {
    ask: 'Which customers are carried over?',
    means: 'With no tick private persons and companies both',
  },
  withoutEmail: {
    ask: 'What of customers without an e-mail address?',
    means: 'They can neither be found nor created, so that you decide about each',
  },
} satisfies Record<string, QuestionText>;

const stock = {
  quantity: {
    ask: 'Which quantity is shown in the target?',
    means: 'What can still be sold, without what is reserved for orders',
  },
  safetyStock: {
    ask: 'How many pieces does the source keep back?',
    means: 'The target shows so many fewer of everything',
  },
  sourceLocations: {
    ask: 'Which places of the source are added up?',
    means: 'With no tick all places that the source sells from',
  },
  targetLocation: {
    ask: 'At which place of the target are levels written?',
    means: 'With nothing chosen at the place that the target chooses itself',
    unset: "Recommended: the target's own choice",
  },
} satisfies Record<string, QuestionText>;

const categories = {
  root: {
    ask: 'Below which category of the target?',
    means: "With nothing chosen the tree stands at the target's own top",
    unset: 'Recommended: at the top',
  },
} satisfies Record<string, QuestionText>;

/** What is asked of a setting when a link is set up, by flow and path (flows/asked.ts). */
export const questions = { orders, products, customers, stock, categories };
