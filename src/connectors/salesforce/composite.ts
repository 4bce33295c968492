/** Several calls in one, which counts as one (sheet 3.4). */
import { z } from 'zod';
import { type Problem, problem } from '../../records/problem.ts';
import type { Api } from '../contract/api.ts';
import { path } from '../contract/path.ts';
import type { JsonObject } from '../contract/target.ts';
import { needed, text } from '../wire/fields.ts';
import { type Failure, failuresIn } from './failures.ts';
import { type Rows, rowsOf, version } from './queries.ts';

/** At most so many, of which five may be queries or collections. */
export const maxParts = 25;

export interface Part {
  readonly method: 'GET' | 'POST' | 'PATCH';
  readonly url: string;
  readonly referenceId: string;
  readonly body?: JsonObject;
  readonly httpHeaders?: Readonly<Record<string, string>>;
}

/** What a part was answered, by its name. */
export type Answers = ReadonlyMap<string, unknown>;

const answer = z.object({
  compositeResponse: z.array(
    z.object({ referenceId: needed(text), httpStatusCode: z.number(), body: z.unknown() }),
  ),
});

const together = path`/services/data/${version}/composite`;

export function queryPart(referenceId: string, q: string): Part {
  return { method: 'GET', url: urlOf(`query?q=${encodeURIComponent(q)}`), referenceId };
}

/** Where a part goes, below the version. What is put into it must be encoded, or be no text of anybody. */
export function urlOf(place: string): string {
  return `/services/data/${version}/${place}`;
}

/**
 * What is asked for stands in the body of the call, and not in its address: a search by an e-mail address is nobody else's
 * business. What is not there is left out.
 */
export async function readTogether(api: Api, parts: readonly Part[]): Promise<Answers> {
  const body = { allOrNone: false, compositeRequest: parts };
  const { compositeResponse } = await api.read(together, body, answer);
  const failed = failuresIn({ compositeResponse }).find(({ code }) => !isAbsence(code));
  if (failed !== undefined) throw problemOf(failed);
  return answersOf(compositeResponse.filter(({ httpStatusCode }) => httpStatusCode < 400));
}

/** The rows that a query among the parts gave. */
export function rowsIn<Row>(answers: Answers, name: string, row: z.ZodType<Row>): Rows<Row> {
  return rowsOf(row).parse(answers.get(name));
}

export type Written =
  | { readonly kind: 'done'; readonly answers: Answers }
  /** Nothing was written. */
  | { readonly kind: 'refused'; readonly failures: readonly [Failure, ...Failure[]] };

/** All of it, in this order, or nothing. */
export async function writeTogether(
  api: Api,
  parts: readonly Part[],
  { repeatable }: { readonly repeatable: boolean },
): Promise<Written> {
  const body = { allOrNone: true, collateSubrequests: false, compositeRequest: parts };
  const call = { method: 'POST', path: together, body, repeatable } as const;
  const { compositeResponse } = (await api.request(call, answer)).body;
  const [first, ...others] = failuresIn({ compositeResponse });
  if (first !== undefined) return { kind: 'refused', failures: [first, ...others] };
  return { kind: 'done', answers: answersOf(compositeResponse) };
}

/** Throws what it was refused for. */
export function done(written: Written): Answers {
  if (written.kind === 'done') return written.answers;
  throw problemOf(written.failures[0]);
}

const made = z.object({ id: needed(text) });

/** The id of what a part made. */
export function idIn(answers: Answers, name: string): string {
  return made.parse(answers.get(name)).id;
}

function answersOf(parts: z.infer<typeof answer>['compositeResponse']): Answers {
  return new Map(parts.map(({ referenceId, body }) => [referenceId, body]));
}

function isAbsence(code: string): boolean {
  return code === 'NOT_FOUND' || code === 'ENTITY_IS_DELETED';
}

/** Of those that `readError` leaves to whoever sent the call: nothing was done. */
export function problemOf({ code }: Failure): Problem {
  const told = {
    system: 'Salesforce',
    status: 200,
    systemCode: /^[A-Z]+(_[A-Z]+)*$/.test(code) ? code : undefined,
  };
  if (code === 'UNABLE_TO_LOCK_ROW') return problem('retry', 'conflict', told);
  // It may be our own of a moment ago: it is looked for.
  if (code === 'DUPLICATE_VALUE') return problem('outcome-unknown', 'conflict', told);
  return problem('rejected', isAbsence(code) ? 'not_found' : 'refused', told);
}
