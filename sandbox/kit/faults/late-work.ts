import type { World } from '../stand-in.ts';
import { earliest, type Part } from '../store/kept.ts';

/** A call that the system has taken in and will carry out, although its caller was told otherwise. */
export interface LateCall {
  readonly id: number;
  readonly system: string;
  readonly method: string;
  readonly url: string;
  readonly headers: readonly (readonly [string, string])[];
  /** Null: it has none. */
  readonly body: string | null;
  readonly dueAt: number;
}

/** Has the system answer a call now; nobody hears the answer. */
type CarryOut = (system: string, request: Request) => Promise<unknown>;

interface Snapshot {
  readonly waiting: LateCall[];
  readonly lastId: number;
}

/**
 * The calls that are carried out minutes after they were made, each at its own moment. They are kept whole, so that a
 * restart of the sandbox in between loses none.
 */
export class LateWork implements Part {
  #waiting: LateCall[] = [];
  #lastId = 0;
  readonly #world: World;
  readonly #carryOut: CarryOut;

  constructor(world: World, carryOut: CarryOut) {
    this.#world = world;
    this.#carryOut = carryOut;
  }

  /** Soonest first. */
  list(): readonly LateCall[] {
    return this.#waiting;
  }

  async add(system: string, request: Request, afterMs: number): Promise<void> {
    const dueAt = this.#world.now() + afterMs;
    const body = request.body === null ? null : await request.text();
    const { method, url } = request;
    this.#lastId += 1;
    const call = { id: this.#lastId, system, method, url, headers: [...request.headers], body, dueAt };
    this.#waiting = [...this.#waiting, call].sort(
      (one, other) => one.dueAt - other.dueAt || one.id - other.id,
    );
    // Nobody has to call `runDue` for it to happen: a world whose clock runs, or is moved, wakes it.
    void this.#world.sleep(afterMs).then(() => this.runDue());
  }

  nextDueAt(): number | null {
    return earliest(this.#waiting.map(({ dueAt }) => dueAt));
  }

  async runDue(): Promise<void> {
    for (;;) {
      const [next, ...others] = this.#waiting;
      if (next === undefined || next.dueAt > this.#world.now()) return;
      // Taken off first: another call of this method must not carry it out again.
      this.#waiting = others;
      const { method, headers, body } = next;
      const init = { method, headers: headers.map(([name, value]): [string, string] => [name, value]) };
      await this.#carryOut(next.system, new Request(next.url, body === null ? init : { ...init, body }));
    }
  }

  snapshot(): Snapshot {
    return { waiting: [...this.#waiting], lastId: this.#lastId };
  }

  restore({ waiting, lastId }: Snapshot): void {
    this.#waiting = [...waiting];
    this.#lastId = lastId;
  }

  clear(): void {
    this.#waiting = [];
  }
}
