import { FieldReader } from '../kit/fields/field-reader.ts';
import { invalidParams, isInvalid, isMissing } from './refusal.ts';

/** A nested field is written `line_items[0][amount][amount]`: the notation is not known (sheet 3.2), this is Grape's. */
export function fieldsOf(body: Readonly<Record<string, unknown>>): FieldReader {
  return new FieldReader(body, (problems) =>
    invalidParams(problems.map(({ path, is }) => (is === 'missing' ? isMissing(path) : isInvalid(path)))),
  );
}
