import { Problem, type ProblemData } from '../records/problem.ts';

/** A part of a preview: what it came to, or the problem that a person would have to solve. */
export type Attempt<T> =
  | { readonly value: T; readonly problem: null }
  | { readonly value: null; readonly problem: ProblemData };

/** Catches what would park the record. Anything else, such as a system that does not answer, ends the preview. */
export function attempt<T>(work: () => T | Promise<T>): Promise<Attempt<T>> {
  return tried(work, ({ kind }) => kind === 'rejected');
}

/** Catches a system that does not answer, too: what is known without it is shown. */
export function attemptWithSystem<T>(work: () => T | Promise<T>): Promise<Attempt<T>> {
  return tried(work, () => true);
}

async function tried<T>(
  work: () => T | Promise<T>,
  isCaught: (problem: Problem) => boolean,
): Promise<Attempt<T>> {
  try {
    return { value: await work(), problem: null };
  } catch (error) {
    if (error instanceof Problem && isCaught(error)) return { value: null, problem: error.toData() };
    throw error;
  }
}
