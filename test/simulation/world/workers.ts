import { whole } from '../../../sandbox/kit/random.ts';
import type { BatchCall, CallObject, Claim } from '../../../src/engine/bulk/claim.ts';
import type { BatchQueue } from '../../../src/engine/bulk/dispatcher.ts';
import { workOnBatch } from '../../../src/engine/bulk/run-batch.ts';
import type { IdCache } from '../../../src/engine/connection/id-cache.ts';
import { type PortCall, remotePorts } from '../../../src/engine/connection/remote-ports.ts';
import type { Integration } from '../../../src/engine/integration.ts';
import type { VirtualClock } from '../../support/virtual-clock.ts';
import type { AskBatch, Breakage } from '../breakages/breakage.ts';
import type { Trace } from '../trace.ts';
import type { Leases } from './leases.ts';
import { Life, nothingKept } from './life.ts';
import type { Network } from './network.ts';
import type { Platform } from './platform.ts';
import type { Storage } from './storage.ts';

interface WorkersParts {
  /** The integration's id. */
  readonly id: string;
  readonly clock: VirtualClock;
  readonly platform: () => Platform;
  readonly storage: Storage;
  readonly network: Network;
  readonly leases: Leases;
  /** What the object answers may be what a broken one would. */
  readonly breakage: Breakage;
  readonly idCache: IdCache;
  readonly trace: Trace;
  /** After how long each copy of a message arrives, in milliseconds; none where it is lost. */
  readonly deliveries: () => readonly number[];
  readonly isQueueDown: () => boolean;
  readonly isDeadly: () => boolean;
  /** Outgoing calls of one batch. */
  readonly maxCalls: number;
}

/** Cloudflare ends a consumer that takes longer. */
const longestMs = 15 * 60_000;
const slowestRpcMs = 30;

/** The queue, and those who work on what comes out of it: each has a life of its own, and may die at any await. */
export class Workers implements BatchQueue {
  /** How many there were. */
  lives = 0;
  /** Messages on their way, and workers that are alive. */
  underWay = 0;
  readonly #parts: WorkersParts;

  constructor(parts: WorkersParts) {
    this.#parts = parts;
  }

  async send(ids: readonly number[]): Promise<void> {
    const { clock, deliveries, isQueueDown, trace } = this.#parts;
    if (isQueueDown()) throw new Error('the queue is down');
    for (const id of ids) {
      const delays = deliveries();
      if (delays.length !== 1) trace(() => `the message of batch ${id} comes ${delays.length} times`);
      for (const ms of delays) {
        this.underWay++;
        clock.timer(ms, () => void this.#consume(id));
      }
    }
  }

  async #consume(batch: number): Promise<void> {
    const { clock, trace, isDeadly, ...parts } = this.#parts;
    const life = new Life(++this.lives, clock, nothingKept, isDeadly);
    const end = clock.timer(longestMs, () => life.die());
    trace(() => `worker ${life.number} begins with batch ${batch}`);
    const work = workOnBatch(this.#callOf(life, batch), {
      integration: parts.id,
      clock: life.clock,
      fetch: parts.network.fetchOf(life),
      baseUrls: {},
      idCache: heardBy(life, parts.idCache),
      ports: (connection) => remotePorts((each) => this.#port(life, connection, each)),
      maxCalls: parts.maxCalls,
    });
    const ended = await Promise.race([
      work.then(
        () => 'is done',
        (error: unknown) => `fails: ${error instanceof Error ? error.message : error}`,
      ),
      life.ended.then(() => 'dies'),
    ]);
    trace(() => `worker ${life.number} ${ended} with batch ${batch}`);
    this.underWay--;
    end();
  }

  #callOf(life: Life, batch: number): CallObject {
    return (async (call: BatchCall) => {
      const sent = structuredClone(call);
      return this.#rpc(life, () => this.#ask(batch, sent));
    }) as CallObject;
  }

  async #ask(batch: number, call: BatchCall): Promise<unknown> {
    const { leases, storage, clock } = this.#parts;
    const platform = this.#parts.platform();
    if (call.do === 'claim') {
      const claim = (await platform.ask((integration) =>
        this.#answer(integration, batch, call),
      )) as Claim | null;
      const [row] = storage.read('SELECT leased_until FROM batches WHERE id = ?', batch);
      if (claim !== null) leases.claimed(claim, Number(row?.leased_until), clock.now());
      return claim;
    }
    if (call.do !== 'report') return platform.ask((integration) => this.#answer(integration, batch, call));
    try {
      // What a report leaves to be done has to wake the object.
      await platform.person((integration) => this.#answer(integration, batch, call));
      leases.reported(call.lease, true);
    } catch (error) {
      leases.reported(call.lease, false);
      throw error;
    }
    return null;
  }

  #answer(integration: Integration, batch: number, call: BatchCall): Promise<unknown> {
    const { breakage, storage } = this.#parts;
    const ask: AskBatch = (id, asked) => integration.batch(id, asked);
    return (
      breakage.batch?.(
        ask,
        storage.sql(() => false),
      ) ?? ask
    )(batch, call);
  }

  #port(life: Life, connection: string, call: PortCall): Promise<unknown> {
    const sent = structuredClone(call);
    return this.#rpc(life, () => {
      const platform = this.#parts.platform();
      return call.port === 'report'
        ? platform.person((integration) => integration.port(connection, sent))
        : platform.ask((integration) => integration.port(connection, sent));
    });
  }

  /** A call to the object. Either may die before it, over it and after it. */
  async #rpc<T>(life: Life, call: () => Promise<T>): Promise<T> {
    const delayMs = () => whole(() => this.#parts.clock.random(), 1, slowestRpcMs);
    await life.turn(delayMs());
    const answer = await life.wait(call());
    await life.turn(delayMs());
    return structuredClone(answer);
  }
}

/** A dead worker hears nothing. */
function heardBy(life: Life, idCache: IdCache): IdCache {
  return {
    get: (place, keys) => life.wait(idCache.get(place, keys)),
    put: (place, ids) => life.wait(idCache.put(place, ids)),
    forget: (place, keys) => life.wait(idCache.forget(place, keys)),
  };
}
