import { z } from 'zod';
import { seededRandom } from '../../sandbox/kit/random.ts';
import { VirtualClock } from '../support/virtual-clock.ts';
import { type Breakage, breakConnectors } from './breakages/breakage.ts';
import { Catalogue } from './catalogue/catalogue.ts';
import { runCatalogue } from './catalogue/run.ts';
import { catalogueScenarioOf } from './catalogue/scenario.ts';
import { violations } from './invariants/all.ts';
import { plan } from './plan.ts';
import { Ring } from './ring/ring.ts';
import { runRing } from './ring/run.ts';
import { ringScenarioOf } from './ring/scenario.ts';
import { scenarioOf } from './scenario.ts';
import { type SeedTerms, termsOf } from './seeds.ts';
import { Simulation } from './simulation.ts';
import type { Trace } from './trace.ts';
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
      const trace = (line: () => string) =>
        tell?.(`${new Date(clock.now()).toISOString().slice(5, 23)} ${line()}`);
      const mend = breakConnectors(breakage);
      try {
        const terms = termsOf(seed);
        return { seed, ...(await plays[terms.kind](clock, trace, breakage, terms)) };
      } finally {
        mend();
      }
    },
  );
}

type Play = (
  clock: VirtualClock,
  trace: Trace,
  breakage: Breakage,
  terms: SeedTerms,
) => Promise<Omit<Result, 'seed'>>;

/** One shop and one set of books, from the one to the other. */
const shopAndBooks: Play = async (clock, trace, breakage) => {
  const scenario = scenarioOf(() => clock.random());
  trace(() => JSON.stringify(scenario));
  const simulation = new Simulation(clock, scenario, trace, breakage);
  const failures = await wholeRun(simulation).catch(brokenOff);
  const { storage, network, platform } = simulation;
  storage.close();
  return { failures, calls: network.arrivals.length, lives: platform.lives };
};

/** Systems that are source and target of each other. */
const ringOfSystems: Play = async (clock, trace, breakage, { meeting }) => {
  const scenario = ringScenarioOf(() => clock.random(), meeting);
  trace(() => JSON.stringify(scenario));
  const ring = new Ring(clock, scenario, trace, breakage);
  const failures = await runRing(ring).catch(brokenOff);
  const { members } = ring;
  for (const { storage } of members) storage.close();
  return {
    failures,
    calls: members.reduce((sum, { network }) => sum + network.arrivals.length, 0),
    lives: members.reduce((sum, { platform }) => sum + platform.lives, 0),
  };
};

/** A shop that follows another one. */
const shopAndFollower: Play = async (clock, trace, breakage, { meeting }) => {
  const scenario = catalogueScenarioOf(() => clock.random(), meeting);
  trace(() => JSON.stringify(scenario));
  const catalogue = new Catalogue(clock, scenario, trace, breakage);
  const failures = await runCatalogue(catalogue).catch(brokenOff);
  const { storage, network, platform, workers } = catalogue;
  storage.close();
  return { failures, calls: network.arrivals.length, lives: platform.lives + workers.lives };
};

const plays: Readonly<Record<SeedTerms['kind'], Play>> = {
  orders: shopAndBooks,
  ring: ringOfSystems,
  catalogue: shopAndFollower,
};

function brokenOff(error: unknown): string[] {
  return [`it broke off: ${error instanceof Error ? error.stack : error}`];
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
