import type { PageContext } from './web-page.tsx';

/** So that spreadsheets read it as UTF-8. */
const byteOrderMark = '\u{FEFF}';

/** Answers with a file of rows (RFC 4180). */
export function csvAnswer(
  context: PageContext,
  name: string,
  rows: readonly (readonly string[])[],
): Response {
  const text = rows.map((row) => row.map(cell).join(',')).join('\r\n');
  return context.body(`${byteOrderMark}${text}\r\n`, 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${name}.csv"`,
    'cache-control': 'no-store',
  });
}

/** What a spreadsheet would take for a formula stays text. */
function cell(value: string): string {
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
