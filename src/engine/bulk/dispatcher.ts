import type { FlowName } from '../../connectors/contract/connector.ts';
import type { BulkFlow } from '../../flows/bulk.ts';
import type { Clock } from '../clock.ts';
import { flowId } from '../configuration/configuration.ts';
import { maxWaitMs } from '../connection/limits/gate.ts';
import type { Log } from '../log.ts';
import type { Batch, BatchStanding } from '../storage/batches.ts';
import { never } from '../storage/cursors.ts';
import type { Stores } from '../storage/stores.ts';
import { flowOfWork, isBulkFlow, opensFrom, placedId, type Runtime } from '../work/runtime.ts';
import type { FlowParts } from '../work/task-runner.ts';
import type { BatchSizes } from './batch-sizes.ts';
import type { Desk } from './desk.ts';
import { deskOf } from './desk-of.ts';

/** Gives ids of batches to whoever works on them. May lose them, and give them late or twice. */
export interface BatchQueue {
  send(batches: readonly number[]): Promise<void>;
}

/** Batches of one flow that are under way at once: more would only wait for permits. */
const maxUnderWay = 12;
/** How long places that became free are left so, while most are taken. */
const gathersMs = 1_000;
/** Orders that were read so short a time ago are all there are to know of, for levels that nobody noticed since. */
const ordersFreshMs = 60_000;
/** After this long a message counts as lost, or kept too long. */
const resendMs = 60_000;

export interface DispatcherParts {
  readonly stores: Stores;
  readonly clock: Clock;
  readonly log: Log;
  readonly queue: BatchQueue;
  readonly current: () => Runtime | null;
  readonly sizes: BatchSizes;
}

/**
 * Cuts keys that are due into batches and hands out their ids. What is lost on the way, or whose holder dies, is handed out again: the
 * batches stand in SQLite, and the queue only spreads them.
 */
export class Dispatcher {
  readonly #parts: DispatcherParts;

  constructor(parts: DispatcherParts) {
    this.#parts = parts;
  }

  /** Returns whether it handed out anything. */
  async run(): Promise<boolean> {
    const work = this.#active();
    if (work === null) return false;
    const { stores, clock, log, queue } = this.#parts;
    const ids = stores.sql.transaction(() => [...this.#lost(work), ...this.#cut(work)]);
    if (ids.length === 0) return false;
    try {
      await queue.send(ids);
    } catch (error) {
      // They are sent again, as lost ones are.
      log.error('queue_failed', { batches: ids.length }, error);
    }
    stores.batches.sent(ids, clock.now());
    return true;
  }

  #active(): Runtime | null {
    const work = this.#parts.current();
    return work === null || work.paused ? null : work;
  }

  /** Batches whose message may be lost. Those whose holder is dead, or that nobody can work on now, end: their keys are cut anew. */
  #lost(work: Runtime): number[] {
    const { stores, clock } = this.#parts;
    const now = clock.now();
    return stores.batches.all().flatMap((batch) => {
      const parts = flowOfWork(work, batch.flow);
      const isDead = batch.lease !== null && batch.lease.until <= now;
      if (parts === null || !isBulkFlow(parts) || !parts.flow.enabled || isDead) {
        this.#end(batch, parts, isDead);
        return [];
      }
      const isLost = batch.lease === null && (batch.sentAt ?? 0) + resendMs <= now;
      const mayGo = () => this.#isOpen(parts) || (this.#isOpenForOrders(parts) && this.#isNamed(batch));
      return isLost && mayGo() ? [batch.id] : [];
    });
  }

  #end(batch: Batch, parts: FlowParts | null, died: boolean): void {
    const { stores } = this.#parts;
    if (parts !== null && isBulkFlow(parts)) this.#desk(parts).release(batch, died);
    else for (const key of batch.keys) putBack(stores, batch.flow, key);
    stores.dirty.mayBeLeft(batch.flow);
    stores.batches.end(batch.id);
  }

  #cut(work: Runtime): number[] {
    const { stores, clock, sizes } = this.#parts;
    const underWay = Map.groupBy(stores.batches.standing(), ({ flow }) => flow);
    return bulkFlowsOf(work).flatMap((parts) => {
      const flow = placedId(parts);
      const taken = underWay.get(flow)?.length ?? 0;
      const { definition, from, to } = parts;
      const retries = [from, to].every(({ health }) => health.retriesFrom <= clock.now());
      const most = sizes.of(flow, definition.batchSize(to.connector));
      const desk = this.#desk(parts);
      const ids: number[] = [];
      const cut = (places: number, waiting: Pick<Desk, 'due'>, size: number) => {
        while (taken + ids.length < places) {
          const keys = waiting.due(size, retries);
          if (keys.length === 0) return;
          ids.push(stores.batches.make(flow, keys, clock.now()));
        }
      };
      // What an order waits for is orders' work.
      if (this.#isOpenForOrders(parts)) cut(placesFor(parts, 'orders'), desk.named, most);
      if (
        taken + ids.length >= placesFor(parts) ||
        !this.#isOpen(parts) ||
        this.#bringsOrdersFirst(parts, work)
      )
        return ids;
      // Its first call alone gets through: of all others the source would be read in vain.
      const size = onlyAsks(parts) ? 1 : most;
      cut(placesFor(parts), desk, size);
      return ids;
    });
  }

  #isNamed({ flow, keys }: Batch): boolean {
    return keys.every((key) => this.#parts.stores.tasks.openOf(flow, key)?.named === true);
  }

  #isOpen({ flow, from, to }: FlowParts, share: FlowName = flow.flow): boolean {
    const now = this.#parts.clock.now();
    return (
      flow.enabled &&
      [from, to].every((each) => (opensFrom(each) ?? never) <= now && !each.limiter.isSpentFor(share))
    );
  }

  /** Its own share of a day is used, and that of orders is not. */
  #isOpenForOrders(parts: FlowParts): boolean {
    return onlyAsks(parts) && !onlyAsks(parts, 'orders') && this.#isOpen(parts, 'orders');
  }

  /**
   * A level must know the latest sales: where orders of the target are polled, they are read once more before levels go there, and what is
   * found is on its way before they do.
   */
  #bringsOrdersFirst({ flow, from, to, definition }: FlowParts<BulkFlow<unknown>>, work: Runtime): boolean {
    if (definition.kind !== 'levels') return false;
    const { stores, clock } = this.#parts;
    const orders = work.flows.get(flowId({ flow: 'orders', from: flow.to, to: flow.from }));
    const poll = orders && work.polls.find((each) => each.flow === placedId(orders));
    if (!poll || poll.everyMs === null) return false;
    const cursor = stores.cursors.get(poll.flow);
    // What fails is told of by itself, and the connection with it.
    if (cursor === null || cursor.failures > 0) return false;
    const stock = flowId({ flow: 'stock', from: from.place, to: to.place });
    const since = Math.max(stores.dirty.freshSince(stock) ?? 0, clock.now() - ordersFreshMs);
    if (cursor.until === null && cursor.since >= since) return false;
    if (cursor.until === null && cursor.nextAt > clock.now())
      stores.cursors.put(poll.flow, { ...cursor, nextAt: clock.now() });
    return true;
  }

  #desk(parts: FlowParts<BulkFlow<unknown>>): Desk {
    const { stores, clock, log } = this.#parts;
    return deskOf({ ...parts, stores, clock, log });
  }

  /** Returns when there will be something to hand out, or null when only a notice can bring it. */
  nextWakeAt(): number | null {
    const work = this.#active();
    if (work === null) return null;
    const { stores, clock } = this.#parts;
    const now = clock.now();
    const batches = stores.batches.standing();
    const times = batches.map(({ lease, sentAt }) =>
      lease === null ? (sentAt === null ? now : sentAt + resendMs) : lease.until,
    );
    const underWay = Map.groupBy(batches, ({ flow }) => flow);
    for (const parts of bulkFlowsOf(work)) {
      const opens = [parts.from, parts.to].map(opensFrom);
      if (opens.includes(null)) continue;
      const own = underWay.get(placedId(parts)) ?? [];
      const desk = this.#desk(parts);
      const isOfOrders = onlyAsks(parts) && !onlyAsks(parts, 'orders');
      for (const [due, share] of [
        [desk, parts.flow.flow] as const,
        ...(isOfOrders ? [[desk.named, 'orders'] as const] : []),
      ]) {
        const cutsFrom = cutsFromOf(own, placesFor(parts, share));
        const dueAt = cutsFrom === null ? null : due.nextDueAt();
        if (dueAt === null) continue;
        const readyAt = [parts.from, parts.to].map(({ limiter }) => limiter.readyAt(share) - maxWaitMs);
        times.push(Math.max(dueAt, cutsFrom ?? 0, ...opens.map((at) => at ?? 0), ...readyAt));
      }
    }
    return times.length === 0 ? null : Math.min(...times);
  }
}

/** Its flow is not there now: the task waits for it as those do that were not begun. */
function putBack({ tasks }: Stores, flow: string, key: string): void {
  const task = tasks.openOf(flow, key);
  if (task?.state === 'running') tasks.putBack({ id: task.id, state: 'queued' });
}

/** Stock last: orders and products that are due stand before it. */
function bulkFlowsOf({ flows }: Runtime): FlowParts<BulkFlow<unknown>>[] {
  const enabled = [...flows.values()].filter(isBulkFlow).filter(({ flow }) => flow.enabled);
  return enabled.sort(
    (a, b) => Number(a.definition.kind === 'levels') - Number(b.definition.kind === 'levels'),
  );
}

/** Batches of this flow that may be under way at once, whose calls are of this flow's share. */
function placesFor(parts: FlowParts<BulkFlow<unknown>>, share: FlowName = parts.flow.flow): number {
  const { from, to, definition } = parts;
  if (definition.kind === 'levels' && definition.inTurn(to.connector)) return 1;
  return onlyAsks(parts, share) || [from, to].some(({ health }) => health.isDoubtful) ? 1 : maxUnderWay;
}

/** Whether the day's calls of this share are used, so that what goes only asks whether some are free again. */
function onlyAsks({ flow, from, to }: FlowParts, share: FlowName = flow.flow): boolean {
  return [from, to].some(({ limiter }) => limiter.isUsedFor(share));
}

/**
 * From when on it is worth waking up to cut more; null while none has a place. Every report frees a place: more than half of them stay
 * taken for a moment, so that not every report has a run of its own.
 */
function cutsFromOf(underWay: readonly BatchStanding[], places: number): number | null {
  if (underWay.length >= places) return null;
  return underWay.length <= places / 2 ? 0 : Math.max(...underWay.map(({ madeAt }) => madeAt)) + gathersMs;
}
