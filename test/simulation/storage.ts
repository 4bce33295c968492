import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { Row, Sql, SqlValue } from '../../src/engine/storage/sql.ts';

/**
 * A Durable Object's SQLite with its output gates. What is written between two awaits is one batch: all of it is kept, or
 * nothing. Batches become durable in their order, and at the latest before anything leaves the object; a death loses
 * any number of those that are not durable yet, the last ones first.
 */
export class Storage {
  readonly #database = new DatabaseSync(':memory:');
  readonly #statements = new Map<string, StatementSync>();
  #batches = 0;
  #batchIsOpen = false;
  #depth = 0;
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
        return this.#run(query, bindings) as R[];
      },
      transaction: (work) => {
        alive();
        this.#openBatch();
        return this.#transaction(work);
      },
    };
  }

  /** For looking in from outside. */
  read(query: string, ...bindings: SqlValue[]): Row[] {
    return this.#run(query, bindings);
  }

  /** Everything written so far is durable. */
  flush(): void {
    if (this.#batches === 0) return;
    this.#database.exec('COMMIT');
    this.#batches = 0;
    this.#batchIsOpen = false;
  }

  /** How many batches a death could lose. */
  get atRisk(): number {
    return this.#batches;
  }

  /** The object dies; this many of its batches were durable by then. */
  lose(kept: number): void {
    if (kept < this.#batches) this.#database.exec(`ROLLBACK TO batch${kept}`);
    this.flush();
  }

  close(): void {
    this.#statements.clear();
    this.#database.close();
  }

  #openBatch(): void {
    if (this.#batchIsOpen) return;
    if (this.#batches === 0) {
      this.#database.exec('BEGIN');
      this.#soon(() => this.flush());
    }
    this.#database.exec(`SAVEPOINT batch${this.#batches++}`);
    this.#batchIsOpen = true;
    queueMicrotask(() => {
      this.#batchIsOpen = false;
    });
  }

  #transaction<T>(work: () => T): T {
    const name = `inner${this.#depth++}`;
    this.#database.exec(`SAVEPOINT ${name}`);
    try {
      const result = work();
      this.#database.exec(`RELEASE ${name}`);
      return result;
    } catch (error) {
      this.#database.exec(`ROLLBACK TO ${name}; RELEASE ${name}`);
      throw error;
    } finally {
      this.#depth--;
    }
  }

  #run(query: string, bindings: readonly SqlValue[]): Row[] {
    let statement = this.#statements.get(query);
    if (statement === undefined) {
      statement = this.#database.prepare(query);
      this.#statements.set(query, statement);
    }
    return statement.all(...bindings) as Row[];
  }
}
