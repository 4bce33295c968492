import type { Sql } from './sql.ts';
import { fromRow, type TaskRow } from './task-row.ts';

/** Tasks that are parked for one cause, or were left out with it. */
interface OfCause {
  /** Id of the flow between two places. */
  readonly flow: string;
  readonly cause: string;
  /** Those that were parked by then: one that comes to be parked again is not meant. Epoch milliseconds. */
  readonly until: number;
}

const ofCause = "state = 'parked' AND flow = ? AND cause = ? AND updated_at <= ?";

/** Those that were parked first come first. Reads no more than it gives. */
export function parkedFor(sql: Sql, { flow, cause, until }: OfCause, limit: number): TaskRow[] {
  return sql
    .exec(`SELECT * FROM tasks WHERE ${ofCause} ORDER BY updated_at, id LIMIT ?`, flow, cause, until, limit)
    .map(fromRow);
}

/** Puts so many of them back to work. Returns how many there were. */
export function retryParkedFor(
  sql: Sql,
  { flow, cause, until }: OfCause,
  limit: number,
  now: number,
): number {
  return sql.exec(
    `UPDATE tasks SET state = 'queued', due_at = ?, crashes = 0, failing_since = NULL, updated_at = ?
     WHERE id IN (SELECT id FROM tasks WHERE ${ofCause} ORDER BY updated_at, id LIMIT ?) RETURNING id`,
    ...[now, now, flow, cause, until, limit],
  ).length;
}

/** What was left out with a remedy, and is still kept. */
export function leftOutWith(sql: Sql, remedy: number, limit: number): TaskRow[] {
  return sql.exec('SELECT * FROM tasks WHERE remedy = ? ORDER BY id LIMIT ?', remedy, limit).map(fromRow);
}

/** How many those are. */
export function countLeftOutWith(sql: Sql, remedy: number): number {
  return Number(sql.exec('SELECT count(*) AS count FROM tasks WHERE remedy = ?', remedy)[0]?.count);
}

/** It can not be taken back with the others any more. */
export function partFromRemedy(sql: Sql, task: number): void {
  sql.exec('UPDATE tasks SET remedy = NULL WHERE id = ?', task);
}
