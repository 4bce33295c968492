import type { Stored } from '../../texts/tell.ts';
import { namedFlow } from '../configuration/named-flow.ts';
import type { Stores } from '../storage/stores.ts';
import { flowOfWork, type Runtime } from '../work/runtime.ts';
import type { Names } from './views.ts';

/** A flow that has open tasks and that nothing runs for. */
export interface HeldFlow {
  /** Between places, as it is stored. */
  readonly flow: string;
  readonly problem: Stored;
  /** Without the parked ones, which have problems of their own. */
  readonly count: number;
}

/** Returns why nothing runs for a flow between places, or null when it is one of the flows of now. */
export function whyHeld(runtime: Runtime, flow: string, names: Names): Stored | null {
  if (flowOfWork(runtime, flow) !== null) return null;
  const name = namedFlow(flow, names);
  return runtime.flows.has(name)
    ? { code: 'account_left', params: { flow: name } }
    : { code: 'flow_gone', params: { flow: name } };
}

export function heldFlows(stores: Stores, runtime: Runtime): HeldFlow[] {
  const names = stores.accounts.names();
  return stores.openTasks.flows().flatMap((flow) => {
    const problem = whyHeld(runtime, flow, names);
    const count = problem === null ? 0 : stores.openTasks.of(flow, 'ready');
    return problem === null || count === 0 ? [] : [{ flow, problem, count }];
  });
}
