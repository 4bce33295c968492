import { connectorById } from '../../connectors/registry.ts';

/** Whether Koppel asks the system for webhooks itself, so that nobody has to enter an address. */
export function registersHooks(connector: string): boolean {
  return connectorById(connector)?.webhook?.register !== undefined;
}
