import { sentence } from '../../sentence.ts';
import { counted } from '../figures.ts';

/** The connections of a link: how each stands, and what is changed of it. */
export const connections = {
  title: 'Connections',
  test: 'Test now',
  all: 'All about them',
  account: 'Account',
  currency: 'Currency',
  country: 'Country',
  timeZone: 'Time zone',
  readAt: 'Looked up',
  untold: 'not told',
  notRead: 'It is not known yet which account it opens.',
  lastCalled: 'Last called',
  lastReceived: 'Last webhook',
  never: 'never',
  troubleSince: <Part>(at: Part) => sentence`In trouble since ${at}.`,
  nextProbe: <Part>(at: Part) => sentence`Next try ${at}.`,
  noWebhooks: (system: string) => `${system} sends no webhooks: it is asked for changes.`,
  hooksNotTaken: (system: string) =>
    `Webhooks of ${system} are refused: nothing that signs them was entered. It is asked for changes instead.`,
  /** `scope`: the one that lacks; null where it refused for another reason. */
  hooksRefused: (system: string, flow: string, scope: string | null) =>
    scope === null
      ? `${system} does not tell of ${flow}, though it was asked to.`
      : `${system} does not tell of ${flow}: the right ${scope} is missing.`,
  scopesMissing: (count: number) => `${counted(count, 'right is', 'rights are')} missing:`,
  scopesThere: 'All rights that it needs are there.',
  scopesUntold: (system: string) =>
    `${system} does not say which rights it gave: a missing one shows when it is used.`,
  scopesNeeded: (count: number) => `Needs ${counted(count, 'right', 'rights')}`,
  change: 'Change',
  changeOf: (system: string) => `Change ${system}`,
  savingTests: (system: string) =>
    `When you save, ${system} is tried at once. What waits then continues by itself.`,
  whereToFind: 'Where to find these',
  secretKept: 'Is kept, encrypted. Leave it empty to keep it.',
  secretNone: 'None is kept.',
  optional: 'Optional.',
  takeAway: 'Take it away',
  notSet: 'Not set',
  usual: (value: string) => `As usual (${value})`,
  saveAndTest: 'Save and test',
  savedWorks: (account: string, currency: string) => `Saved, and it works: ${account}, ${currency}.`,
  savedFails: <Part>(name: Part) => sentence`Saved, but ${name} does not work yet: see what is wrong below.`,
  renameTitle: 'Another name',
  name: 'Name',
  nameHint:
    'Small letters, digits and dashes. Everything that is kept stays, and the old webhook address keeps working.',
  rename: 'Rename',
};

/** What Koppel does with a right that a system gives. */
export const scopePurposes = {
  account: 'the account itself: currency, time zone, country',
  calls: 'everything',
  orders_from: 'reading orders',
  orders_to: 'creating orders',
  old_orders: 'orders older than 60 days',
  returns: 'returns and exchanges',
  write_back: 'notes and statuses written back',
  sent: 'marking an order as sent',
  invoices: 'invoices',
  estimates: 'estimates',
  customers_from: 'reading customers',
  customers_to: 'creating and updating customers',
  companies: 'companies that buy, with their VAT number',
  catalogue_from: 'reading products and categories',
  catalogue_to: 'creating and updating products and categories',
  visible: 'whether products and categories are shown',
  tax_rates: 'the VAT rate of a tax class',
  stock_from: 'reading stock',
  stock_to: 'writing stock',
  locations: 'the locations that hold stock',
};
