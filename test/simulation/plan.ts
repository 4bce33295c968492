import { chance, whole } from '../../sandbox/kit/random.ts';
import type { Simulation } from './simulation.ts';

/** What may happen at any moment of the trouble, so many times at most. */
type Times = (most: number, work: () => void | Promise<void>) => void;

/** Puts everything that will happen on the calendar. */
export function plan(simulation: Simulation): void {
  const { clock, scenario, platform, people, refusals, merchant } = simulation;
  const random = () => clock.random();
  const sometime = () => whole(random, 5_000, scenario.troubleMs - 1_000);
  const times: Times = (most, work) => {
    const count = whole(random, 0, most);
    for (let each = 0; each < count; each++) simulation.at(sometime(), work);
  };
  simulation.at(0, () => merchant.begin(refusals.shopToken));
  simulation.cron();
  for (let order = 0; order < scenario.orders; order++) simulation.at(sometime(), () => people.buy());
  times(scenario.orders * 2, () => people.change());
  times(2, () => refusals.forgetTokens());
  if (scenario.deaths > 0) times(4, () => platform.kill());
  planRefusals(simulation);
  const { visit, renames } = scenario;
  if (visit) simulation.at(visit.from, () => merchant.visit(visit.until - visit.from, visit.isAccepted));
  for (let each = 0; each < renames; each++) simulation.at(sometime(), () => merchant.rename());
  if (chance(random, 0.5)) planMerchant(simulation, times);
}

/** Times in which credentials are refused; mended before trouble ends. */
function planRefusals(simulation: Simulation): void {
  const { scenario, refusals } = simulation;
  for (const { kind, system, from, until } of scenario.troubles) {
    if (kind === 'away') continue;
    let mend: () => Promise<void> = async () => undefined;
    simulation.at(Math.min(Math.max(from, 5_000), scenario.troubleMs - 1_500), () => {
      mend = refusals.begin(system);
    });
    simulation.at(Math.min(Math.max(until, 6_000), scenario.troubleMs - 500), () => mend());
  }
}

/** Somebody who does something about it, or thinks so. */
function planMerchant({ clock, scenario, startedAt, merchant }: Simulation, times: Times): void {
  const random = () => clock.random();
  const leftMs = () => startedAt + scenario.troubleMs - clock.now();
  times(2, () => merchant.keepFor(whole(random, 0, 30)));
  times(1, () => merchant.pause(Math.min(whole(random, 1_000, 900_000), leftMs() - 1)));
  times(3, () => merchant.retryOne((count) => whole(random, 0, count - 1)));
  times(1, () => merchant.skipParked());
  times(1, () => merchant.syncSince(startedAt));
}
