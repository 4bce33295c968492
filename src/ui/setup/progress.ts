import type { ConnectionView, IntegrationView } from '../../engine/reporting/views.ts';
import { type SetupStep, setupAddress } from './steps.tsx';

/** Its account was read, and nothing is wrong with it. */
export function isConnected({ account, problem, sameAs }: ConnectionView): boolean {
  return account !== null && problem === null && sameAs === null;
}

/** What was entered is right, and somebody has still to give access in the system itself. */
export function waitsForAccess({ problem }: ConnectionView): boolean {
  return problem?.code === 'access_not_given';
}

/** The first step of a draft that is not done. What is asked after the fourth is there in any case. */
export function standingAt({ accounts, flows }: Pick<IntegrationView, 'accounts' | 'flows'>): SetupStep {
  const [first, second] = accounts;
  if (first === undefined || !isConnected(first)) return 'first';
  if (second === undefined || !isConnected(second)) return 'second';
  return flows.some(({ enabled }) => enabled) ? 'questions' : 'flows';
}

/** Where a draft is gone on with. */
export function goOnAddress(
  view: Pick<IntegrationView, 'id' | 'name' | 'connections' | 'accounts' | 'flows'>,
): string {
  return setupAddress(view, standingAt(view)) ?? `/integrations/${view.id}`;
}
