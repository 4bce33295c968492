/** What went wrong in an answer that is a success as a whole: parts of a composite call, rows of a collection (sheet 3.4, 3.6). */
import { z } from 'zod';
import { maybe } from '../wire/errors.ts';

export interface Failure {
  readonly code: string;
  readonly said: string;
  readonly fields: readonly string[];
  /** Records that a duplicate rule takes for the same. */
  readonly matches: readonly string[];
}

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
      return { code: errorCode ?? statusCode ?? '', said: message, fields, matches };
    },
  );

const row = z.object({ success: z.boolean(), errors: z.array(error).catch([]) });

const parts = z.object({
  compositeResponse: z.array(z.object({ httpStatusCode: z.number(), body: z.unknown() })),
});

/** Of parts and rows that failed themselves; what was rolled back with them says so, and is left out. */
export function failuresIn(body: unknown): readonly Failure[] {
  const all = parts.safeParse(body).data?.compositeResponse ?? [];
  return all
    .flatMap(({ httpStatusCode, body: part }) => (httpStatusCode >= 400 ? errorsIn(part) : rowErrors(part)))
    .filter(({ code }) => !rolledBack.test(code));
}

function errorsIn(body: unknown): readonly Failure[] {
  const rows = rowErrors(body);
  if (rows.length > 0) return rows;
  const found = z.array(error).safeParse(body).data ?? [];
  return found.length > 0 ? found : [{ code: '', said: '', fields: [], matches: [] }];
}

/** Of the rows of a collection that were refused. */
export function rowErrors(body: unknown): readonly Failure[] {
  const rows = z.array(row).safeParse(body).data ?? [];
  return rows.filter(({ success }) => !success).flatMap(({ errors }) => errors);
}

const rolledBack = /^(PROCESSING_HALTED|ALL_OR_NONE_OPERATION_ROLLED_BACK)$/;
