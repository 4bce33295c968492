import type { FlowName } from '../connectors/contract/connector.ts';
import type { Flow } from './contract.ts';
import { customers } from './customers/index.ts';
import { orders } from './orders/index.ts';

/** Every flow that Koppel knows. Settings are checked by the flow's own schema, so the registry need not know them. */
export const flows: readonly Flow<unknown>[] = [orders as Flow<unknown>, customers as Flow<unknown>];

export function flowByName(name: FlowName): Flow<unknown> | undefined {
  return flows.find((flow) => flow.name === name);
}
