/** What `GET` gives beside the document, by name: a `PUT` of the whole passes over it. */
export const readOnlyParts = [
  'id',
  'revision',
  'problems',
  'warnings',
  'counts',
  'progress',
  'accounts',
  'days',
  'today',
] as const;

/** The document in what `GET` gave. */
export function withoutReadOnly(input: unknown): unknown {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return input;
  const isReadOnly = (name: string) => (readOnlyParts as readonly string[]).includes(name);
  return Object.fromEntries(Object.entries(input).filter(([name]) => !isReadOnly(name)));
}
