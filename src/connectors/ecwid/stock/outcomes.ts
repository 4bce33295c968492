import { asProblem, type Problem, problem } from '../../../records/problem.ts';
import type { LevelOutcome } from '../../contract/stock.ts';
import { changedNothing } from '../change.ts';
import { readError } from '../errors.ts';

/** What became of one entry; a problem where it is not known, or where it may go another time. */
export type Entry = LevelOutcome | Problem;

/** Of an entry of a batch (sheet 9) or a call of its own. */
export function entryOf(status: number, body: unknown): Entry {
  if (status === 200) return changedNothing(body) ? { kind: 'gone' } : { kind: 'written' };
  const refusal = readError({ status, body, headers: new Headers() });
  if (refusal === null || status === 408 || status >= 500) return away();
  if (status === 429) return problem('retry', 'rate_limited', { system: 'Ecwid', status });
  if (refusal.kind === 'auth') {
    const { code = 'credentials_refused', advice } = refusal;
    return problem('auth', code, { system: 'Ecwid', status, ...(advice === undefined ? {} : { advice }) });
  }
  return status === 404 ? { kind: 'gone' } : { kind: 'refused', refusal };
}

/** Of a call of its own that threw. */
export function entryOfThrown(thrown: unknown): Entry {
  const failed = asProblem(thrown);
  if (failed.kind !== 'rejected') return failed;
  if (failed.code === 'not_found') return { kind: 'gone' };
  const { systemCode, fields } = failed.params;
  return {
    kind: 'refused',
    refusal: {
      // The system's own words stand in the record of the call.
      said: '',
      ...(typeof systemCode === 'string' ? { systemCode } : {}),
      ...(Array.isArray(fields) ? { fields: fields.map(String) } : {}),
    },
  };
}

/** It was not written, as far as is known: the number is a whole one, so it may be written again. */
export function away(): Problem {
  return problem('retry', 'timed_out', { system: 'Ecwid' });
}

/** Throws where none came to an end; what did not beside others that did is to be read and decided again. */
export function outcomesOf(entries: readonly Entry[]): LevelOutcome[] {
  const first = entries[0];
  if (first instanceof Error && entries.every((entry) => entry instanceof Error)) throw first;
  return entries.map((entry) => (entry instanceof Error ? { kind: 'stale' } : entry));
}
