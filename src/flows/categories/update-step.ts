import { z } from 'zod';
import type { Bases } from '../merge.ts';

/** What was sent, part by part, as the step of a create holds it. */
export const sentParts = z.record(
  z.string(),
  z.object({ said: z.string(), stood: z.string(), of: z.array(z.string()).optional() }),
);

/** The step of an update; its reference is `keptOfUpdate`. */
export function updateStep(key: string): string {
  return `category-update:${key}`;
}

export function basesIn(sent: z.infer<typeof sentParts>): Bases {
  return Object.fromEntries(
    Object.entries(sent).map(([part, { of, ...base }]) => [part, of === undefined ? base : { ...base, of }]),
  );
}
