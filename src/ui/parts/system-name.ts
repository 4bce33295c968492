import { connectorById } from '../../connectors/registry.ts';
import type { Pair } from '../../engine/configuration/offered-flows.ts';

/** The system behind a connection, by its own name. */
export function systemName({ connections }: Pair, connection: string): string {
  const id = Object.hasOwn(connections, connection) ? connections[connection]?.connector : undefined;
  return connectorById(id ?? '')?.name ?? connection;
}

/** The same; of two accounts of one system also which of them. */
export function titleOf(pair: Pair, connection: string): string {
  const name = systemName(pair, connection);
  const alike = Object.keys(pair.connections).filter((other) => systemName(pair, other) === name);
  return alike.length > 1 ? `${name} (${connection})` : name;
}
