import type { Hono } from 'hono';
import { z } from 'zod';
import { Refusal } from './http/refusal.ts';
import type { Showcase, StandIn } from './stand-in.ts';
import { earliest, type Part } from './store/kept.ts';

/**
 * What every stand-in does alike: settings that are laid over defaults, snapshots of its parts, work that is due, and
 * refusals that become answers. A system adds its answers, its seed and its levers.
 */
export abstract class PlayedSystem<Schema extends z.ZodObject> implements StandIn {
  readonly #schema: Schema;
  #settings: z.output<Schema>;
  #parts: Readonly<Record<string, Part>> = {};

  constructor(schema: Schema) {
    this.#schema = schema;
    this.#settings = schema.parse({});
  }

  abstract template(path: string): string;
  abstract state(): unknown;
  abstract control(): Hono;
  abstract showcase(): Showcase;
  protected abstract answer(request: Request): Promise<Response>;
  protected abstract seed(): void;

  async handle(request: Request): Promise<Response> {
    try {
      return await this.answer(request);
    } catch (error) {
      return this.failed(error);
    }
  }

  settings(): z.output<Schema> {
    return this.#settings;
  }

  change(settings: unknown): void {
    const changes = z.record(z.string(), z.unknown()).parse(settings);
    this.#settings = this.#schema.parse({ ...this.#settings, ...changes });
  }

  snapshot(): Record<string, unknown> {
    const parts = Object.entries(this.#parts).map(([name, part]) => [name, part.snapshot()]);
    return { settings: this.#settings, ...Object.fromEntries(parts) };
  }

  restore(snapshot: unknown): void {
    // What `snapshot` made. Settings that are newer than it get their defaults.
    const kept = snapshot as Record<string, unknown>;
    this.#settings = this.#schema.parse(kept.settings);
    for (const [name, part] of Object.entries(this.#parts)) {
      // A part that is newer than the snapshot starts anew.
      if (kept[name] === undefined) part.clear();
      else part.restore(kept[name]);
    }
  }

  reset(seeded: boolean): void {
    for (const part of Object.values(this.#parts)) part.clear();
    if (seeded) this.seed();
  }

  nextDueAt(): number | null {
    return earliest(Object.values(this.#parts).map((part) => part.nextDueAt?.() ?? null));
  }

  async runDue(): Promise<void> {
    for (const part of Object.values(this.#parts)) {
      const work = part.runDue?.();
      // A part that works synchronously does not delay the next one, which begins before this call returns.
      if (work instanceof Promise) await work;
    }
  }

  /** Returns the answer for a refusal. Throws everything else on: it is an error of the stand-in. */
  protected failed(error: unknown): Response {
    if (error instanceof Refusal) return error.toResponse();
    throw error;
  }

  /** The parts by the name that they have in a snapshot. Due work is done in this order. */
  protected consistsOf(parts: Readonly<Record<string, Part>>): void {
    this.#parts = parts;
  }
}
