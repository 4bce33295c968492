import { conflict, notFound } from '../request-error.ts';
import type { Runtime } from './runtime.ts';
import type { FlowParts } from './task-runner.ts';

/** Finds the flow by its full id (`orders:shop:books`) or, where only one has it, by its name. */
export function findFlow(runtime: Runtime, flow: string): FlowParts {
  const found = [...runtime.flows].filter(([id, { definition }]) => id === flow || definition.name === flow);
  if (found.length > 1) {
    throw conflict('flow_ambiguous', { flow, ids: found.map(([id]) => id) });
  }
  if (!found[0]) throw notFound('flow');
  return found[0][1];
}
