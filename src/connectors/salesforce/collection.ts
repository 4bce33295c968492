/** Many records of one object in a call, each changed or refused by itself; the answer is a 200 all the same (sheet 3.6). */
import { z } from 'zod';
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

/** No more than `maxRows`, of values that are the same when they are written twice. Throws where an answer leaves a row out. */
export async function patchRows(api: Api, object: string, rows: readonly Row[]): Promise<RowOutcome[]> {
  // `attributes` must come first.
  const records = rows.map(({ id, fields }) => ({ attributes: { type: object }, id, ...fields }));
  const body = { allOrNone: false, records };
  const call = { method: 'PATCH', path: path`/services/data/${version}/composite/sobjects`, body } as const;
  const answer = await api.request({ ...call, repeatable: true }, answers.length(rows.length));
  return answer.body.map((row) => outcomeOf(row.success, rowErrors([row])));
}

function outcomeOf(success: boolean, failures: readonly Failure[]): RowOutcome {
  if (success) return { kind: 'written' };
  return failures[0] !== undefined && isGone(failures[0]) ? { kind: 'gone' } : { kind: 'refused', failures };
}
