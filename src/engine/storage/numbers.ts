import { foldedNumber } from '../../records/order-number.ts';
import type { Sql } from './sql.ts';

/** Of one search: more records than anybody looks through. */
const maxFound = 200;

/**
 * The number of every record that was read, as customers see it, by flow and key: what people look for tasks and activity
 * by. It says nothing of a person, and is written when it is new.
 */
export class NumberStore {
  constructor(private readonly sql: Sql) {}

  note(flow: string, key: string, number: string): void {
    this.sql.exec(
      `INSERT INTO numbers (flow, key, number, folded) VALUES (?, ?, ?, ?)
       ON CONFLICT (flow, key) DO UPDATE SET number = excluded.number, folded = excluded.folded
       WHERE number <> excluded.number`,
      flow,
      key,
      number,
      foldedNumber(number),
    );
  }

  of(flow: string, key: string): string | null {
    const row = this.sql.exec('SELECT number FROM numbers WHERE flow = ? AND key = ?', flow, key)[0];
    return row === undefined ? null : String(row.number);
  }

  /** Records whose number begins with this text, in whatever case; those with exactly this number first. */
  beginningWith(text: string): { readonly flow: string; readonly key: string; readonly number: string }[] {
    const begins = foldedNumber(text);
    if (begins === '') return [];
    return this.sql
      .exec(
        'SELECT flow, key, number FROM numbers WHERE folded >= ? AND folded < ? ORDER BY folded, flow, key LIMIT ?',
        begins,
        `${begins}\u{10ffff}`,
        maxFound,
      )
      .map((row) => ({ flow: String(row.flow), key: String(row.key), number: String(row.number) }));
  }
}

/** A condition on rows with `flow` and `key`, for what `numbersLike` gives. */
export const byNumber = '(flow, key) IN (SELECT value ->> 0, value ->> 1 FROM json_each(?))';

/** The records whose number is or begins so, as JSON. A record that was never read has no number yet: its id may be it. */
export function numbersLike(sql: Sql, text: string): string {
  const found = new NumberStore(sql).beginningWith(text).map(({ flow, key }) => [flow, key]);
  return JSON.stringify(found.length > 0 ? found : unread(sql, text));
}

function unread(sql: Sql, text: string): string[][] {
  const begins = foldedNumber(text);
  if (begins === '') return [];
  return sql
    .exec(
      `SELECT DISTINCT flow, key FROM tasks WHERE substr(lower(key), 1, length(?1)) = ?1
         AND NOT EXISTS (SELECT 1 FROM numbers WHERE numbers.flow = tasks.flow AND numbers.key = tasks.key) LIMIT ?2`,
      begins,
      maxFound,
    )
    .map(({ flow, key }) => [String(flow), String(key)]);
}
