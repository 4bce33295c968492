import type { Simulation } from '../simulation.ts';
import { callViolations } from './calls.ts';
import { orderViolations } from './orders.ts';
import { registerViolations } from './register.ts';
import { storageViolations } from './storage.ts';

/** Everything that must be so when trouble is over and nothing is left to be done; what is not, in words. */
export async function violations(simulation: Simulation): Promise<string[]> {
  return [
    ...orderViolations(simulation),
    ...registerViolations(simulation),
    ...(await storageViolations(simulation)),
    ...callViolations(simulation),
  ];
}
