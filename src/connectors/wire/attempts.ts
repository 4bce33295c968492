import { asProblem, type Problem, type ProblemData } from '../../records/problem.ts';

/**
 * The parts of a product that are written behind its first call: one that is refused is told and the rest goes on. Where the
 * shop is away nothing more is tried; what is missing then is added another time.
 */
export class Attempts {
  readonly problems: ProblemData[] = [];
  #isOver = false;

  /** Nothing more is tried. */
  get isOver(): boolean {
    return this.#isOver;
  }

  /** `as`: the problem that a refusal is told as. Undefined where nothing came of it. */
  async at<T>(
    work: () => Promise<T>,
    as: (refused: Problem) => Problem = (each) => each,
  ): Promise<T | undefined> {
    if (this.#isOver) return undefined;
    try {
      return await work();
    } catch (error) {
      const failed = asProblem(error);
      this.#isOver = failed.kind !== 'rejected';
      this.problems.push((this.#isOver ? failed : as(failed)).toData());
      return undefined;
    }
  }

  /** Whether it was done. */
  async did(work: () => Promise<unknown>, as?: (refused: Problem) => Problem): Promise<boolean> {
    const done = await this.at(async () => {
      await work();
      return true;
    }, as);
    return done === true;
  }

  note(noted: Problem): void {
    this.problems.push(noted.toData());
  }
}
