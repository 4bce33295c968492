import { Accounts } from '../../src/engine/bulk/accounts.ts';
import type { BatchCall, CallObject } from '../../src/engine/bulk/claim.ts';
import type { BatchQueue } from '../../src/engine/bulk/dispatcher.ts';
import { type BatchSurroundings, workOnBatch } from '../../src/engine/bulk/run-batch.ts';
import { remotePorts } from '../../src/engine/connection/remote-ports.ts';
import type { Integration } from '../../src/engine/integration.ts';

type Parts = Omit<BatchSurroundings, 'ports' | 'maxCalls'> & {
  readonly maxCalls?: number;
  readonly object: () => Integration;
};

/** The queue and its consumer, as Cloudflare has them: what is sent waits here until it is worked on. Everything passes as plain data. */
export class Consumer implements BatchQueue {
  /** Ids of batches that nobody has taken yet. */
  messages: number[] = [];
  readonly #accounts = new Accounts();

  constructor(private readonly parts: Parts) {}

  async send(ids: readonly number[]): Promise<void> {
    this.messages.push(...ids);
  }

  /** Works on all that was sent, one after the other. */
  async work(): Promise<void> {
    for (let id = this.messages.shift(); id !== undefined; id = this.messages.shift()) await this.consume(id);
  }

  /** One message, from claim to report. */
  async consume(batch: number): Promise<void> {
    const call = (async (each: BatchCall) =>
      structuredClone(await this.parts.object().batch(batch, structuredClone(each)))) as CallObject;
    await workOnBatch(call, {
      maxCalls: 45,
      ...this.parts,
      ports: (connection) =>
        this.#accounts.over(
          connection,
          remotePorts(async (each) => structuredClone(await this.parts.object().port(connection, each))),
        ),
    });
  }
}
