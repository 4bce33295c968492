import type { Answered } from '../../connectors/contract/api.ts';
import type { Limit, LimitedCall } from '../../connectors/contract/limits.ts';
import { problem } from '../../records/problem.ts';
import type { Clock } from '../clock.ts';
import type { LimitState, Weight } from './limits/gate.ts';
import type { Ended, PermitPort } from './ports.ts';

/** How a session takes its permits. */
export interface PermitUse {
  /** How many permits one lease asks for, for calls that follow each other. */
  readonly atOnce: number;
  /** See `PermitRequest`. */
  readonly forMs: number | null;
}

/** For sessions in the object: one permit for each call, always given back. */
export const oneByOne: PermitUse = { atOnce: 1, forMs: null };

/** What a call brought back. */
export type Heard = (answer: Answered<unknown>, pauseUntil: number | null) => void;

interface Held {
  /** Of the calls that it is for. */
  readonly kind: string;
  readonly id: string;
  readonly until: number | null;
  left: number;
}

/** What is told of calls goes with the next lease, or by itself when none comes within this time: others may wait for the places. */
const toldWithinMs = 100;

/** The permits of one session: every call takes one and says what it brought back. */
export class Permits {
  /** The lease with permits that are not used yet. */
  #held: Held | null = null;
  #turn: Promise<unknown> = Promise.resolve();
  /** What is not told yet, and when it ended. */
  #ended: { readonly ended: Ended; readonly at: number }[] = [];
  #cancelTelling: (() => void) | null = null;
  #isLeasing = false;

  constructor(
    private readonly port: PermitPort,
    private readonly limits: readonly Limit[],
    private readonly clock: Clock,
    private readonly use: PermitUse = oneByOne,
    /** The system's name, for its problems. */
    private readonly system = '',
  ) {}

  /** Makes the call when every limit lets it go. Throws a `wait` problem when that is far away. */
  async run<T>(call: LimitedCall, work: (heard: Heard) => Promise<T>): Promise<T> {
    const lease = await this.#permit(this.#weight(call));
    let states: readonly (LimitState | null)[] = [];
    let pause: number | null = null;
    try {
      return await work((answer, pauseUntil) => {
        states = this.limits.map((limit) => stateOf(limit, answer));
        pause = pauseUntil;
      });
    } finally {
      await this.#end({ lease, answers: [states], unused: 0, pauseUntil: pause });
    }
  }

  /** Gives back what was leased and not used, and tells what was not told yet. */
  async close(): Promise<void> {
    const rest = this.rest();
    if (rest.length > 0) await this.#tell(rest);
  }

  /** Likewise, where whoever asks tells it in this session's place. */
  rest(): readonly Ended[] {
    const held = this.#held;
    this.#held = null;
    if (held !== null && held.left > 0)
      this.#note({ lease: held.id, answers: [], unused: held.left, pauseUntil: null });
    return this.#take();
  }

  async #end(ended: Ended): Promise<void> {
    this.#note(ended);
    // A pause is for others too, and so is a place that somebody waits for.
    const isUrgent = this.use.atOnce === 1 || ended.pauseUntil !== null || this.#isLeasing;
    if (isUrgent) await this.#tell(this.#take());
    else
      this.#cancelTelling ??= this.clock.timer(toldWithinMs, () => {
        this.#cancelTelling = null;
        void this.#tell(this.#take());
      });
  }

  #note(ended: Ended): void {
    this.#ended.push({ ended, at: this.clock.now() });
  }

  #take(): Ended[] {
    this.#cancelTelling?.();
    this.#cancelTelling = null;
    const now = this.clock.now();
    const taken = this.#ended.map(({ ended, at }) => ({ ...ended, agoMs: now - at }));
    this.#ended = [];
    return taken;
  }

  /** A report that is lost must not take the call's answer with it: the lease runs out by itself. */
  async #tell(ended: readonly Ended[]): Promise<void> {
    if (ended.length > 0) await this.port.settle(ended).catch(() => undefined);
  }

  #permit(weight: Weight): Promise<string> {
    if (this.use.atOnce === 1) return this.#lease(weight);
    // One after the other, so that what one leases serves those behind it.
    const permit = this.#turn.then(() => this.#heldOrLeased(weight));
    this.#turn = permit.catch(() => undefined);
    return permit;
  }

  async #heldOrLeased(weight: Weight): Promise<string> {
    const held = this.#held;
    const isOfKind = held !== null && held.kind === kindOf(weight);
    const isInTime = held !== null && (held.until === null || held.until > this.clock.now());
    if (isOfKind && isInTime && held.left > 0) {
      held.left--;
      return held.id;
    }
    this.#isLeasing = true;
    try {
      return await this.#lease(weight);
    } finally {
      this.#isLeasing = false;
    }
  }

  /** A session that waits for one kind of permit must not hold back unused permits of another kind. */
  async #lease(weight: Weight): Promise<string> {
    const { atOnce, forMs } = this.use;
    const lease = await this.port.lease({ ...weight, calls: atOnce, forMs }, this.rest());
    if (!('id' in lease)) {
      throw problem('wait', 'rate_limited', { system: this.system }, { retryAt: lease.retryAt });
    }
    const { id, until, granted } = lease;
    if (granted > 1) this.#held = { kind: kindOf(weight), id, until, left: granted - 1 };
    return id;
  }

  #weight(call: LimitedCall): Weight {
    const routes = this.limits.map((limit) => (limit.kind === 'per-route' ? limit.routeOf(call) : null));
    return { cost: call.cost, routes, flow: call.flow };
  }
}

function kindOf({ cost, routes, flow }: Weight): string {
  return JSON.stringify([cost, routes, flow]);
}

function stateOf(limit: Limit, answer: Answered<unknown>): LimitState | null {
  switch (limit.kind) {
    case 'cost-bucket':
    case 'daily':
      try {
        return sound(limit.read(answer));
      } catch {
        // An answer of an unexpected form tells nothing about the limit.
        return null;
      }
    case 'window':
    case 'concurrent':
    case 'per-route':
      return null;
  }
}

/** A bucket that would take longer to fill up is a mistake of the answer: believing it would stop all calls. */
const maxFillSeconds = 86_400;

/** Returns null for impossible figures: one of them would stop all calls, and only an answer could correct it. */
function sound(told: LimitState | null): LimitState | null {
  if (told === null || !Object.values(told).every(Number.isFinite)) return null;
  if ('used' in told) return told.allowed > 0 ? told : null;
  const { available, capacity, restorePerSecond } = told;
  const isBucket = capacity > 0 && restorePerSecond > 0 && capacity / restorePerSecond <= maxFillSeconds;
  return isBucket ? { ...told, available: Math.max(available, -capacity) } : null;
}
