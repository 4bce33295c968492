import { connectorById } from '../../connectors/registry.ts';
import type { IntegrationDocument } from './configuration.ts';
import { isSecret } from './credentials.ts';

/** The document as it is stored and shown: credentials without their secrets. */
export function visibleDocument(
  document: IntegrationDocument,
  credentials: Readonly<Record<string, Readonly<Record<string, string>>>>,
): IntegrationDocument {
  const connections = Object.entries(document.connections).map(([name, { connector }]) => {
    const known = connectorById(connector);
    const open = Object.entries(credentials[name] ?? {}).filter(
      ([field]) => known && !isSecret(known, field),
    );
    return [name, { connector, credentials: Object.fromEntries(open) }];
  });
  return { ...document, connections: Object.fromEntries(connections) };
}
