import { faultyAnswer } from '../../../sandbox/kit/faults/faulty-answer.ts';
import { whole } from '../../../sandbox/kit/random.ts';
import type { Sandbox } from '../../../sandbox/sandbox.ts';
import type { VirtualClock } from '../../support/virtual-clock.ts';
import type { Trace } from '../trace.ts';
import { nameOf, type Trouble } from './faults.ts';
import { type Life, never } from './life.ts';
import type { OtherShop } from './other-shop.ts';
import type { Storage } from './storage.ts';

/** A call as it arrived at its system. */
export interface Arrival {
  readonly at: number;
  readonly system: string;
  readonly line: string;
  /** What the system itself answered; null when something else did. */
  readonly status: number | null;
  readonly life: number;
}

interface NetworkParts {
  readonly clock: VirtualClock;
  readonly storage: Storage;
  readonly sandbox: Sandbox;
  readonly otherShop: OtherShop;
  readonly trace: Trace;
  /** What happens to this call; null when all goes well. */
  readonly trouble: (system: string, request: Request) => Promise<Trouble | null>;
  /** How many rows a list of the shop gives at once. */
  readonly pageRows: number;
  /** A system was asked something, and may have something to do now. */
  readonly asked: () => void;
}

const systems: Readonly<Record<string, string>> = {
  'app.ecwid.com': 'ecwid',
  'api.jortt.nl': 'jortt',
  'app.jortt.nl': 'jortt',
};

const slowestLineMs = 300;

/** The line between the object and the systems: delays, faults, and calls of which nobody knows what became of them. */
export class Network {
  readonly arrivals: Arrival[] = [];
  /** Every call that was sent, whether it arrived or not. */
  readonly sent: Omit<Arrival, 'status'>[] = [];
  readonly #parts: NetworkParts;

  constructor(parts: NetworkParts) {
    this.#parts = parts;
  }

  /** What an object has as `fetch`. */
  fetchOf(life: Life): typeof fetch {
    return (async (request: Request) => {
      // The output gate: a call leaves when everything written before it is durable. Until then the object may die.
      await life.turn();
      this.#parts.storage.flush();
      const answer = await life.wait(this.#carry(request, life));
      await life.turn(this.#delayMs());
      return answer;
    }) as typeof fetch;
  }

  async #carry(request: Request, life: Life): Promise<Response> {
    const { clock, trace } = this.#parts;
    const system = systems[new URL(request.url).host];
    if (system === undefined) throw new Error(`a call to ${request.url}`);
    const sent = `${request.method} ${new URL(request.url).pathname}`;
    this.sent.push({ at: clock.now(), system, line: sent, life: life.number });
    const trouble = await this.#parts.trouble(system, request);
    await Promise.race([clock.sleep(this.#delayMs()), life.ended]);
    const line = () => `${system} ${request.method} ${new URL(request.url).pathname}`;
    // The object died over it: it had left the machine, or it had not.
    if (life.isDead && clock.random() < 0.5) return never();
    switch (trouble?.kind) {
      case undefined:
        return this.#handle(system, request, life);
      case 'lost':
        trace(() => `${line()}: lost`);
        throw new TypeError('fetch failed');
      case 'cut':
        trace(() => `${line()}: cut`);
        await this.#handle(system, request, life);
        throw new TypeError('terminated');
      case 'disowned':
        trace(() => `${line()}: ${nameOf(trouble)}`);
        await this.#handle(system, request, life);
        return new Response(trouble.body, { status: trouble.status });
      case 'unheard':
        trace(() => `${line()}: ${nameOf(trouble)}`);
        await Promise.race([clock.sleep(trouble.ms), life.ended]);
        await this.#handle(system, request, life);
        return never();
      case 'sandbox':
        trace(() => `${line()}: ${nameOf(trouble)}`);
        return this.#faulty(system, request, life, trouble);
    }
  }

  async #faulty(
    system: string,
    request: Request,
    life: Life,
    { rule }: Extract<Trouble, { kind: 'sandbox' }>,
  ): Promise<Response> {
    const { clock } = this.#parts;
    const answer = await faultyAnswer(rule, () => this.#handle(system, request, life), {
      now: () => clock.now(),
      random: () => clock.random(),
      // A call of a dead object is done now or never.
      sleep: (ms) => Promise.race([clock.sleep(ms), life.ended]),
    });
    return answer;
  }

  async #handle(system: string, request: Request, life: Life): Promise<Response> {
    const { clock, sandbox, otherShop, trace } = this.#parts;
    const at = clock.now();
    const paged = this.#paged(request);
    const answer = await (otherShop.has(paged) ? otherShop.handle(paged) : sandbox.handle(system, paged));
    const url = new URL(request.url);
    const line = `${request.method} ${url.pathname}`;
    this.arrivals.push({ at, system, line, status: answer.status, life: life.number });
    trace(() => `${system} ${line}: ${answer.status}`);
    this.#parts.asked();
    return answer;
  }

  /** A shop that gives fewer rows than it was asked for (Ecwid sheet 2.1 promises none). */
  #paged(request: Request): Request {
    const url = new URL(request.url);
    if (!url.searchParams.has('limit')) return request;
    url.searchParams.set('limit', String(this.#parts.pageRows));
    return new Request(url, request);
  }

  #delayMs(): number {
    return whole(() => this.#parts.clock.random(), 1, slowestLineMs);
  }
}
