/** What went wrong in an answer that is a success as a whole: parts of a composite call, rows of a collection (sheet 3.4, 3.6). */
import { z } from 'zod';
import { maybe } from '../wire/errors.ts';

export interface Failure {
  readonly code: string;
  readonly said: string;
  readonly fields: readonly string[];
  /** Records that a duplicate rule takes for the same. */
  readonly matches: readonly string[];
  /** Nobody said a word: the server broke off, and nothing is known of what was done. */
  readonly isSilent?: true;
}

/** What a trigger or a flow of the org failed with stands in its words: of a lock that somebody else held, by that code (sheet 8). */
export function codeWithin(code: string, message = ''): string {
  return wrapping.test(code) && message.includes(locked) ? locked : code;
}

const wrapping = /^CANNOT_(INSERT_UPDATE_ACTIVATE_ENTITY|EXECUTE_FLOW_TRIGGER)$/;
const locked = 'UNABLE_TO_LOCK_ROW';

const record = z.object({ record: z.object({ Id: z.string() }) });
const result = z.object({ matchResults: z.array(z.object({ matchRecords: z.array(record) })) });

/** `statusCode` in rows, `errorCode` elsewhere (sheet 3.6). Older versions misspell the first key (sheet 8). */
const error = z
  .object({
    errorCode: maybe(z.string()),
    statusCode: maybe(z.string()),
    message: maybe(z.string()),
    fields: maybe(z.array(z.string())),
    duplicateResult: maybe(result),
    duplicateResut: maybe(result),
  })
  .transform(
    ({ errorCode, statusCode, message = '', fields = [], duplicateResult, duplicateResut }): Failure => {
      const { matchResults = [] } = duplicateResult ?? duplicateResut ?? {};
      const matches = matchResults.flatMap(({ matchRecords }) => matchRecords.map((each) => each.record.Id));
      return { code: codeWithin(errorCode ?? statusCode ?? '', message), said: message, fields, matches };
    },
  );

const row = z.object({ success: z.boolean(), errors: z.array(error).catch([]) });

const parts = z.object({
  compositeResponse: z.array(z.object({ httpStatusCode: z.number(), body: z.unknown() })),
});

/**
 * Of parts and rows that failed themselves. What was rolled back with them says so, and is left out, unless nothing else is told: then a
 * part was refused in a way that only its words tell, such as a name of an answer that is none.
 */
export function failuresIn(body: unknown): readonly Failure[] {
  const all = parts.safeParse(body).data?.compositeResponse ?? [];
  const failures = all.flatMap(({ httpStatusCode, body: part }) =>
    httpStatusCode >= 400 ? errorsIn(part) : rowErrors(part),
  );
  const own = failures.filter(({ code }) => !rolledBack.test(code));
  return own.length > 0 ? own : failures.slice(0, 1);
}

function errorsIn(body: unknown): readonly Failure[] {
  const rows = rowErrors(body);
  if (rows.length > 0) return rows;
  const found = z.array(error).safeParse(body).data ?? [];
  return found.length > 0 ? found : [{ code: '', said: '', fields: [], matches: [], isSilent: true }];
}

/** Of the rows of a collection that were refused. */
export function rowErrors(body: unknown): readonly Failure[] {
  const rows = z.array(row).safeParse(body).data ?? [];
  return rows.filter(({ success }) => !success).flatMap(({ errors }) => errors);
}

/**
 * A row of a collection names a record that is not there (sheet 3.6). The same codes are said of a link to another record that the org's own
 * automation sets: then that field is named, and the record stands.
 */
export function isGone({ code, fields }: Failure): boolean {
  return absences.test(code) && fields.every((name) => name.toLowerCase() === 'id');
}

const absences = /^(ENTITY_IS_DELETED|INVALID_CROSS_REFERENCE_KEY|MALFORMED_ID)$/;

const rolledBack = /^(PROCESSING_HALTED|ALL_OR_NONE_OPERATION_ROLLED_BACK)$/;
