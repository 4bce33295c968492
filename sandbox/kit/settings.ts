import { z } from 'zod';

/** Settings that most systems have. Spread them into the system's own. */
export const searchSettings = {
  /** How long after a write lists and searches show it. */
  searchLagMs: z.number().int().nonnegative().default(0),
};

export const gateSettings = {
  /** Whether the rate limits are in force. */
  limits: z.boolean().default(true),
  /** False: the plan of the account does not include the API. */
  planAllowsApi: z.boolean().default(true),
};

/** What the caller may do, all of it unless a test takes something away. */
export function grants(...all: readonly string[]) {
  return z.array(z.string()).default([...all]);
}
