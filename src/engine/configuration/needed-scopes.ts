import type { Connector } from '../../connectors/contract/connector.ts';
import { flowByName } from '../../flows/registry.ts';
import type { IntegrationDocument } from './configuration.ts';

/** Scopes that the flows of a document need at this connection, beyond those that its connector asks for in any case. */
export function neededScopes(
  { flows }: Pick<IntegrationDocument, 'flows'>,
  name: string,
  connector: Connector,
): readonly string[] {
  const needed = flows
    .filter(({ to, enabled }) => enabled && to === name)
    .flatMap((flow) => {
      const definition = flowByName(flow.flow);
      return definition?.scopes?.(definition.settings.parse(flow.settings), connector) ?? [];
    });
  return [...new Set(needed)];
}
