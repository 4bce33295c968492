import { z } from 'zod';
import { seededRandom } from '../../sandbox/kit/random.ts';
import { VirtualClock } from '../support/virtual-clock.ts';
import { type Breakage, breakCustomers } from './breakages.ts';
import { violations } from './invariants/all.ts';
import { plan } from './plan.ts';
import { scenarioOf } from './scenario.ts';
import { Simulation } from './simulation.ts';
import { inIsolate } from './world/isolate.ts';

export interface Result {
  readonly seed: number;
  /** What should not be so; empty when all is well. */
  readonly failures: readonly string[];
  readonly calls: number;
  readonly lives: number;
}

export interface Watch {
  readonly breakage?: Breakage;
  /** Hears what happens, line by line. */
  readonly tell?: (line: string) => void;
}

// As in a Worker, where no code may be made from text; and connectors make schemas for single calls.
z.config({ jitless: true });

const dayMs = 86_400_000;
const startsAt = Date.parse('2026-03-02T09:00:00Z');

/** One run, decided by its seed alone: trouble for a while, then peace, then a look at what became of everything. */
export async function run(seed: number, { breakage = {}, tell }: Watch = {}): Promise<Result> {
  // Neighbouring seeds shall not begin alike.
  const random = seededRandom(Math.imul(seed + 1, 2_654_435_761));
  const clock = new VirtualClock(startsAt, random);
  return inIsolate(
    () => clock.now(),
    random,
    async () => {
      const scenario = scenarioOf(random);
      const trace = (line: () => string) =>
        tell?.(`${new Date(clock.now()).toISOString().slice(5, 23)} ${line()}`);
      trace(() => JSON.stringify(scenario));
      const simulation = new Simulation(clock, scenario, trace, breakage);
      const mend = breakCustomers(breakage);
      const failures = await wholeRun(simulation)
        .catch((error: unknown) => [`it broke off: ${error}`])
        .finally(mend);
      simulation.storage.close();
      const { lives } = simulation.platform;
      return { seed, failures, calls: simulation.network.arrivals.length, lives };
    },
  );
}

async function wholeRun(simulation: Simulation): Promise<string[]> {
  const { clock, scenario, startedAt, errors } = simulation;
  plan(simulation);
  await clock.runUntil(startedAt + scenario.troubleMs);
  await calmDown(simulation);
  return [...errors, ...(await violations(simulation))];
}

/** Trouble ends. What can go by itself goes; then a person tries again what was parked. */
async function calmDown(simulation: Simulation): Promise<void> {
  const { clock, trace, merchant } = simulation;
  simulation.isCalm = true;
  trace(() => 'trouble ends');
  await simulation.settle();
  await Promise.all([merchant.retryParked(), clock.runUntil(clock.now() + 1_000)]);
  trace(() => 'what was parked is tried again');
  await simulation.settle();
  // What an order left that went another way is tidied away after a day.
  if (simulation.storage.read('SELECT name FROM steps').length > 0)
    await clock.runUntil(clock.now() + 2 * dayMs);
}
