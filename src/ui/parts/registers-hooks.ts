import { connectorById } from '../../connectors/registry.ts';

/** Whether Koppel asks the system for webhooks itself, so that nobody has to enter an address. */
export function registersHooks(connector: string): boolean {
  return connectorById(connector)?.webhook?.register !== undefined;
}

/** Whether nobody but the system's own people can enter an address there. */
export function staffEntersHooks(connector: string): boolean {
  return connectorById(connector)?.webhook?.enteredBy === 'staff';
}
