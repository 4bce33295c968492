import { z } from 'zod';
import { shapeOf } from '../record-shape.ts';
import { type FieldKind, fieldKindOf } from './field-kind.ts';
import { parsePath, printPath, type Step, wholePath } from './path.ts';
import { type Scope, scopeOf } from './rule.ts';

/** What a field that expressions read holds; texts where that is not known, such as of a shop's own fields. */
export function kindAt(input: z.ZodObject, path: string, scope: Scope = scopeOf(input)): FieldKind {
  const steps = wholePath(parsePath(path) ?? [], scope);
  let at: z.ZodType | undefined = input;
  for (const { name } of steps) {
    const shape = shapeOf(at, '');
    at = shape.kind === 'fields' && Object.hasOwn(shape.fields, name) ? shape.fields[name] : undefined;
  }
  return at === undefined || steps.length === 0 ? { kind: 'text', options: null } : fieldKindOf(at);
}

const maxDepth = 5;

/** Every field of what expressions are given that holds one value; of a list those of its first element. */
export function pathsIn(input: z.ZodObject): string[] {
  return Object.entries(input.shape)
    .toReversed()
    .flatMap(([name, schema]) => below(schema as z.ZodType, [{ name }]));
}

function below(schema: z.ZodType, steps: readonly Step[]): string[] {
  const { innerType } = schema.def as { readonly innerType?: z.ZodType };
  if (innerType !== undefined) return below(innerType, steps);
  const last = steps.at(-1);
  if (schema instanceof z.ZodArray && last?.at === undefined && last !== undefined)
    return below(schema.element as z.ZodType, [...steps.slice(0, -1), { name: last.name, at: 0 }]);
  if (schema instanceof z.ZodObject) {
    if (steps.length >= maxDepth) return [];
    return Object.entries(schema.shape).flatMap(([name, inner]) =>
      below(inner as z.ZodType, [...steps, { name }]),
    );
  }
  const { kind } = fieldKindOf(schema);
  const path = kind === 'list' || kind === 'other' ? null : printPath(steps);
  return path === null ? [] : [path];
}
