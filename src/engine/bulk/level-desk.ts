import type { BatchKey, KnownLevel, StockReport } from '../../flows/bulk.ts';
import { Problem, rejected } from '../../records/problem.ts';
import { giveUpAfterMs, taskBackoffMs } from '../backoff.ts';
import type { Clock } from '../clock.ts';
import type { Batch } from '../storage/batches.ts';
import { never } from '../storage/cursors.ts';
import type { DirtyKey } from '../storage/dirty-keys.ts';
import type { Stores } from '../storage/stores.ts';
import { noticeGone } from '../work/notice-gone.ts';
import type { BatchReport } from './claim.ts';
import type { Desk } from './desk.ts';
import type { Verification } from './verification.ts';

/** Changes of one key within this time are one. */
const lingerMs = 1_500;

/** The desk of a flow that has no list of tasks: dirty keys, and levels as they were last dealt with. */
export class LevelDesk implements Desk {
  constructor(
    private readonly flow: string,
    private readonly stores: Stores,
    private readonly clock: Clock,
    private readonly verification: Verification,
  ) {}

  due(limit: number): readonly string[] {
    const { dirty, batches } = this.stores;
    const now = this.clock.now();
    const freshSince = dirty.freshSince(this.flow);
    if (freshSince !== null && now < freshSince + lingerMs) return [];
    const keys = dirty.due(this.flow, now, batches.keysOf(this.flow), limit);
    return keys.length > 0 ? keys : this.verification.next(batches.keysOf(this.flow), limit);
  }

  nextDueAt(): number | null {
    const { dirty } = this.stores;
    const freshSince = dirty.freshSince(this.flow);
    const times = [
      freshSince === null ? null : freshSince + lingerMs,
      dirty.nextDueAt(this.flow),
      this.verification.nextAt(),
    ].filter((at) => at !== null);
    return times.length === 0 ? null : Math.min(...times);
  }

  begin(batch: Batch): readonly BatchKey<readonly KnownLevel[]>[] {
    return batch.keys.map((key) => this.look(key));
  }

  /** A key that nobody noticed is there to be compared: any notice of it is a later one. */
  look(key: string): BatchKey<readonly KnownLevel[]> {
    const row = this.stores.dirty.get(this.flow, key);
    return {
      key,
      revision: row?.revision ?? 0,
      asked: row?.asked ?? true,
      begun: null,
      known: this.stores.levels.ofKey(this.flow, key),
    };
  }

  /** Writing a level twice is writing it once: nothing has to be looked for. */
  intend(): void {}

  settle(batch: Batch, report: BatchReport, failed: Problem | null): void {
    const { reports, claimed } = report;
    const failure = failed && this.#failureOf(batch, report.calls, failed);
    const byKey = new Map((reports as readonly StockReport[]).map((report) => [report.key, report]));
    for (const key of batch.keys) {
      const own = byKey.get(key);
      if (own !== undefined) {
        this.#store(own);
        this.#lookAgain(own, batch);
      } else if (failure !== null) this.#postpone({ key, revision: claimed.get(key) ?? 0 }, failure);
    }
  }

  /** What came to more calls than a run may make goes on in shorter batches; a key that does so alone waits for a person. */
  #failureOf({ keys }: Batch, calls: number, failed: Problem): Problem {
    if (failed.code !== 'run_spent') return failed;
    this.stores.batches.shorten(this.flow, keys.length, this.clock.now());
    return keys.length === 1 ? rejected('too_many_calls', { calls }) : failed;
  }

  #store({ key, revision, levels, problem, others = [] }: StockReport): void {
    const now = this.clock.now();
    for (const level of levels) {
      const owner = this.#ownerOf(key, level);
      if (level.state === 'gone' && this.stores.levels.get(this.flow, level.sku)?.state !== 'gone')
        noticeGone(this.stores, this.flow, level.sku, now);
      if (owner !== null) this.stores.levels.put(this.flow, owner, level, now);
    }
    const underWay = this.stores.batches.keysOf(this.flow);
    for (const other of others) this.stores.dirty.mark(this.flow, other, now, underWay.has(other));
    if (problem === null) this.stores.dirty.done(this.flow, key, revision);
    else this.#postpone({ key, revision }, new Problem(problem));
  }

  /** Something became of its SKU after the batch had looked, when nobody knew whose it is. */
  #lookAgain({ key, levels }: StockReport, { noticed }: Batch): void {
    if (levels.some(({ sku }) => noticed.includes(sku)))
      this.stores.dirty.mark(this.flow, key, this.clock.now(), true);
  }

  /** The key that a level is kept under. Null: it left this one for another, which has told of it already. */
  #ownerOf(key: string, { sku, state, problem }: StockReport['levels'][number]): string | null {
    const known = this.stores.levels.get(this.flow, sku);
    if (known === null || known.key === key) return key;
    if (state === 'gone') return null;
    // Of two that share it the first keeps it.
    return problem?.code === 'sku_shared' ? known.key : key;
  }

  /** The problem's kind alone decides when it is tried again. */
  #postpone(key: Pick<DirtyKey, 'key' | 'revision'>, problem: Problem): void {
    const { dirty } = this.stores;
    const now = this.clock.now();
    const known = dirty.get(this.flow, key.key);
    const counts = problem.kind === 'retry' || problem.kind === 'outcome-unknown';
    const failingSince = known?.failingSince ?? null;
    const isHopeless = counts && failingSince !== null && now - failingSince > giveUpAfterMs;
    const backoff = now + taskBackoffMs((known?.attempts ?? 0) + 1, this.clock);
    const dueAt =
      problem.kind === 'rejected' || isHopeless
        ? never
        : problem.kind === 'auth'
          ? now
          : Math.max(problem.retryAt ?? 0, counts || problem.retryAt === undefined ? backoff : 0);
    dirty.postpone(this.flow, key, { dueAt, problem: problem.toData(), counts }, now);
  }

  release(batch: Batch, died: boolean): void {
    if (!died) return;
    // What was to be compared is not dirty yet.
    for (const key of batch.keys)
      if (this.stores.dirty.get(this.flow, key) === null)
        this.stores.dirty.mark(this.flow, key, this.clock.now(), false, 'period');
  }
}
