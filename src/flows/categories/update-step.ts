import { z } from 'zod';
import type { Bases } from '../merge.ts';

/** What was sent, part by part, as a step holds it. */
export const sentParts = z.record(
  z.string(),
  z.object({ said: z.string(), stood: z.string(), of: z.array(z.string()).optional() }),
);

/** The step of an update; its reference is what was sent (`basesOfSent`). */
export function updateStep(key: string): string {
  return `category-update:${key}`;
}

/** Reads what a step holds of an update that was begun; null where none was. */
export function sentIn(text: string | null | undefined): Bases | null {
  if (!text) return null;
  return basesIn(sentParts.parse(JSON.parse(text)));
}

export function basesIn(sent: z.infer<typeof sentParts>): Bases {
  return Object.fromEntries(
    Object.entries(sent).map(([part, { of, ...base }]) => [part, of === undefined ? base : { ...base, of }]),
  );
}
