import type { Connection } from '../connection/connection.ts';
import type { Poll } from './poller.ts';
import type { FlowParts } from './task-runner.ts';

/** Everything that runs: the connections, polls and flows of an integration. Every new document makes a new runtime. */
export interface Runtime {
  readonly connections: readonly Connection[];
  readonly polls: readonly Poll[];
  /** Flows by id. */
  readonly flows: ReadonlyMap<string, FlowParts>;
  /** True when the integration is paused: nothing runs. */
  readonly paused: boolean;
}
