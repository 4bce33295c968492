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
   * Whether the answer has the form of this system's own errors, so that no gateway wrote it; left out: when it is JSON
   * that something was read of. Only such an answer proves by its status (400, 401, 403, 404, 422, 429) that a create was
   * not done. Any other create that fails is looked for before it is made again.
   */
  readonly own?: boolean;
  /**
   * `rejected` and `auth`, as the code `rate_limited`, say that nothing was done also with a 500, or inside of a success:
   * some systems refuse like this.
   */
  readonly kind?: ProblemKind;
  readonly code?: ProblemCode;
  /** For how long the system is not to be asked, where it says that elsewhere than in `Retry-After`, or is known for it. */
  readonly retryAfterMs?: number;
  /** What to do about it in this system, where the code alone says too little. */
  readonly advice?: AdviceCode;
}
