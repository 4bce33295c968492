import type { Problem } from './problem.ts';

/**
 * What systems said in refusing, beside the problems that came of it. Words may repeat anything that was sent, so they are no part of a problem
 * and are neither stored nor logged with it: whoever reads them here has sent nothing of a person.
 */
const words = new WeakMap<Problem, string>();

export function withWords(problem: Problem, said: string): Problem {
  if (said !== '') words.set(problem, said);
  return problem;
}

/** Empty where the system said nothing. */
export function wordsOf(problem: Problem): string {
  return words.get(problem) ?? '';
}
