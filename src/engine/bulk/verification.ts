import type { Clock } from '../clock.ts';
import type { Stores } from '../storage/stores.ts';

/** How far a look at all levels is. */
interface Round {
  /** When it began, or is to begin; epoch milliseconds. */
  readonly at: number;
  /** The last key that was looked at; null between two rounds. */
  readonly after: string | null;
}

/**
 * Compares all levels with the target from time to time, key by key in their order: what somebody changed there is mended. The place is
 * kept with every batch, so a look at 50,000 levels survives whatever happens.
 */
export class Verification {
  readonly #name: string;

  /** `everyMs`: null where it is off. */
  constructor(
    private readonly flow: string,
    private readonly everyMs: number | null,
    private readonly stores: Stores,
    private readonly clock: Clock,
  ) {
    this.#name = `verify:${flow}`;
  }

  /** When there is something to compare; null where there never is. */
  nextAt(): number | null {
    if (this.everyMs === null) return null;
    const round = this.#round();
    return round.after === null ? round.at : this.clock.now();
  }

  /** The next keys to be compared, but for those under way: they are looked at anyway. */
  next(except: ReadonlySet<string>, limit: number): string[] {
    const round = this.#round();
    const now = this.clock.now();
    if (this.everyMs === null || (round.after === null && round.at > now)) return [];
    const begunAt = round.after === null ? now : round.at;
    const keys = this.stores.levels.keysBehind(this.flow, round.after ?? '', limit);
    const last = keys.at(-1);
    this.#keep(
      last === undefined ? { at: begunAt + this.everyMs, after: null } : { at: begunAt, after: last },
    );
    return keys.filter((key) => !except.has(key));
  }

  #round(): Round {
    const kept = this.stores.meta.get(this.#name);
    if (kept !== null) return JSON.parse(kept) as Round;
    const first = { at: this.clock.now() + (this.everyMs ?? 0), after: null };
    this.#keep(first);
    return first;
  }

  #keep(round: Round): void {
    this.stores.meta.set(this.#name, JSON.stringify(round));
  }
}
