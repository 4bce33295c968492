import type { Clock } from '../clock.ts';
import type { Stores } from '../storage/stores.ts';

/** How far a look at all levels is. */
interface Round {
  /** When it began, or is to begin; epoch milliseconds. Null where none is to begin by itself. */
  readonly at: number | null;
  /** The last key that was looked at; null between two rounds. */
  readonly after: string | null;
  /** How many levels it has looked at. */
  readonly looked: number;
  /** Of the settings that it was made with: others may say something else of every level. */
  readonly under: string;
}

/** How a look at all levels stands. Times are epoch milliseconds. */
export interface VerificationStanding {
  /** When the next one begins; null where none begins by itself, or one is going on. */
  readonly nextAt: number | null;
  /** Null between two of them. */
  readonly running: { readonly since: number; readonly looked: number } | null;
}

/**
 * Compares all levels with the target from time to time, key by key in their order: what somebody changed there is mended. The place is
 * kept with every batch, so a look at 50,000 levels survives whatever happens.
 */
export class Verification {
  readonly #name: string;

  /** `everyMs`: null where it is off. `under`: tells the settings in force from others. */
  constructor(
    private readonly flow: string,
    private readonly everyMs: number | null,
    private readonly under: string,
    private readonly stores: Stores,
    private readonly clock: Clock,
  ) {
    this.#name = `verify:${flow}`;
  }

  /** When there is something to compare; null where there never is. */
  nextAt(): number | null {
    const round = this.#round();
    return round.after === null ? round.at : this.clock.now();
  }

  /** Stores nothing. */
  standing(): VerificationStanding {
    const { at, after, looked } = this.#kept() ?? this.#first();
    return after === null
      ? { nextAt: at, running: null }
      : { nextAt: null, running: { since: at ?? this.clock.now(), looked } };
  }

  /** The next keys to be compared, but for those under way: they are looked at anyway. */
  next(except: ReadonlySet<string>, limit: number): string[] {
    const round = this.#round();
    const now = this.clock.now();
    if (round.after === null && (round.at === null || round.at > now)) return [];
    const begunAt = round.after === null ? now : (round.at ?? now);
    const { keys, levels } = this.stores.levels.keysBehind(this.flow, round.after ?? '', limit);
    const last = keys.at(-1);
    const nextAt = this.everyMs === null ? null : begunAt + this.everyMs;
    this.#keep(
      last === undefined
        ? { at: nextAt, after: null, looked: 0 }
        : { at: begunAt, after: last, looked: round.looked + levels },
    );
    return keys.filter((key) => !except.has(key));
  }

  #round(): Round {
    return this.#kept() ?? this.#keep(this.#first());
  }

  /** Null where there is none under these settings. */
  #kept(): Round | null {
    const round = this.#stored();
    return round?.under === this.under ? round : null;
  }

  #stored(): Round | null {
    const text = this.stores.meta.get(this.#name);
    return text === null ? null : (JSON.parse(text) as Round);
  }

  /** A flow that is new reads all there is by itself. Other settings may say something else of every level. */
  #first(): Omit<Round, 'under'> {
    const now = this.clock.now();
    const isNew = this.#stored() === null;
    const at = !isNew ? now : this.everyMs === null ? null : now + this.everyMs;
    return { at, after: null, looked: 0 };
  }

  #keep(round: Omit<Round, 'under'>): Round {
    const kept = { ...round, under: this.under };
    this.stores.meta.set(this.#name, JSON.stringify(kept));
    return kept;
  }
}
