import type { ProblemData } from '../../records/problem.ts';
import type { Sql } from './sql.ts';
import { readProblem } from './stored-problem.ts';

/** A cause for which nothing is parked any more. */
export interface EndedCause {
  /** Id of the flow between two places. */
  readonly flow: string;
  readonly cause: string;
  /** Of the last that was parked for it. */
  readonly problem: ProblemData;
  /** So many were parked for it at most, at one time. */
  readonly count: number;
  /** When the last of them was put back to work, or left out; epoch milliseconds. */
  readonly at: number;
}

/** Those that ended last, and have not come back; the newest first. Triggers write them down (cause-tables.ts). */
export function endedCauses(sql: Sql, limit: number): EndedCause[] {
  return sql
    .exec(
      `SELECT flow, cause, problem, count, at FROM ended_causes
       WHERE NOT EXISTS (SELECT 1 FROM parked_causes WHERE parked_causes.flow = ended_causes.flow
         AND parked_causes.code = ended_causes.problem ->> '$.code' AND parked_causes.cause = ended_causes.cause)
       ORDER BY at DESC LIMIT ?`,
      limit,
    )
    .map(({ flow, cause, problem, count, at }) => ({
      flow: String(flow),
      cause: String(cause),
      problem: readProblem(String(problem)),
      count: Number(count),
      at: Number(at),
    }));
}

export function deleteEndedBefore(sql: Sql, time: number): void {
  sql.exec('DELETE FROM ended_causes WHERE at < ?', time);
}
