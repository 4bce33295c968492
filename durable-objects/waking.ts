import type { Integration } from '../src/engine/integration.ts';
import type { Log } from '../src/engine/log.ts';
import { runCalls } from '../src/engine/work/run-budget.ts';
import type { Env } from '../src/env.ts';
import { AlarmClock } from './alarm-clock.ts';
import type { DirectoryEntry } from './directory-entry.ts';

/** One run: well within an alarm's 15 minutes. Its calls are set by RUN_CALLS. */
const runMs = 60_000;
/** The longest pause between runs that fail as a whole. */
const failedPauseMs = 10 * 60_000;

interface WakingParts {
  readonly context: DurableObjectState;
  readonly env: () => Pick<Env, 'RUN_CALLS'>;
  readonly log: Log;
  readonly entry: DirectoryEntry;
  /** The integration of now: a deletion puts another in its place. */
  readonly integration: () => Integration;
}

/** When an object wakes up, and what it does then: it runs what is due, tells of it, and sees to it that there is a next time. */
export class Waking {
  readonly #parts: WakingParts;
  readonly #alarm: AlarmClock;
  #failedRuns = 0;

  constructor(parts: WakingParts) {
    this.#parts = parts;
    this.#alarm = new AlarmClock(parts.context.storage);
  }

  /** Call this before anything else. */
  read(): Promise<void> {
    return this.#alarm.read();
  }

  /** The alarm went off: runs what is due. Whatever happens, there is a next alarm: after six failures Cloudflare would give up. */
  async run(): Promise<void> {
    const { env, log, entry } = this.#parts;
    let worked = false;
    this.#alarm.started();
    try {
      worked = await this.#integration.run({ calls: runCalls(env().RUN_CALLS), ms: runMs });
      this.#failedRuns = 0;
    } catch (error) {
      this.#failedRuns++;
      log.error('run_failed', {}, error);
    }
    // Before anything else, so that whatever goes wrong from here on stops nothing.
    await this.#alarm.ended(this.#nextRunAt(), worked);
    this.#tell();
    await entry.report();
  }

  get #integration(): Integration {
    return this.#parts.integration();
  }

  /** When the next alarm goes off. Runs that fail as a whole come at growing intervals; they must come. */
  #nextRunAt(): number | null {
    const pauseMs = this.#failedRuns === 0 ? 0 : Math.min(1_000 * 2 ** this.#failedRuns, failedPauseMs);
    try {
      const next = this.#integration.nextWakeAt();
      return next === null ? null : Math.max(next, Date.now() + pauseMs);
    } catch (error) {
      this.#parts.log.error('next_unknown', {}, error);
      return Date.now() + Math.max(pauseMs, 60_000);
    }
  }

  /** Called by the cron: sets an alarm that was lost. */
  async watch(): Promise<void> {
    const stalled = await this.#alarm.watch(this.#integration.nextWakeAt());
    if (!stalled) return;
    this.#integration.noteStall();
    this.#tell();
    await this.arm();
  }

  /** Sends alerts in the background, so that a slow channel delays nothing. */
  #tell(): void {
    const { context, log } = this.#parts;
    try {
      const telling = this.#integration.tell();
      if (telling === null) return;
      const failed = (error: unknown) => log.error('tell_failed', {}, error);
      context.waitUntil(telling.then(() => this.arm()).catch(failed));
    } catch (error) {
      log.error('tell_failed', {}, error);
    }
  }

  /** Sees to it that the alarm goes off when there is something to do. */
  async arm(): Promise<void> {
    await this.#alarm.arm(this.#integration.nextWakeAt());
  }

  /**
   * Likewise at the moment at which a notice may be worked on: computing the next one would cost more than storing the notice did. Null where
   * the notice brought nothing; it may be told again because the object died before it had set its alarm.
   */
  async armFor(dueAt: number | null): Promise<void> {
    if (dueAt === null) await this.arm();
    else await this.#alarm.arm(dueAt);
  }

  async clear(): Promise<void> {
    await this.#alarm.clear();
  }
}
