import { wordsOf } from '../../../records/own-words.ts';
import { asProblem, Problem, problem } from '../../../records/problem.ts';
import type { Refusal } from '../../contract/refusal.ts';
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
    const { code = 'credentials_refused', advice, systemCode } = refusal;
    const told = { ...(advice && { advice }), ...(systemCode && { systemCode }) };
    return problem('auth', code, { system: 'Ecwid', status, ...told });
  }
  return status === 404 ? { kind: 'gone' } : { kind: 'refused', refusal };
}

/** Of a call of its own that threw. */
export function entryOfThrown(thrown: unknown): Entry {
  const failed = asProblem(thrown);
  if (failed.kind !== 'rejected') return failed;
  if (failed.code === 'not_found') return { kind: 'gone' };
  return { kind: 'refused', refusal: refusalIn(failed) };
}

/** It was not written, as far as is known: the number is a whole one, so it may be written again. */
export function away(): Problem {
  return problem('retry', 'timed_out', { system: 'Ecwid' });
}

/**
 * Throws where none came to an end. Beside others that did, what is not allowed is refused (a plan without variations), and
 * what did not arrive is to be read and decided again.
 */
export function outcomesOf(entries: readonly Entry[]): LevelOutcome[] {
  const first = entries[0];
  if (first instanceof Problem && entries.every((entry) => entry instanceof Problem)) throw first;
  return entries.map((entry): LevelOutcome => {
    if (!(entry instanceof Problem)) return entry;
    return entry.kind === 'auth' ? { kind: 'refused', refusal: refusalIn(entry) } : { kind: 'stale' };
  });
}

function refusalIn(problem: Problem): Refusal {
  const { systemCode, fields } = problem.params;
  return {
    said: wordsOf(problem),
    ...(typeof systemCode === 'string' ? { systemCode } : {}),
    ...(Array.isArray(fields) ? { fields: fields.map(String) } : {}),
  };
}
