import type { Problem } from '../../src/records/problem.ts';
import type { Reason } from '../../src/records/reason.ts';
import type { Told } from '../../src/texts/catalogue.ts';
import { en } from '../../src/texts/en.ts';
import { tellProblem, tellReason } from '../../src/texts/tell.ts';

/** What people read of a problem. */
export function toldOf(problem: Problem): Told {
  return tellProblem(problem.toData(), en);
}

export function messageOf(problem: Problem): string {
  return toldOf(problem).message;
}

export function reasonTold(reason: Reason | null): string | null {
  return reason && tellReason(reason, en);
}
