import { connectorById } from '../../connectors/registry.ts';
import type { IntegrationView } from '../../engine/reporting/views.ts';

/** The system behind a connection, by its own name. */
export function systemName(
  { connections }: Pick<IntegrationView, 'connections'>,
  connection: string,
): string {
  const id = Object.hasOwn(connections, connection) ? connections[connection]?.connector : undefined;
  return connectorById(id ?? '')?.name ?? connection;
}
