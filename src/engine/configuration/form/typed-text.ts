/** Texts as a field of one line shows and takes them. */

/**
 * A text that such a field would not keep as it is (an empty one, outer blanks, line breaks) stands in quotes, as JSON writes it;
 * every other one stands as it is.
 */
export function shownText(text: string): string {
  return isKept(text) ? text : JSON.stringify(text);
}

/** What is meant by what was typed. Outer blanks are not. */
export function typedText(typed: string): string {
  const text = typed.trim();
  const inner = unquoted(text);
  return inner !== null && !isKept(inner) ? inner : text;
}

/** Whether nothing was typed. */
export function isBlank(typed: string): boolean {
  return typed.trim() === '';
}

/**
 * As the pattern of a setting wants it, where only the case or the decimal sign was typed otherwise: `nl` for `NL`, `0,05` for `0.05`.
 * What fits in no way stays as it is.
 */
export function fitted(text: string, pattern: string | undefined): string {
  if (pattern === undefined) return text;
  const form = new RegExp(pattern);
  const ways = [text, text.replace(',', '.'), text.toUpperCase(), text.toLowerCase()];
  return ways.find((way) => form.test(way)) ?? text;
}

function isKept(text: string): boolean {
  const isPlain = text !== '' && text === text.trim() && !hasControls.test(text) && text.isWellFormed();
  return isPlain && typedText(text) === text;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: those are what a field of one line loses
const hasControls = /[\u0000-\u001f\u007f-\u009f]/;

/** Null for what is no text in quotes. */
function unquoted(text: string): string | null {
  if (!/^".*"$/s.test(text)) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
