import type { Connection } from '../connection/connection.ts';
import type { Poll } from './poller.ts';
import type { TaskParts } from './task-runner.ts';

/** What runs: the connections, polls and flows of an integration, as its document says. A new document makes a new one. */
export interface Runtime {
  readonly connections: readonly Connection[];
  readonly polls: readonly Poll[];
  /** Flows by id. */
  readonly flows: ReadonlyMap<string, Omit<TaskParts, 'stores' | 'clock'>>;
  /** Nothing runs: the integration is paused. */
  readonly paused: boolean;
}
