import { parsePath, printPath, type Step, shortPath, wholePath } from './path.ts';
import type { Scope } from './rule.ts';

/** Words, or a field by its path from the root on. */
export type TextPart = string | { readonly path: readonly Step[] };

/** A brace that is not closed, or what stands in braces and is no path. */
export class TemplateError extends Error {
  override readonly name = 'TemplateError';
  readonly what: string;

  constructor(what: string) {
    super(`${what} is not a field.`);
    this.what = what;
  }
}

const token = /\{\{|\}\}|\{([^{}]*)\}|[{}]|[^{}]+/g;

/** Reads `Order {number}`. Throws a TemplateError. */
export function parseTemplate(text: string, scope: Scope): TextPart[] {
  const parts: TextPart[] = [];
  const say = (words: string) => {
    const last = parts.at(-1);
    if (typeof last === 'string') parts[parts.length - 1] = last + words;
    else parts.push(words);
  };
  for (const [found, inner] of text.matchAll(token)) {
    if (found === '{{' || found === '}}') say(found.charAt(0));
    else if (inner !== undefined) {
      const path = parsePath(inner);
      if (path === null) throw new TemplateError(found);
      parts.push({ path: wholePath(path, scope) });
    } else if (found === '{' || found === '}') throw new TemplateError(found);
    else say(found);
  }
  return parts;
}

/** Null where a field has a name that cannot be written. */
export function printTemplate(parts: readonly TextPart[], scope: Scope): string | null {
  const printed = parts.map((part) => {
    if (typeof part === 'string') return part.replaceAll('{', '{{').replaceAll('}', '}}');
    const path = printPath(shortPath(part.path, scope));
    return path === null || /[{}]/.test(path) ? null : `{${path}}`;
  });
  return printed.every((each) => each !== null) ? printed.join('') : null;
}
