import { number, plural } from '../figures.ts';

/** How something is going, in a word or two. */
export const states = {
  active: 'active',
  paused: 'paused',
  draft: 'draft',
  off: 'off',
  inOrder: 'in order',
  notTested: 'not tested yet',
  problems: 'problems',
  done: 'done',
  skipped: 'skipped',
  onItsWay: 'on its way',
  tryingAgain: 'trying again',
  needsYou: 'needs you',
  asItShouldBe: 'as it should be',
  leftAsItIs: 'left as it is',
};

/** The same of several. */
export const stateCounts = {
  waiting: (count: number) => `${number(count)} waiting`,
  needYou: (count: number) => `${number(count)} ${plural(count, 'needs you', 'need you')}`,
};
