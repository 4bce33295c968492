import { whole } from '../../../sandbox/kit/random.ts';
import { violations } from './invariants/all.ts';
import type { Ring } from './ring.ts';

const minuteMs = 60_000;
const secondMs = 1_000;
/** Between what was there before and what comes after nobody does anything. */
const workFromMs = 2 * minuteMs;

/** One run of a ring: people at work and trouble for a while, then peace, then a look at what became of everything. */
export async function runRing(ring: Ring): Promise<string[]> {
  const { clock, scenario, startedAt, errors } = ring;
  plan(ring);
  await clock.runUntil(startedAt + scenario.troubleMs);
  ring.isCalm = true;
  ring.trace(() => 'trouble ends');
  await ring.settle();
  // What was parked beside an order that was parked itself is another thing once that one is done.
  for (const time of ['', ' once more']) {
    await Promise.all([
      ...ring.members.map((member) => member.retryParked()),
      clock.runUntil(clock.now() + secondMs),
    ]);
    ring.trace(() => `what was parked is tried again${time}`);
    await ring.settle();
  }
  const before = ring.writings.length;
  await clock.runUntil(clock.now() + scenario.quietMs);
  return [...errors, ...violations(ring, ring.writings.slice(before))];
}

/** Puts everything that will happen on the calendar. */
function plan(ring: Ring): void {
  const { clock, scenario, crowd, members } = ring;
  const random = () => clock.random();
  const sometime = () => whole(random, workFromMs, scenario.troubleMs - secondMs);
  ring.at(0, () => crowd.settleIn());
  for (const member of members) ring.at(ring.liveAt - ring.startedAt, () => member.configure());
  ring.cron();
  for (let deed = 0; deed < scenario.deeds; deed++) ring.at(sometime(), () => crowd.act());
  if (scenario.deaths === 0) return;
  for (const { platform } of members) ring.at(sometime(), () => platform.kill());
}
