import type { states as english, stateCounts as englishCounts } from '../../en/pages/states.ts';
import { number, plural } from '../figures.ts';

export const states: typeof english = {
  active: 'aktiv',
  paused: 'pausiert',
  draft: 'Entwurf',
  off: 'aus',
  inOrder: 'in Ordnung',
  notTested: 'noch nicht getestet',
  problems: 'Probleme',
  done: 'erledigt',
  skipped: 'übersprungen',
  onItsWay: 'unterwegs',
  tryingAgain: 'neuer Versuch folgt',
  needsYou: 'braucht dich',
  asItShouldBe: 'stimmt',
  leftAsItIs: 'bleibt so',
};

export const stateCounts: typeof englishCounts = {
  waiting: (count) => `${number(count)} ${plural(count, 'wartet', 'warten')}`,
  needYou: (count) => `${number(count)} ${plural(count, 'braucht', 'brauchen')} dich`,
};
