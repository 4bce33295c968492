import type { states as english, stateCounts as englishCounts } from '../../en/pages/states.ts';
import { number, plural } from '../figures.ts';

export const states: typeof english = {
  active: 'actief',
  paused: 'gepauzeerd',
  draft: 'concept',
  off: 'uit',
  inOrder: 'in orde',
  notTested: 'nog niet getest',
  problems: 'problemen',
  done: 'verwerkt',
  skipped: 'overgeslagen',
  onItsWay: 'onderweg',
  tryingAgain: 'nieuwe poging volgt',
  needsYou: 'wacht op jou',
  asItShouldBe: 'klopt',
  leftAsItIs: 'blijft zo',
};

export const stateCounts: typeof englishCounts = {
  waiting: (count) => `${number(count)} ${plural(count, 'wacht', 'wachten')}`,
  needYou: (count) => `${number(count)} ${plural(count, 'wacht', 'wachten')} op jou`,
};
