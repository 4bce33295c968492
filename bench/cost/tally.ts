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

/** A cursor counts while it is read, so it is asked at the end. */
interface Statement {
  readonly object: string;
  readonly sql: string;
  readonly rows: { readonly rowsRead: number; readonly rowsWritten: number };
}

/** Counts until it is read, then begins anew. */
export class Tally {
  #events = noEvents();
  #statements: Statement[] = [];

  add(event: Billed, count = 1): void {
    this.#events[event] += count;
  }

  statement(statement: Statement): void {
    this.#statements.push(statement);
  }

  take(): Counts {
    const counts = { events: this.#events, statements: summed(this.#statements) };
    this.#events = noEvents();
    this.#statements = [];
    return counts;
  }
}

function noEvents(): Record<Billed, number> {
  return Object.fromEntries(billed.map((event) => [event, 0])) as Record<Billed, number>;
}

function summed(statements: readonly Statement[]): StatementCount[] {
  const sums = new Map<string, StatementCount>();
  for (const { object, sql, rows } of statements) {
    const key = `${object} ${sql}`;
    const { runs, rowsRead, rowsWritten } = sums.get(key) ?? { runs: 0, rowsRead: 0, rowsWritten: 0 };
    sums.set(key, {
      ...{ object, sql, runs: runs + 1 },
      rowsRead: rowsRead + rows.rowsRead,
      rowsWritten: rowsWritten + rows.rowsWritten,
    });
  }
  return [...sums.values()];
}
