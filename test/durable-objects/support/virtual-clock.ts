/**
 * Time for the whole isolate, tests, objects and stand-ins alike: some times as fast as outside, and moved on at will.
 * It is so far ahead that workerd, which keeps alarms by its own clock, never lets one go off: the tests do that.
 */
const startsAt = Date.parse('2046-03-10T12:00:00Z');
const speed = 10;
/** Longer waits end by the virtual clock, however it got there; shorter ones are just as much faster. */
const longMs = 2_000;
const pollMs = 2;

const outside = {
  now: Date.now.bind(Date),
  setTimeout: globalThis.setTimeout.bind(globalThis),
  setInterval: globalThis.setInterval.bind(globalThis),
};
const installedAt = outside.now();
let moved = 0;

function now(): number {
  return startsAt + (outside.now() - installedAt) * speed + moved;
}

/** Polled by a timer of whoever waits, since a callback must run in the context of the object that made it. */
function waitLong(work: () => void, ms: number): ReturnType<typeof setInterval> {
  const dueAt = now() + ms;
  const handle = outside.setInterval(() => {
    if (now() < dueAt) return;
    clearInterval(handle);
    work();
  }, pollMs);
  return handle;
}

Date.now = now;
globalThis.setTimeout = ((work: () => void, ms = 0) =>
  ms >= longMs ? waitLong(work, ms) : outside.setTimeout(work, ms / speed)) as typeof setTimeout;

export const clock = {
  now,
  /** Moves time on. */
  pass(ms: number): void {
    moved += Math.max(0, ms);
  },
  /** Until something is so that happens in an object: a promise of another context must not be awaited here. */
  async until(happened: () => boolean): Promise<void> {
    while (!happened()) await new Promise<void>((resolve) => outside.setTimeout(resolve, 1));
  },
};

export { dayMs, hourMs, minuteMs, secondMs } from '../../support/durations.ts';
