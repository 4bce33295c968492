import { z } from 'zod';

/** What a connection's credentials open, as `account` read it; kept with the connection and handed to every translator. */
export const account = z.object({
  name: z.string(),
  /** ISO 4217. */
  currency: z.string(),
  /** IANA name; decides which day a sale belongs to. */
  timeZone: z.string(),
  /** What else a connector must know of the account to translate its records. */
  traits: z.record(z.string(), z.string()).default({}),
});
export type Account = z.infer<typeof account>;
