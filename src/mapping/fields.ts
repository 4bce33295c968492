import type { z } from 'zod';
import { rejected } from '../records/problem.ts';
import { isIssueCode } from '../texts/en/issues.ts';
import { checkExpression } from './check-expression.ts';
import { compileExpression } from './expression.ts';
import { type Issue, issue, issueOf, within } from './issue.ts';
import { nearestName } from './nearest-name.ts';

type Mapping = Readonly<Record<string, string>>;

/** `customer.phone` of a mapping is the field `phone` of the part `customer`; a name without a part is the document's. */
export function partOf(name: string): { part: string; field: string } {
  const dot = name.indexOf('.');
  return dot < 0 ? { part: '', field: name } : { part: name.slice(0, dot), field: name.slice(dot + 1) };
}

/** Checks names and expressions when a mapping is saved. `parts` holds the fields that each part of the target has. */
export function checkMapping(mapping: Mapping, parts: Readonly<Record<string, z.ZodObject>>): Issue[] {
  return Object.entries(mapping).flatMap(([name, source]) => {
    const issues = checkField(name, parts);
    return [...issues, ...checkExpression([name], source, name)];
  });
}

/** Checks constants: the field must exist, the value must fit it. */
export function checkConstants(
  constants: Readonly<Record<string, unknown>>,
  parts: Readonly<Record<string, z.ZodObject>>,
): Issue[] {
  return Object.entries(constants).flatMap(([name, value]) => {
    const issues = checkField(name, parts);
    const result = fieldSchema(name, parts)?.safeParse(value);
    const [first] = result?.error?.issues ?? [];
    // Where a list or an object does not fit, the field as a whole is named.
    return first === undefined ? issues : [...issues, { ...issueOf(first), path: [name] }];
  });
}

/** Checks both that fill the target's fields in: the mapping, and the setting `fixed`. */
export function checkFields(
  mapping: Mapping,
  fixed: Readonly<Record<string, unknown>>,
  parts: Readonly<Record<string, z.ZodObject>>,
): Issue[] {
  return [
    ...checkMapping(mapping, parts).map((issue) => within(['mapping'], issue)),
    ...checkConstants(fixed, parts).map((issue) => within(['settings', 'fixed'], issue)),
  ];
}

/** Every name that a mapping may use. */
export function fieldNames(parts: Readonly<Record<string, z.ZodObject>>): string[] {
  return Object.entries(parts).flatMap(([part, { shape }]) =>
    Object.keys(shape).map((field) => (part ? `${part}.${field}` : field)),
  );
}

function checkField(name: string, parts: Readonly<Record<string, z.ZodObject>>): Issue[] {
  if (fieldSchema(name, parts)) return [];
  const names = fieldNames(parts);
  return [issue([name], 'no_target_field', { nearest: nearestName(name, names) ?? '', names })];
}

function fieldSchema(name: string, parts: Readonly<Record<string, z.ZodObject>>): z.ZodType | undefined {
  const { part, field } = partOf(name);
  const fields = Object.hasOwn(parts, part) ? parts[part] : undefined;
  return fields && ownSchema(fields, field);
}

function ownSchema({ shape }: z.ZodObject, field: string): z.ZodType | undefined {
  return Object.hasOwn(shape, field) ? (shape[field] as z.ZodType) : undefined;
}

/**
 * The values of one part's fields: constants first, expressions over `input` above them. An expression without a
 * result leaves its field out. Throws `mapping_failed`, naming the field, when a value does not fit.
 */
export async function mapFields(
  part: string,
  fields: z.ZodObject,
  mapping: Mapping,
  constants: Readonly<Record<string, unknown>>,
  input: unknown,
): Promise<Record<string, unknown>> {
  const values: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(constants)) {
    const at = partOf(name);
    if (at.part === part) values[at.field] = value;
  }
  for (const [name, source] of Object.entries(mapping)) {
    const at = partOf(name);
    if (at.part !== part) continue;
    const value = await compileExpression(source, name).evaluate(input);
    if (value === undefined) continue;
    values[at.field] = fitted(name, value, ownSchema(fields, at.field));
  }
  return values;
}

function fitted(name: string, value: unknown, schema: z.ZodType | undefined): unknown {
  const result = schema?.safeParse(value);
  if (result?.success) return result.data;
  throw rejected('mapping_failed', {
    field: name,
    ...(result ? misfit(result.error) : { issue: 'no_such_field' }),
  });
}

/** zod's code for what is wrong, or the catalogue's own where the schema names one. */
function misfit({ issues: [first] }: z.ZodError): { readonly issue: string; readonly expected?: string } {
  if (first === undefined) return { issue: 'not_as_expected' };
  switch (first.code) {
    case 'invalid_type':
      return { issue: first.code, expected: first.expected };
    case 'invalid_value':
      return { issue: first.code, expected: first.values.join(', ') };
    case 'invalid_format':
      return { issue: first.code, expected: first.format };
    case 'custom':
      return { issue: isIssueCode(first.message) ? first.message : 'not_as_expected' };
    default:
      return { issue: first.code };
  }
}
