/** Of a shortened reference: how many characters tell it from others that begin alike. */
const digestLength = 10;

/** As systems keep a reference and give it back: in one line. */
export function inOneLine(reference: string): string {
  return reference.trim().replace(/\s+/g, ' ');
}

/**
 * A reference that a system has no room for keeps its readable head and gets a digest of the whole, so that it is never
 * cut there, is found again, and differs from others that begin alike. `maxLength`: characters, more than ten.
 */
export async function withinLength(reference: string, maxLength = Number.POSITIVE_INFINITY): Promise<string> {
  if (reference.length <= maxLength) return reference;
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(reference)));
  const digest = [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const head = reference.slice(0, maxLength - digestLength - 1).trimEnd();
  return `${wholeCharacters(head)}-${digest.slice(0, digestLength)}`;
}

/** Without the first half of a character that was cut in two. */
function wholeCharacters(text: string): string {
  return text.replace(/[\uD800-\uDBFF]$/, '');
}
