import type { Answered } from '../../connectors/contract/api.ts';
import type { Limit, LimitedCall } from '../../connectors/contract/limits.ts';
import { problem } from '../../records/problem.ts';
import type { Clock } from '../clock.ts';
import type { LimitState, Weight } from './limits/gate.ts';
import type { PermitPort, Settlement } from './ports.ts';

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

/** The permits of one session: every call takes one and says what it brought back. */
export class Permits {
  /** The lease with permits that are not used yet. */
  #held: Held | null = null;
  #turn: Promise<unknown> = Promise.resolve();

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
      await this.#settle(lease, { answers: [states], unused: 0, pauseUntil: pause });
    }
  }

  /** Gives back what was leased and not used. */
  async close(): Promise<void> {
    const held = this.#held;
    this.#held = null;
    if (held === null || held.left === 0) return;
    await this.#settle(held.id, { answers: [], unused: held.left, pauseUntil: null });
  }

  /** A report that is lost must not take the call's answer with it: the lease runs out by itself. */
  async #settle(lease: string, settlement: Settlement): Promise<void> {
    await this.port.settle(lease, settlement).catch(() => undefined);
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
    // A session that waits for one kind of permit must not hold back unused permits of another kind.
    await this.close();
    return this.#lease(weight);
  }

  async #lease(weight: Weight): Promise<string> {
    const { atOnce, forMs } = this.use;
    const lease = await this.port.lease({ ...weight, calls: atOnce, forMs });
    if (!('id' in lease)) {
      throw problem('wait', 'rate_limited', { system: this.system }, { retryAt: lease.retryAt });
    }
    const { id, until, granted } = lease;
    if (granted > 1) this.#held = { kind: kindOf(weight), id, until, left: granted - 1 };
    return id;
  }

  #weight(call: LimitedCall): Weight {
    const routes = this.limits.map((limit) => (limit.kind === 'per-route' ? limit.routeOf(call) : null));
    return { cost: call.cost, routes };
  }
}

function kindOf({ cost, routes }: Weight): string {
  return JSON.stringify([cost, routes]);
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
