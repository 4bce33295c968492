import type { ProblemKind } from '../../records/problem.ts';
import type { AdviceCode, ProblemCode } from '../../texts/en.ts';

/** A refusal as the system tells it. What is left out follows from the status. */
export interface Refusal {
  /** The system's own words, which may repeat anything: kept in the sealed activity only. Empty when it said nothing. */
  readonly said: string;
  /** The system's own code. What does not look like one is not told. */
  readonly systemCode?: string;
  /** The fields that it refuses, by its own names. What is no known field is not told. */
  readonly fields?: readonly string[];
  /**
   * `rejected` and `auth` say that nothing was done, whatever the status: some systems refuse with a 500. A `retry` of a
   * create is looked for before it is made again, save where the status or `rate_limited` says that it was not taken.
   */
  readonly kind?: ProblemKind;
  readonly code?: ProblemCode;
  /** For how long the system is not to be asked, where it says that elsewhere than in `Retry-After`, or is known for it. */
  readonly retryAfterMs?: number;
  /** What to do about it in this system, where the code alone says too little. */
  readonly advice?: AdviceCode;
}
