import type { ProblemData } from '../../records/problem.ts';
import type { LeftOutWhy } from '../../texts/left-out-why.ts';
import type { Row, Sql } from './sql.ts';
import { readProblem } from './stored-problem.ts';
import type { By } from './trail.ts';

/**
 * What a person can do about all that is parked for one cause. `solve`: save a setting and try again; `take_back`: that they were
 * left out.
 */
export const remedyKinds = ['solve', 'retry', 'leave_out', 'take_back'] as const;
export type RemedyKind = (typeof remedyKinds)[number];

export interface NewRemedy {
  /** Epoch milliseconds. What is parked later is none of its. */
  readonly at: number;
  readonly by: By;
  readonly what: RemedyKind;
  /** Id of the flow between two places. */
  readonly flow: string;
  readonly cause: string;
  /** One of those that it is about. */
  readonly problem: ProblemData;
  /** Of one that leaves out. */
  readonly why: LeftOutWhy | null;
  /** The one that is taken back. */
  readonly takesBack: number | null;
  /** So many tasks are to be done. */
  readonly total: number;
}

export interface Remedy extends Omit<NewRemedy, 'by'> {
  readonly id: number;
  readonly who: string;
  readonly via: By['via'];
  /** So many of them are done. */
  readonly done: number;
  /** Null while it is under way. */
  readonly endedAt: number | null;
}

/** What people did about causes: each is done in parts, and a part with its row in one transaction. */
export class RemedyStore {
  constructor(private readonly sql: Sql) {}

  add(remedy: NewRemedy): Remedy {
    const { at, by, what, flow, cause, problem, why, takesBack, total } = remedy;
    const [row] = this.sql.exec(
      `INSERT INTO remedies (at, who, via, what, flow, cause, problem, why, takes_back, total)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING *`,
      ...[at, by.who, by.via, what, flow, cause, JSON.stringify(problem), why, takesBack, total],
    );
    return fromRow(row ?? {});
  }

  get(id: number): Remedy | null {
    const [row] = this.sql.exec('SELECT * FROM remedies WHERE id = ?', id);
    return row === undefined ? null : fromRow(row);
  }

  /** Those that are under way, oldest first. */
  underWay(limit: number): Remedy[] {
    return this.sql
      .exec('SELECT * FROM remedies WHERE ended_at IS NULL ORDER BY id LIMIT ?', limit)
      .map(fromRow);
  }

  progress(id: number, done: number, endedAt: number | null): void {
    this.sql.exec('UPDATE remedies SET done = ?, ended_at = ? WHERE id = ?', done, endedAt, id);
  }

  /** What was done last about a cause that ended then: what was over by that time did not end it. */
  lastOf(flow: string, cause: string, endedAt: number): Remedy | null {
    const [row] = this.sql.exec(
      `SELECT * FROM remedies WHERE flow = ? AND cause = ? AND (ended_at IS NULL OR ended_at >= ?)
       ORDER BY id DESC LIMIT 1`,
      ...[flow, cause, endedAt],
    );
    return row === undefined ? null : fromRow(row);
  }

  /** Those that have ended and left something out which nobody has taken back since, newest first. */
  toTakeBack(limit: number): Remedy[] {
    return this.sql
      .exec(
        `SELECT * FROM remedies WHERE what = 'leave_out' AND ended_at IS NOT NULL
           AND EXISTS (SELECT 1 FROM tasks WHERE tasks.remedy = remedies.id)
         ORDER BY id DESC LIMIT ?`,
        limit,
      )
      .map(fromRow);
  }

  deleteBefore(time: number): void {
    this.sql.exec('DELETE FROM remedies WHERE at < ? AND ended_at IS NOT NULL', time);
  }
}

function fromRow(row: Row): Remedy {
  return {
    id: Number(row.id),
    at: Number(row.at),
    who: String(row.who),
    via: row.via as By['via'],
    what: row.what as RemedyKind,
    flow: String(row.flow),
    cause: String(row.cause),
    problem: readProblem(String(row.problem)),
    why: row.why === null ? null : (row.why as LeftOutWhy),
    takesBack: row.takes_back === null ? null : Number(row.takes_back),
    total: Number(row.total),
    done: Number(row.done),
    endedAt: row.ended_at === null ? null : Number(row.ended_at),
  };
}
