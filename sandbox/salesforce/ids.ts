/** Record ids: 15 characters whose case counts, and three more that make them safe where case is lost (sheet 1). */
const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const suffixes = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';
/** Stands for the server that made the record. */
const instance = '5g';

/** The id of the record of that number: ids of one object sort as their numbers do. */
export function idOf(prefix: string, number: number): string {
  let rest = number;
  let text = '';
  while (rest > 0) {
    text = digits.charAt(rest % digits.length) + text;
    rest = Math.floor(rest / digits.length);
  }
  return withSuffix(prefix + instance + text.padStart(10, '0'));
}

/** The 18 characters of an id that is given in 15 or 18; null for what is no id, and for a wrong suffix. */
export function fullId(text: string): string | null {
  if (!/^[0-9A-Za-z]{15}([A-Z0-5]{3})?$/.test(text)) return null;
  const full = withSuffix(text.slice(0, 15));
  return text.length === 15 || text === full ? full : null;
}

export function prefixOf(id: string): string {
  return id.slice(0, 3);
}

/** Per group of five: a character for which of them are capitals. */
function withSuffix(short: string): string {
  const groups = [short.slice(0, 5), short.slice(5, 10), short.slice(10, 15)];
  const marks = groups.map((group) =>
    suffixes.charAt(
      [...group].reduce(
        (sum, character, place) => sum + (character >= 'A' && character <= 'Z' ? 2 ** place : 0),
        0,
      ),
    ),
  );
  return short + marks.join('');
}
