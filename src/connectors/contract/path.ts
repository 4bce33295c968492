/** A path relative to a connector's base address. Only `path` makes one, so that no id can lead anywhere else. */
export interface Path {
  /** Null when an id cannot be a segment (empty, `.`, `..` or half a character): such a record does not exist. */
  readonly text: string | null;
}

/** `` path`/orders/${id}` ``: encodes every value as one segment. */
export function path(literals: TemplateStringsArray, ...values: readonly (string | number)[]): Path {
  const segments = values.map(String);
  if (segments.some((each) => /^\.{0,2}$/.test(each) || !each.isWellFormed())) return { text: null };
  return { text: String.raw({ raw: literals }, ...segments.map(encodeURIComponent)) };
}
