import type { states as english, stateCounts as englishCounts } from '../../en/pages/states.ts';
import { number } from '../figures.ts';

export const states: typeof english = {
  active: 'etkin',
  paused: 'duraklatıldı',
  draft: 'taslak',
  off: 'kapalı',
  inOrder: 'sorunsuz',
  notTested: 'henüz denenmedi',
  problems: 'sorun var',
  done: 'tamamlandı',
  skipped: 'atlandı',
  onItsWay: 'yolda',
  tryingAgain: 'yeniden denenecek',
  needsYou: 'sizi bekliyor',
  asItShouldBe: 'doğru',
  leftAsItIs: 'olduğu gibi kalıyor',
};

export const stateCounts: typeof englishCounts = {
  waiting: (count) => `${number(count)} kayıt bekliyor`,
  needYou: (count) => `${number(count)} kayıt sizi bekliyor`,
};
