/** Files of rows (RFC 4180), as spreadsheets take them. */

/** Who reads a file. */
export type CsvReader = 'program' | 'spreadsheet';

/** So that spreadsheets read a file as UTF-8. */
export const byteOrderMark = '\u{FEFF}';

export function csvRow(cells: readonly string[]): string {
  return `${cells.map(quoted).join(',')}\r\n`;
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** A text that a spreadsheet would take for a formula is none. For figures this is not: one below zero begins with a sign. */
export function plainText(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

/** The same of what may be unknown. */
export function asText(text: string | null): string | null {
  return text === null ? null : plainText(text);
}
