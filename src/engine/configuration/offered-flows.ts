import type { Connector, FlowName } from '../../connectors/contract/connector.ts';
import { connectorById } from '../../connectors/registry.ts';
import { flows } from '../../flows/registry.ts';
import type { IntegrationDocument } from './configuration.ts';

export interface OfferedFlow {
  readonly flow: FlowName;
  readonly from: string;
  readonly to: string;
}

/** All that the two systems of a document can keep in step: each flow in each direction. */
export function offeredFlows({ connections }: Pick<IntegrationDocument, 'connections'>): OfferedFlow[] {
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

/** The same of two systems, whatever their connections are called: the first is `one`, the second `other`. */
export function flowsBetween(one: Connector, other: Connector): OfferedFlow[] {
  return offeredFlows({
    connections: { one: { connector: one.id, credentials: {} }, other: { connector: other.id, credentials: {} } },
  });
}
