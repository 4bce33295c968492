import type { Connector } from '../../connectors/contract/connector.ts';
import type { BatchKey, KnownLevel, StockReport } from '../../flows/bulk.ts';
import { skuKeyOf } from '../../flows/sku-key.ts';
import { commitDelayMsOf } from '../../flows/write-once.ts';
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
import { claimedAt } from './lease.ts';
import { lingerMs } from './linger.ts';
import { looksAgainAt } from './looks-again.ts';
import { settleLevels } from './settle-levels.ts';
import type { Verification } from './verification.ts';

/** What of the two systems matters here. */
interface Ends {
  readonly target: Connector;
  /** How long lists that levels are read from may be older than a notice; null where they are not, or are soon read anew. */
  readonly behindMs: number | null;
}

/** The desk of a flow that has no list of tasks: dirty keys, and levels as they were last dealt with. */
export class LevelDesk implements Desk {
  constructor(
    private readonly flow: string,
    private readonly stores: Stores,
    private readonly clock: Clock,
    private readonly verification: Verification,
    private readonly ends: Ends,
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
    const { dirty, batches } = this.stores;
    const freshSince = dirty.freshSince(this.flow);
    const times = [
      freshSince === null ? null : freshSince + lingerMs,
      dirty.nextDueAt(this.flow, batches.keysOf(this.flow)),
      this.verification.nextAt(),
    ].filter((at) => at !== null);
    return times.length === 0 ? null : Math.min(...times);
  }

  /** Nobody waits for a level. */
  readonly named: Desk['named'] = { due: () => [], nextDueAt: () => null };

  begin(batch: Batch): readonly BatchKey<readonly KnownLevel[]>[] {
    return this.#keysOf(batch.keys);
  }

  look(key: string): BatchKey<readonly KnownLevel[]> {
    const [looked] = this.#keysOf([key]);
    if (looked === undefined) throw new Error('A key gave nothing.');
    return looked;
  }

  /** A key that nobody noticed is there to be compared: any notice of it is a later one. */
  #keysOf(keys: readonly string[]): BatchKey<readonly KnownLevel[]>[] {
    const dirty = this.stores.dirty.of(this.flow, keys);
    const levels = this.stores.levels.ofKeys(this.flow, keys);
    const now = this.clock.now();
    return keys.map((key) => {
      const row = dirty.get(key);
      const { revision = 0, asked = true, named = false, lateUntil = null, sold = [] } = row ?? {};
      const known = (levels.get(key) ?? []).map(
        ({ sku, targetId, quantity, state, problem, writtenAt }): KnownLevel => ({
          ...{ sku, targetId, quantity, state, problem, writtenAt },
        }),
      );
      const isCompared = row === undefined;
      const mayBeLate = lateUntil !== null;
      const unseen = sold.filter(({ until }) => until > now);
      return { key, revision, asked, named, isCompared, mayBeLate, unseen, begun: null, known };
    });
  }

  /** Writing a level twice is writing it once: nothing has to be looked for. */
  intend(): void {}

  settle(batch: Batch, report: BatchReport, failed: Problem | null): void {
    const { reports, claimed, calls } = report;
    // A key that comes to too many calls alone waits for a person.
    const isTooLarge = failed?.code === 'run_spent' && batch.keys.length === 1;
    const failure = isTooLarge ? rejected('too_many_calls', { calls }) : failed;
    const own = (reports as readonly StockReport[]).filter(({ key }) => batch.keys.includes(key));
    const now = this.clock.now();
    const gone = settleLevels(this.stores.levels, this.flow, own, now);
    for (const sku of gone) noticeGone(this.stores, this.flow, sku, now);
    this.stores.snapshots.read(
      this.flow,
      own.flatMap(({ listed = [] }) => listed),
    );
    this.#markOthers(own);
    this.#settleKeys(own, claimedAt(batch));
    this.#markNoticed(own, batch);
    if (failure === null) return;
    const reported = new Set(own.map(({ key }) => key));
    const left = batch.keys.filter((key) => !reported.has(key));
    for (const key of left) this.#postpone({ key, revision: claimed.get(key) ?? 0 }, failure);
    if (failure.kind === 'outcome-unknown') this.#mayBeLate(left);
  }

  #settleKeys(reports: readonly StockReport[], lookedAt: number): void {
    const { dirty } = this.stores;
    const rows = dirty.of(
      this.flow,
      reports.map(({ key }) => key),
    );
    const look = { at: lookedAt, behindMs: this.ends.behindMs };
    const again = (report: StockReport) => looksAgainAt(rows.get(report.key) ?? null, report, look);
    const done = reports.filter(({ problem }) => problem === null);
    dirty.done(
      this.flow,
      done.map((report) => ({ ...report, looksAgainAt: again(report) })),
      lookedAt,
    );
    for (const report of reports) {
      if (report.problem === null) continue;
      const isLooked = report.problem.kind === 'rejected';
      const looked = isLooked ? { at: lookedAt, looksAgainAt: again(report) } : null;
      this.#postpone(report, new Problem(report.problem), looked);
    }
  }

  #markOthers(reports: readonly StockReport[]): void {
    const underWay = this.stores.batches.keysOf(this.flow);
    for (const other of reports.flatMap(({ others = [] }) => others))
      this.stores.dirty.mark(this.flow, other, this.clock.now(), underWay.has(other));
  }

  /** Something became of a SKU after the batch had looked, when nobody knew whose it is. */
  #markNoticed(reports: readonly StockReport[], { noticed }: Batch): void {
    const skuKey = skuKeyOf(this.ends.target);
    const meant = new Set(noticed.map(skuKey));
    for (const { key, levels } of reports)
      if (levels.some(({ sku }) => meant.has(skuKey(sku))))
        this.stores.dirty.mark(this.flow, key, this.clock.now(), true);
  }

  /** The problem's kind alone decides when it is tried again; `looked`: it was looked at, and is once more before it waits for a person. */
  #postpone(
    key: Pick<DirtyKey, 'key' | 'revision'>,
    problem: Problem,
    looked: { readonly at: number; readonly looksAgainAt: number | null } | null = null,
  ): void {
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
    dirty.postpone(this.flow, key, { dueAt, problem: problem.toData(), counts, looked }, now);
  }

  /** What was written without an answer may be done yet, over what is written next. */
  #mayBeLate(keys: readonly string[]): void {
    const until = this.clock.now() + commitDelayMsOf(this.ends.target);
    this.stores.dirty.mayBeLate(this.flow, keys, until);
  }

  release(batch: Batch, died: boolean): void {
    if (!died) return;
    // What was to be compared is not dirty yet.
    for (const key of batch.keys)
      if (this.stores.dirty.get(this.flow, key) === null)
        this.stores.dirty.mark(this.flow, key, this.clock.now(), false, { asked: 'period' });
    this.#mayBeLate(batch.keys);
  }
}
