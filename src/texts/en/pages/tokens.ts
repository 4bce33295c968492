import { sentence } from '../../sentence.ts';

/** Who else may use Koppel. */
export const tokens = {
  title: 'Access',
  list: 'Tokens',
  key: <Part>(name: Part) =>
    sentence`The ${name} that was set when Koppel was deployed always works, and is not listed here. Give everybody else a token of their own.`,
  none: 'There are no tokens yet.',
  make: 'New token',
  name: 'Name',
  nameHint:
    'It stands beside everything that is done with the token, such as "Bookkeeper" or "Till at the counter".',
  role: 'Role',
  roles: { admin: 'Administrator', bookkeeper: 'Bookkeeper', 'read-only': 'Read only' },
  does: {
    admin: 'does everything',
    bookkeeper: 'sees everything, retries and skips, changes no settings',
    'read-only': 'sees everything, changes nothing',
  },
  links: 'For which links',
  allLinks: 'All links, also those that are added later',
  someLinks: 'Only these:',
  onlyLinks: (ids: string) => `Only: ${ids}`,
  lastDay: 'Last day (optional)',
  lastDayHint: 'After the end of that day the token no longer works.',
  makeNow: 'Create the token',
  made: (name: string) => `The token "${name}"`,
  once: 'Copy it now: it is shown this once. Koppel keeps only a fingerprint of it.',
  use: 'It works on the page where one logs in, and for the API as a bearer token. Whoever has it can do what its role allows.',
  madeBy: <Part>(at: Part, by: string) => sentence`Created ${at} by ${by}.`,
  until: <Part>(at: Part) => sentence`Good until ${at}.`,
  over: 'expired',
  used: <Part>(at: Part) => sentence`Last used ${at}.`,
  unused: 'Not used yet.',
  revoke: 'Revoke',
  noName: 'Give the token a name.',
  badName: (max: number) => `Give the token a name of at most ${max} characters.`,
  noRole: 'Choose a role.',
  noLinks: 'Choose at least one link, or all of them.',
  badDay: 'The last day must be today or later.',
};
