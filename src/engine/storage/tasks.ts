import type { ProblemData } from '../../records/problem.ts';
import { type Row, type Sql, whereOf } from './sql.ts';
import { readProblem } from './stored-problem.ts';

export const taskStates = ['queued', 'running', 'waiting', 'done', 'skipped', 'parked'] as const;
export type TaskState = (typeof taskStates)[number];

type OpenState = Exclude<TaskState, 'done' | 'skipped'>;

/** Repeats the condition of the partial index `tasks_open`: SQLite uses that index only for the same condition. */
const isOpen = "state IN ('queued', 'running', 'waiting', 'parked')";

export interface TaskRow {
  readonly id: number;
  /** Id of the flow between two places: `orders:shop:books`. */
  readonly flow: string;
  readonly key: string;
  readonly state: TaskState;
  readonly attempts: number;
  readonly crashes: number;
  readonly dueAt: number;
  readonly failingSince: number | null;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly problem: ProblemData | null;
  /** A person asked for this record: its age does not matter. */
  readonly asked: boolean;
}

export interface TaskFilter {
  readonly state?: TaskState | undefined;
  /** Ids of flows between places; all flows where it is left out. */
  readonly flows?: readonly string[] | undefined;
  /** Id of the last task that was seen. */
  readonly before?: number | undefined;
}

/** A task that crashes the object more often than this is parked, so that it does not stop the others. */
const maxCrashes = 5;

/** The durable work items. A record has at most one open task; another notice for it joins that task. */
export class TaskStore {
  constructor(private readonly sql: Sql) {}

  /**
   * Stores a notice as a task, or joins it to the open one. Ignores a version that is already known; of what a person asked
   * for it takes also those that a filter of the settings left out before. What is noticed while years are brought across
   * goes before them.
   */
  add(flow: string, key: string, version: string | null, now: number, asked = false): void {
    if (version !== null && this.#isKnown(flow, key, version, asked)) return;
    this.sql.exec(
      `INSERT INTO tasks (flow, key, version, state, due_at, created_at, updated_at, asked)
       VALUES (?1, ?2, ?3, 'queued', ?6, ?4, ?4, ?5)
       ON CONFLICT (flow, key) WHERE state IN ('queued', 'running', 'waiting', 'parked') DO UPDATE SET
         version = excluded.version,
         asked = max(asked, excluded.asked),
         again = CASE state WHEN 'running' THEN 1 ELSE again END,
         due_at = CASE state WHEN 'parked' THEN excluded.due_at WHEN 'queued' THEN min(due_at, excluded.due_at)
           ELSE due_at END,
         state = CASE state WHEN 'parked' THEN 'queued' ELSE state END`,
      flow,
      key,
      version,
      now,
      asked ? 1 : 0,
      asked && version !== null ? now : this.#beforeBackfill(flow, now),
    );
  }

  /** A moment before all that waits of a window that was asked for; now when nothing does. Reads one row. */
  #beforeBackfill(flow: string, now: number): number {
    const [first] = this.sql.exec(
      `SELECT due_at FROM tasks WHERE asked = 1 AND state = 'queued' AND version IS NOT NULL AND flow = ?
       ORDER BY due_at LIMIT 1`,
      flow,
    );
    return first === undefined ? now : Math.min(now, Number(first.due_at) - 1);
  }

  #isKnown(flow: string, key: string, version: string, asked: boolean): boolean {
    const latest = this.sql.exec(
      'SELECT version, state, problem FROM tasks WHERE flow = ? AND key = ? AND version IS NOT NULL ORDER BY id DESC LIMIT 1',
      flow,
      key,
    )[0];
    // What a person skipped keeps the problem that it was parked with.
    const isLeftOut = latest?.state === 'skipped' && latest.problem === null;
    return latest?.version === version && !(asked && isLeftOut);
  }

  get(id: number): TaskRow | null {
    const row = this.sql.exec('SELECT * FROM tasks WHERE id = ?', id)[0];
    return row ? fromRow(row) : null;
  }

  /** The next task that is due, oldest first, of the flows that may run. One of any other flow is held. */
  nextDue(now: number, flows: readonly string[]): TaskRow | null {
    const row = this.sql.exec(
      `SELECT * FROM tasks WHERE state IN ('queued', 'waiting') AND due_at <= ? AND flow IN (${marks(flows)})
       ORDER BY due_at, id LIMIT 1`,
      now,
      ...flows,
    )[0];
    return row ? fromRow(row) : null;
  }

  nextDueAt(flows: readonly string[]): number | null {
    const row = this.sql.exec(
      `SELECT min(due_at) AS at FROM tasks WHERE state IN ('queued', 'waiting') AND flow IN (${marks(flows)})`,
      ...flows,
    )[0];
    return row?.at === undefined || row.at === null ? null : Number(row.at);
  }

  start(id: number): void {
    this.sql.exec("UPDATE tasks SET state = 'running', attempts = attempts + 1 WHERE id = ?", id);
  }

  /** A task that was noticed again while it ran goes back to the queue instead of ending. */
  end(id: number, state: 'done' | 'skipped' | 'parked', problem: ProblemData | null, now: number): void {
    this.sql.exec(
      `UPDATE tasks SET state = CASE again WHEN 1 THEN 'queued' ELSE ?2 END, again = 0, crashes = 0,
         due_at = CASE again WHEN 1 THEN ?4 ELSE due_at END, problem = ?3, updated_at = ?4,
         failing_since = NULL
       WHERE id = ?1`,
      id,
      state,
      problem && JSON.stringify(problem),
      now,
    );
  }

  /** `counts`: whether this attempt counts as a failure of the record. */
  wait(id: number, dueAt: number, problem: ProblemData, counts: boolean, now: number): void {
    this.sql.exec(
      `UPDATE tasks SET state = 'waiting', due_at = ?2, problem = ?3, updated_at = ?4, again = 0, crashes = 0,
         attempts = attempts - 1 + ?5, failing_since = CASE ?5 WHEN 1 THEN ifnull(failing_since, ?4) ELSE failing_since END
       WHERE id = ?1`,
      id,
      dueAt,
      JSON.stringify(problem),
      now,
      counts ? 1 : 0,
    );
  }

  /** Requeues tasks that were running when the object died, and parks one that keeps crashing. Returns how many there were. */
  recover(now: number): number {
    // Runs at every start of an object, so it reads the index of open tasks and not all tasks that ever ended.
    const running = this.sql.exec(`SELECT id FROM tasks WHERE ${isOpen} AND state = 'running'`).length;
    if (running === 0) return 0;
    const crashed: ProblemData = {
      kind: 'rejected',
      code: 'crashed',
      params: { times: maxCrashes },
    };
    this.sql.exec(
      `UPDATE tasks SET state = CASE WHEN crashes >= ?1 THEN 'parked' ELSE 'queued' END,
         problem = CASE WHEN crashes >= ?1 THEN ?2 ELSE problem END, crashes = crashes + 1, due_at = ?3, again = 0
       WHERE ${isOpen} AND state = 'running'`,
      maxCrashes,
      JSON.stringify(crashed),
      now,
    );
    return running;
  }

  /**
   * Releases what waited, in the order of arrival, because the flows' connections work again. The time since `brokenSince`
   * counts against no record. What failed before it still counts, or a record that breaks its connection would
   * never end.
   */
  release(flows: readonly string[], brokenSince: number, now: number): void {
    for (const flow of flows) {
      this.sql.exec(
        `UPDATE tasks SET due_at = created_at, failing_since = failing_since + ?1 - max(failing_since, ?2)
         WHERE flow = ?3 AND state = 'waiting'`,
        now,
        brokenSince,
        flow,
      );
    }
  }

  /** Puts a parked or waiting task back to work. Returns whether there was one. */
  retry(id: number, now: number): boolean {
    return (
      this.sql.exec(
        `UPDATE tasks SET state = 'queued', due_at = ?1, crashes = 0, failing_since = NULL, updated_at = ?1
         WHERE id = ?2 AND state IN ('parked', 'waiting', 'queued') RETURNING id`,
        now,
        id,
      ).length > 0
    );
  }

  retryParked(now: number): number {
    return this.sql.exec(
      `UPDATE tasks SET state = 'queued', due_at = ?1, crashes = 0, updated_at = ?1
       WHERE state = 'parked' RETURNING id`,
      now,
    ).length;
  }

  skip(id: number, now: number): boolean {
    return (
      this.sql.exec(
        `UPDATE tasks SET state = 'skipped', again = 0, updated_at = ?
         WHERE id = ? AND state IN ('parked', 'waiting', 'queued') RETURNING id`,
        now,
        id,
      ).length > 0
    );
  }

  /** Newest first. */
  list(filter: TaskFilter, limit: number): TaskRow[] {
    const { where, bindings } = whereOf([
      ['state = ?', filter.state],
      ['flow IN (SELECT value FROM json_each(?))', filter.flows && JSON.stringify(filter.flows)],
      ['id < ?', filter.before],
    ]);
    return this.sql
      .exec(`SELECT * FROM tasks ${where} ORDER BY id DESC LIMIT ?`, ...bindings, limit)
      .map(fromRow);
  }

  /** Counts open tasks by state. Ended ones are counted per day (counters.ts), since there may be many of them. */
  openCounts(): Record<OpenState, number> {
    const counts = { queued: 0, running: 0, waiting: 0, parked: 0 };
    for (const row of this.sql.exec(
      `SELECT state, count(*) AS count FROM tasks WHERE ${isOpen} GROUP BY state`,
    )) {
      counts[row.state as OpenState] = Number(row.count);
    }
    return counts;
  }

  /** Parked tasks by flow and code, each with the newest of them and the number of different problems under the code. */
  parkedByCode(): { flow: string; problem: ProblemData; count: number; reasons: number; key: string }[] {
    return this.sql
      .exec(
        `SELECT flow, key, problem, max(updated_at), count(*) AS count,
           count(DISTINCT ifnull(json_extract(problem, '$.params'), json_extract(problem, '$.message'))) AS reasons
         FROM tasks WHERE ${isOpen} AND state = 'parked'
         GROUP BY flow, json_extract(problem, '$.code') ORDER BY 5 DESC`,
      )
      .map((row) => ({
        flow: String(row.flow),
        problem: readProblem(String(row.problem)),
        count: Number(row.count),
        reasons: Number(row.reasons),
        key: String(row.key),
      }));
  }

  /** Returns whether a task whose last problem was this one is still open. */
  hasOpen(flow: string, code: string): boolean {
    return (
      this.sql.exec(
        `SELECT 1 FROM tasks WHERE ${isOpen} AND flow = ? AND json_extract(problem, '$.code') = ? LIMIT 1`,
        flow,
        code,
      ).length > 0
    );
  }

  /** The flows that have open tasks. Reads a few rows per flow, however many tasks there are. */
  openFlows(): string[] {
    const flows: string[] = [];
    for (;;) {
      const [row] = this.sql.exec(
        `SELECT flow FROM tasks INDEXED BY tasks_open WHERE ${isOpen} AND flow > ? ORDER BY flow LIMIT 1`,
        flows.at(-1) ?? '',
      );
      if (!row) return flows;
      flows.push(String(row.flow));
    }
  }

  /** How many open tasks a flow has; `ready`: without those that are parked. */
  openCount(flow: string, which: 'all' | 'ready' = 'all'): number {
    const [row] = this.sql.exec(
      `SELECT count(*) AS count FROM tasks WHERE ${isOpen} AND flow = ?
         ${which === 'ready' ? "AND state <> 'parked'" : ''}`,
      flow,
    );
    return Number(row?.count ?? 0);
  }

  /** Gives a flow's open tasks to another flow. A record that has one there already keeps that one. */
  move(from: string, to: string): void {
    this.sql.exec(`UPDATE OR IGNORE tasks SET flow = ? WHERE ${isOpen} AND flow = ?`, to, from);
    this.sql.exec(`UPDATE tasks SET state = 'skipped' WHERE ${isOpen} AND flow = ?`, from);
  }

  /** Ends a flow's open tasks as skipped, but for those that run: they end by themselves. Returns their keys. */
  drop(flow: string, now: number): { id: number; key: string }[] {
    return this.sql
      .exec(
        `UPDATE tasks SET state = 'skipped', again = 0, updated_at = ?
         WHERE ${isOpen} AND state <> 'running' AND flow = ? RETURNING id, key`,
        now,
        flow,
      )
      .map(({ id, key }) => ({ id: Number(id), key: String(key) }));
  }

  deleteEndedBefore(time: number): void {
    this.sql.exec("DELETE FROM tasks WHERE state IN ('done', 'skipped') AND updated_at < ?", time);
  }
}

function marks(values: readonly unknown[]): string {
  return values.map(() => '?').join(', ');
}

function fromRow(row: Row): TaskRow {
  return {
    id: Number(row.id),
    flow: String(row.flow),
    key: String(row.key),
    state: row.state as TaskState,
    attempts: Number(row.attempts),
    crashes: Number(row.crashes),
    dueAt: Number(row.due_at),
    failingSince: row.failing_since === null ? null : Number(row.failing_since),
    createdAt: Number(row.created_at),
    updatedAt: Number(row.updated_at),
    problem: row.problem === null ? null : readProblem(String(row.problem)),
    asked: row.asked === 1,
  };
}
