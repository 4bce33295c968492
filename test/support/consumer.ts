import { Accounts } from '../../src/engine/bulk/accounts.ts';
import type { BatchCall, CallObject } from '../../src/engine/bulk/claim.ts';
import type { BatchQueue } from '../../src/engine/bulk/dispatcher.ts';
import { type BatchSurroundings, workOnBatch } from '../../src/engine/bulk/run-batch.ts';
import { type PortCall, remotePorts } from '../../src/engine/connection/remote-ports.ts';
import type { Integration } from '../../src/engine/integration.ts';
import { RequestError } from '../../src/engine/request-error.ts';

type Parts = Omit<BatchSurroundings, 'ports' | 'maxCalls'> & {
  readonly maxCalls?: number;
  readonly object: () => Integration;
};

/** Where a consumer is, before or after a step: `claim`, `report`, `lease shop`, `POST /rest/V1/orders`. */
interface Moment {
  readonly step: Pick<RegExp, 'test'>;
  /** `during`: what it called goes on with it. */
  readonly moment: 'before' | 'during' | 'after';
}

/** The queue and its consumers, as Cloudflare has them: what is sent waits here until it is worked on. Everything passes as plain data. */
export class Consumer implements BatchQueue {
  /** Ids of batches that nobody has taken yet. */
  messages: number[] = [];
  readonly #accounts = new Accounts();
  /** The queue keeps what it is given, and hands out nothing. */
  keeps = false;
  /** The queue takes nothing. */
  refuses = false;
  /** Calls on the object: `claim`, `lease shop`. */
  readonly asked: string[] = [];
  /** How many have died. */
  deaths = 0;
  /** What the object told those that it would not hear any more. */
  readonly refusals: string[] = [];
  #death: Moment | null = null;
  #sleep: (Moment & { readonly ms: number; times: number }) | null = null;

  constructor(private readonly parts: Parts) {}

  async send(ids: readonly number[]): Promise<void> {
    if (this.refuses) throw new Error('The queue is down.');
    this.messages.push(...ids);
  }

  /** The next consumer that comes to this moment ends there: it hears of nothing any more, and nobody hears of it. */
  dieAt(step: Moment['step'], moment: Moment['moment']): void {
    this.#death = { step, moment };
  }

  /** The next consumer that comes to this moment, for so many times, goes on only after this long. */
  sleepAt(step: RegExp, moment: Moment['moment'], ms: number, times = 1): void {
    this.#sleep = { step, moment, ms, times };
  }

  /** Works on all that was sent, one after the other. */
  async work(): Promise<void> {
    if (this.keeps) return;
    for (let id = this.messages.shift(); id !== undefined; id = this.messages.shift()) await this.consume(id);
  }

  /** One message, from claim to report, or to the consumer's death. */
  async consume(batch: number): Promise<void> {
    const died = Promise.withResolvers<void>();
    const life = { isOver: false };
    const reach = async (step: string, moment: Moment['moment']) => {
      if (life.isOver) await never();
      const sleep = this.#sleep;
      if (sleep?.moment === moment && sleep.step.test(step) && --sleep.times === 0) {
        this.#sleep = null;
        await this.parts.clock.sleep(sleep.ms);
      }
      if (this.#death?.moment !== moment || !this.#death.step.test(step)) return;
      this.#death = null;
      this.deaths++;
      life.isOver = true;
      died.resolve();
      await never();
    };
    const through = async <Answer>(step: string, work: () => Promise<Answer>): Promise<Answer> => {
      await reach(step, 'before');
      const working = work();
      await reach(step, 'during');
      const answer = await working;
      await reach(step, 'after');
      return answer;
    };
    const object = () => this.parts.object();
    const call = ((each: BatchCall) =>
      through(each.do, async () => {
        this.asked.push(each.do);
        return structuredClone(await object().batch(batch, structuredClone(each)));
      })) as CallObject;
    const port = (connection: string, each: PortCall) =>
      through(`${each.port} ${connection}`, async () => {
        this.asked.push(`${each.port} ${connection}`);
        return structuredClone(await object().port(connection, each));
      });
    const fetch = ((request: Request) =>
      through(`${request.method} ${new URL(request.url).pathname}`, () =>
        this.parts.fetch(request),
      )) as typeof globalThis.fetch;
    const work = workOnBatch(call, {
      maxCalls: 45,
      ...this.parts,
      fetch,
      ports: (connection, beginning) =>
        this.#accounts.over(
          connection,
          remotePorts((each) => port(connection, each), beginning),
        ),
    });
    const told = work.catch((error: unknown) => void this.refusals.push(codeOf(error)));
    await Promise.race([told, died.promise]);
  }
}

function codeOf(error: unknown): string {
  if (error instanceof RequestError) return error.data.code;
  throw error;
}

function never(): Promise<never> {
  return new Promise(() => undefined);
}
