import { connectorById } from '../../connectors/registry.ts';
import type { Pair } from '../../engine/configuration/offered-flows.ts';

/** The system behind a connection, by its own name. */
export function systemName({ connections }: Pair, connection: string): string {
  const id = Object.hasOwn(connections, connection) ? connections[connection]?.connector : undefined;
  return connectorById(id ?? '')?.name ?? connection;
}
