import type { Connector, FlowName } from '../../connectors/contract/connector.ts';
import { connectorById, connectors } from '../../connectors/registry.ts';
import { flows } from '../../flows/registry.ts';
import type { IntegrationDocument } from './configuration.ts';

export interface OfferedFlow {
  readonly flow: FlowName;
  readonly from: string;
  readonly to: string;
}

/** As much of a document as tells which systems it is between. */
export interface Pair {
  readonly connections: Readonly<
    Record<string, Pick<IntegrationDocument['connections'][string], 'connector'>>
  >;
}

/** What a system gives to others. */
export function flowsFrom(connector: Connector): FlowName[] {
  return flows.filter((flow) => flow.source(connector) !== undefined).map(({ name }) => name);
}

/** What it takes from some other one. */
export function flowsTo(connector: Connector): FlowName[] {
  return flows
    .filter((flow) => connectors.some((other) => flow.supports(other, connector)))
    .map(({ name }) => name);
}

/** All that the two systems of a document can keep in step: each flow in each direction. */
export function offeredFlows({ connections }: Pair): OfferedFlow[] {
  const ends = Object.entries(connections).flatMap(([name, { connector }]) => {
    const found = connectorById(connector);
    return found === undefined ? [] : [{ name, connector: found }];
  });
  const [one, other] = ends;
  if (one === undefined || other === undefined) return [];
  return flows.flatMap(({ name: flow, supports }) =>
    [[one, other] as const, [other, one] as const]
      .filter(([source, target]) => supports(source.connector, target.connector))
      .map(([source, target]) => ({ flow, from: source.name, to: target.name })),
  );
}
