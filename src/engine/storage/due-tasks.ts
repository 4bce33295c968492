import type { Sql } from './sql.ts';
import { askings, fromRow, isOpen, type TaskRow } from './task-row.ts';

/** States of a task that is worked on when it is due: it was not tried since it was noticed, or it was. */
const readyStates = ['queued', 'waiting'] as const;
type ReadyState = (typeof readyStates)[number];

interface DueOptions {
  /** Tasks that are left out. */
  readonly except?: readonly number[];
  /** Flows of which only what was not tried yet may run. */
  readonly onlyQueued?: readonly string[];
  /** What never failed comes before all else. */
  readonly untried?: boolean;
}

interface KeyOptions {
  /** Keys that are left out. */
  readonly except: ReadonlySet<string>;
  /** Only those that somebody asked for by their names. */
  readonly named?: boolean;
}

/** Where open tasks are found, and by what: few are asked for by their names among the many that may wait. */
function openIn(named = false): string {
  return named
    ? `tasks INDEXED BY tasks_named WHERE ${isOpen} AND asked = ${askings.name}`
    : `tasks WHERE ${isOpen}`;
}

/** Which tasks may be worked on, and from when. Each look reads a row or two, however many tasks wait. */
export class DueTasks {
  constructor(private readonly sql: Sql) {}

  /**
   * The next task that is due of the flows that may run, oldest first. Reads a row or two per flow, however many tasks
   * there are.
   */
  next(
    now: number,
    flows: readonly string[],
    { except = [], onlyQueued = [], untried = false }: DueOptions = {},
  ): TaskRow | null {
    const statesOf = (flow: string) => readyStates.slice(0, onlyQueued.includes(flow) ? 1 : 2);
    const due = flows.flatMap((flow) =>
      statesOf(flow).flatMap((state) => this.#first(state, flow, now, except)),
    );
    const isBefore = (a: TaskRow, b: TaskRow) =>
      (untried ? Number(a.failingSince !== null) - Number(b.failingSince !== null) : 0) ||
      a.dueAt - b.dueAt ||
      a.id - b.id;
    return due.sort(isBefore)[0] ?? null;
  }

  #first(state: string, flow: string, now: number, except: readonly number[]): TaskRow[] {
    return this.sql
      .exec(
        `SELECT * FROM tasks WHERE ${isOpen} AND state = ? AND flow = ? AND due_at <= ?
           AND id NOT IN (SELECT value FROM json_each(?)) ORDER BY due_at, id LIMIT 1`,
        state,
        flow,
        now,
        JSON.stringify(except),
      )
      .map(fromRow);
  }

  /** Keys of a flow whose tasks are due, oldest first, but for these. */
  keys(
    flow: string,
    now: number,
    {
      except,
      onlyQueued,
      limit,
      named,
    }: KeyOptions & { readonly onlyQueued: boolean; readonly limit: number },
  ): string[] {
    const left = JSON.stringify([...except]);
    return readyStates
      .slice(0, onlyQueued ? 1 : 2)
      .flatMap((state) =>
        this.sql.exec(
          `SELECT key, due_at, id FROM ${openIn(named)} AND state = ? AND flow = ? AND due_at <= ?
             AND key NOT IN (SELECT value FROM json_each(?)) ORDER BY due_at, id LIMIT ?`,
          state,
          flow,
          now,
          left,
          limit,
        ),
      )
      .sort((a, b) => Number(a.due_at) - Number(b.due_at) || Number(a.id) - Number(b.id))
      .slice(0, limit)
      .map(({ key }) => String(key));
  }

  /** When the next task of this flow is due, but for those of these keys. */
  atBut(flow: string, { except, named = false }: KeyOptions): number | null {
    if (except.size === 0 && !named) return this.at([flow]);
    const left = JSON.stringify([...except]);
    const times = readyStates.flatMap((state) =>
      this.sql.exec(
        `SELECT due_at AS at FROM ${openIn(named)} AND state = ? AND flow = ?
           AND key NOT IN (SELECT value FROM json_each(?)) ORDER BY due_at, id LIMIT 1`,
        state,
        flow,
        left,
      ),
    );
    return times.length === 0 ? null : Math.min(...times.map(({ at }) => Number(at)));
  }

  /** When the next task of these flows is due. */
  at(flows: readonly string[]): number | null {
    const times = flows
      .flatMap((flow) => readyStates.map((state) => this.firstAt(state, flow)))
      .filter((at) => at !== null);
    return times.length === 0 ? null : Math.min(...times);
  }

  firstAt(state: ReadyState, flow: string): number | null {
    const [row] = this.sql.exec(
      `SELECT min(due_at) AS at FROM tasks WHERE ${isOpen} AND state = ? AND flow = ?`,
      state,
      flow,
    );
    return row?.at === undefined || row.at === null ? null : Number(row.at);
  }
}
