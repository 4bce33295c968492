import { isObject, type Json, type JsonObject } from '../json.ts';

/** Which fields an object has. `Kind` is what a system knows a value to be: its numbers, its texts, a choice of words. */
export type Shape<Kind> = ReadonlyMap<string, Field<Kind>>;

export type Field<Kind> =
  | { readonly is: 'value' | 'values'; readonly kind: Kind }
  | { readonly is: 'object' | 'objects'; readonly shape: Shape<Kind> };

/** How a system reads the fields of what it is sent. */
export interface FieldRules<Kind> {
  /** The value as the system keeps it; undefined where it is of another kind. */
  readonly read: (value: Json, kind: Kind) => Json | undefined;
  /** Whether a null is kept; else the field counts as absent. */
  readonly keepsNull: boolean;
  /** Whether an empty list stands for an empty object, as in PHP. */
  readonly emptyListIsObject: boolean;
  /** The refusal of a field that the shape does not have; null ignores such fields. */
  readonly unknownField: ((name: string) => Error) | null;
  readonly wrongValue: (name: string, value: Json, field: Field<Kind>) => Error;
}

/** Fields of one kind; their names are separated by blanks. */
export function each<Kind>(kind: Kind, names: string, is: 'value' | 'values' = 'value'): Shape<Kind> {
  return new Map(words(names).map((name): [string, Field<Kind>] => [name, { is, kind }]));
}

/** Objects, or lists of objects, within an object. */
export function within<Kind>(
  shapes: Readonly<Record<string, Shape<Kind>>>,
  is: 'object' | 'objects' = 'object',
): Shape<Kind> {
  return new Map(Object.entries(shapes).map(([name, shape]): [string, Field<Kind>] => [name, { is, shape }]));
}

/** The fields of all of the shapes. */
export function together<Kind>(...shapes: readonly Shape<Kind>[]): Shape<Kind> {
  return new Map(shapes.flatMap((shape) => [...shape]));
}

export function words(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

/** What the shape knows of an object, checked. Throws the refusals of the rules. */
export function readFields<Kind>(
  object: JsonObject,
  shape: Shape<Kind>,
  rules: FieldRules<Kind>,
): JsonObject {
  const entries = Object.entries(object).flatMap(([name, value]) => {
    const field = shape.get(name);
    if (field === undefined) {
      if (rules.unknownField === null) return [];
      throw rules.unknownField(name);
    }
    if (value === null) return rules.keepsNull ? [[name, value] as const] : [];
    return [[name, readField(name, value, field, rules)] as const];
  });
  return Object.fromEntries(entries);
}

function readField<Kind>(name: string, value: Json, field: Field<Kind>, rules: FieldRules<Kind>): Json {
  switch (field.is) {
    case 'value': {
      const read = rules.read(value, field.kind);
      if (read === undefined) throw rules.wrongValue(name, value, field);
      return read;
    }
    case 'object': {
      if (rules.emptyListIsObject && Array.isArray(value) && value.length === 0) return {};
      if (!isObject(value)) throw rules.wrongValue(name, value, field);
      return readFields(value, field.shape, rules);
    }
    case 'values': {
      if (!Array.isArray(value)) throw rules.wrongValue(name, value, field);
      return value.map((one) => readField(name, one, { ...field, is: 'value' }, rules));
    }
    case 'objects': {
      if (!Array.isArray(value)) throw rules.wrongValue(name, value, field);
      return value.map((one) => {
        if (!isObject(one)) throw rules.wrongValue(name, one, field);
        return readFields(one, field.shape, rules);
      });
    }
  }
}
