/**
 * Where the document's reference stands. An order's number is Ecwid's own, and `externalOrderId` cannot be searched
 * (sheet 3.3); the notes of the staff can. They are the merchant's too, so the reference is a line of its own in them.
 */
const label = 'Referentie: ';

export function referenceLine(reference: string): string {
  return `${label}${plain(reference)}`;
}

export function hasReference(notes: string | undefined, reference: string): boolean {
  const line = referenceLine(reference);
  return (notes ?? '').split(/\r?\n/).some((each) => plain(each) === line);
}

/** What is searched for, and how it is written: in one line. */
export function plain(reference: string): string {
  return reference.trim().replace(/\s+/g, ' ');
}
