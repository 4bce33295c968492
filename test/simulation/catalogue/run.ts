import { whole } from '../../../sandbox/kit/random.ts';
import type { Catalogue } from './catalogue.ts';
import { unheardOf, violations } from './invariants/all.ts';
import { FollowersDeeds } from './people/followers-deeds.ts';
import { MastersDeeds } from './people/masters-deeds.ts';

const minuteMs = 60_000;
const secondMs = 1_000;
/** Between what was there before and what comes after nobody does anything. */
const workFromMs = 5 * minuteMs;

/** One run of a catalogue: people at work and trouble for a while, then peace, then a look at what became of everything. */
export async function runCatalogue(catalogue: Catalogue): Promise<string[]> {
  const { clock, scenario, startedAt, errors, leases, trace } = catalogue;
  const people = { master: new MastersDeeds(catalogue), follower: new FollowersDeeds(catalogue) };
  catalogue.meddle = () => people.master.meddle();
  plan(catalogue, people);
  await clock.runUntil(startedAt + scenario.troubleMs);
  catalogue.isCalm = true;
  trace(() => 'trouble ends');
  await catalogue.settle();
  const late = await unheardOf(catalogue, people);
  await retryParked(catalogue);
  // Of some of what is gone a shop tells nobody; and whoever adds something to a product is not told of.
  await fullRun(catalogue);
  // All levels are compared with the follower's once more.
  await clock.runUntil(clock.now() + (scenario.stock.verifyMinutes + 5) * minuteMs);
  await catalogue.settle();
  // What was begun of a product that the master has no longer is tidied away after a day.
  if (catalogue.storage.read('SELECT name FROM steps').length > 0)
    await clock.runUntil(clock.now() + 30 * 60 * minuteMs);
  const failures = await violations(catalogue, people);
  const before = catalogue.writings.length;
  await fullRun(catalogue);
  const again = catalogue.writings.slice(before).map(({ line }) => `a further full run wrote ${line}`);
  return [...errors, ...leases.violations, ...late, ...failures, ...again];
}

async function fullRun(catalogue: Catalogue): Promise<void> {
  const { clock } = catalogue;
  catalogue.trace(() => 'a full run');
  await Promise.all([catalogue.syncAll(), clock.runUntil(clock.now() + minuteMs)]);
  await catalogue.settle();
  // What a shop did minutes after it did not answer is found when its product is looked at again.
  await Promise.all([catalogue.syncProducts(), clock.runUntil(clock.now() + minuteMs)]);
  await catalogue.settle();
}

async function retryParked(catalogue: Catalogue): Promise<void> {
  const { clock } = catalogue;
  await Promise.all([
    catalogue.insist((integration) => integration.retryParked()),
    clock.runUntil(clock.now() + secondMs),
  ]);
  catalogue.trace(() => 'what was parked is tried again');
  await catalogue.settle();
}

interface People {
  readonly master: MastersDeeds;
  readonly follower: FollowersDeeds;
}

/** Puts everything that will happen on the calendar. */
function plan(catalogue: Catalogue, { master, follower }: People): void {
  const { clock, scenario, platform } = catalogue;
  const random = () => clock.random();
  const sometime = () => whole(random, workFromMs, scenario.troubleMs - secondMs);
  catalogue.at(0, async () => {
    await catalogue.master.fill(scenario.plan);
    // Magento makes no attributes over its API: what variants differ in is there either way.
    await catalogue.follower.fill(scenario.plan);
    if (!scenario.isKnownThere) await catalogue.follower.clear();
    await catalogue.noteMaster();
    await catalogue.noteFollower();
  });
  catalogue.at(secondMs, () => catalogue.configure());
  catalogue.at(minuteMs, () => catalogue.syncAll());
  catalogue.cron();
  for (let deed = 0; deed < scenario.deeds; deed++) catalogue.at(sometime(), () => master.act());
  for (let deed = 0; deed < scenario.deedsThere; deed++) catalogue.at(sometime(), () => follower.act());
  if (scenario.deaths > 0) catalogue.at(sometime(), () => platform.kill());
}
