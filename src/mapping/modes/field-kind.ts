import { z } from 'zod';
import type { Mode, Scalar } from './rule.ts';

/** What a field of the target holds, as far as a form asks. */
export interface FieldKind {
  readonly kind: 'text' | 'number' | 'boolean' | 'list' | 'other';
  /** All that it may be; null where that is no short list. */
  readonly options: readonly Scalar[] | null;
}

export function fieldKindOf(schema: z.ZodType): FieldKind {
  const { innerType, options } = schema.def as {
    readonly innerType?: z.ZodType;
    readonly options?: readonly z.ZodType[];
  };
  if (innerType !== undefined) return fieldKindOf(innerType);
  if (schema instanceof z.ZodEnum) return closed(schema.options as Scalar[]);
  if (schema instanceof z.ZodLiteral) return closed([...schema.values] as Scalar[]);
  if (schema instanceof z.ZodUnion && options?.every((each) => each instanceof z.ZodLiteral))
    return closed(options.flatMap((each) => [...(each as z.ZodLiteral).values] as Scalar[]));
  switch (schema.def.type) {
    case 'string':
      return { kind: 'text', options: null };
    case 'number':
      return { kind: 'number', options: null };
    case 'boolean':
      return { kind: 'boolean', options: [true, false] };
    case 'array':
      return { kind: 'list', options: null };
    default:
      return { kind: 'other', options: null };
  }
}

function closed(options: readonly Scalar[]): FieldKind {
  const isNumber = options.every((option) => typeof option === 'number');
  return { kind: isNumber ? 'number' : 'text', options };
}

/** What may fill it in, the simplest first. */
export function modesOf({ kind, options }: FieldKind): readonly Mode[] {
  switch (kind) {
    case 'text':
      return options === null
        ? ['fixed', 'field', 'text', 'table', 'formula']
        : ['fixed', 'field', 'table', 'formula'];
    case 'number':
    case 'boolean':
      return ['fixed', 'field', 'table', 'formula'];
    case 'list':
      return ['fixed', 'formula'];
    case 'other':
      return ['formula'];
  }
}

/** A value that was typed, as this kind of field holds it. Null for what is none. */
export function scalarOf(text: string, { kind }: Pick<FieldKind, 'kind'>): Scalar | null {
  switch (kind) {
    case 'number': {
      const number = Number(text.trim());
      return text.trim() === '' || !Number.isFinite(number) ? null : number;
    }
    case 'boolean':
      return text === 'true' || text === 'false' ? text === 'true' : null;
    default:
      return text;
  }
}
