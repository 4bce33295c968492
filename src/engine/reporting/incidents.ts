import type { ProblemData } from '../../records/problem.ts';
import { en } from '../../texts/en.ts';
import { tellProblem } from '../../texts/tell.ts';
import type { Stores } from '../storage/stores.ts';
import type { Runtime } from '../work/runner.ts';

const minuteMs = 60_000;

/** One reason why a person is needed, however many records it stops. */
export interface Cause {
  readonly id: string;
  readonly code: string;
  readonly message: string;
  readonly action: string;
  /** Records that are stopped by it, and one of them. */
  readonly count: number;
  readonly key: string | null;
  /** Sentences that they were parked with: `message` is one of them. */
  readonly reasons: number;
  /** How long it must last before anybody is told: what mends itself, and what comes in numbers, is waited for. */
  readonly patienceMs: number;
}

/** Connections and polls in trouble, parked tasks by flow and code. */
export function incidentsOf(stores: Stores, { connections, flows }: Runtime): Cause[] {
  const ofConnections = connections.flatMap(({ name, health }) => {
    if (!health.current) return [];
    const { state, problem } = health.current;
    const patienceMs = state === 'unauthorised' ? 0 : 5 * minuteMs;
    return [{ id: `connection:${name}`, ...sentences(problem), ...noRecord, patienceMs }];
  });
  const ofPolls = [...flows.keys()].flatMap((flow) => {
    const problem = stores.cursors.get(flow)?.problem;
    // What is a connection's trouble is told there.
    if (!problem || ofConnections.some(({ id }) => id === `connection:${problem.connection}`)) return [];
    return [{ id: `poll:${flow}`, ...sentences(problem), ...noRecord, patienceMs: 5 * minuteMs }];
  });
  const ofTasks = stores.tasks.parkedCauses().map(({ flow, problem, count, reasons, key }) => ({
    id: `parked:${flow}:${problem.code}`,
    ...sentences(problem),
    count,
    reasons,
    key,
    patienceMs: 20_000,
  }));
  return [...ofConnections, ...ofPolls, ...ofTasks];
}

const noRecord = { count: 0, reasons: 1, key: null } as const;

/** Where a cause lies, in words: `connection books`, `orders from shop to books`; empty for the whole integration. */
export function whereOf(cause: string): string {
  const [kind, name, from, to] = cause.split(':');
  if (name === undefined) return '';
  return kind === 'connection' ? `connection ${name}` : `${name} from ${from} to ${to}`;
}

function sentences(problem: ProblemData): Pick<Cause, 'code' | 'message' | 'action'> {
  return { code: problem.code, ...tellProblem(problem, en) };
}

/** Parked tasks that are being retried are not over yet: their cause is, when none of them is open any more. */
export function isOver(cause: string, present: readonly Cause[], stores: Stores): boolean {
  if (present.some(({ id }) => id === cause)) return false;
  const [kind, flow, from, to, code] = cause.split(':');
  if (kind !== 'parked' || code === undefined) return true;
  return !stores.tasks.hasOpen(`${flow}:${from}:${to}`, code);
}
