import type { ProblemKind } from '../../records/problem.ts';
import type { AdviceCode, ProblemCode } from '../../texts/en.ts';

/** A refusal in the system's own words. What is left out follows from the status. */
export interface Refusal {
  /** The system's own words: scrubbed of personal data before they are kept. Empty when it said nothing. */
  readonly said: string;
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
