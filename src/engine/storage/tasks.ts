import { awaitedKey, keyAwaited, type ProblemData, recordAwaited } from '../../records/problem.ts';
import { DueTasks } from './due-tasks.ts';
import { RunningTasks } from './running-tasks.ts';
import type { Sql } from './sql.ts';
import { listTasks, type TaskFilter } from './task-list.ts';
import { type Asked, askings, fromRow, isOpen, type Skipper, skusIn, type TaskRow } from './task-row.ts';
import { TaskWaits } from './task-waits.ts';

/** A task that crashes the object more often than this is parked, so that it does not stop the others. */
const maxCrashes = 5;

/** A person who retries one that looked like a loop asks for it. Whoever retries all that is parked may mean others. */
const meantSo = "asked = CASE json_extract(problem, '$.code') WHEN 'looks_like_a_loop' THEN 1 ELSE asked END";

/** The durable work items. A record has at most one open task; another notice for it joins that task. */
export class TaskStore {
  readonly due: DueTasks;
  readonly #running = new RunningTasks();
  readonly #waits: TaskWaits;

  constructor(private readonly sql: Sql) {
    this.due = new DueTasks(sql);
    this.#waits = new TaskWaits(sql);
  }

  /**
   * Stores a notice as a task, or joins it to the open one. Ignores a version that is already known; of what a person asked
   * for it takes also those that a filter of the settings left out before. What is noticed while years are brought across
   * goes before them.
   */
  add(flow: string, key: string, version: string | null, now: number, asked: Asked | null = null): void {
    if (version !== null && this.#isKnown(flow, key, version, asked !== null)) return;
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
      asked === null ? 0 : askings[asked],
      asked === 'period' ? now : this.#beforeBackfill(flow, now),
    );
  }

  /** Has a record looked at once more then, or before that as soon as it is noticed. */
  lookAgain({ flow, key }: Pick<TaskRow, 'flow' | 'key'>, dueAt: number, now: number): void {
    this.sql.exec(
      `INSERT INTO tasks (flow, key, version, state, due_at, created_at, updated_at, asked)
       VALUES (?1, ?2, NULL, 'queued', ?3, ?4, ?4, 0)
       ON CONFLICT (flow, key) WHERE state IN ('queued', 'running', 'waiting', 'parked') DO NOTHING`,
      flow,
      key,
      dueAt,
      now,
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

  /** What was last seen of a record is no version of it any more: the next notice of it counts, whatever it names. */
  forgetVersion(flow: string, key: string): void {
    this.sql.exec(
      `UPDATE tasks SET version = NULL WHERE flow = ? AND key = ? AND state IN ('done', 'skipped')
         AND version IS NOT NULL`,
      flow,
      key,
    );
  }

  get(id: number): TaskRow | null {
    const row = this.sql.exec('SELECT * FROM tasks WHERE id = ?', id)[0];
    return row ? fromRow(row) : null;
  }

  /** The record's open task; null where it has none. */
  openOf(flow: string, key: string): TaskRow | null {
    const [row] = this.sql.exec(`SELECT * FROM tasks WHERE flow = ? AND key = ? AND ${isOpen}`, flow, key);
    return row === undefined ? null : fromRow(row);
  }

  /** The last task of a record that is kept. */
  lastOf(flow: string, key: string): TaskRow | null {
    const [row] = this.sql.exec(
      'SELECT * FROM tasks WHERE flow = ? AND key = ? ORDER BY id DESC LIMIT 1',
      flow,
      key,
    );
    return row === undefined ? null : fromRow(row);
  }

  /** How many run in this life of the object. */
  get running(): number {
    return this.#running.size;
  }

  start(id: number): void {
    this.sql.exec("UPDATE tasks SET state = 'running', attempts = attempts + 1 WHERE id = ?", id);
    this.#running.start(id);
  }

  /** It is asked for by its name from now on: where a limit held it, it may be another one that holds it now. */
  name(id: number, now: number): void {
    this.sql.exec(
      `UPDATE tasks SET asked = ${askings.name},
         due_at = CASE WHEN state = 'waiting' AND problem ->> '$.code' = 'rate_limited' THEN min(due_at, ?2) ELSE due_at END
       WHERE id = ?1 AND asked < ${askings.name}`,
      id,
      now,
    );
  }

  /** Keeps the SKUs that it sells, as they were just read. */
  keepSkus(id: number, skus: readonly string[]): void {
    this.sql.exec('UPDATE tasks SET skus = ?2 WHERE id = ?1 AND skus IS NOT ?2', id, JSON.stringify(skus));
  }

  /** Puts a task back as it was: it was started, and could not be worked on yet. */
  putBack({ id, state }: Pick<TaskRow, 'id' | 'state'>): void {
    this.sql.exec(
      'UPDATE tasks SET state = CASE again WHEN 1 THEN ? ELSE ? END, again = 0, attempts = attempts - 1 WHERE id = ?',
      'queued',
      state,
      id,
    );
    this.#running.stop(id);
  }

  /**
   * A task that was noticed again while it ran goes back to the queue instead of ending; so does one that is parked for want of what has
   * ended since. Returns the SKUs that it sells.
   */
  end(
    id: number,
    state: 'done' | 'skipped' | 'parked',
    problem: ProblemData | null,
    now: number,
  ): readonly string[] {
    this.#wakeAfter(id, now, state, problem);
    const isOver = state === 'parked' && this.#isOver(id, problem?.awaits);
    const [ended] = this.sql.exec(
      `UPDATE tasks SET state = CASE max(again, ?5) WHEN 1 THEN 'queued' ELSE ?2 END, again = 0, crashes = 0,
         due_at = CASE max(again, ?5) WHEN 1 THEN ?4 ELSE due_at END, problem = ?3, updated_at = ?4,
         failing_since = NULL
       WHERE id = ?1 RETURNING skus`,
      id,
      state,
      problem && JSON.stringify(problem),
      now,
      isOver ? 1 : 0,
    );
    this.#running.stop(id);
    return skusIn(ended);
  }

  /** `counts`: whether this attempt counts as a failure of the record. What has ended since it looked is not waited for. */
  wait(id: number, dueAt: number, problem: ProblemData, counts: boolean, now: number): void {
    this.sql.exec(
      `UPDATE tasks SET state = 'waiting', due_at = ?2, problem = ?3, updated_at = ?4, again = 0, crashes = 0,
         attempts = attempts - 1 + ?5, failing_since = CASE ?5 WHEN 1 THEN ifnull(failing_since, ?4) ELSE failing_since END
       WHERE id = ?1`,
      id,
      this.#isOver(id, problem.awaits) ? Math.min(dueAt, now) : dueAt,
      JSON.stringify(problem),
      now,
      counts ? 1 : 0,
    );
    this.#running.stop(id);
  }

  /** A step of the journal has ended: what waits for it is due. `by`: the task that ended it. */
  wake(step: string, now: number, by: number | null): void {
    this.#running.noteEnded(step, by);
    this.#waits.stepEnded(step, now);
  }

  #wakeAfter(
    id: number,
    now: number,
    state: 'done' | 'skipped' | 'parked',
    problem: ProblemData | null,
  ): void {
    const own = this.get(id);
    if (own === null) return;
    const isOverWait = problem?.awaits !== undefined;
    if (!isOverWait) this.#noteEnded(own, state);
    this.#waits.taskEnds(own, now, { state, isOverWait });
  }

  /** Whether what it is to wait for has ended since it was started. */
  #isOver(id: number, awaits: string | undefined): boolean {
    if (awaits === undefined) return false;
    const own = this.get(id);
    return own !== null && this.#running.isOver(id, nameOf(own, awaits));
  }

  #noteEnded({ id, flow, key }: TaskRow, state: 'done' | 'skipped' | 'parked'): void {
    this.#running.noteEnded(nameOf({ flow }, awaitedKey(key)), id);
    if (state === 'done' || !this.#running.isAnyBut(id)) return;
    for (const { name } of this.sql.exec('SELECT name FROM steps WHERE task = ?', id))
      this.#running.noteEnded(String(name), id);
  }

  /** Keys of the tasks that would wait for each other in a circle, if this one waited for that: itself first. Null where they would not. */
  circleOf(task: Pick<TaskRow, 'flow' | 'key'>, awaits: string | undefined): readonly string[] | null {
    return awaits === undefined ? null : this.#waits.circleOf(task, awaits);
  }

  /**
   * Requeues tasks that were running when the object died, and parks one that keeps crashing. Those of a batch run elsewhere, and go on.
   * Returns how many there were.
   */
  recover(now: number): number {
    // Runs at every start of an object, so it reads those that run, and not all that wait.
    const running = this.sql.exec(
      `SELECT id FROM tasks WHERE ${isOpen} AND state = 'running' AND NOT EXISTS (
         SELECT 1 FROM batches, json_each(batches.keys) AS each
         WHERE batches.flow = tasks.flow AND batches.lease IS NOT NULL AND each.value = tasks.key)`,
    );
    for (const { id } of running) this.crashed(Number(id), now);
    return running.length;
  }

  /** Whoever ran this task died: it goes back to the queue, or is parked where that happens over and over. */
  crashed(id: number, now: number): void {
    const crashed: ProblemData = {
      kind: 'rejected',
      code: 'crashed',
      params: { times: maxCrashes },
    };
    this.sql.exec(
      `UPDATE tasks SET state = CASE WHEN crashes >= ?1 THEN 'parked' ELSE 'queued' END,
         problem = CASE WHEN crashes >= ?1 THEN ?2 ELSE problem END, crashes = crashes + 1, due_at = ?3, again = 0
       WHERE id = ?4 AND state = 'running'`,
      maxCrashes,
      JSON.stringify(crashed),
      now,
      id,
    );
    this.#running.stop(id);
    if (this.get(id)?.state === 'parked') this.#wakeAfter(id, now, 'parked', crashed);
  }

  /**
   * A connection of these flows was away from `awaySince` until now. What began to fail in that time goes on at once, in
   * the order of arrival, as if it had not failed; what failed before keeps its own back-off. The time away counts against
   * no record.
   */
  release(flows: readonly string[], awaySince: number, now: number): void {
    for (const flow of flows) {
      this.sql.exec(
        `UPDATE tasks SET due_at = CASE WHEN failing_since >= ?2 THEN created_at ELSE due_at END,
           failing_since = CASE WHEN failing_since >= ?2 THEN NULL ELSE failing_since + ?1 - ?2 END
         WHERE flow = ?3 AND state = 'waiting' AND failing_since IS NOT NULL`,
        now,
        awaySince,
        flow,
      );
    }
  }

  /** Lets what waits be tried at once, and what failed before count no more: somebody says that it works now. */
  releaseAll(flows: readonly string[]): void {
    for (const flow of flows) {
      this.sql.exec(
        `UPDATE tasks SET due_at = created_at, failing_since = NULL
         WHERE ${isOpen} AND flow = ? AND state = 'waiting'`,
        flow,
      );
    }
  }

  /** Puts a parked or waiting task back to work, and those that are parked in a circle with it. Returns whether there was one. */
  retry(id: number, now: number): boolean {
    this.#waits.retryCircle(id, now);
    return (
      this.sql.exec(
        `UPDATE tasks SET state = 'queued', due_at = ?1, crashes = 0, failing_since = NULL, updated_at = ?1, ${meantSo}
         WHERE id = ?2 AND state IN ('parked', 'waiting', 'queued') RETURNING id`,
        now,
        id,
      ).length > 0
    );
  }

  retryParked(now: number): number {
    return this.sql.exec(
      `UPDATE tasks SET state = 'queued', due_at = ?1, crashes = 0, updated_at = ?1
       WHERE ${isOpen} AND state = 'parked' RETURNING id`,
      now,
    ).length;
  }

  /** `remedy`: what left it out with all of its cause. */
  skip(id: number, now: number, by: Skipper | null = null, remedy: number | null = null): boolean {
    this.#wakeAfter(id, now, 'skipped', null);
    return (
      this.sql.exec(
        `UPDATE tasks SET state = 'skipped', again = 0, updated_at = ?, skipped_by = ?, remedy = ?
         WHERE id = ? AND state IN ('parked', 'waiting', 'queued') RETURNING id`,
        now,
        by,
        remedy,
        id,
      ).length > 0
    );
  }

  /** It ended as one that a person had left out before: it stands for that from now on, and can be taken back in place of the earlier one. */
  stayLeftOut({ id, flow, key }: Pick<TaskRow, 'id' | 'flow' | 'key'>, by: Skipper): void {
    const earlier = 'flow = ?2 AND key = ?3 AND id < ?1 AND skipped_by IS NOT NULL';
    const ended = this.sql.exec(
      `UPDATE tasks SET skipped_by = ?4, remedy = (SELECT remedy FROM tasks WHERE ${earlier} ORDER BY id DESC LIMIT 1)
       WHERE id = ?1 AND state = 'skipped' RETURNING id`,
      id,
      flow,
      key,
      by,
    );
    if (ended.length > 0)
      this.sql.exec(`UPDATE tasks SET skipped_by = NULL, remedy = NULL WHERE ${earlier}`, id, flow, key);
  }

  /** Puts a task that a person left out back to work. Returns false when it is none, or when its record has an open task by now. */
  unskip(id: number, now: number): boolean {
    return (
      this.sql.exec(
        `UPDATE tasks SET state = 'queued', due_at = ?1, crashes = 0, failing_since = NULL, updated_at = ?1, skipped_by = NULL,
           remedy = NULL, ${meantSo}
         WHERE id = ?2 AND state = 'skipped' AND skipped_by IS NOT NULL AND NOT EXISTS (
           SELECT 1 FROM tasks AS other WHERE other.flow = tasks.flow AND other.key = tasks.key
             AND other.state IN ('queued', 'running', 'waiting', 'parked'))
         RETURNING id`,
        now,
        id,
      ).length > 0
    );
  }

  /** Newest first. */
  list(filter: TaskFilter, limit: number): TaskRow[] {
    return listTasks(this.sql, filter, limit);
  }

  /** Gives a flow's open tasks to another flow. A record that has one there already keeps that one. */
  move(from: string, to: string): void {
    this.sql.exec(`UPDATE OR IGNORE tasks SET flow = ? WHERE ${isOpen} AND flow = ?`, to, from);
    this.sql.exec(`UPDATE tasks SET state = 'skipped' WHERE ${isOpen} AND flow = ?`, from);
  }

  /** Ends a flow's open tasks as skipped, but for those that run: they end by themselves. Returns them. */
  drop(flow: string, now: number): TaskRow[] {
    const dropped = this.sql
      .exec(
        `UPDATE tasks SET state = 'skipped', again = 0, updated_at = ?
         WHERE ${isOpen} AND state <> 'running' AND flow = ? RETURNING *`,
        now,
        flow,
      )
      .map(fromRow);
    // Whatever others wait for may have been theirs: all of them look once more.
    if (dropped.length > 0) this.#waits.allLook(now);
    return dropped;
  }

  /** `leftOut`: the same of those that a person left out. */
  deleteEndedBefore(time: number, leftOut: number): void {
    this.sql.exec(
      `DELETE FROM tasks WHERE state IN ('done', 'skipped')
         AND updated_at < CASE WHEN skipped_by IS NULL THEN ?1 ELSE ?2 END`,
      ...[time, leftOut],
    );
  }
}

/** A record is one of its flow: others have records of the same key. */
function nameOf({ flow }: Pick<TaskRow, 'flow'>, awaits: string): string {
  const other = recordAwaited(awaits);
  if (other !== null) return `${other.flow}${flow.slice(flow.indexOf(':'))} ${awaitedKey(other.key)}`;
  return keyAwaited(awaits) === null ? awaits : `${flow} ${awaits}`;
}
