import { dayMs, utcDay } from '../utc-day.ts';
import { alikeLivesMs } from './alike.ts';
import { deleteEndedBefore } from './ended-causes.ts';
import { hooksLiveMs } from './hooks.ts';
import type { Stores } from './stores.ts';
import { trailLivesMs } from './trail.ts';

const hourMs = 3_600_000;
const everyMs = 6 * hourMs;
/** Who did what to which record, without its contents; and the counts. */
export const historyLivesMs = 90 * dayMs;

/** Returns when tidying is due: at once if it never ran. */
export function nextTidyAt(stores: Stores): number {
  return Number(stores.meta.get('tidied_at') ?? -everyMs) + everyMs;
}

/** Deletes what has outlived its retention. */
export function tidy(stores: Stores, retentionDays: number, now: number): void {
  const kept = now - retentionDays * dayMs;
  stores.sql.transaction(() => {
    stores.activity.deletePayloadsBefore(kept);
    stores.activity.deleteBefore(Math.min(kept, now - historyLivesMs));
    // Ended tasks show that a record was already seen, so they stay for at least a day. What a person left out can be taken back for as
    // long as it is told who left it out.
    stores.tasks.deleteEndedBefore(Math.min(kept, now - dayMs), Math.min(kept, now - historyLivesMs));
    // Left by an order that took another path while its customer was being created.
    stores.steps.deleteAbandonedBefore(now - dayMs);
    stores.hooks.deleteBefore(now - hooksLiveMs);
    stores.alike.deleteBefore(now - alikeLivesMs);
    // For a day people can see what came of it.
    stores.activations.deleteBefore(now - dayMs);
    stores.trail.deleteBefore(now - trailLivesMs);
    stores.remedies.deleteBefore(now - historyLivesMs);
    stores.parkedSums.deleteEnded();
    deleteEndedBefore(stores.sql, now - historyLivesMs);
    stores.counters.deleteBefore(utcDay(now - historyLivesMs));
    stores.health.deleteBefore(utcDay(now - historyLivesMs));
    // A rolling day that was told longer ago is over.
    stores.meta.forgetDaysBefore(now - dayMs);
    stores.meta.set('tidied_at', String(now));
  });
}

/** Tidies when it is time. Tidying that failed is not tried again at once. */
export class Tidying {
  #notBefore = 0;

  constructor(private readonly stores: Stores) {}

  /** Epoch milliseconds. */
  get nextAt(): number {
    return Math.max(nextTidyAt(this.stores), this.#notBefore);
  }

  runIfDue(retentionDays: number, now: number): void {
    if (this.nextAt > now) return;
    this.#notBefore = now + hourMs;
    tidy(this.stores, retentionDays, now);
  }
}
