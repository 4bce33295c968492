/** The fields of bodies. A null counts as not sent: whether it takes a value away is not known. Unknown fields are refused. */
import { each, type FieldRules, readFields, type Shape } from '../../kit/fields/shape.ts';
import type { Json, JsonObject } from '../../kit/json.ts';
import { invalid } from '../refusal.ts';
import type { CcvSettings } from '../settings.ts';

export type FieldKind = 'text' | 'int' | 'number' | 'flag' | 'date';

/** `text('name title')` and so on: fields of one kind, their names separated by blanks. */
export const text = (names: string): Shape<FieldKind> => each('text', names);
export const int = (names: string): Shape<FieldKind> => each('int', names);
export const number = (names: string): Shape<FieldKind> => each('number', names);
export const flag = (names: string): Shape<FieldKind> => each('flag', names);

export function readBodyFields(
  body: JsonObject,
  shape: Shape<FieldKind>,
  settings: CcvSettings,
  required: readonly string[] = [],
): JsonObject {
  const rules: FieldRules<FieldKind> = {
    read,
    keepsNull: false,
    emptyListIsObject: false,
    unknownField:
      settings.unknownFields === 'ignored' ? null : (name) => invalid(`The property ${name} is not defined`),
    wrongValue: (name) => invalid(`The property ${name} is of another type`),
  };
  const sent = readFields(body, shape, rules);
  const missing = required.find((name) => sent[name] === undefined || sent[name] === '');
  if (missing !== undefined) throw invalid(`The property ${missing} is required`);
  return sent;
}

/** No amount, number or id of a shop is larger. */
const maxNumber = 1e12;

function read(value: Json, kind: FieldKind): Json | undefined {
  switch (kind) {
    case 'text':
      return typeof value === 'string' ? value : undefined;
    case 'flag':
      return typeof value === 'boolean' ? value : undefined;
    case 'int':
      return Number.isInteger(value) && Math.abs(Number(value)) <= maxNumber ? value : undefined;
    case 'number':
      return typeof value === 'number' && Math.abs(value) <= maxNumber ? value : undefined;
    case 'date':
      return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(value)
        ? value
        : undefined;
  }
}
