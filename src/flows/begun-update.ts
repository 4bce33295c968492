/**
 * What the step of an update keeps: what was sent, part by part, and to which record of the target. Such a step is named by the record of the source,
 * which may come to meet another one before anybody knows what became of it. That one was sent nothing.
 */
import type { Step } from './contract.ts';
import type { Bases } from './merge.ts';

/** Steps of before keep what was sent alone. */
interface Kept {
  readonly to: string;
  readonly sent: Bases;
}

export function keptOfUpdate(to: string, sent: Bases): string {
  return JSON.stringify({ to, sent } satisfies Kept);
}

/** Returns what was sent to the record with this id, which a step of before may have been; null where nothing was begun there. Empty: nobody knows. */
export function sentTo(id: string, step: Pick<Step, 'reference'> | null): Bases | null {
  if (step === null) return null;
  const kept: Kept | Bases = JSON.parse(step.reference ?? '{}');
  if (!tellsTarget(kept)) return kept;
  return kept.to === id ? kept.sent : null;
}

/** A part may have any name. */
function tellsTarget(kept: Kept | Bases): kept is Kept {
  return typeof kept.to === 'string';
}
