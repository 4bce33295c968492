import type { FlowName } from '../connectors/contract/connector.ts';
import { rejected } from '../records/problem.ts';

/** The capabilities that a flow needs of its two ends. A flow that was stored before may have lost one since. */
export function supported<Endpoints>(endpoints: Endpoints | null, flow: FlowName): Endpoints {
  if (endpoints !== null) return endpoints;
  throw rejected('flow_unsupported', { flow });
}
