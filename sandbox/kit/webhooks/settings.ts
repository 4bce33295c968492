import { z } from 'zod';

/** How deliveries go, in every system that has webhooks. Spread into its settings. */
export const deliverySettings = {
  /** How often each event is sent. */
  webhookRepeats: z.number().int().positive().max(100).default(1),
  webhookDelayMs: z.number().int().nonnegative().default(0),
  /** Deliveries come up to five seconds later by chance, so that they overtake each other. */
  webhookShuffle: z.boolean().default(false),
  /** The part of the deliveries that is lost for good, from 0 to 1. */
  webhookLoss: z.number().min(0).max(1).default(0),
  /** How long an answer is awaited. */
  webhookTimeoutMs: z.number().int().positive().default(10_000),
  /** The waits between attempts are multiplied by this. */
  webhookRetryScale: z.number().positive().default(1),
};

export type DeliverySettings = z.infer<z.ZodObject<typeof deliverySettings>>;
