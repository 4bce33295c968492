import { z } from 'zod';

/** What is known of a value that an expression meets: the fields of a record, a plain value, or nothing. */
export type Shape =
  | { readonly kind: 'fields'; readonly name: string; readonly fields: Readonly<Record<string, z.ZodType>> }
  | { readonly kind: 'value'; readonly name: string }
  | { readonly kind: 'unknown' };

export const unknown: Shape = { kind: 'unknown' };

/** The shape of what a schema lets through. `name`: as an expression writes it. A list counts as its elements, as JSONata has it. */
export function shapeOf(schema: z.ZodType | undefined, name: string): Shape {
  if (schema === undefined) return unknown;
  if (schema instanceof z.ZodObject) {
    return { kind: 'fields', name, fields: schema.shape as Readonly<Record<string, z.ZodType>> };
  }
  if (schema instanceof z.ZodArray) return shapeOf(schema.element as z.ZodType, name);
  if (schema instanceof z.ZodPipe) return shapeOf(schema.out as z.ZodType, name);
  const { innerType } = schema.def as { readonly innerType?: z.ZodType };
  if (innerType !== undefined) return shapeOf(innerType, name);
  return plainTypes.includes(schema.def.type) ? { kind: 'value', name } : unknown;
}

const plainTypes: readonly string[] = ['string', 'number', 'int', 'boolean', 'enum', 'literal'];
