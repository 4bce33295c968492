import type { Clock } from '../../clock.ts';
import { type Gate, type LimitState, tickMargin, type Weight } from './gate.ts';

interface WindowLimit {
  readonly requests: number;
  readonly perMs: number;
  /** Whether a call counts for what it costs. */
  readonly byCost?: true;
}

/**
 * Never more than `requests` in any window of `perMs`, counted from the answer of one call to the sending of another:
 * however the network delays them, the system never sees more. After a crash the window counts as used, since nobody knows what was sent.
 */
export class WindowGate implements Gate {
  /** When what the last calls cost was answered, oldest first. */
  readonly #answered: number[] = [];
  #underWay = 0;

  /** `crashedAt` is when a crash was found out; null when there was none. */
  constructor(
    private readonly limit: WindowLimit,
    private readonly clock: Clock,
    crashedAt: number | null,
  ) {
    // A short window is waited out whole; of a long one (a minute) half is left to go on with.
    const used = limit.perMs <= 2_000 ? limit.requests : Math.ceil(limit.requests / 2);
    if (crashedAt !== null) this.#answered.push(...new Array<number>(used).fill(crashedAt));
  }

  readyAt(call: Weight): number | null {
    const left = this.limit.requests - this.#underWay;
    const cost = this.#cost(call);
    if (left < cost) return null;
    const answered = this.#answered.at(cost - left - 1);
    return answered === undefined ? 0 : answered + this.limit.perMs * tickMargin;
  }

  take(call: Weight): number {
    const cost = this.#cost(call);
    this.#underWay += cost;
    return cost;
  }

  answered(_call: Weight, taken: number, _state: LimitState | null, agoMs: number): void {
    this.#underWay -= taken;
    this.#answered.push(...new Array<number>(taken).fill(this.clock.now() - agoMs));
    this.#answered.sort((a, b) => a - b);
    this.#answered.splice(0, this.#answered.length - this.limit.requests);
  }

  giveBack(_call: Weight, taken: number): void {
    this.#underWay -= taken;
  }

  /** What costs more than a window holds goes out alone in one. */
  #cost({ cost }: Weight): number {
    return this.limit.byCost ? Math.min(Math.max(1, Math.ceil(cost)), this.limit.requests) : 1;
  }
}

/** A window for each route. A call without a route is not held. */
export class RouteGate implements Gate {
  readonly #windows = new Map<string, WindowGate>();

  /** `index` is the limit's place among the connector's. */
  constructor(
    private readonly limit: WindowLimit,
    private readonly index: number,
    private readonly clock: Clock,
    private readonly crashedAt: number | null,
  ) {}

  readyAt(call: Weight): number | null {
    const window = this.#window(call);
    return window === null ? 0 : window.readyAt(call);
  }

  take(call: Weight): number {
    return this.#window(call)?.take(call) ?? 0;
  }

  answered(call: Weight, taken: number, state: LimitState | null, agoMs: number): void {
    this.#window(call)?.answered(call, taken, state, agoMs);
  }

  giveBack(call: Weight, taken: number): void {
    this.#window(call)?.giveBack(call, taken);
  }

  #window({ routes }: Weight): WindowGate | null {
    const route = routes[this.index] ?? null;
    if (route === null) return null;
    const window = this.#windows.get(route) ?? new WindowGate(this.limit, this.clock, this.crashedAt);
    this.#windows.set(route, window);
    return window;
  }
}
