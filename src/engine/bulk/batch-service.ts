import type { BatchKey, Begun, BulkFlow } from '../../flows/bulk.ts';
import { Problem } from '../../records/problem.ts';
import type { Clock } from '../clock.ts';
import type { Connection } from '../connection/connection.ts';
import type { Log } from '../log.ts';
import type { Seal } from '../privacy/sealing.ts';
import { conflict } from '../request-error.ts';
import { activityPlace } from '../storage/activity.ts';
import type { Batch } from '../storage/batches.ts';
import type { Stores } from '../storage/stores.ts';
import { ofOneCall } from '../work/refused-call.ts';
import { flowOfWork, isBulkFlow, placedId, type Runtime } from '../work/runtime.ts';
import type { FlowParts } from '../work/task-runner.ts';
import { connectionOf } from '../work/tell-health.ts';
import type { BatchSizes } from './batch-sizes.ts';
import type { BatchAnswers, BatchCall, BatchFailure, BatchReport, Claim, End } from './claim.ts';
import { deskOf } from './desk-of.ts';
import { answerQuestion, type BothWays, begunElsewhere, ordersUnderWay } from './known-links.ts';
import { leaseMs } from './lease.ts';

export interface BatchServiceParts {
  readonly id: string;
  readonly stores: Stores;
  readonly seal: Seal;
  readonly clock: Clock;
  readonly log: Log;
  readonly current: () => Runtime | null;
  readonly sizes: BatchSizes;
}

type Parts = FlowParts<BulkFlow<unknown>>;

/** What the object does for whoever works on a batch: it is the one gate, and what it does not take did not happen. */
export class BatchService {
  readonly #parts: BatchServiceParts;

  constructor(parts: BatchServiceParts) {
    this.#parts = parts;
  }

  async answer(id: number, call: BatchCall): Promise<BatchAnswers[BatchCall['do']]> {
    if (call.do === 'claim') return this.#claim(id);
    if (call.do === 'report') this.#settlePermits(call.report);
    const { batch, parts } = this.#held(id, call.lease);
    const { stores } = this.#parts;
    switch (call.do) {
      case 'intend':
        stores.sql.transaction(() => this.#desk(parts).intend(call.intents));
        return isMaking(call.intents)
          ? begunElsewhere(stores.steps, placesOf(parts))
          : { products: [], lists: [] };
      case 'report':
        await this.#settle(batch, parts, call.report);
        return null;
      default:
        return answerQuestion(stores, placesOf(parts), call);
    }
  }

  /** Null where it is done, somebody else's, or cannot be worked on now: a message that comes twice or late does nothing. */
  async #claim(id: number): Promise<Claim | null> {
    const asked = this.#claimable(id);
    if (asked === null) return null;
    const ends = { from: await endOf(asked.parts.from), to: await endOf(asked.parts.to) };
    // Opening took a while.
    const claimable = this.#claimable(id);
    if (claimable?.parts.from !== asked.parts.from || claimable.parts.to !== asked.parts.to) return null;
    const { batch, parts } = claimable;
    const { stores, clock } = this.#parts;
    const lease = crypto.randomUUID();
    return stores.sql.transaction(() => {
      const leaseEndsAt = clock.now() + leaseMs;
      const keys = this.#desk(parts).begin(batch);
      if (keys.length === 0) {
        stores.batches.end(id);
        return null;
      }
      stores.batches.lease(id, lease, leaseEndsAt);
      return {
        batch: id,
        lease,
        flow: parts.flow,
        reverse: parts.reverse,
        salesTakenOff: parts.salesTakenOff,
        share: shareOf(parts, keys),
        ...ends,
        keys,
        ordersAtFirst: parts.definition.kind === 'levels' ? ordersUnderWay(stores, placesOf(parts)) : [],
        forMs: leaseMs,
        leaseEndsAt,
        fingerprintSecret: parts.fingerprints.secret,
      };
    });
  }

  #claimable(id: number): { readonly batch: Batch; readonly parts: Parts } | null {
    const { stores, clock, current } = this.#parts;
    // Of an integration that was deleted there is not even a table.
    const batch = current() && stores.batches.get(id);
    const parts = batch && this.#flowOf(batch);
    if (!batch || !parts || (batch.lease !== null && batch.lease.until > clock.now())) return null;
    return { batch, parts };
  }

  #settlePermits({ ended }: BatchReport): void {
    for (const { name, ports } of this.#parts.current()?.connections ?? [])
      void ports.settle(ended.get(name) ?? []);
  }

  /** Null where it was taken out, is off, or nothing runs now. */
  #flowOf(batch: Batch): Parts | null {
    const work = this.#parts.current();
    const parts = work === null || work.paused ? null : flowOfWork(work, batch.flow);
    return parts !== null && isBulkFlow(parts) && parts.flow.enabled ? parts : null;
  }

  #held(id: number, lease: string): { batch: Batch; parts: Parts } {
    const batch = this.#parts.current() && this.#parts.stores.batches.get(id);
    const isMine = batch?.lease?.id === lease && batch.lease.until > this.#parts.clock.now();
    const parts = batch && this.#flowOf(batch);
    if (!batch || !isMine || !parts) throw conflict('batch_lost', {});
    return { batch, parts };
  }

  async #settle(batch: Batch, parts: Parts, report: BatchReport): Promise<void> {
    const failure = report.failure && (await this.#failureOf(report.failure, parts));
    const payloads = await this.#sealed(batch, parts, report);
    const { stores, clock, sizes } = this.#parts;
    // Sealing took a while.
    if (stores.batches.get(batch.id)?.lease?.id !== batch.lease?.id) return;
    this.#tellHealth(parts, report, failure);
    stores.sql.transaction(() => {
      this.#desk(parts).settle(batch, report, failure, payloads);
      stores.counters.add(batch.flow, 'calls', report.calls, clock.now());
      stores.batches.end(batch.id);
    });
    sizes.learn(batch.flow, report, batch.keys.length);
  }

  async #failureOf({ problem, refused }: BatchFailure, parts: Parts): Promise<Problem> {
    const told = new Problem(problem);
    return ofOneCall(told, connectionOf(told, parts), refused, false);
  }

  /** What was read and written, by key. Not being able to seal it is no reason to do anything twice. */
  async #sealed(batch: Batch, parts: Parts, { records }: BatchReport): Promise<Map<string, string>> {
    const { stores, seal, id, log } = this.#parts;
    const payloads = new Map<string, string>();
    if (parts.retentionDays === 0) return payloads;
    for (const [key, { payload }] of records) {
      const task = stores.tasks.openOf(batch.flow, key);
      if (task === null) continue;
      try {
        payloads.set(key, await seal.seal(activityPlace(id, task.id), payload));
      } catch (error) {
        log.error('payload_lost', { task: task.id, flow: batch.flow }, error);
      }
    }
    return payloads;
  }

  #tellHealth(parts: Parts, report: BatchReport, failure: Problem | null): void {
    const { from, to } = parts;
    const calls = report.calls + [...report.records.values()].reduce((sum, each) => sum + each.calls, 0);
    const about = failure === null ? undefined : connectionOf(failure, parts);
    if (failure !== null && about !== undefined) {
      // What was done for single keys beside it was not in vain.
      const failed = { by: null, calls: report.calls };
      if (failure.code === 'scope_missing' && failure.kind === 'rejected')
        about.health.refused(failure.toData(), failed);
      else about.health.failed(failure.toData(), failed);
      return;
    }
    for (const { outcome, key } of report.reports.filter((each) => 'outcome' in each)) {
      if (outcome.kind !== 'problem') continue;
      const problem = new Problem(outcome.problem);
      connectionOf(problem, parts)?.health.failed(problem.toData(), {
        by: `${placedId(parts)}:${key}`,
        calls: report.records.get(key)?.calls ?? 0,
      });
    }
    const isAllWell = report.reports.every((each) =>
      'outcome' in each ? each.outcome.kind !== 'problem' : each.problem === null,
    );
    for (const { name, health } of [from, to])
      if (isAllWell && report.answered.includes(name)) health.worked(false, calls);
  }

  #desk(parts: Parts) {
    const { stores, clock, log } = this.#parts;
    return deskOf({ ...parts, stores, clock, log });
  }
}

async function endOf({ name, place, ports, account }: Connection): Promise<End> {
  return { connection: name, place, beginning: { opened: await ports.open(), account } };
}

/** Of a flow that is told apart by its keys: nobody waits for a level. */
function shareOf({ definition, flow }: Parts, keys: readonly BatchKey<unknown>[]): Claim['share'] {
  return definition.kind === 'listed' && keys.every(({ named }) => named) ? 'orders' : flow.flow;
}

/** Whether somebody else may be about to make the same: asking that reads the whole journal. */
function isMaking(intents: ReadonlyMap<string, Begun>): boolean {
  return [...intents.values()].some(
    ({ products, lists = [] }) => Object.keys(products).length + lists.length > 0,
  );
}

function placesOf({ from, to, ordersGoBack }: Parts): BothWays {
  return { from: from.place, to: to.place, ordersGoBack };
}
