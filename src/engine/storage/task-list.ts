import { byNumber, numbersLike } from './numbers.ts';
import { type Sql, whereOf } from './sql.ts';
import { fromRow, type Skipper, type TaskRow, type TaskState } from './task-row.ts';

export interface TaskFilter {
  readonly state?: TaskState | undefined;
  /** Ids of flows between places; all flows where it is left out. */
  readonly flows?: readonly string[] | undefined;
  /** The number that customers see, or how it begins. */
  readonly number?: string | undefined;
  readonly skippedBy?: Skipper | undefined;
  /** Only those that a person left out, wherever. */
  readonly leftOut?: true | undefined;
  /** Id of the last task that was seen. */
  readonly before?: number | undefined;
}

/** Repeats the condition of the index `tasks_listed` where it helps: what is not there is not looked for among all tasks. */
function isListed(state: TaskState | undefined): string {
  const isIndexed = state === 'waiting' || state === 'parked';
  return isIndexed ? "state IN ('waiting', 'parked') AND state = ?" : 'state = ?';
}

/** Returns tasks, the newest first. */
export function listTasks(sql: Sql, filter: TaskFilter, limit: number): TaskRow[] {
  const { where, bindings } = whereOf([
    [isListed(filter.state), filter.state],
    ['flow IN (SELECT value FROM json_each(?))', filter.flows && JSON.stringify(filter.flows)],
    ['skipped_by = ?', filter.skippedBy],
    ['skipped_by IS NOT NULL AND ?', filter.leftOut && 1],
    [byNumber, filter.number && numbersLike(sql, filter.number)],
    ['id < ?', filter.before],
  ]);
  return sql.exec(`SELECT * FROM tasks ${where} ORDER BY id DESC LIMIT ?`, ...bindings, limit).map(fromRow);
}
