/** A number as somebody wrote it: without blanks around it and the sign that many set before it, as in `#1001`. */
export function plainNumber(number: string): string {
  return number.trim().replace(/^#\s*/, '');
}

/** The one form in which a number that customers see is looked for: its case tells nothing. */
export function foldedNumber(number: string): string {
  return plainNumber(number).toLowerCase();
}
