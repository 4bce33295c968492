import type { Json, JsonObject } from '../../kit/json.ts';
import { textOf, uuid } from '../../kit/random.ts';
import type { World } from '../../kit/stand-in.ts';
import type { Part } from '../../kit/store/kept.ts';
import { earliest } from '../../kit/store/kept.ts';
import { Store } from '../../kit/store/store.ts';
import { utcText } from '../../kit/time/timestamps.ts';
import { filledIn, Refusal } from '../refusal.ts';
import type { MagentoSettings } from '../settings.ts';
import type { Scoped } from '../stores/scope.ts';

/** A call that is made later, in the scope of the one that brought it. */
export interface Message {
  readonly method: string;
  /** From `/V1` on. */
  readonly path: string;
  readonly storeId: number;
  readonly names: Scoped['names'];
  readonly body: JsonObject;
}

/** 1 complete, 2 failed and may be repeated, 3 failed, 4 open, 5 rejected (sheet 13). */
export type OperationStatus = 1 | 2 | 3 | 4 | 5;

export interface Operation {
  readonly id: number;
  readonly bulkId: string;
  readonly topic: string;
  readonly status: OperationStatus;
  readonly resultMessage: string | null;
  readonly result: Json;
  readonly dueAt: number;
  /** Null for what could not be read. */
  readonly message: Message | null;
}

export interface Bulk {
  readonly id: string;
  readonly topic: string;
  readonly startTime: string;
  readonly operations: readonly number[];
}

/** Calls that were taken in, and what became of them. */
export class Bulks extends Store implements Part {
  readonly bulks = this.records<Bulk>('bulks');
  readonly operations = this.records<Operation>('operations');
  readonly #open = this.records<number>('open');
  readonly #ids = this.counters<'operation'>('ids');
  readonly #settings: () => MagentoSettings;
  readonly #perform: (message: Message) => Promise<Json>;

  constructor(world: World, settings: () => MagentoSettings, perform: (message: Message) => Promise<Json>) {
    super(world, () => 0);
    this.#settings = settings;
    this.#perform = perform;
  }

  /** Null stands for a message that could not be read. Returns what the caller is told. */
  accept(topic: string, messages: readonly (Message | null)[]): JsonObject {
    const now = this.world.now();
    const random = () => this.world.random();
    const id = uuid(random);
    const dueAt = now + this.#settings().asyncDelayMs;
    const ids = messages.map((message) => {
      const operation = this.#ids.next('operation');
      const status = message === null ? 5 : 4;
      const first = { resultMessage: null, result: null, status } as const;
      this.operations.set(String(operation), { id: operation, bulkId: id, topic, dueAt, message, ...first });
      if (message !== null) this.#open.set(String(operation), dueAt);
      return operation;
    });
    this.bulks.set(id, { id, topic, startTime: utcText(now), operations: ids });
    const items = messages.map((message, index): JsonObject => {
      const hash = textOf(random, '0123456789abcdef', 64);
      if (message !== null) return { id: index, data_hash: hash, status: 'accepted' };
      return { id: index, status: 'rejected', error_message: 'Error processing 1 element of input data' };
    });
    return { bulk_uuid: id, request_items: items, errors: messages.includes(null) };
  }

  nextDueAt(): number | null {
    return this.#settings().asyncConsumer ? earliest(this.#open.all()) : null;
  }

  async runDue(): Promise<void> {
    if (!this.#settings().asyncConsumer) return;
    const now = this.world.now();
    for (const [id, dueAt] of this.#open.entries()) {
      const operation = this.operations.get(id);
      if (dueAt > now || !this.#open.delete(id) || operation === undefined) continue;
      // What was done needs its message no longer.
      this.operations.set(id, { ...operation, ...(await this.#outcome(operation)), message: null });
    }
  }

  async #outcome({ message }: Operation): Promise<Pick<Operation, 'status' | 'resultMessage' | 'result'>> {
    if (message === null) return { status: 5, resultMessage: null, result: null };
    try {
      const result = await this.#perform(message);
      return { status: 1, resultMessage: 'Service execution success', result };
    } catch (error) {
      if (error instanceof Refusal)
        return { status: 3, resultMessage: filledIn(error.content), result: null };
      throw error;
    }
  }
}
