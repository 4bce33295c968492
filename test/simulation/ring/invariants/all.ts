import type { Ring, Writing } from '../ring.ts';
import { accountViolations } from './accounts.ts';
import { parkedViolations } from './parked.ts';
import { restViolations } from './rest.ts';
import { saleViolations } from './sales.ts';

/** Everything that must be so when all is over; what is not, in words. `late`: what was written after that. */
export function violations(ring: Ring, late: readonly Writing[]): string[] {
  ring.crowd.look();
  return [
    ...saleViolations(ring),
    ...accountViolations(ring),
    ...parkedViolations(ring),
    ...restViolations(ring, late),
  ];
}
