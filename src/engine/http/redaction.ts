const maxLength = 300;
/** Nothing beyond it is looked at: some of what follows takes long on texts without an end. */
const maxRead = 4_000;

/**
 * Takes personal data out of a system's own words, so that the reason can be kept with a task: e-mail addresses, long
 * numbers, and whatever text is known of the person, in whatever case it comes back. Field names stay.
 */
export function scrub(message: string, known: unknown): string {
  let text = message.slice(0, maxRead);
  const names = new Set(fieldNames(known));
  const values = [...textValues(known)].filter((value) => isTelling(value) && !names.has(value));
  // Longest first: a name must not be cut out of the middle of an address, leaving its rest.
  for (const value of values.sort((a, b) => b.length - a.length)) {
    text = text.replace(pattern(value), '…');
  }
  return text
    .replace(/[^\s"'<>:,;()]+@[^\s"'<>:,;()]+/g, '…')
    .replace(/\+?\d[\d\s-]{7,}\d/g, '…')
    .slice(0, maxLength);
}

const minLength = 4;

/** Short words (codes, countries) and codes such as `pay_later` say nothing of anybody and are often the reason itself. */
function isTelling(value: string): boolean {
  if (/^[a-z]+(_[a-z]+)+$/.test(value)) return false;
  return value.length >= minLength || isShortName(value);
}

/** "Jo", "Ann". */
function isShortName(value: string): boolean {
  return /^\p{Lu}\p{Ll}{1,2}$/u.test(value);
}

/** A short name as a word of its own only; it is a part of too many others. */
function pattern(value: string): RegExp {
  const literal = value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return isShortName(value)
    ? new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, 'gu')
    : new RegExp(literal, 'giu');
}

function* textValues(value: unknown): Generator<string> {
  if (typeof value === 'string') {
    if (value.trim() !== '') yield value.trim();
  } else if (value !== null && typeof value === 'object') {
    for (const each of Object.values(value)) yield* textValues(each);
  }
}

function* fieldNames(value: unknown): Generator<string> {
  if (value === null || typeof value !== 'object') return;
  if (!Array.isArray(value)) yield* Object.keys(value);
  for (const each of Object.values(value)) yield* fieldNames(each);
}
