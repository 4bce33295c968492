/** `@idempotent` (sheet 8): a repeat with the same key and the same input gets the first result. */
import type { Json } from '../../kit/json.ts';
import type { World } from '../../kit/stand-in.ts';
import { Records } from '../../kit/store/records.ts';
import { badRequest, Refused, refused, type UserError } from './errors.ts';

interface Attempt {
  readonly at: number;
  readonly mutation: string;
  readonly input: string;
  /** What the answer is made of, or what was refused. */
  readonly outcome: { readonly facts: Json } | { readonly errors: readonly UserError[] };
}

export class Idempotency extends Records<Attempt> {
  readonly #world: World;
  readonly #lifetimeMs: () => number;

  constructor(world: World, lifetimeMs: () => number) {
    super();
    this.#world = world;
    this.#lifetimeMs = lifetimeMs;
  }

  /** Returns the facts of the attempt, the first or this one. Throws what it was refused for. */
  once(mutation: string, key: string | null, input: unknown, work: () => Json): Json {
    if (key === null) return work();
    if (key.trim() === '') throw badRequest('The idempotency key must not be empty.');
    const now = this.#world.now();
    const text = JSON.stringify(input);
    const before = this.get(key);
    if (before !== undefined && before.at + this.#lifetimeMs() > now) {
      if (before.mutation !== mutation || before.input !== text) {
        throw refused(null, 'The key was used with other input.', 'IDEMPOTENCY_KEY_PARAMETER_MISMATCH');
      }
      if ('errors' in before.outcome) throw new Refused(...before.outcome.errors);
      return before.outcome.facts;
    }
    const keep = (outcome: Attempt['outcome']) => this.set(key, { at: now, mutation, input: text, outcome });
    try {
      const facts = work();
      keep({ facts });
      return facts;
    } catch (error) {
      if (error instanceof Refused) keep({ errors: error.errors });
      throw error;
    }
  }
}
