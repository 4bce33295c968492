import type { Limit } from '../../../connectors/contract/limits.ts';
import type { Clock } from '../../clock.ts';
import { timeoutMs } from '../../http/within-time.ts';
import type { Lease, PermitRequest, Settlement } from '../ports.ts';
import { CostBucketGate } from './cost-bucket.ts';
import { DailyGate } from './daily.ts';
import { type Gate, maxWaitMs, type Weight } from './gate.ts';
import type { DayShelf, ShortDay, ToldUse } from './told-day.ts';
import { RouteGate, WindowGate } from './window.ts';

/** An ordinary call, to tell when the next one may go out. */
const anyCall = { cost: 1, routes: [] };

const noShelf: DayShelf = { load: () => null, save: () => undefined };

/** A lease that was given, and what each call of it took. */
interface OpenLease {
  readonly request: PermitRequest;
  /** What each gate wants to be told of each call, by gate. */
  readonly taken: readonly (readonly number[])[];
  left: number;
  readonly cancelExpiry: () => void;
}

/** Holds one connection to all limits of its system, whoever calls: a permit is given when every limit lets a call go. */
export class RateLimiter {
  readonly #clock: Clock;
  readonly #gates: readonly (Gate | null)[];
  readonly #maxAtOnce: number;
  readonly #waiting: (() => void)[] = [];
  readonly #leases = new Map<string, OpenLease>();
  /** Calls that have a place: permitted, or next in turn. */
  #places = 0;
  #pausedUntil = 0;
  #leaseNumber = 0;
  /** Part of every lease's id: tells its leases from those of a limiter in an object that was evicted since. */
  readonly #name: string;
  #changed: (() => void)[] = [];

  constructor(limits: readonly Limit[], clock: Clock, afterCrash = false, shelf = noShelf) {
    this.#clock = clock;
    this.#name = clock.now().toString(36);
    this.#maxAtOnce = Math.min(...limits.map(atOnce));
    const crashedAt = afterCrash ? clock.now() : null;
    this.#gates = limits.map((limit, index) => gateOf(limit, index, { clock, crashedAt, shelf }));
  }

  /** When the next call for a flow, or for none, may go out, in epoch milliseconds. */
  readyAt(flow: string | null = null): number {
    return Math.max(
      this.#pausedUntil,
      ...this.#gates.map((gate) => gate?.readyAt({ ...anyCall, flow }) ?? 0),
    );
  }

  /** It is used up, or the system asked for a pause: a call for this flow, or for none, would not get through within `maxWaitMs`. */
  isSpentFor(flow: string | null): boolean {
    return this.readyAt(flow) > this.#clock.now() + maxWaitMs;
  }

  /** A day's calls for this flow, or for none, are used: what may go now is one call, which asks whether that is still so. */
  isUsedFor(flow: string | null): boolean {
    return this.#gates.some((gate) => gate instanceof DailyGate && gate.isUsedFor(flow));
  }

  /** Null while no limit by the day is short. */
  get shortDay(): ShortDay | null {
    for (const gate of this.#gates) if (gate instanceof DailyGate && gate.short !== null) return gate.short;
    return null;
  }

  /** What a system with a limit by the day told last of it; null where there is none, or nothing was told in a day. */
  get toldDay(): ToldUse | null {
    for (const gate of this.#gates) if (gate instanceof DailyGate && gate.told !== null) return gate.told;
    return null;
  }

  /** Returns null when only the answers to calls that are under way can tell. */
  #readyAt(call: Weight): number | null {
    let latest = this.#pausedUntil;
    for (const gate of this.#gates) {
      const readyAt = gate === null ? 0 : gate.readyAt(call);
      if (readyAt === null) return null;
      latest = Math.max(latest, readyAt);
    }
    return latest;
  }

  /** The system asked for a pause. */
  pauseUntil(at: number): void {
    this.#pausedUntil = Math.max(this.#pausedUntil, at);
  }

  /**
   * Waits for a place, in the order of asking, and for the limits, if that is not long. Gives one permit at least and no
   * more than asked for, or says when to ask again. What is given counts as under way until it is settled.
   */
  async lease(request: PermitRequest): Promise<Lease> {
    await this.#place();
    for (;;) {
      const now = this.#clock.now();
      const readyAt = this.#readyAt(request);
      // Nothing is awaited in between, so that two callers never take the same permit.
      if (readyAt !== null && readyAt <= now) return this.#give(request);
      if (readyAt !== null && readyAt - now > maxWaitMs) {
        this.#leave();
        return { granted: 0, retryAt: readyAt };
      }
      await this.#change(readyAt === null ? null : readyAt - now);
    }
  }

  /** Counts calls of a lease that have ended or will not be made. Ignores a lease that ran out: it is settled already. */
  settle(id: string, { answers, unused, pauseUntil, agoMs = 0 }: Settlement): void {
    if (pauseUntil !== null) this.pauseUntil(pauseUntil);
    const lease = this.#leases.get(id);
    if (lease === undefined) return;
    for (const states of answers)
      this.#end(lease, (gate, call, taken, index) =>
        gate.answered(call, taken, states[index] ?? null, agoMs),
      );
    for (let call = 0; call < unused; call++)
      this.#end(lease, (gate, weight, taken) => gate.giveBack(weight, taken));
    if (lease.left === 0) {
      lease.cancelExpiry();
      this.#leases.delete(id);
    }
    const changed = this.#changed;
    this.#changed = [];
    for (const tell of changed) tell();
  }

  #end(lease: OpenLease, tell: (gate: Gate, call: Weight, taken: number, index: number) => void): void {
    if (lease.left === 0) return;
    lease.left--;
    this.#gates.forEach((gate, index) => {
      if (gate !== null) tell(gate, lease.request, lease.taken[lease.left]?.[index] ?? 0, index);
    });
    this.#leave();
  }

  #give(request: PermitRequest): Lease {
    const now = this.#clock.now();
    const taken = [this.#take(request)];
    while (taken.length < request.calls && this.#places < this.#maxAtOnce) {
      const readyAt = this.#readyAt(request);
      if (readyAt === null || readyAt > now) break;
      this.#places++;
      taken.push(this.#take(request));
    }
    const id = `${this.#name}-${++this.#leaseNumber}`;
    const { forMs } = request;
    // A call may be begun at the last moment and take its time.
    const expire = () => this.#expire(id);
    const cancelExpiry = forMs === null ? () => undefined : this.#clock.timer(forMs + timeoutMs, expire);
    this.#leases.set(id, { request, taken, left: taken.length, cancelExpiry });
    return { granted: taken.length, id, until: forMs === null ? null : now + forMs };
  }

  #take(request: PermitRequest): number[] {
    return this.#gates.map((gate) => gate?.take(request) ?? 0);
  }

  /** The holder died, or its report was lost. Its calls may have been made, so they count. */
  #expire(id: string): void {
    const left = this.#leases.get(id)?.left ?? 0;
    this.settle(id, { answers: Array.from({ length: left }, () => []), unused: 0, pauseUntil: null });
  }

  async #place(): Promise<void> {
    // The place is handed over by the one that leaves, so that nobody slips in between.
    if (this.#places >= this.#maxAtOnce) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    else this.#places++;
  }

  #leave(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#places--;
  }

  /** Waits until something is settled, at most this long. Null: without a bound. */
  #change(ms: number | null): Promise<void> {
    return new Promise((resolve) => {
      const cancel = ms === null ? () => undefined : this.#clock.timer(ms, resolve);
      this.#changed.push(() => {
        cancel();
        resolve();
      });
    });
  }
}

function atOnce(limit: Limit): number {
  switch (limit.kind) {
    case 'concurrent':
      return limit.calls;
    case 'window':
      return limit.requests;
    case 'cost-bucket':
    case 'per-route':
    case 'daily':
      return Number.POSITIVE_INFINITY;
  }
}

interface GateParts {
  readonly clock: Clock;
  readonly crashedAt: number | null;
  readonly shelf: DayShelf;
}

function gateOf(limit: Limit, index: number, { clock, crashedAt, shelf }: GateParts): Gate | null {
  switch (limit.kind) {
    case 'window':
      return new WindowGate(limit, clock, crashedAt);
    case 'per-route':
      return new RouteGate(limit, index, clock, crashedAt);
    case 'cost-bucket':
      return new CostBucketGate(limit, clock, crashedAt);
    case 'daily':
      return new DailyGate(limit, clock, shelf);
    case 'concurrent':
      // The places keep this limit.
      return null;
  }
}
