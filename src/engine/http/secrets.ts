import { encoded } from './encoding.ts';

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

/** A secret as it may stand in an address: systems that repeat one encode it in their own way. */
export function inAddress(secret: string): string[] {
  const forms = [
    encoded(secret),
    encodeURIComponent(secret),
    new URLSearchParams({ s: secret }).toString().slice(2),
  ];
  const lower = forms.map((form) => form.replace(/%[0-9A-F]{2}/g, (hex) => hex.toLowerCase()));
  return [...new Set([secret, ...forms, ...lower])];
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
export function textsIn(value: unknown): string[] {
  const texts: string[] = [];
  const collect = (each: unknown) => {
    if (typeof each === 'string') texts.push(each);
    if (each === null || typeof each !== 'object') return;
    for (const [name, inner] of Object.entries(each)) {
      texts.push(name);
      collect(inner);
    }
  };
  collect(value);
  return texts;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
