/** What an integration tells of itself: the shapes of DESIGN section 9, as the API describes and answers them. */
import { z } from 'zod';
import { en } from '../../texts/en.ts';
import { type Stored, tellProblem, tellReason } from '../../texts/tell.ts';
import { integrationDocument, splitFlowId } from '../configuration/configuration.ts';
import type { ActivityRow } from '../storage/activity.ts';
import { type TaskRow, taskStates } from '../storage/tasks.ts';

const moment = z.iso.datetime();

const problemFields = z.object({
  code: z.string().describe('Stable; the list is in docs/problems.md'),
  message: z.string(),
  action: z.string().describe('What to do next'),
});
export const problemView = problemFields.meta({ id: 'Problem' });
export type ProblemView = z.infer<typeof problemView>;

const integrationProblem = problemFields
  .extend({
    connection: z.string().optional(),
    flow: z.string().optional(),
    count: z.number().int().optional().describe('How many tasks are parked for it'),
    since: moment.optional(),
  })
  .meta({ id: 'IntegrationProblem' });
export type IntegrationProblem = z.infer<typeof integrationProblem>;

const integrationState = z.enum(['active', 'paused']);
export type IntegrationState = z.infer<typeof integrationState>;

const flowProgress = z
  .object({
    flow: z.string(),
    from: z.string(),
    to: z.string(),
    pulledUntil: moment.nullable().describe('Every change up to here is stored as a task'),
    reading: z.boolean().describe('Whether a window is being read'),
    nextPollAt: moment.nullable(),
  })
  .meta({ id: 'FlowProgress' });
export type FlowProgress = z.infer<typeof flowProgress>;

const taskCounts = z
  .record(z.enum(taskStates), z.number().int())
  .meta({ id: 'TaskCounts', description: 'Open tasks by state; those that ended within 14 days' });

const dayCount = z
  .object({
    day: z.iso.date().describe('In UTC'),
    flow: z.string(),
    name: z.string().describe('An outcome, or `calls`'),
    count: z.number().int(),
  })
  .meta({ id: 'DayCount' });

export const integrationView = z
  .object({
    id: z.string(),
    ...integrationDocument.shape,
    state: integrationState,
    problems: z.array(integrationProblem),
    counts: taskCounts,
    progress: z.array(flowProgress),
    days: z.array(dayCount),
  })
  .meta({ id: 'IntegrationView' });
export type IntegrationView = z.infer<typeof integrationView>;

/** What everybody may know: codes and counts. */
export const summary = z
  .object({
    id: z.string(),
    name: z.string(),
    state: integrationState,
    problems: z.array(z.object({ code: z.string(), count: z.number().int() })),
    counts: taskCounts,
    updatedAt: moment,
  })
  .meta({ id: 'Summary' });
export type Summary = z.infer<typeof summary>;

export const taskView = z
  .object({
    id: z.string(),
    flow: z.string(),
    from: z.string(),
    to: z.string(),
    key: z.string().describe("The source record's id as its system names it"),
    state: z.enum(taskStates),
    attempts: z.number().int(),
    dueAt: moment,
    createdAt: moment,
    updatedAt: moment,
    problem: problemView.nullable(),
  })
  .meta({ id: 'Task' });
export type TaskView = z.infer<typeof taskView>;

const activityFields = z.object({
  id: z.string(),
  at: moment,
  flow: z.string(),
  from: z.string(),
  to: z.string(),
  key: z.string(),
  task: z.string(),
  outcome: z.string(),
  reason: z.string(),
  targetId: z.string().nullable(),
  calls: z.number().int(),
});
export const activityView = activityFields.meta({ id: 'Activity' });
export type ActivityView = z.infer<typeof activityView>;

export const transferView = activityFields
  .extend({
    payload: z
      .record(z.string(), z.unknown())
      .nullable()
      .describe('`source`, `target`, `totals` and `calls`; null once the retention is over'),
  })
  .meta({ id: 'Transfer', description: 'One transfer with both sides' });
export type TransferView = z.infer<typeof transferView>;

export const checkView = z
  .object({
    connection: z.string(),
    ok: z.boolean(),
    account: z
      .object({ name: z.string(), currency: z.string(), timeZone: z.string() })
      .nullable()
      .describe('What was read of the account'),
    problem: problemView.nullable(),
  })
  .meta({ id: 'ConnectionCheck' });
export type CheckView = z.infer<typeof checkView>;

export interface Page<Item> {
  readonly items: Item[];
  readonly cursor: string | null;
}

export function timestamp(ms: number): string {
  return new Date(ms).toISOString();
}

export function showProblem({ code, params, told }: Stored): ProblemView {
  return { code, ...tellProblem({ code, params, told }, en) };
}

export function showTask(row: TaskRow): TaskView {
  return {
    id: String(row.id),
    ...splitFlowId(row.flow),
    key: row.key,
    state: row.state,
    attempts: row.attempts,
    dueAt: timestamp(row.dueAt),
    createdAt: timestamp(row.createdAt),
    updatedAt: timestamp(row.updatedAt),
    problem: row.problem && showProblem(row.problem),
  };
}

export function showActivity(row: ActivityRow): ActivityView {
  return {
    id: String(row.id),
    at: timestamp(row.at),
    ...splitFlowId(row.flow),
    key: row.key,
    task: String(row.task),
    outcome: row.outcome,
    reason: reasonOf(row),
    targetId: row.targetId,
    calls: row.calls,
  };
}

/** Of tasks that ended well a reason, of the others a problem. */
function reasonOf({ outcome, reason, params }: ActivityRow): string {
  if (params === null) return reason;
  if (outcome === 'done' || outcome === 'skipped') return tellReason({ code: reason, params }, en);
  return `${reason}: ${tellProblem({ code: reason, params }, en).message}`;
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
