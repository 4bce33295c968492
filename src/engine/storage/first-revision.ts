import type { Sql } from './sql.ts';

/** The versions of the document are kept from now on; the first is the one that stands there. Who stored it is not known. */
export function firstRevision(sql: Sql): void {
  sql.exec(
    'CREATE TABLE revisions (number INTEGER PRIMARY KEY, at INTEGER, who TEXT, via TEXT, restored INTEGER, document TEXT NOT NULL)',
  );
  const value = (name: string) => sql.exec('SELECT value FROM meta WHERE name = ?', name)[0]?.value;
  const document = value('document');
  if (typeof document !== 'string') return;
  sql.exec('INSERT INTO revisions (at, document) VALUES (?, ?)', savedAt(value('revision')), document);
}

/** `12-mh3k0w1c`: how often it was saved, and when, in milliseconds to the base of 36. */
function savedAt(revision: unknown): number | null {
  const [, time = ''] = String(revision ?? '').split('-');
  const at = Number.parseInt(time, 36);
  return Number.isSafeInteger(at) ? at : null;
}
