/** Which properties an object of the API has, and of which type: what is not known is refused (sheet 3). */
import {
  each,
  type FieldRules,
  readFields,
  type Shape as ShapeOf,
  together,
  within,
} from '../kit/fields/shape.ts';
import type { Json, JsonObject } from '../kit/json.ts';
import { invalidType, refusal } from './refusal.ts';

type Kind = 'int' | 'float' | 'string' | 'bool' | 'any';
export type Shape = ShapeOf<Kind>;

interface Names extends Readonly<Partial<Record<Kind, string>>> {
  readonly strings?: string;
  readonly ints?: string;
  readonly nested?: Readonly<Record<string, Shape>>;
  readonly lists?: Readonly<Record<string, Shape>>;
}

export function shape({ int, float, string, bool, any, strings, ints, nested, lists }: Names): Shape {
  return together<Kind>(
    each('int', int ?? ''),
    each('float', float ?? ''),
    each('string', string ?? ''),
    each('bool', bool ?? ''),
    each('any', any ?? ''),
    each('string', strings ?? '', 'values'),
    each('int', ints ?? '', 'values'),
    within(nested ?? {}),
    within(lists ?? {}, 'objects'),
  );
}

const rules: FieldRules<Kind> = {
  read: (value, kind) => (kind === 'any' ? value : scalar(value, kind)),
  keepsNull: false,
  emptyListIsObject: true,
  unknownField: (fieldName) =>
    refusal(400, '"%fieldName" is not supported. Correct the field name and try again.', { fieldName }),
  wrongValue: (name, value, field) => {
    if (field.is === 'value') return invalidType(name, value, field.kind);
    return invalidType(name, value, field.is === 'values' ? `${field.kind}[]` : 'array');
  },
};

/** The object with its scalars in the type of the shop; what is null counts as absent. Throws a `Refusal`. */
export function shaped(object: JsonObject, to: Shape): JsonObject {
  return readFields(object, to, rules);
}

function scalar(value: Json, kind: Exclude<Kind, 'any'>): Json | undefined {
  if (typeof value === 'object') return undefined;
  if (kind === 'string') return typeof value === 'boolean' ? (value ? '1' : '') : String(value);
  if (kind === 'bool') {
    if ([true, 1, '1', 'true'].includes(value)) return true;
    return [false, 0, '0', 'false', ''].includes(value) ? false : undefined;
  }
  const number = numberOf(value);
  if (number === null || Math.abs(number) >= 1e15) return undefined;
  return kind === 'float' || Number.isInteger(number) ? number : undefined;
}

function numberOf(value: string | number | boolean): number | null {
  if (typeof value === 'boolean') return Number(value);
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  return /^-?\d{1,15}(\.\d{1,12})?$/.test(value.trim()) ? Number(value) : null;
}
