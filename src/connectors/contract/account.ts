import { z } from 'zod';

/** What a connection's credentials open, as `account` read it; kept with the connection and handed to every translator. */
export const account = z.object({
  name: z.string(),
  /**
   * Tells this account from every other one of its system, whatever the credentials: a store id, a shop's address and view,
   * an organisation's id. Part of every key of what is kept. Absent in rows of before it was read.
   */
  identity: z.string().min(1).optional(),
  /** ISO 4217. */
  currency: z.string(),
  /** IANA name; decides which day a sale belongs to. */
  timeZone: z.string(),
  /** What else a connector must know of the account to translate its records. */
  traits: z.record(z.string(), z.string()).default({}),
});
export type Account = z.infer<typeof account>;
