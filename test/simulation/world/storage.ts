import type { Row, Sql, SqlValue } from '../../../src/engine/storage/sql.ts';
import { MemoryDatabase } from '../../support/memory-sql.ts';

/**
 * A Durable Object's SQLite with its output gates. What is written between two awaits is one batch: all of it is kept, or
 * nothing. Batches become durable in their order, and at the latest before anything leaves the object; a death loses
 * any number of those that are not durable yet, the last ones first.
 */
export class Storage {
  readonly #database = new MemoryDatabase();
  #batches = 0;
  #batchIsOpen = false;
  readonly #soon: (work: () => void) => void;

  /** `soon`: when what is written becomes durable by itself. */
  constructor(soon: (work: () => void) => void) {
    this.#soon = soon;
  }

  /** As one object has it: it ends with the object. */
  sql(isDead: () => boolean): Sql {
    const alive = () => {
      if (isDead()) throw new Error('a dead object touched its storage');
    };
    return {
      exec: <R extends Row>(query: string, ...bindings: SqlValue[]) => {
        alive();
        if (!/^\s*SELECT/i.test(query)) this.#openBatch();
        return this.#database.run(query, bindings) as R[];
      },
      transaction: (work) => {
        alive();
        this.#openBatch();
        return this.#database.transaction(work);
      },
    };
  }

  /** For looking in from outside. */
  read(query: string, ...bindings: SqlValue[]): Row[] {
    return this.#database.run(query, bindings);
  }

  /** Everything written so far is durable. */
  flush(): void {
    if (this.#batches === 0) return;
    this.#database.do('COMMIT');
    this.#batches = 0;
    this.#batchIsOpen = false;
  }

  /** How many batches a death could lose. */
  get atRisk(): number {
    return this.#batches;
  }

  /** The object dies; this many of its batches were durable by then. */
  lose(kept: number): void {
    if (kept < this.#batches) this.#database.do(`ROLLBACK TO batch${kept}`);
    this.flush();
  }

  close(): void {
    this.#database.close();
  }

  #openBatch(): void {
    if (this.#batchIsOpen) return;
    if (this.#batches === 0) {
      this.#database.do('BEGIN');
      this.#soon(() => this.flush());
    }
    this.#database.do(`SAVEPOINT batch${this.#batches++}`);
    this.#batchIsOpen = true;
    queueMicrotask(() => {
      this.#batchIsOpen = false;
    });
  }
}
