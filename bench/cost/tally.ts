/** What Cloudflare bills, or limits on the free plan. */
export const billed = [
  'workerRequests',
  'objectRequests',
  'alarms',
  'alarmSettings',
  'queueMessages',
  'kvReads',
  'kvWrites',
  'calls',
] as const;
export type Billed = (typeof billed)[number];

/** One statement by its text: how often it ran, and the rows that it came to, those of indices included. */
export interface StatementCount {
  readonly object: string;
  readonly sql: string;
  readonly runs: number;
  readonly rowsRead: number;
  readonly rowsWritten: number;
}

export interface Counts {
  readonly events: Readonly<Record<Billed, number>>;
  readonly statements: readonly StatementCount[];
}

/** A cursor counts while it is read. */
interface Statement {
  readonly object: string;
  readonly sql: string;
  readonly rows: { readonly rowsRead: number; readonly rowsWritten: number };
}

/** Counts until it is asked, then begins anew. Holds one row for each text of a statement, however often it ran: what counts must not be what fills the memory. */
export class Tally {
  #events = noEvents();
  #statements = new Map<string, StatementCount>();
  /** The last one, whose rows may not be read yet. */
  #open: Statement | null = null;

  add(event: Billed, count = 1): void {
    this.#events[event] += count;
  }

  /** The one before has been read to its end by now: the stores take all rows at once. */
  statement(statement: Statement): void {
    this.#close();
    this.#open = statement;
  }

  take(): Counts {
    this.#close();
    const counts = { events: this.#events, statements: [...this.#statements.values()] };
    this.#events = noEvents();
    this.#statements = new Map();
    return counts;
  }

  #close(): void {
    if (this.#open === null) return;
    const { object, sql, rows } = this.#open;
    const key = `${object} ${sql}`;
    const { runs, rowsRead, rowsWritten } = this.#statements.get(key) ?? {
      runs: 0,
      rowsRead: 0,
      rowsWritten: 0,
    };
    this.#statements.set(key, {
      ...{ object, sql, runs: runs + 1 },
      rowsRead: rowsRead + rows.rowsRead,
      rowsWritten: rowsWritten + rows.rowsWritten,
    });
    this.#open = null;
  }
}

function noEvents(): Record<Billed, number> {
  return Object.fromEntries(billed.map((event) => [event, 0])) as Record<Billed, number>;
}
