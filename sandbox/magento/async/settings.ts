import { z } from 'zod';

/** Of calls that are taken in and done later (sheet 13). */
export const asyncSettings = {
  /** How long the queue takes to come to an operation. */
  asyncDelayMs: z.number().int().nonnegative().default(2000),
  /** False: the consumer `async.operations.all` does not run, and operations stay open. */
  asyncConsumer: z.boolean().default(true),
};
