/** A shorter text is part of too much else to be masked. */
export const minSecretLength = 4;
/** In a header, where not every part is a secret. */
const minPartLength = 6;

/** What of a header's value is secret: a token, or the values of a signed one (`oauth_token="…"`). */
export function secretsOf(header: string): string[] {
  const values = header
    .split(/[\s,="]+/)
    .filter((part) => part.length >= minPartLength && !/^oauth_[a-z_]+$/.test(part));
  return [...new Set(values.flatMap((value) => [value, decoded(value)]))].filter(
    (value) => value !== 'Bearer',
  );
}

/** The value with `…` where a text of it repeats a secret: some systems answer with what they were sent. */
export function masked(value: unknown, secrets: readonly string[]): unknown {
  // Longest first: a secret must not be cut out of the middle of a longer one, leaving its rest.
  return replaced(
    value,
    [...secrets].sort((a, b) => b.length - a.length),
  );
}

function replaced(value: unknown, secrets: readonly string[]): unknown {
  if (typeof value === 'string') {
    return secrets.reduce((text, secret) => text.replaceAll(secret, '…'), value);
  }
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((each) => replaced(each, secrets));
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [String(replaced(name, secrets)), replaced(each, secrets)]),
  );
}

/** Every text of a value, names of fields too. */
export function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  if (value === null || typeof value !== 'object') return;
  for (const [name, each] of Object.entries(value)) {
    yield name;
    yield* textsIn(each);
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
