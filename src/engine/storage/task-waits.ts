import { awaitedKey, awaitedRecord, keyAwaited } from '../../records/problem.ts';
import type { Sql } from './sql.ts';
import { isOpen, type TaskRow } from './task-row.ts';

/** How far a circle of tasks is followed. One that is longer is parked when its tasks are given up, as all that waits for too long. */
const longestCircle = 50;

/** One that waited too long, or in a circle, is parked meanwhile. */
const awaiting = 'tasks INDEXED BY tasks_awaiting';
const waits = "state IN ('waiting', 'parked') AND problem ->> '$.awaits' IS NOT NULL";
const woken = `due_at = min(due_at, ?1), failing_since = CASE state WHEN 'parked' THEN NULL ELSE failing_since END,
  state = CASE state WHEN 'parked' THEN 'queued' ELSE state END`;

/** How a task ends. `isOverWait`: it is parked since it waited for something in vain. */
interface End {
  readonly state: 'done' | 'skipped' | 'parked';
  readonly isOverWait: boolean;
}

/** Tasks that wait for something of this integration to end: a step of the journal, or another record, of their flow or of one between the same places. */
export class TaskWaits {
  constructor(private readonly sql: Sql) {}

  stepEnded(step: string, now: number): void {
    this.sql.exec(
      `UPDATE ${awaiting} SET ${woken} WHERE ${waits} AND problem ->> '$.awaits' = ?2`,
      now,
      step,
    );
  }

  /** Whatever they wait for may have ended. */
  allLook(now: number): void {
    this.sql.exec(`UPDATE ${awaiting} SET ${woken} WHERE ${waits}`, now);
  }

  /**
   * This task ends, however it does: what waits for its record, or for a step that it has left, is due. One that is done has left none.
   * One that waited itself has changed nothing: what is parked would only come to stand there again, and wake the next.
   */
  taskEnds(own: Pick<TaskRow, 'id' | 'flow' | 'key'>, now: number, { state, isOverWait }: End): void {
    this.sql.exec(
      `UPDATE ${awaiting} SET ${woken} WHERE ${waits} AND problem ->> '$.awaits' = ?2 AND flow = ?3 AND id <> ?4
         AND (state = 'waiting' OR ?5 = 0)`,
      now,
      awaitedKey(own.key),
      own.flow,
      own.id,
      isOverWait ? 1 : 0,
    );
    const places = own.flow.indexOf(':');
    this.sql.exec(
      `UPDATE ${awaiting} SET ${woken} WHERE ${waits} AND problem ->> '$.awaits' = ?2 AND substr(flow, instr(flow, ':')) = ?3`,
      now,
      awaitedRecord(own.flow.slice(0, places), own.key),
      own.flow.slice(places),
    );
    const isAwaited = () => this.sql.exec(`SELECT 1 FROM ${awaiting} WHERE ${waits} LIMIT 1`).length > 0;
    if (state === 'done' || !isAwaited()) return;
    this.sql.exec(
      `UPDATE ${awaiting} SET ${woken} WHERE ${waits} AND id <> ?2 AND EXISTS (SELECT 1 FROM steps
         WHERE task = ?2 AND substr(name, -length(tasks.problem ->> '$.awaits')) = tasks.problem ->> '$.awaits')`,
      now,
      own.id,
    );
  }

  /** What is queued or runs may wait for something else by now, or for nothing: it closes the circle itself when it comes to wait. */
  circleOf({ flow, key }: Pick<TaskRow, 'flow' | 'key'>, awaits: string): readonly string[] | null {
    const circle = [key];
    let next = keyAwaited(awaits);
    while (next !== null && next !== key) {
      // Also where those beyond this one wait for each other: that circle is not its own.
      if (circle.length === longestCircle) return null;
      circle.push(next);
      next = this.#awaitedBy(flow, next);
    }
    return next === null ? null : circle;
  }

  #awaitedBy(flow: string, key: string): string | null {
    const [row] = this.sql.exec(
      `SELECT problem ->> '$.awaits' AS awaits FROM tasks
       WHERE ${isOpen} AND state IN ('waiting', 'parked') AND flow = ? AND key = ?`,
      flow,
      key,
    );
    return row?.awaits == null ? null : keyAwaited(String(row.awaits));
  }

  /** Whichever of them can go now, nobody tells: a person who retries one means them all. */
  retryCircle(id: number, now: number): void {
    this.sql.exec(
      `UPDATE tasks SET state = 'queued', due_at = ?1, crashes = 0, updated_at = ?1
       WHERE ${isOpen} AND state = 'parked' AND flow = (SELECT flow FROM tasks WHERE id = ?2)
         AND problem ->> '$.params.circle' IS NOT NULL
         AND key IN (SELECT value FROM json_each((SELECT problem FROM tasks WHERE id = ?2), '$.params.circle'))`,
      now,
      id,
    );
  }
}
