import { z } from 'zod';
import { rejected } from '../../records/problem.ts';
import type { Api, Query } from '../contract/api.ts';
import type { Path } from '../contract/path.ts';
import { textIn } from '../wire/fields.ts';
import { asObject } from '../wire/objects.ts';

/**
 * A PUT of one record, which leaves alone what it does not name. Ecwid counts what it changed (sheet 2.4): where that is
 * nothing, the record is not there. Throws `not_found` then.
 */
export async function change(api: Api, path: Path, body: unknown, query: Query = {}): Promise<void> {
  const answer = await api.request({ method: 'PUT', path, body, query, repeatable: true }, z.unknown());
  if (changedNothing(answer.body)) throw rejected('not_found', { system: 'Ecwid', status: answer.status });
}

export function changedNothing(body: unknown): boolean {
  return textIn(asObject(body).updateCount) === '0';
}
