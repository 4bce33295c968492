import jsonata from 'jsonata';
import { tooLong } from './weight.ts';

/** A text or a list that one call makes; what is made step by step is weighed as it grows. */
const longestText = 10_000;
const longestList = 10_000;

/**
 * Functions of JSONata that make of little input as much as they are told to, or that take very long, put in bounds. Each
 * does what JSONata's own does (its documentation has the details), or throws `too_long`.
 */
export function boundFunctions(expression: jsonata.Expression): void {
  expression.registerFunction('pad', pad, '<s-ns?:s>');
  expression.registerFunction('join', join, '<a<s>s?:s>');
  expression.registerFunction('zip', zip, '<a+>');
  expression.registerFunction('distinct', distinct, '<x:x>');
  expression.registerFunction('toMillis', toMillis, '<s-s?:n>');
  expression.registerFunction('fromMillis', fromMillis, '<n-s?s?:s>');
}

/** Counts characters as people do, as JSONata does. */
function pad(text: string | undefined, width: number, character = ' '): string | undefined {
  if (text === undefined) return undefined;
  const missing = Math.abs(Math.trunc(width)) - [...text].length;
  if (missing > longestText) throw tooLong();
  if (!(missing > 0)) return text;
  const filling = [...(character === '' ? ' ' : character)];
  const padding = Array.from({ length: missing }, (_, at) => filling[at % filling.length]).join('');
  return width > 0 ? text + padding : padding + text;
}

function join(texts: readonly string[] | undefined, separator = ''): string | undefined {
  if (texts === undefined) return undefined;
  const length = texts.reduce((sum, each) => sum + each.length + separator.length, 0);
  if (length > 10 * longestText) throw tooLong();
  return texts.join(separator);
}

function zip(...lists: readonly (readonly unknown[] | undefined)[]): unknown[][] {
  const length = Math.min(...lists.map((list) => (Array.isArray(list) ? list.length : 0)));
  if (length * lists.length > longestList) throw tooLong();
  return Array.from({ length }, (_, at) => lists.map((list) => list?.[at]));
}

/** JSONata compares every two elements; this looks each up once. */
function distinct(list: unknown): unknown {
  if (!Array.isArray(list) || list.length <= 1) return list;
  const seen = new Set<string>();
  const kept = list.filter((each) => {
    const text = `${typeof each} ${canonical(each)}`;
    return !seen.has(text) && seen.add(text);
  });
  const isSequence = (list as { sequence?: boolean }).sequence === true;
  return isSequence && kept.length === 1 ? kept[0] : kept;
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_name, each: unknown) =>
    each !== null && typeof each === 'object' && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}

type DateFunction = (this: unknown, ...given: unknown[]) => unknown;

/** JSONata's own, which no export gives. */
const own = (name: string): Promise<{ implementation: DateFunction }> => jsonata(`$${name}`).evaluate({});
const [ownToMillis, ownFromMillis] = [own('toMillis'), own('fromMillis')];

/** Parts of a picture that read any run of letters, and those that read numbers written out. */
const ofLetters = /\[(?:[FPCE]|.[^\],\d]*[a-z])/gi;
const ofWords = /\[.[^\],]*w/gi;

/** A picture becomes a regular expression of JSONata's own making: only a short one on a short text cannot take for ever. */
async function toMillis(this: unknown, text: string | undefined, picture?: string): Promise<unknown> {
  if (text === undefined) return undefined;
  if (picture !== undefined) {
    const parts = (kind: RegExp) => picture.match(kind)?.length ?? 0;
    const long = text.length > 60 || picture.length > 200 || parts(/\[/g) > 10;
    if (long || parts(ofLetters) > 4 || parts(ofWords) > 0) throw tooLong();
  }
  return (await ownToMillis).implementation.call(this, text, picture);
}

/** A width in a picture pads as `$pad` does. */
async function fromMillis(
  this: unknown,
  ...[ms, picture, zone]: [number?, string?, string?]
): Promise<unknown> {
  if (ms === undefined) return undefined;
  if (picture !== undefined && (picture.length > 200 || /[,-]\s*\d{3,}/.test(picture))) throw tooLong();
  return (await ownFromMillis).implementation.call(this, ms, picture, zone);
}
