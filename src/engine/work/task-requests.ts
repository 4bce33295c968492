import type { Clock } from '../clock.ts';
import type { LoadedDocument } from '../configuration/loaded-document.ts';
import type { Seal } from '../privacy/sealing.ts';
import { conflict, notFound } from '../request-error.ts';
import type { Stores } from '../storage/stores.ts';
import type { Skipper, TaskRow } from '../storage/task-row.ts';
import { leaveOut, sealedWhy, takeBack } from './leave-out.ts';
import { levelFlows, retryLevel, retryLevels } from './level-requests.ts';

interface RequestParts {
  readonly id: string;
  readonly seal: Seal;
  readonly stores: Stores;
  readonly clock: Clock;
  readonly loaded: LoadedDocument;
}

/** What a person asks of a task. Each gives the task as it is afterwards, and throws for one in which it cannot be done now. */
export class TaskRequests {
  readonly #parts: RequestParts;

  constructor(parts: RequestParts) {
    this.#parts = parts;
  }

  retry(task: number): TaskRow {
    const { stores, clock } = this.#parts;
    return this.#change(task, () => stores.tasks.retry(task, clock.now()));
  }

  /** Leaves a record out. `sealed`: what `sealWhy` gave. */
  skip(task: number, by: Skipper, sealed: string | null): TaskRow {
    return this.#change(task, (row) => leaveOut(this.#parts, row, by, sealed));
  }

  /** Takes back that a person left a record out: it is tried again, with the newest settings. */
  unskip(task: number, by: Skipper): TaskRow {
    return this.#change(task, (row) => takeBack(this.#parts, row, by));
  }

  /** Seals why somebody leaves a record out: it may name people. Returns null where nothing was said, or nothing is kept. */
  async sealWhy(task: number, why: string): Promise<string | null> {
    const { document } = this.#parts.loaded.required();
    return document.retentionDays === 0 ? null : sealedWhy(this.#parts, task, why);
  }

  /** Tries all parked tasks again, and all levels that wait for a person. Returns how many there were. */
  retryParked(): number {
    const { stores, clock, loaded } = this.#parts;
    const { runtime } = loaded.required();
    const now = clock.now();
    return stores.sql.transaction(() => {
      const levels = levelFlows(runtime, undefined).map((parts) => retryLevels(stores, parts, now));
      return levels.reduce((sum, count) => sum + count, stores.tasks.retryParked(now));
    });
  }

  /** Looks at one SKU of a stock flow again, or at all that wait for a person. Returns how many there were. */
  retryLevels(flow: string, sku: string | undefined): number {
    const { stores, clock, loaded } = this.#parts;
    const { runtime } = loaded.required();
    const now = clock.now();
    return stores.sql.transaction(() =>
      levelFlows(runtime, flow)
        .map((parts) =>
          sku === undefined ? retryLevels(stores, parts, now) : retryLevel(stores, parts, sku, now),
        )
        .reduce((sum, count) => sum + count, 0),
    );
  }

  #change(task: number, act: (row: TaskRow) => boolean): TaskRow {
    const { stores, loaded } = this.#parts;
    loaded.required();
    const before = stores.tasks.get(task);
    if (!before) throw notFound('task');
    const isDone = stores.sql.transaction(() => act(before));
    if (!isDone) {
      const { flow, key, state, skippedBy } = before;
      const leftOutBy = skippedBy ?? stores.tasks.lastOf(flow, key)?.skippedBy ?? null;
      throw conflict('task_state', { state, leftOut: state === 'skipped' && leftOutBy !== null });
    }
    return stores.tasks.get(task) ?? before;
  }
}
