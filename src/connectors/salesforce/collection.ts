/** Many records of one object in a call, each changed or refused by itself; the answer is a 200 all the same (sheet 3.6). */
import { z } from 'zod';
import { wordsOf } from '../../records/own-words.ts';
import { Problem } from '../../records/problem.ts';
import type { Api } from '../contract/api.ts';
import { path } from '../contract/path.ts';
import type { JsonObject } from '../contract/target.ts';
import { type Failure, isGone, rowErrors } from './failures.ts';
import { version } from './queries.ts';

export const maxRows = 200;

export interface Row {
  readonly id: string;
  readonly fields: JsonObject;
}

/** What became of a row. */
export type RowOutcome =
  | { readonly kind: 'written' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'refused'; readonly failures: readonly Failure[] };

const answers = z.array(z.looseObject({ success: z.boolean() }));

/**
 * No more than `maxRows`, of values that are the same when they are written twice. Where a list is refused as a whole it is for one of its rows as a
 * rule: the others go without it. Where its first and its last row are refused alone as well, it is for none of them. Throws that, and where an answer
 * leaves a row out.
 */
export async function patchRows(api: Api, object: string, rows: readonly Row[]): Promise<RowOutcome[]> {
  try {
    return await patched(api, object, rows);
  } catch (error) {
    if (refusedWhole(error) === null || rows.length < 2) throw error;
    const ends = [
      ...(await inParts(api, object, rows.slice(0, 1))),
      ...(await inParts(api, object, rows.slice(-1))),
    ];
    if (rows.length > 2 && ends.every(({ kind }) => kind === 'refused')) throw error;
    return inParts(api, object, rows);
  }
}

/** In halves, until what is refused is one row: about fifteen calls for each of 200. */
async function inParts(api: Api, object: string, rows: readonly Row[]): Promise<RowOutcome[]> {
  try {
    return await patched(api, object, rows);
  } catch (error) {
    const refused = refusedWhole(error);
    if (refused === null) throw error;
    if (rows.length === 1) return [{ kind: 'refused', failures: [failureOf(refused)] }];
    const middle = Math.ceil(rows.length / 2);
    return [
      ...(await inParts(api, object, rows.slice(0, middle))),
      ...(await inParts(api, object, rows.slice(middle))),
    ];
  }
}

async function patched(api: Api, object: string, rows: readonly Row[]): Promise<RowOutcome[]> {
  // `attributes` must come first.
  const records = rows.map(({ id, fields }) => ({ attributes: { type: object }, id, ...fields }));
  const body = { allOrNone: false, records };
  const call = { method: 'PATCH', path: path`/services/data/${version}/composite/sobjects`, body } as const;
  const answer = await api.request({ ...call, repeatable: true }, answers.length(rows.length));
  return answer.body.map((row) => outcomeOf(row.success, rowErrors([row])));
}

/** What a list was refused for, of which no row was written; null where that is not sure, or another time helps. */
function refusedWhole(error: unknown): Problem | null {
  return error instanceof Problem && error.kind === 'rejected' && error.code === 'refused' ? error : null;
}

function failureOf(problem: Problem): Failure {
  const { systemCode = '', fields = [] } = problem.params;
  return {
    code: String(systemCode),
    said: wordsOf(problem),
    fields: Array.isArray(fields) ? fields.map(String) : [],
    matches: [],
  };
}

function outcomeOf(success: boolean, failures: readonly Failure[]): RowOutcome {
  if (success) return { kind: 'written' };
  return failures[0] !== undefined && isGone(failures[0]) ? { kind: 'gone' } : { kind: 'refused', failures };
}
