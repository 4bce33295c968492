import type { Sql } from './sql.ts';

export const authors = ['api', 'page'] as const;

/** Who stored a document: a call of the API, or somebody on a page. */
export type Author = (typeof authors)[number];

/** A version of the document, as it was stored. */
export interface Revision {
  /** Counts up from 1. */
  readonly number: number;
  /** Epoch milliseconds; null where it is not known. */
  readonly at: number | null;
  /** Null where it is not known. */
  readonly by: Author | null;
  /** The version that was made the present one again by this. */
  readonly restored: number | null;
  /** JSON, without secrets. */
  readonly document: string;
}

/** More than anybody looks back at; documents are small. */
const maxKept = 100;

/** The versions of the document, so that one can be looked at and made the present one again. */
export class RevisionStore {
  constructor(private readonly sql: Sql) {}

  add({ at, by, restored, document }: Omit<Revision, 'number'>): void {
    this.sql.exec(
      'INSERT INTO revisions (at, made_by, restored, document) VALUES (?, ?, ?, ?)',
      at,
      by,
      restored,
      document,
    );
    this.sql.exec('DELETE FROM revisions WHERE number <= (SELECT max(number) FROM revisions) - ?', maxKept);
  }

  /** Newest first, without their documents. */
  list(): Omit<Revision, 'document'>[] {
    return this.sql
      .exec('SELECT number, at, made_by, restored FROM revisions ORDER BY number DESC')
      .map((row) => ({
        number: Number(row.number),
        at: row.at === null ? null : Number(row.at),
        by: row.made_by as Author | null,
        restored: row.restored === null ? null : Number(row.restored),
      }));
  }

  /** Null for one that is kept no longer, or never was. */
  document(number: number): string | null {
    const row = this.sql.exec('SELECT document FROM revisions WHERE number = ?', number)[0];
    return row === undefined ? null : String(row.document);
  }

  newest(): string | null {
    const row = this.sql.exec('SELECT document FROM revisions ORDER BY number DESC LIMIT 1')[0];
    return row === undefined ? null : String(row.document);
  }
}
