/** Several calls in one, which counts as one (sheet 3.4). */
import { z } from 'zod';
import { withWords } from '../../records/own-words.ts';
import { Problem, problem } from '../../records/problem.ts';
import type { Params } from '../../texts/catalogue.ts';
import type { Api } from '../contract/api.ts';
import { path } from '../contract/path.ts';
import type { JsonObject } from '../contract/target.ts';
import { needed, text } from '../wire/fields.ts';
import { isObject } from '../wire/objects.ts';
import { refusalOf } from './errors.ts';
import { type Failure, failuresIn } from './failures.ts';
import { type Rows, rowsOf, version } from './queries.ts';

/** At most so many. */
export const maxParts = 25;
/** Of which so many may be queries or collections. */
export const maxLists = 5;

/** `Made` stands in it where the id of another part is meant. Texts may hold anything: none of them is taken for that. */
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
  if (failed?.isSilent) throw problem('retry', 'server_error', { system: 'Salesforce', status: 200 });
  if (failed !== undefined) throw problemOf([failed]);
  return answersOf(compositeResponse.filter(({ httpStatusCode }) => httpStatusCode < 400));
}

/** The rows that a query among the parts gave. Throws `unreadable`. */
export function rowsIn<Row>(answers: Answers, name: string, row: z.ZodType<Row>): Rows<Row> {
  const read = rowsOf(row).safeParse(answers.get(name));
  if (read.success) return read.data;
  throw unreadable('rejected', `${name}.${read.error.issues[0]?.path.join('.') ?? ''}`);
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
  const compositeRequest = parts.map((part) => ({
    ...part,
    ...('body' in part ? { body: sent(part.body) } : {}),
  }));
  const body = { allOrNone: true, collateSubrequests: false, compositeRequest };
  const call = { method: 'POST', path: together, body, repeatable } as const;
  const { compositeResponse } = (await api.request(call, answer)).body;
  const [first, ...others] = [...failuresIn({ compositeResponse }), ...unanswered(parts, compositeResponse)];
  if (first !== undefined) return { kind: 'refused', failures: [first, ...others] };
  return { kind: 'done', answers: answersOf(compositeResponse) };
}

/** Parts of which nothing is told may have been done. */
function unanswered(parts: readonly Part[], answers: readonly unknown[]): Failure[] {
  if (answers.length >= parts.length) return [];
  return [{ code: '', said: '', fields: [], matches: [], isSilent: true }];
}

/** As it will stand there, so that what is compared with it is the same. */
export function asSent(body: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(body).map(([name, each]) => [name, sent(each)]));
}

function sent(value: unknown): unknown {
  if (value instanceof Made) return `@{${value.name}.id}`;
  if (typeof value === 'string') return plainText(value);
  if (Array.isArray(value)) return value.map(sent);
  if (!isObject(value)) return value;
  return asSent(value);
}

/** Salesforce fills in what follows it, in any text of several calls in one (sheet 3.4). */
const reference = '@{';

/** Whether a text in it would be filled in, so that it can only be sent by itself. */
export function isFilledIn(value: unknown): boolean {
  if (typeof value === 'string') return value.includes(reference);
  if (Array.isArray(value)) return value.some(isFilledIn);
  return isObject(value) && Object.values(value).some(isFilledIn);
}

/** As it can be sent: `@{name.field}` would be filled in by Salesforce (sheet 3.4), and nothing in a text can keep it from that. */
export function plainText(text: string): string {
  return text.replaceAll(reference, '@ {');
}

/** Throws what it was refused for. `keyed`: as in `problemOf`. */
export function done(written: Written, { keyed = false } = {}): Answers {
  if (written.kind === 'done') return written.answers;
  throw problemOf(written.failures, { keyed });
}

const made = z.object({ id: needed(text) });

/** The id of what a part made. Where it is not told, it may have been made all the same. */
export function idIn(answers: Answers, name: string): string {
  const read = made.safeParse(answers.get(name));
  if (read.success) return read.data.id;
  throw unreadable('outcome-unknown', `${name}.id`);
}

function unreadable(kind: 'rejected' | 'outcome-unknown', field: string): Problem {
  const where = { system: 'Salesforce', method: 'POST', path: together.text ?? '' };
  return problem(kind, 'unreadable', { ...where, field, issue: 'not_as_expected' });
}

function answersOf(parts: z.infer<typeof answer>['compositeResponse']): Answers {
  return new Map(parts.map(({ referenceId, body }) => [referenceId, body]));
}

function isAbsence(code: string): boolean {
  return code === 'NOT_FOUND' || code === 'ENTITY_IS_DELETED';
}

/**
 * Of those that `readError` leaves to whoever sent the call: nothing was done. `keyed`: what was sent has a key of Koppel's own making, so that what
 * has it already may be its own of a moment ago. Of any other field that the org wants unique it is somebody else's (sheet 8).
 */
export function problemOf(failures: readonly Failure[], { keyed = false } = {}): Problem {
  const { said, systemCode = '', fields, kind = 'rejected', code = 'refused', advice } = refusalOf(failures);
  const isSilent = failures[0]?.isSilent === true;
  const told = {
    ...{ system: 'Salesforce', status: 200 },
    systemCode: /^[A-Z]+(_[A-Z]+)*$/.test(systemCode) ? systemCode : undefined,
    ...(fields === undefined ? {} : { fields }),
    ...(advice === undefined ? {} : { advice }),
  };
  if (isSilent) return problem('outcome-unknown', 'server_error', told);
  if (keyed && systemCode === 'DUPLICATE_VALUE')
    return withWords(problem('outcome-unknown', 'conflict', told), said);
  const params = told as Params;
  return withWords(new Problem({ kind, code: isAbsence(systemCode) ? 'not_found' : code, params }), said);
}

/** The id of what another part of the same call made: by that part's name. */
export class Made {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}
