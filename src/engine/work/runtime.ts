import type { BulkFlow, LevelFlow } from '../../flows/bulk.ts';
import type { RecordFlow } from '../../flows/contract.ts';
import { flowId, type IntegrationState } from '../configuration/configuration.ts';
import type { Connection } from '../connection/connection.ts';
import type { Poll } from './poller.ts';
import type { FlowParts } from './task-runner.ts';

/** Everything that runs: the connections, polls and flows of an integration. Every new document makes a new runtime. */
export interface Runtime {
  readonly connections: readonly Connection[];
  readonly polls: readonly Poll[];
  /** Flows by id, with the names of their connections: `orders:webshop:books`. */
  readonly flows: ReadonlyMap<string, FlowParts>;
  /** Names of connections whose webhooks can be verified. */
  readonly hooked: ReadonlySet<string>;
  readonly state: IntegrationState;
  /** True when nothing runs: the integration is paused or a draft. */
  readonly paused: boolean;
}

/** The id under which a flow's work is stored now: between the places of the accounts that its connections open. */
export function placedId({ flow, from, to }: Pick<FlowParts, 'flow' | 'from' | 'to'>): string {
  return flowId({ flow: flow.flow, from: from.place, to: to.place });
}

/** Whether its tasks run in the object, one by one. */
export function isRecordFlow<Parts extends FlowParts>(
  parts: Parts,
): parts is Parts & FlowParts<RecordFlow<unknown>> {
  return parts.definition.kind === 'record';
}

/** Whether its keys are cut into batches. */
export function isBulkFlow<Parts extends FlowParts>(
  parts: Parts,
): parts is Parts & FlowParts<BulkFlow<unknown>> {
  return parts.definition.kind !== 'record';
}

/** Whether its keys stand in no list of tasks: stock. */
export function isLevelFlow<Parts extends FlowParts>(
  parts: Parts,
): parts is Parts & FlowParts<LevelFlow<unknown>> {
  return parts.definition.kind === 'levels';
}

/** From when on something may be done over it: at once, or when one task may go first; null until its check works. */
export function opensFrom({ health, account, isOtherAccount }: Connection): number | null {
  if (account === null || isOtherAccount) return null;
  return health.current === null ? 0 : health.triesFrom;
}

/** Returns the flow that stored work belongs to, or null when there is none now: it was taken out, or leads elsewhere. */
export function flowOfWork({ flows }: Runtime, id: string): FlowParts | null {
  return [...flows.values()].find((parts) => placedId(parts) === id) ?? null;
}
