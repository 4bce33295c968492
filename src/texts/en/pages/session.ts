import { sentence } from '../../sentence.ts';

/** Logging in. */
export const session = {
  title: 'Log in',
  what: 'Koppel keeps your shop and your books in step.',
  token: 'Token',
  tokenHint: <Part>(name: Part) =>
    sentence`The ${name} that was set when Koppel was deployed, or a token that was made for you.`,
  logIn: 'Log in',
  already: <Part>(link: Part) => sentence`Logged in already? ${link}`,
  open: 'Open the page',
  ended: 'Nothing was done: your session has ended. Log in, go back, and try again.',
  tooMany: 'There were too many tries from your address. Wait a minute, then try again.',
  wrong: 'This token is not known, or no longer good.',
};

/** Access to a system that a merchant gives there. */
export const access = {
  given: 'Access was given',
  goesOn: 'Everything that waited for it goes on by itself.',
  open: 'Open the link',
};
