import type { z } from 'zod';
import { partOf } from './fields.ts';
import { type Issue, within } from './issue.ts';
import { unknownNames } from './unknown-names.ts';

/** Checks the names in a mapping's expressions. `inputs`: what the expressions of each part of the target are given. */
export function checkNames(
  mapping: Readonly<Record<string, string>>,
  inputs: Readonly<Record<string, z.ZodObject>>,
): Issue[] {
  return Object.entries(mapping).flatMap(([name, source]) => {
    const { part } = partOf(name);
    const input = Object.hasOwn(inputs, part) ? inputs[part] : undefined;
    return input === undefined ? [] : checkExpressionNames([name], source, input);
  });
}

/** The same for one expression. What does not compile is reported by whoever compiles it. */
export function checkExpressionNames(path: Issue['path'], source: string, input: z.ZodObject): Issue[] {
  try {
    return unknownNames(source, input).map((unknown) => within(path, unknown));
  } catch {
    return [];
  }
}
