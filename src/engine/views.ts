/** What an integration tells of itself: the shapes of DESIGN section 9. The routes describe them to the world. */
import type { ProblemData } from '../records/problem.ts';
import { type IntegrationDocument, splitFlowId } from './configuration.ts';
import type { ActivityRow } from './store/activity.ts';
import type { Count } from './store/counters.ts';
import type { TaskRow, TaskState } from './store/tasks.ts';

export interface ProblemView {
  readonly code: string;
  readonly message: string;
  readonly action: string;
}

export interface IntegrationProblem extends ProblemView {
  readonly connection?: string;
  readonly flow?: string;
  /** How many tasks are parked for it. */
  readonly count?: number;
  readonly since?: string;
}

export type IntegrationState = 'active' | 'paused';

export interface FlowProgress {
  readonly flow: string;
  readonly from: string;
  readonly to: string;
  /** Everything up to here is stored; null for a flow that is not polled. */
  readonly pulledUntil: string | null;
  /** A window is being read. */
  readonly reading: boolean;
  readonly nextPollAt: string | null;
}

export interface IntegrationView extends IntegrationDocument {
  readonly id: string;
  readonly state: IntegrationState;
  readonly problems: readonly IntegrationProblem[];
  readonly counts: Readonly<Record<TaskState, number>>;
  readonly progress: readonly FlowProgress[];
  readonly days: readonly Count[];
}

/** What everybody may know: no names, no ids of records. */
export interface Summary {
  readonly id: string;
  readonly name: string;
  readonly state: IntegrationState;
  readonly problems: readonly { readonly code: string; readonly count: number }[];
  readonly counts: Readonly<Record<TaskState, number>>;
  readonly updatedAt: string;
}

export interface TaskView {
  readonly id: string;
  readonly flow: string;
  readonly from: string;
  readonly to: string;
  readonly key: string;
  readonly state: TaskState;
  readonly attempts: number;
  readonly dueAt: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly problem: ProblemView | null;
}

export interface ActivityView {
  readonly id: string;
  readonly at: string;
  readonly flow: string;
  readonly from: string;
  readonly to: string;
  readonly key: string;
  readonly task: string;
  readonly outcome: string;
  readonly reason: string;
  readonly targetId: string | null;
  readonly calls: number;
}

/** One transfer with both sides. Its payload is null once the retention is over. */
export interface TransferView extends ActivityView {
  readonly payload: Readonly<Record<string, unknown>> | null;
}

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly cursor: string | null;
}

export function timestamp(ms: number): string {
  return new Date(ms).toISOString();
}

export function problemView({ code, message, action }: ProblemData): ProblemView {
  return { code, message, action };
}

export function taskView(row: TaskRow): TaskView {
  return {
    id: String(row.id),
    ...splitFlowId(row.flow),
    key: row.key,
    state: row.state,
    attempts: row.attempts,
    dueAt: timestamp(row.dueAt),
    createdAt: timestamp(row.createdAt),
    updatedAt: timestamp(row.updatedAt),
    problem: row.problem && problemView(row.problem),
  };
}

export function activityView(row: ActivityRow): ActivityView {
  return {
    id: String(row.id),
    at: timestamp(row.at),
    ...splitFlowId(row.flow),
    key: row.key,
    task: String(row.task),
    outcome: row.outcome,
    reason: row.reason,
    targetId: row.targetId,
    calls: row.calls,
  };
}

/** A page of rows that were read with one more than asked for. */
export function page<Row extends { id: number }, Item>(
  rows: readonly Row[],
  limit: number,
  view: (row: Row) => Item,
): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(view), cursor: rows.length > limit && last ? String(last.id) : null };
}
