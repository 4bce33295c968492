import { sentence } from '../../sentence.ts';

/** Where people are told of problems. */
export const channels = {
  title: 'Alerts',
  list: 'Channels',
  none: 'Nobody is told of problems yet: add a channel.',
  fromEnvironment: <Part>(variable: Part) =>
    sentence`Set when Koppel was deployed, as ${variable}. It gets the alerts of all links.`,
  kinds: {
    slack: 'Slack, or what takes its messages',
    discord: 'Discord',
    email: 'E-mail',
    webhook: 'A webhook of your own, signed',
    either: 'Slack, Discord, or what takes their messages',
  },
  failing: 'fails',
  test: 'Send a test',
  remove: 'Remove',
  testTaken: (name: string, answer: string) => `"${name}" took the test: ${answer}.`,
  testFailed: (name: string, answer: string) => `"${name}" did not take the test: ${answer}.`,
  add: 'New channel',
  kind: 'Kind',
  name: 'Name',
  to: 'Address',
  toHint:
    'The https address that Slack, Discord or your own system gave, or an e-mail address. It is kept encrypted and never shown again.',
  summary: 'Daily summary',
  noSummary: 'None',
  summaryHint: (zone: string) =>
    `What was booked, what was not, and what needs you, of the 24 hours before. Time zone: ${zone}.`,
  summaryAt: (hour: string, zone: string) => `Daily summary at ${hour} (${zone})`,
  addNow: 'Add the channel',
  made: (name: string) => `The channel "${name}"`,
  sendTest: 'It is set up. Send a test to see that messages arrive.',
  signing: 'Copy this secret now: it is shown this once. Every message is signed with it.',
  told: 'Told last',
  toldHint:
    'The last 50 messages and tests. Those of channels that were set when Koppel was deployed stand in its log.',
  nothingTold: 'Nothing was told yet.',
  when: 'When',
  channel: 'Channel',
  what: 'What',
  answer: 'Answer',
  notTaken: (answer: string) => `not taken: ${answer}`,
  whats: {
    alert: 'Problem',
    end: 'Solved',
    summary: 'Summary',
    test: 'Test',
  },
  /** What a channel said, or why it took nothing. */
  answered: (status: string) => `answered ${status}`,
  answers: {
    'timed out': 'no answer within ten seconds',
    unreachable: 'it could not be reached',
    'key lost': 'its address cannot be opened, as the encryption key is another one',
    'no mail': 'this Koppel cannot send e-mail',
    'mail refused': 'Cloudflare refused the mail; is the recipient verified?',
    sent: 'sent',
  },
  noKind: 'Choose what kind of channel it is.',
  noName: 'Give the channel a name.',
  badName: (max: number) => `Give the channel a name of at most ${max} characters.`,
  badHour: 'Choose an hour of the day, or none.',
};
