import type { Connector } from '../../../src/connectors/contract/connector.ts';
import { connectorById } from '../../../src/connectors/registry.ts';
import type { SystemName } from './people/desk.ts';

/** Whether every sale there is on the record of a customer, which is made for it: such a system is kept by staff, and nobody shops in it. */
export function isBooks(system: SystemName): boolean {
  return connectorOf(system).orders?.target?.guests === false;
}

/** Whether a customer that changed there is told only from how its list was before. */
export function comparesCustomers(system: SystemName): boolean {
  return connectorOf(system).customers?.source?.changes.kind === 'by-snapshot';
}

function connectorOf(system: SystemName): Connector {
  const connector = connectorById(system);
  if (connector === undefined) throw new Error(`There is no connector "${system}".`);
  return connector;
}
