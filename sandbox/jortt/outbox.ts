import type { World } from '../kit/stand-in.ts';
import { earliest, type Part } from '../kit/store/kept.ts';
import type { JorttSettings } from './settings.ts';

interface Queued {
  id: string;
  dueAt: number;
}

/** Sending in two phases (sheet 4.8): the request is answered at once, what sending fills in comes later. */
export abstract class Outbox<Dispatch extends Queued> implements Part {
  /** What is on its way, in the order in which it was asked for. */
  #dispatches: readonly Dispatch[] = [];
  readonly #world: World;
  readonly #settings: () => JorttSettings;

  constructor(world: World, settings: () => JorttSettings) {
    this.#world = world;
    this.#settings = settings;
  }

  nextDueAt(): number | null {
    return this.#settings().sendingStuck ? null : earliest(this.#dispatches.map(({ dueAt }) => dueAt));
  }

  runDue(): void {
    if (this.#settings().sendingStuck) return;
    const now = this.#world.now();
    this.#send(({ dueAt }) => dueAt <= now);
  }

  /** Sends everything that waits, whenever it is due. */
  finish(): void {
    const now = this.#world.now();
    this.#dispatches = this.#dispatches.map((each) => ({ ...each, dueAt: now }));
    this.#send(() => true);
  }

  /** After being stuck: what is overdue is sent with the present time. */
  resume(): void {
    const now = this.#world.now();
    this.#dispatches = this.#dispatches.map((each) => ({ ...each, dueAt: Math.max(each.dueAt, now) }));
  }

  snapshot(): readonly Dispatch[] {
    return this.#dispatches;
  }

  restore(dispatches: readonly Dispatch[]): void {
    this.#dispatches = dispatches;
  }

  clear(): void {
    this.#dispatches = [];
  }

  protected queue(dispatch: Dispatch): void {
    this.#dispatches = [...this.#dispatches, dispatch];
  }

  /** When something is sent that is asked for now. */
  protected dueAt(): number {
    return this.#world.now() + this.#settings().sendDelayMs;
  }

  /** What was deleted on its way is not sent. */
  protected abstract sendOne(dispatch: Dispatch): void;

  #send(isDue: (dispatch: Dispatch) => boolean): void {
    const due = this.#dispatches.filter(isDue).sort((one, other) => one.dueAt - other.dueAt);
    if (due.length === 0) return;
    this.#dispatches = this.#dispatches.filter((each) => !isDue(each));
    for (const dispatch of due) this.sendOne(dispatch);
  }
}
