import { MetaStore } from '../src/engine/storage/meta.ts';
import { hasTables } from '../src/engine/storage/migrations.ts';
import type { Sql } from '../src/engine/storage/sql.ts';
import type { Related } from './relation-marks.ts';

const name = 'siblings';

/**
 * The other integrations that were ever found over the same accounts. The directory may lose its entries for a minute, and an
 * order that comes in that minute must not be taken for a stranger's.
 */
export class KnownSiblings {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  /** Null when nobody ever looked. */
  read(): readonly Related[] | null {
    const kept = hasTables(this.#sql) ? new MetaStore(this.#sql).get(name) : null;
    return kept === null ? null : JSON.parse(kept);
  }

  /** Stores them when they are others than before. */
  keep(known: readonly Related[]): readonly Related[] {
    const text = JSON.stringify(known.toSorted((a, b) => (a.id < b.id ? -1 : 1)));
    const isNew = hasTables(this.#sql) && text !== new MetaStore(this.#sql).get(name);
    if (isNew) new MetaStore(this.#sql).set(name, text);
    return known;
  }
}
