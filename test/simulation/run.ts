import { z } from 'zod';
import { chance, seededRandom, whole } from '../../sandbox/random.ts';
import { type Breakage, sound } from './breakages.ts';
import { SimulatedClock } from './clock.ts';
import { violations } from './invariants.ts';
import { inIsolate } from './isolate.ts';
import { scenarioOf } from './scenario.ts';
import { Simulation } from './simulation.ts';

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
export async function run(seed: number, { breakage = sound, tell }: Watch = {}): Promise<Result> {
  // Neighbouring seeds shall not begin alike.
  const random = seededRandom(Math.imul(seed + 1, 2_654_435_761));
  const clock = new SimulatedClock(startsAt, random);
  return inIsolate(
    () => clock.now(),
    random,
    async () => {
      const scenario = scenarioOf(random);
      const trace = (line: () => string) =>
        tell?.(`${new Date(clock.now()).toISOString().slice(5, 23)} ${line()}`);
      trace(() => JSON.stringify(scenario));
      const simulation = new Simulation(clock, scenario, trace, breakage);
      plan(simulation);
      await clock.runUntil(startsAt + scenario.troubleMs);
      await calmDown(simulation);
      const failures = [...simulation.errors, ...(await violations(simulation))];
      simulation.storage.close();
      const { lives } = simulation.platform;
      return { seed, failures, calls: simulation.network.arrivals.length, lives };
    },
  );
}

/** Puts everything that will happen on the calendar. */
function plan(simulation: Simulation): void {
  const { clock, scenario, platform, people, refusals } = simulation;
  const random = () => clock.random();
  const sometime = () => whole(random, 5_000, scenario.troubleMs - 1_000);
  const times = (most: number, work: () => void | Promise<void>) => {
    const count = whole(random, 0, most);
    for (let each = 0; each < count; each++) simulation.at(sometime(), work);
  };
  simulation.at(0, () => simulation.configure());
  simulation.cron();
  for (let order = 0; order < scenario.orders; order++) simulation.at(sometime(), () => people.buy());
  times(scenario.orders * 2, () => people.change());
  times(2, () => refusals.forgetTokens());
  if (scenario.deaths > 0) times(4, () => platform.kill());
  for (const { kind, system, from, until } of scenario.troubles) {
    if (kind === 'away') continue;
    let mend: () => Promise<void> = async () => undefined;
    simulation.at(Math.max(from, 5_000), () => {
      mend = refusals.begin(system);
    });
    simulation.at(Math.min(Math.max(until, 6_000), scenario.troubleMs - 500), () => mend());
  }
  if (chance(random, 0.5)) planPersons(simulation, times);
}

/** People who do something about it, or think so. */
function planPersons(simulation: Simulation, times: (most: number, work: () => Promise<void>) => void): void {
  const { clock, scenario, startedAt } = simulation;
  const random = () => clock.random();
  times(2, () => simulation.enter({}, { retentionDays: whole(random, 0, 30) }));
  times(1, async () => {
    await simulation.insist((integration) => integration.setState('paused'));
    await clock.sleep(
      Math.min(whole(random, 1_000, 900_000), startedAt + scenario.troubleMs - clock.now() - 1),
    );
    await simulation.insist((integration) => integration.setState('active'));
  });
  times(3, () =>
    simulation.insist((integration) => {
      const { items } = integration.reports.tasks({}, 50);
      const task = items[whole(random, 0, items.length - 1)];
      if (task && ['parked', 'waiting', 'queued'].includes(task.state)) integration.retry(Number(task.id));
    }),
  );
  times(1, () =>
    simulation.insist((integration) => {
      const [task] = integration.reports.tasks({ state: 'parked' }, 1).items;
      if (task === undefined) return;
      integration.skip(Number(task.id));
      simulation.skipped.add(task.key);
    }),
  );
  times(1, () =>
    simulation.insist((integration) => {
      integration.sync('orders', { since: new Date(startedAt).toISOString() });
    }),
  );
}

/** Trouble ends. What can go by itself goes; then a person tries again what was parked. */
async function calmDown(simulation: Simulation): Promise<void> {
  const { clock, trace } = simulation;
  simulation.isCalm = true;
  trace(() => 'trouble ends');
  await simulation.settle();
  const retried = simulation.insist((integration) => integration.retryParked());
  await clock.runUntil(clock.now() + 1_000);
  await retried;
  trace(() => 'what was parked is tried again');
  await simulation.settle();
  // What an order left that went another way is tidied away after a day.
  if (simulation.storage.read('SELECT name FROM steps').length > 0)
    await clock.runUntil(clock.now() + 2 * dayMs);
}
