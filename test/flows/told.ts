import type { Problem } from '../../src/records/problem.ts';
import type { Reason } from '../../src/records/reason.ts';
import { en } from '../../src/texts/en.ts';
import { tellProblem, tellReason } from '../../src/texts/tell.ts';

/** What people read of a problem. */
export function messageOf(problem: Problem): string {
  return tellProblem(problem.toData(), en).message;
}

export function reasonTold(reason: Reason | null): string | null {
  return reason && tellReason(reason, en);
}
