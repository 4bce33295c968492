/** What an integration tells of itself, in the shapes that the API answers with. Times are ISO 8601 in UTC. */
import type { Params } from '../../texts/catalogue.ts';
import type { Texts } from '../../texts/en.ts';
import { type Stored, tellProblem, tellReason } from '../../texts/tell.ts';
import {
  type IntegrationDocument,
  type IntegrationState,
  splitFlowId,
} from '../configuration/configuration.ts';
import { namedFlow } from '../configuration/named-flow.ts';
import type { OrderEdge } from '../configuration/order-rings.ts';
import type { ScopeView } from '../configuration/wanted-scopes.ts';
import type { ActivityRow } from '../storage/activity.ts';
import type { Count } from '../storage/counters.ts';
import type { Skipper, TaskRow, TaskState } from '../storage/task-row.ts';
import type { HealthRecord } from './health.ts';

export interface ProblemView {
  readonly code: string;
  readonly message: string;
  readonly action: string;
}

/** Of a connection, or of a flow; then `count` tells how many tasks are parked for this cause. */
export interface IntegrationProblem extends ProblemView {
  readonly connection?: string;
  readonly flow?: string;
  readonly count?: number;
  /** What tells this cause from others with the same code: `{"setting": "paymentMethods", "value": "Bancontact"}`. */
  readonly values?: Params;
  /** The source record of the newest of them. */
  readonly key?: string;
  readonly since?: string;
}

export interface FlowProgress {
  readonly flow: string;
  readonly from: string;
  readonly to: string;
  /** Every change up to here is stored as a task, or as a dirty key. */
  readonly pulledUntil: string | null;
  /** Whether a window is being read. */
  readonly reading: boolean;
  readonly nextPollAt: string | null;
  /** How it hears of changes; null for one that is switched off. */
  readonly fedBy: 'webhooks' | 'polls' | null;
  /** Its tasks that are not done; one that runs counts as queued. */
  readonly open: Record<'queued' | 'waiting' | 'parked', number>;
  /** Minutes between two polls. */
  readonly pollEvery: number | null;
}

/** Open tasks by state; those that ended within 14 days. */
type TaskCounts = Record<TaskState, number>;

export interface IntegrationView extends IntegrationDocument {
  readonly id: string;
  /** Changes with every save. */
  readonly revision: string;
  readonly state: IntegrationState;
  readonly problems: IntegrationProblem[];
  /** What is to be known and stops nothing. */
  readonly warnings: ProblemView[];
  readonly counts: TaskCounts;
  readonly progress: FlowProgress[];
  readonly accounts: ConnectionView[];
  /** What happened per day and flow of late, where the account is whose orders are carried. */
  readonly days: Count[];
  /** The day that it is there. */
  readonly today: string;
}

/** What everybody may know: codes and counts. */
export interface Summary {
  readonly id: string;
  readonly name: string;
  readonly state: IntegrationState;
  readonly problems: { readonly code: string; readonly count: number }[];
  readonly counts: TaskCounts;
  readonly updatedAt: string;
  /** How it was, day by day. */
  readonly health?: HealthRecord;
  /** Whether its name may be shown to everybody. */
  readonly nameOnStatus?: boolean;
  /** Keyed fingerprints of its two accounts, for the directory alone. */
  readonly accounts?: readonly string[];
  /** What the other integrations must know of it, by such fingerprints. Likewise. */
  readonly relations?: RelationMarks;
}

/** Accounts stand in it as keyed fingerprints, equal for equal accounts of one deployment. */
export interface RelationMarks {
  /** Where it makes orders, or ever did. */
  readonly makes: readonly string[];
  /** Whose customers it keeps in step. */
  readonly keeps: readonly string[];
  readonly orders: readonly OrderEdge[];
}

export interface TaskView {
  readonly id: string;
  readonly flow: string;
  readonly from: string;
  readonly to: string;
  /** The source record's id as its system names it. */
  readonly key: string;
  /** As customers see it; null for a record that was never read, or has none. */
  readonly number: string | null;
  readonly state: TaskState;
  readonly attempts: number;
  readonly dueAt: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly problem: ProblemView | null;
  /** Where a person left it out, at `updatedAt`; null when nobody did. */
  readonly skippedBy: Skipper | null;
}

export interface ActivityView {
  readonly id: string;
  readonly at: string;
  readonly flow: string;
  readonly from: string;
  readonly to: string;
  readonly key: string;
  readonly number: string | null;
  readonly task: string;
  readonly outcome: string;
  readonly reason: string;
  readonly targetId: string | null;
  readonly calls: number;
}

/** One transfer with both sides; its payload is null once the retention is over. */
export interface TransferView extends ActivityView {
  readonly payload: Record<string, unknown> | null;
}

/** What was read of an account. */
export interface AccountView {
  readonly name: string;
  readonly currency: string;
  readonly timeZone: string;
  /** ISO code; null where the system does not tell it. */
  readonly country: string | null;
}

/** How a connection stands, as far as it is known without a call. */
export interface ConnectionView {
  readonly connection: string;
  /** Whether anything was entered that opens it: in a draft that may come later. */
  readonly connected: boolean;
  /** As it was last read; null while it was never read with these credentials. */
  readonly account: AccountView | null;
  readonly problem: ProblemView | null;
  /** A connection before it that opens the same account. */
  readonly sameAs: string | null;
  /** Its webhooks; null where none is taken. `askedFor`: Koppel has asked the system for them. */
  readonly hooks: { readonly askedFor: boolean; readonly receivedAt: string | null } | null;
  /** What its application must be allowed there. */
  readonly scopes: readonly ScopeView[];
}

export interface CheckView {
  readonly connection: string;
  readonly ok: boolean;
  readonly account: AccountView | null;
  readonly problem: ProblemView | null;
}

export interface Page<Item> {
  readonly items: Item[];
  readonly cursor: string | null;
}

/** A filter as people give it: the flow by the names of its connections. */
export type NamedFilter<Filter> = Omit<Filter, 'flows'> & { readonly flow?: string | undefined };

/** Places of accounts → names of connections. */
export type Names = ReadonlyMap<string, string>;

export function timestamp(ms: number): string {
  return new Date(ms).toISOString();
}

export function showProblem({ code, params, told }: Stored, texts: Texts): ProblemView {
  return { code, ...tellProblem({ code, params, told }, texts) };
}

export function showTask(
  row: TaskRow,
  texts: Texts,
  names: Names = new Map(),
  number: string | null = null,
): TaskView {
  return {
    id: String(row.id),
    ...splitFlowId(namedFlow(row.flow, names)),
    key: row.key,
    number,
    state: row.state,
    attempts: row.attempts,
    dueAt: timestamp(row.dueAt),
    createdAt: timestamp(row.createdAt),
    updatedAt: timestamp(row.updatedAt),
    problem: row.problem && showProblem(row.problem, texts),
    skippedBy: row.skippedBy,
  };
}

export function showActivity(
  row: ActivityRow,
  texts: Texts,
  names: Names = new Map(),
  number: string | null = null,
): ActivityView {
  return {
    id: String(row.id),
    at: timestamp(row.at),
    ...splitFlowId(namedFlow(row.flow, names)),
    key: row.key,
    number,
    task: String(row.task),
    outcome: row.outcome,
    reason: reasonOf(row, texts),
    targetId: row.targetId,
    calls: row.calls,
  };
}

/** Returns a reason for tasks that ended well and a problem for the others. */
function reasonOf({ outcome, reason, params }: ActivityRow, texts: Texts): string {
  if (params === null) return reason;
  if (outcome === 'done' || outcome === 'skipped' || outcome === 'queued')
    return tellReason({ code: reason, params }, texts);
  return `${reason}: ${tellProblem({ code: reason, params }, texts).message}`;
}

/** Makes a page of rows that were read with one row more than requested. */
export function page<Row extends { id: number }, Item>(
  rows: readonly Row[],
  limit: number,
  view: (row: Row) => Item,
): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(view), cursor: rows.length > limit && last ? String(last.id) : null };
}
