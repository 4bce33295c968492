import type { JsonObject } from '../connectors/contract/target.ts';
import { rejected } from '../records/problem.ts';

interface Bounded {
  /** Of what is written, for people. */
  readonly system: string;
  readonly lengths?: Readonly<Record<string, number>> | undefined;
}

/**
 * Throws `text_too_long` where a text of a body is longer than its target keeps: there it would be cut in silence. Paths
 * lead through lists: `entity.items.name` is the name of each item. Tells field and lengths, and nothing of the text.
 */
export function requireLengths(body: JsonObject, { system, lengths = {} }: Bounded): void {
  for (const [field, maxLength] of Object.entries(lengths)) {
    for (const text of textsAt(body, field.split('.'))) {
      const length = [...text].length;
      if (length > maxLength) throw rejected('text_too_long', { system, field, length, maxLength });
    }
  }
}

function textsAt(value: unknown, [name, ...rest]: readonly string[]): string[] {
  if (Array.isArray(value)) {
    const path = name === undefined ? [] : [name, ...rest];
    return value.flatMap((each) => textsAt(each, path));
  }
  if (name === undefined) return typeof value === 'string' ? [value] : [];
  if (value === null || typeof value !== 'object') return [];
  return textsAt((value as JsonObject)[name], rest);
}
