import type { OrderUnderWay } from '../../flows/bulk.ts';
import type { Known } from '../../flows/contract.ts';
import type { OrderFacts } from '../../flows/links.ts';
import type { ProblemData } from '../../records/problem.ts';
import type { Sql } from './sql.ts';
import { readProblem } from './stored-problem.ts';
import { isOpen, type TaskState } from './task-row.ts';

type OpenState = Exclude<TaskState, 'done' | 'skipped'>;

/** So many parked tasks are compared to tell whether they are parked for different reasons. */
const maxCompared = 50;

const maxUnread = 50;

/** What is open, as triggers keep count of it: however many tasks there are, next to none of them is read. */
export class OpenTasks {
  /** `running`: how many run in this life of the object. */
  constructor(
    private readonly sql: Sql,
    private readonly running: () => number,
  ) {}

  /** How many open tasks there are, by state. Ended ones are counted per day (counters.ts). Reads no task. */
  byState(): Record<OpenState, number> {
    const counts = { queued: 0, running: 0, waiting: 0, parked: 0 };
    for (const row of this.sql.exec('SELECT state, sum(count) AS count FROM open_counts GROUP BY state')) {
      counts[row.state as OpenState] = Number(row.count);
    }
    const running = this.running();
    return { ...counts, queued: Math.max(0, counts.queued - running), running };
  }

  /** Those of a flow, by state; one that runs counts as queued. Reads no task. */
  byStateOf(flow: string): Record<Exclude<OpenState, 'running'>, number> {
    const counts = { queued: 0, waiting: 0, parked: 0 };
    for (const row of this.sql.exec(
      'SELECT state, sum(count) AS count FROM open_counts WHERE flow = ? GROUP BY state',
      flow,
    )) {
      counts[row.state as keyof typeof counts] = Number(row.count);
    }
    return counts;
  }

  /**
   * Open tasks of a flow that were noticed within this time, or asked for since it began, and of whose record nothing is known: those that
   * work by themselves before those that need a person. At most so many of either as one look can do with.
   */
  unread(
    flow: string,
    { from, to }: { readonly from: string; readonly to: string },
    wanted: { readonly from: number; readonly until: number } & Known,
  ): { key: string; isParked: boolean }[] {
    const rows = (states: readonly string[], unlessTo: readonly string[]) =>
      this.sql.exec(
        `SELECT key, state FROM tasks WHERE ${isOpen} AND state IN (SELECT value FROM json_each(?1)) AND flow = ?2
           AND created_at >= ?3 AND (created_at <= ?4 OR asked > 0) AND substr(key, 1, length(?5)) <> ?5
           AND NOT EXISTS (SELECT 1 FROM links
             WHERE links.record IN (SELECT value FROM json_each(?6)) AND links.source = ?7 AND links.target = ?8
               AND links.key = tasks.key AND links.target_id NOT IN (SELECT value FROM json_each(?9)))
         LIMIT ?10`,
        ...[JSON.stringify(states), flow, wanted.from, wanted.until, wanted.except],
        ...[JSON.stringify(wanted.linked), from, to, JSON.stringify(unlessTo), maxUnread],
      );
    const { atWork, parked } = wanted.unlessTo;
    return [...rows(['queued', 'running', 'waiting'], atWork), ...rows(['parked'], parked)].map((row) => ({
      key: String(row.key),
      isParked: row.state === 'parked',
    }));
  }

  /**
   * Orders of a flow's open tasks that its target may not know of as they are now: those that are not booked before those that are, the newest
   * first. Of one that was booked by a version that kept no pieces nothing is under way. `except`: what keys begin with that are no orders.
   */
  underWay(
    flow: string,
    { from, to }: { readonly from: string; readonly to: string },
    { except, limit }: { readonly except: string; readonly limit: number },
  ): OrderUnderWay[] {
    return this.sql
      .exec(
        `SELECT tasks.key, links.facts FROM tasks LEFT JOIN links
           ON links.record = 'order' AND links.source = ?2 AND links.target = ?3 AND links.key = tasks.key
         WHERE ${isOpen} AND tasks.flow = ?1 AND substr(tasks.key, 1, length(?4)) <> ?4
           AND (links.key IS NULL OR links.facts ->> '$.pieces' IS NOT NULL)
         ORDER BY links.key IS NOT NULL, tasks.id DESC LIMIT ?5`,
        ...[flow, from, to, except, limit],
      )
      .map(({ key, facts }) => {
        const { pieces = [] }: Partial<OrderFacts> = typeof facts === 'string' ? JSON.parse(facts) : {};
        return { id: String(key), booked: pieces };
      });
  }

  /**
   * Parked tasks by flow and code, each with one of the newest of them and the number of different problems under the
   * code, as far as the first of them tell. Reads some of the parked tasks, never all.
   */
  parkedByCode(): { flow: string; problem: ProblemData; count: number; reasons: number; key: string }[] {
    return this.sql
      .exec("SELECT * FROM open_counts WHERE state = 'parked' AND count > 0 ORDER BY count DESC, flow, code")
      .flatMap(({ flow, code, count, latest }) => {
        const newest = this.#parked(String(flow), String(code), Number(latest));
        if (newest === null) return [];
        const [told] = this.sql.exec(
          `SELECT count(DISTINCT ifnull(json_extract(problem, '$.params'), json_extract(problem, '$.message'))) AS reasons
           FROM (SELECT problem FROM tasks WHERE ${isOpen} AND state = 'parked' AND flow = ? LIMIT ?)
           WHERE json_extract(problem, '$.code') = ?`,
          flow ?? null,
          maxCompared,
          code ?? null,
        );
        const reasons = Math.max(1, Number(told?.reasons));
        return [
          { flow: String(flow), problem: newest.problem, count: Number(count), reasons, key: newest.key },
        ];
      });
  }

  /** The task that was parked last for this code, or another one where that is no longer parked. */
  #parked(flow: string, code: string, latest: number): { key: string; problem: ProblemData } | null {
    const isFor = `state = 'parked' AND flow = ? AND json_extract(problem, '$.code') = ?`;
    const row =
      this.sql.exec(`SELECT key, problem FROM tasks WHERE id = ? AND ${isFor}`, latest, flow, code)[0] ??
      this.sql.exec(
        `SELECT key, problem FROM tasks WHERE state = 'parked' AND flow = ?1 AND cause =
           (SELECT cause FROM parked_causes WHERE flow = ?1 AND code = ?2 LIMIT 1) LIMIT 1`,
        flow,
        code,
      )[0];
    return row ? { key: String(row.key), problem: readProblem(String(row.problem)) } : null;
  }

  /** Returns whether a task whose last problem was this one is still open. */
  has(flow: string, code: string): boolean {
    return (
      this.sql.exec('SELECT 1 FROM open_counts WHERE flow = ? AND code = ? AND count > 0 LIMIT 1', flow, code)
        .length > 0
    );
  }

  /** Likewise whether one of them is on its way again, or waits to be. */
  isRetried(flow: string, code: string): boolean {
    return (
      this.sql.exec(
        "SELECT 1 FROM open_counts WHERE state IN ('queued', 'waiting') AND flow = ? AND code = ? AND count > 0 LIMIT 1",
        flow,
        code,
      ).length > 0
    );
  }

  /** The flows that have open tasks. Reads no task. */
  flows(): string[] {
    return this.sql
      .exec('SELECT DISTINCT flow FROM open_counts WHERE count > 0 ORDER BY flow')
      .map(({ flow }) => String(flow));
  }

  /** How many open tasks a flow has; `ready`: without those that are parked. Reads no task. */
  of(flow: string, which: 'all' | 'ready' = 'all'): number {
    const [row] = this.sql.exec(
      `SELECT sum(count) AS count FROM open_counts WHERE flow = ? ${which === 'ready' ? "AND state <> 'parked'" : ''}`,
      flow,
    );
    return Number(row?.count ?? 0);
  }
}
