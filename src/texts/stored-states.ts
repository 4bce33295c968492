import type { states } from './en/pages/states.ts';

/** How a task, or a try of it, is stored, by the word that people read of it. */
export const storedStates = {
  queued: 'onItsWay',
  running: 'onItsWay',
  waiting: 'tryingAgain',
  parked: 'needsYou',
  done: 'done',
  skipped: 'skipped',
} as const satisfies Readonly<Record<string, keyof typeof states>>;

export type StoredState = keyof typeof storedStates;

export function isStoredState(word: string): word is StoredState {
  return Object.hasOwn(storedStates, word);
}

/** What a language calls it. What a later Koppel stored is shown as it is. */
export function stateIn(words: typeof states, state: string): string {
  return isStoredState(state) ? words[storedStates[state]] : state;
}
