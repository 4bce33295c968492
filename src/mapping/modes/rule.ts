/** What fills a field in, as people choose it. Each is an expression of the mapping in the end (compile-rule.ts, read-rule.ts). */
import { z } from 'zod';

const scalar = z.union([z.string(), z.number(), z.boolean()]);
export type Scalar = z.infer<typeof scalar>;

const path = z.string().min(1).describe('A field of what is read: `order.customer.name`');

const tableRow = z.strictObject({ when: scalar, becomes: scalar });
export type TableRow = z.infer<typeof tableRow>;

export const rule = z.discriminatedUnion('mode', [
  z.strictObject({ mode: z.literal('fixed'), value: z.union([scalar, z.array(z.string())]) }),
  z.strictObject({ mode: z.literal('field'), path }),
  z.strictObject({
    mode: z.literal('text'),
    text: z.string().min(1).describe('With fields in braces: `Order {number}`; a brace itself is written twice'),
    most: z.int().min(1).max(10_000).optional().describe('What is longer is cut to so many characters'),
  }),
  z.strictObject({
    mode: z.literal('table'),
    by: path,
    rows: z.array(tableRow).min(1),
    default: scalar.optional().describe('For every other value, and where there is none'),
    force: scalar.optional().describe('For every value, whatever stands in the table'),
  }),
  z.strictObject({ mode: z.literal('formula'), expression: z.string().min(1) }),
]);

export type Rule = z.infer<typeof rule>;
export type Mode = Rule['mode'];
export type Table = Extract<Rule, { mode: 'table' }>;

/** What expressions of one part are given. A path that begins with none of `roots` is of `main`: `{number}` is `{order.number}`. */
export interface Scope {
  readonly roots: readonly string[];
  readonly main: string;
}

/** `input`: its last field is what expressions are mostly about. */
export function scopeOf(input: z.ZodObject): Scope {
  const roots = Object.keys(input.shape);
  return { roots, main: roots.at(-1) ?? '' };
}
