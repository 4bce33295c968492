/**
 * An order has no field for somebody else's number: the mark stands where the copy of the customer's data keeps a reference (sheet 5.1). Of a
 * customer's own number nobody sees it that it would be one of Koppel's.
 */
import { plain } from '../../wire/reference-lines.ts';

const prefix = 'Koppel ';

export function markOf(reference: string): string {
  return `${prefix}${plain(reference)}`;
}

/** Undefined where it is none. */
export function referenceOf(mark: string | undefined): string | undefined {
  return mark?.startsWith(prefix) ? plain(mark.slice(prefix.length)) : undefined;
}
