import { type Issue, issue } from '../../mapping/issue.ts';

/** Names that JavaScript gives a meaning of its own: copies of an object leave them out, and nothing is called so. */
const reserved = ['__proto__', 'constructor', 'prototype'];

/** Deeper than any document; one that is deeper is refused for that. */
const maxDepth = 30;

/** Names every field of a parsed JSON that is called so, at any place: it would be dropped in silence. */
export function reservedKeys(value: unknown, path: Issue['path'] = []): Issue[] {
  if (value === null || typeof value !== 'object' || path.length > maxDepth) return [];
  if (Array.isArray(value)) return value.flatMap((each, index) => reservedKeys(each, [...path, index]));
  return Object.entries(value).flatMap(([name, each]) =>
    reserved.includes(name)
      ? [issue([...path, name], 'unknown_field', {})]
      : reservedKeys(each, [...path, name]),
  );
}
