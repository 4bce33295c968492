import type { ProblemData } from '../../records/problem.ts';
import type { Row } from './sql.ts';
import { readProblem } from './stored-problem.ts';

export const taskStates = ['queued', 'running', 'waiting', 'done', 'skipped', 'parked'] as const;
export type TaskState = (typeof taskStates)[number];

/** Where a person left a record out. */
export const skippers = ['api', 'page'] as const;
export type Skipper = (typeof skippers)[number];

/** Repeats the condition of the partial indexes `tasks_open` and `tasks_by_state`: SQLite uses them only for the same one. */
export const isOpen = "state IN ('queued', 'running', 'waiting', 'parked')";

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
  /** Null for a task that no person left out. */
  readonly skippedBy: Skipper | null;
  /** A person asked for this record, or for all of a period that it changed in. */
  readonly asked: boolean;
  /** By its name: its age does not matter. */
  readonly named: boolean;
  /** SKUs that it sells, as it was last read. */
  readonly skus: readonly string[];
}

/** How a person asks for a record, as it is stored: of two the higher counts. */
export const askings = { period: 1, name: 2 } as const;
export type Asked = keyof typeof askings;

export function fromRow(row: Row): TaskRow {
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
    skippedBy: row.skipped_by === null ? null : (row.skipped_by as Skipper),
    asked: Number(row.asked) > 0,
    named: row.asked === askings.name,
    skus: skusIn(row),
  };
}

/** None where there is no such task, or none were kept. */
export function skusIn(row: Row | undefined): readonly string[] {
  return typeof row?.skus === 'string' ? (JSON.parse(row.skus) as string[]) : [];
}
