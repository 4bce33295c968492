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
  takeAway: (label: string) => `Remove: ${label}`,
  savedWorks: <Part>(account: Part, currency: string) =>
    sentence`Saved, and it works: ${account}, ${currency}.`,
  savedFails: <Part>(name: Part) => sentence`Saved, but ${name} does not work yet: see what is wrong below.`,
  renameTitle: 'Another name',
  name: 'Name',
  nameHint:
    'Small letters, digits and dashes. Everything that is kept stays, and the old webhook address keeps working.',
  rename: 'Rename',
};
