import type { Clock } from '../../clock.ts';
import { type Gate, tickMargin, type Weight } from './gate.ts';

interface WindowLimit {
  readonly requests: number;
  readonly perMs: number;
}

/**
 * Never more than `requests` in any window of `perMs`, counted from the answer of one call to the sending of another:
 * however the network delays them, the system never sees more. After a crash the window counts as used, since nobody
 * knows what was sent.
 */
export class WindowGate implements Gate {
  /** When the last calls were answered, oldest first. */
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

  readyAt(): number | null {
    const left = this.limit.requests - this.#underWay;
    if (left <= 0) return null;
    const answered = this.#answered.at(-left);
    return answered === undefined ? 0 : answered + this.limit.perMs * tickMargin;
  }

  take(): number {
    this.#underWay++;
    return 0;
  }

  answered(): void {
    this.#underWay--;
    this.#answered.push(this.clock.now());
    if (this.#answered.length > this.limit.requests) this.#answered.shift();
  }

  giveBack(): void {
    this.#underWay--;
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
    return window === null ? 0 : window.readyAt();
  }

  take(call: Weight): number {
    return this.#window(call)?.take() ?? 0;
  }

  answered(call: Weight): void {
    this.#window(call)?.answered();
  }

  giveBack(call: Weight): void {
    this.#window(call)?.giveBack();
  }

  #window({ routes }: Weight): WindowGate | null {
    const route = routes[this.index] ?? null;
    if (route === null) return null;
    const window = this.#windows.get(route) ?? new WindowGate(this.limit, this.clock, this.crashedAt);
    this.#windows.set(route, window);
    return window;
  }
}
