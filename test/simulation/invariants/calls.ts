import type { Simulation } from '../simulation.ts';

/** Tasks that are under way when the first refusal comes may each meet one too. */
const tasksUnderWay = 6;
/** A refused token is renewed once, and the renewal asks again. */
const callsPerProbe = 2;
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
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
  failures.push(...awayViolations(simulation), ...poisonViolations(simulation));
  if (arrivals.length > 4_000) failures.push(`${arrivals.length} calls in all`);
  return failures;
}

/** A system that is away is asked at most so often in an hour; every life of the object may have begun something. */
const maxCallsPerTroubledHour = 40;

function awayViolations({ network, scenario, startedAt }: Simulation): string[] {
  return scenario.troubles.flatMap(({ kind, system, from, until }) => {
    if (kind !== 'away') return [];
    const during = network.sent.filter(
      ({ at, ...call }) => call.system === system && at >= startedAt + from && at < startedAt + until,
    );
    const lives = new Set(during.map(({ life }) => life)).size;
    const hours = Math.ceil((until - from) / hourMs);
    const most = hours * maxCallsPerTroubledHour + lives * (tasksUnderWay + 1) * callsPerProbe;
    return during.length > most
      ? [`${system} was asked ${during.length} times in ${hours} h of trouble; ${most} were due`]
      : [];
  });
}

/** A record that always fails is tried so often in any day, and in the first hour. */
const maxTriesPerDay = 120;

function poisonViolations({ network, scenario, history }: Simulation): string[] {
  const id = scenario.poison?.call === 'read' ? [...history.orders.keys()][scenario.poison.order] : undefined;
  if (id === undefined) return [];
  const tries = network.sent.filter(({ line }) => line.endsWith(`/orders/${id}`)).map(({ at }) => at);
  const lives = new Set(network.sent.map(({ life }) => life)).size;
  const most = Math.max(
    0,
    ...tries.map((at) => tries.filter((each) => each >= at && each < at + dayMs).length),
  );
  return most > maxTriesPerDay + lives
    ? [`the order ${id}, which always fails, was read ${most} times in a day`]
    : [];
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
