/**
 * Where the document's reference stands in systems that have no field of their own for it: among the notes of the staff. They
 * are the merchant's too, so the reference is a line of its own in them.
 */
const label = 'Referentie: ';

function referenceLine(reference: string): string {
  return `${label}${plain(reference)}`;
}

export function hasReference(notes: string | undefined, reference: string): boolean {
  const line = referenceLine(reference);
  return (notes ?? '').split(/\r?\n/).some((each) => plain(each) === line);
}

/** What Koppel makes says so, for the Koppel of anybody: it is never carried on. Only the staff see it. */
const mark = 'Gemaakt door Koppel';

/** What Koppel writes at the head of the notes. */
export function ownLines(reference: string): string {
  return `${referenceLine(reference)}\n${mark}`;
}

export function hasOwnMark(notes: string | undefined): boolean {
  return (notes ?? '').split(/\r?\n/).some((each) => plain(each) === mark);
}

/** Undefined where no line of the notes is one. */
export function referenceIn(notes: string | undefined): string | undefined {
  const line = (notes ?? '').split(/\r?\n/).find((each) => each.startsWith(label));
  return line === undefined ? undefined : plain(line.slice(label.length));
}

/** What is searched for, and how it is written: in one line. */
export function plain(reference: string): string {
  return reference.trim().replace(/\s+/g, ' ');
}

/** The notes with one more line; null where it stands there already, or says nothing. What the merchant wrote stays as it is. */
export function noteAdded(notes: string, note = ''): string | null {
  const line = note.trim();
  if (line === '' || `\n${notes.replaceAll('\r', '')}\n`.includes(`\n${line}\n`)) return null;
  return notes.trim() === '' ? line : `${notes}\n${line}`;
}
