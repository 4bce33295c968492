import { fieldWords } from './field-words.ts';

/**
 * What is let through of a refusal into tasks, alerts and logs: codes and names of fields. The system's own words repeat
 * what they were sent in any form, so they stay in the sealed activity.
 */
const maxCode = 80;
const maxFields = 10;
/** Shorter words are parts of too many others. */
const minWord = 3;

/** `params.invalid`, `WRONG_PARAMETER`, `NotFound`, `500.40`: no single word that could be a name, no long number. */
const code =
  /^(?:[A-Z][A-Z0-9]*|[A-Za-z][A-Za-z0-9]*(?:[._:-]+[A-Za-z0-9]+)+|[A-Z]?[a-z]+(?:[A-Z][a-z]+)+|\d{3}(?:\.\d{1,3})?)$/;
const numberCode = /^\d{3}(\.\d{1,3})?$/;
const maxDigits = 4;

/** The code where it looks like one and repeats nothing of what is known of the record; else undefined. */
export function codeIn(given: string | undefined, known: unknown): string | undefined {
  if (given === undefined || given.length > maxCode || !code.test(given)) return undefined;
  if (numberCode.test(given)) return given;
  if (given.replace(/\D/g, '').length > maxDigits) return undefined;
  const words = new Set(wordsOf(known));
  const isRepeated = partsOf(given).some((part) => !fieldWords.has(part) && repeats(part, words));
  return isRepeated ? undefined : given;
}

/** The names of fields that are known: sent ones, and those that are made of words for fields. */
export function fieldsIn(given: readonly string[] | undefined, known: unknown): string[] {
  const sent = new Set(fieldNames(known));
  const isKnown = (name: string) =>
    name.length <= maxCode &&
    /[A-Za-z]/.test(name) &&
    name
      .split(/[./[\]]+/)
      .every((segment) => /^\d{0,2}$/.test(segment) || sent.has(segment) || isFieldName(segment));
  return [...new Set(given?.filter(isKnown))].slice(0, maxFields);
}

function isFieldName(segment: string): boolean {
  return /^[A-Za-z][A-Za-z0-9_-]*$/.test(segment) && partsOf(segment).every((part) => fieldWords.has(part));
}

/** Words of a code or a name, in small letters: `firstName`, `first_name`, `FIRST-NAME`. */
function partsOf(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((part) => part !== '');
}

/** Also where it was cut short, or something was put to it. */
function repeats(part: string, words: ReadonlySet<string>): boolean {
  if (part.length < minWord) return words.has(part);
  return [...words].some(
    (word) =>
      word.startsWith(part) || (word.length >= minWord && part.includes(word) && !fieldWords.has(word)),
  );
}

/** Words of every text, without accents, as they would stand in a code. */
function* wordsOf(value: unknown): Generator<string> {
  if (typeof value === 'string') {
    const plain = value.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
    for (const word of plain.split(/[^\p{L}\p{N}]+/u)) if (word !== '' && !fieldWords.has(word)) yield word;
    yield plain.replace(/[^\p{L}\p{N}]+/gu, '');
  } else if (value !== null && typeof value === 'object') {
    for (const each of Object.values(value)) yield* wordsOf(each);
  }
}

function* fieldNames(value: unknown): Generator<string> {
  if (value === null || typeof value !== 'object') return;
  if (!Array.isArray(value)) yield* Object.keys(value);
  for (const each of Object.values(value)) yield* fieldNames(each);
}
