import type { ProblemData } from '../../records/problem.ts';

/** A problem as it is stored, or as an earlier Koppel stored it: with its sentences, before they were made of params. */
export interface StoredProblem extends Omit<ProblemData, 'params'> {
  readonly params?: ProblemData['params'];
  readonly message?: string;
  readonly action?: string;
}

/** The sentences of a row from before stay readable as `told`. */
export function problemOf({ message, action, ...data }: StoredProblem): ProblemData {
  if (data.params !== undefined) return { ...data, params: data.params };
  return { ...data, params: {}, told: { message: message ?? data.code, action: action ?? '' } };
}

/** Reads a problem from its column. */
export function readProblem(text: string): ProblemData {
  return problemOf(JSON.parse(text) as StoredProblem);
}
