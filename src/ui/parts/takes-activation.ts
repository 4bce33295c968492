import { connectorById } from '../../connectors/registry.ts';

/** Whether the people of a system can connect Koppel there. */
export function takesActivation(connector: string): boolean {
  return connectorById(connector)?.activation !== undefined;
}
