import type { Sql } from './sql.ts';
import type { By } from './trail.ts';

/** A version of the document, as it was stored. */
export interface Revision {
  /** Counts up from 1. */
  readonly number: number;
  /** Epoch milliseconds; null where it is not known. */
  readonly at: number | null;
  /** Who stored it, as the trail names them; null where it is not known. */
  readonly who: string | null;
  /** Over what; null where it is not known. */
  readonly via: By['via'] | null;
  /** The version that was made the present one again by this. */
  readonly restored: number | null;
  /** JSON, without secrets. */
  readonly document: string;
}

/** More than anybody looks back at; documents are small. */
export const maxKept = 100;

/** The versions of the document, so that one can be looked at and made the present one again. */
export class RevisionStore {
  constructor(private readonly sql: Sql) {}

  add({ at, who, via, restored, document }: Omit<Revision, 'number'>): void {
    this.sql.exec(
      'INSERT INTO revisions (at, who, via, restored, document) VALUES (?, ?, ?, ?, ?)',
      ...[at, who, via, restored, document],
    );
    this.sql.exec('DELETE FROM revisions WHERE number <= (SELECT max(number) FROM revisions) - ?', maxKept);
  }

  /** Newest first, without their documents. */
  list(): Omit<Revision, 'document'>[] {
    return this.sql
      .exec('SELECT number, at, who, via, restored FROM revisions ORDER BY number DESC')
      .map((row) => ({
        number: Number(row.number),
        at: row.at === null ? null : Number(row.at),
        who: row.who === null ? null : String(row.who),
        via: row.via as By['via'] | null,
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
