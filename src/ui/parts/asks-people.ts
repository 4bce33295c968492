import { connectorById } from '../../connectors/registry.ts';

/** Whether somebody gives access in the system itself. What is shown of credentials tells which of them there are. */
export function asksPeople(connector: string, credentials: Readonly<Record<string, unknown>>): boolean {
  if (Object.keys(credentials).length === 0) return false;
  return connectorById(connector)?.auth(credentials).kind === 'authorization-code';
}
