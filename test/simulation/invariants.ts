import { callViolations } from './invariant-calls.ts';
import { orderViolations } from './invariant-orders.ts';
import { storageViolations } from './invariant-storage.ts';
import type { Simulation } from './simulation.ts';

/** Everything that must be so when trouble is over and nothing is left to be done; what is not, in words. */
export async function violations(simulation: Simulation): Promise<string[]> {
  return [
    ...orderViolations(simulation),
    ...(await storageViolations(simulation)),
    ...callViolations(simulation),
  ];
}
