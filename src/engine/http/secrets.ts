const shortest = 6;

/** What of an `Authorization` header is secret: a token, or the values of a signed one (`oauth_token="…"`). */
export function secretsOf(authorisation: string): string[] {
  const values = authorisation
    .split(/[\s,="]+/)
    .filter((part) => part.length >= shortest && !/^oauth_[a-z_]+$/.test(part));
  return [...new Set(values.flatMap((value) => [value, decoded(value)]))].filter(
    (value) => value !== 'Bearer',
  );
}

/** The value with `…` where a text of it repeats a secret: some systems answer with what they were sent. */
export function masked(value: unknown, secrets: readonly string[]): unknown {
  if (typeof value === 'string') {
    return secrets.reduce((text, secret) => text.replaceAll(secret, '…'), value);
  }
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((each) => masked(each, secrets));
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [String(masked(name, secrets)), masked(each, secrets)]),
  );
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
