import type { Simulation } from '../simulation.ts';

/** Tasks that are under way when the first refusal comes may each meet one too. */
const tasksUnderWay = 6;
/** A refused token is renewed once, and the renewal asks again. */
const callsPerProbe = 2;
const firstStepMs = 5_000;
const longestStepMs = 600_000;

/** How the systems were treated: no more calls than they allow, no hammering when they refuse. */
export function callViolations(simulation: Simulation): string[] {
  const { arrivals } = simulation.network;
  const limited = arrivals.filter(({ status }) => status === 429);
  const failures = limited
    .slice(0, 3)
    .map(({ at, system }) => `${system} was called too often at ${new Date(at).toISOString()}`);
  for (const { system, from, until } of simulation.refusals.all) {
    const during = arrivals.filter(
      (call) => call.system === system && call.at >= from && call.at < until && isRefusal(call.status),
    );
    const lives = new Set(during.map(({ life }) => life)).size;
    const end = Math.min(until, during.at(-1)?.at ?? from);
    const most = (probesWithin(end - from) + lives * (tasksUnderWay + 1)) * callsPerProbe;
    if (during.length > most) failures.push(`${system} refused ${during.length} calls; ${most} were due`);
  }
  if (arrivals.length > 4_000) failures.push(`${arrivals.length} calls in all`);
  return failures;
}

function isRefusal(status: number | null): boolean {
  return status === 400 || status === 401 || status === 402 || status === 403;
}

function probesWithin(ms: number): number {
  let probes = 1;
  for (let at = firstStepMs, step = firstStepMs; at <= ms; probes++) {
    step = Math.min(step * 2, longestStepMs);
    at += step;
  }
  return probes;
}
