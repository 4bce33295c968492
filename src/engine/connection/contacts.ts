import type { Clock } from '../clock.ts';
import type { MetaStore } from '../storage/meta.ts';

/** `heard`: it told of something, by a webhook that could be verified. `called`: it was called. */
export type Contact = 'heard' | 'called';

/** How often the moment is written down: webhooks are few, while an account is called all the time. */
const keptEveryMs: Readonly<Record<Contact, number>> = { heard: 60_000, called: 15 * 60_000 };

interface Moment {
  readonly at: number;
  /** As it is stored. */
  readonly keptAt: number;
}

/**
 * When an account was last called, and when it last told of something, by its place. It is exact as long as the object lives; after
 * that it is as old as what was written down last, so that no call and no webhook costs a row of its own.
 */
export class Contacts {
  readonly #known = new Map<string, Moment>();

  constructor(
    private readonly meta: MetaStore,
    private readonly clock: Pick<Clock, 'now'>,
  ) {}

  note(contact: Contact, place: string): void {
    const name = `${contact}:${place}`;
    const at = this.clock.now();
    const { keptAt } = this.#moment(name) ?? { keptAt: Number.NEGATIVE_INFINITY };
    const isDue = at - keptAt >= keptEveryMs[contact];
    if (isDue) this.meta.set(name, String(at));
    this.#known.set(name, { at, keptAt: isDue ? at : keptAt });
  }

  /** Epoch milliseconds; null for never. */
  last(contact: Contact, place: string): number | null {
    return this.#moment(`${contact}:${place}`)?.at ?? null;
  }

  #moment(name: string): Moment | null {
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    const kept = this.meta.get(name);
    return kept === null ? null : { at: Number(kept), keptAt: Number(kept) };
  }
}
