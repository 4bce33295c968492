import { type Parameters, type Refusal, refusal } from '../refusal.ts';

/** Of credentials that do not hold. */
export function refused(message: string, parameters?: Parameters): Refusal {
  return refusal(401, message, parameters);
}

/** Of a parameter that is no parameter of the protocol (M233: an input exception). */
export function wrongInput(message: string, parameters?: Parameters): Refusal {
  return refusal(400, message, parameters);
}
