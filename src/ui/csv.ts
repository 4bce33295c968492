import { byteOrderMark, csvRow, plainText } from '../routes/csv.ts';
import type { PageContext } from './web-page.tsx';

/** Answers with a file of rows of text. */
export function csvAnswer(
  context: PageContext,
  name: string,
  rows: readonly (readonly string[])[],
): Response {
  const text = rows.map((row) => csvRow(row.map(plainText))).join('');
  return context.body(`${byteOrderMark}${text}`, 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${name}.csv"`,
    'cache-control': 'no-store',
  });
}
