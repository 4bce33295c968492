import { faultyAnswer } from '../../../sandbox/kit/faults/faulty-answer.ts';
import { whole } from '../../../sandbox/kit/random.ts';
import { hosts } from '../../support/systems.ts';
import type { VirtualClock } from '../../support/virtual-clock.ts';
import type { Trace } from '../trace.ts';
import { callLine } from './call-line.ts';
import { nameOf, type Trouble } from './faults.ts';
import { type Life, never } from './life.ts';

/** A call as it arrived at its system. */
export interface Arrival {
  readonly sentAt: number;
  readonly at: number;
  readonly system: string;
  readonly line: string;
  /** What the system itself answered; null when something else did. */
  readonly status: number | null;
  readonly life: number;
}

/** A call on its way. `sentAt`: when it left. */
export interface Call extends Pick<Arrival, 'sentAt' | 'system' | 'line'> {
  readonly request: Request;
}

interface LivingCall extends Call {
  readonly life: Life;
}

interface NetworkParts {
  readonly clock: VirtualClock;
  /** Does a call in the system that it is for. */
  readonly handle: (call: Call) => Promise<Response>;
  readonly trace: Trace;
  /** What happens to this call; null when all goes well. */
  readonly trouble: (call: Call) => Promise<Trouble | null>;
  /** How many rows a list of the shop gives at once. */
  readonly pageRows: number;
  /** A system was asked something, and may have something to do now. */
  readonly asked: () => void;
}

const systems: Readonly<Record<string, string>> = hosts;

/** Which of the systems a call is for. */
export function systemAt({ url }: Request): string | undefined {
  return systems[new URL(url).host];
}

const slowestLineMs = 300;

/** The line between the object and the systems: delays, faults, and calls of which nobody knows what became of them. */
export class Network {
  readonly arrivals: Arrival[] = [];
  /** Every call that was sent, whether it arrived or not. */
  readonly sent: Omit<Arrival, 'status' | 'sentAt'>[] = [];
  /** Calls that their system is still at work on, though nobody waits for them any more. */
  lateCalls = 0;
  readonly #parts: NetworkParts;

  constructor(parts: NetworkParts) {
    this.#parts = parts;
  }

  /** What an object has as `fetch`. */
  fetchOf(life: Life): typeof fetch {
    return (async (request: Request) => {
      // The output gate: a call leaves when everything written before it is durable. Until then the object may die.
      await life.turn();
      life.flush();
      const answer = await life.wait(this.#carry(request, life));
      await life.turn(this.#delayMs());
      return answer;
    }) as typeof fetch;
  }

  async #carry(request: Request, life: Life): Promise<Response> {
    const { clock, trace } = this.#parts;
    const system = systemAt(request);
    if (system === undefined) throw new Error(`a call to ${request.url}`);
    const call: LivingCall = { sentAt: clock.now(), system, line: await callLine(request), request, life };
    this.sent.push({ at: call.sentAt, system, line: call.line, life: life.number });
    const trouble = await this.#parts.trouble(call);
    await Promise.race([clock.sleep(this.#delayMs()), life.ended]);
    // The object died over it: it had left the machine, or it had not.
    if (life.isDead && clock.random() < 0.5) return never();
    if (trouble !== null) trace(() => `${system} ${call.line}: ${nameOf(trouble)}`);
    switch (trouble?.kind) {
      case undefined:
        return this.#handle(call);
      case 'lost':
        throw new TypeError('fetch failed');
      case 'cut':
        await this.#handle(call);
        throw new TypeError('terminated');
      case 'disowned':
        await this.#handle(call);
        return new Response(trouble.body, { status: trouble.status });
      case 'unheard':
        await Promise.race([clock.sleep(trouble.ms), life.ended]);
        await this.#handle(call);
        return never();
      case 'late':
        this.#handleLate(call, trouble.ms);
        return trouble.status === null ? never() : new Response('', { status: trouble.status });
      case 'sandbox':
        return this.#faulty(call, trouble);
    }
  }

  /** It has left the object: whether that lives on or dies changes nothing. */
  #handleLate(call: LivingCall, ms: number): void {
    this.lateCalls++;
    this.#parts.clock.timer(ms, () => {
      void this.#handle(call).finally(() => {
        this.lateCalls--;
      });
    });
  }

  #faulty(call: LivingCall, { rule }: Extract<Trouble, { kind: 'sandbox' }>): Promise<Response> {
    const { clock } = this.#parts;
    return faultyAnswer(rule, () => this.#handle(call), {
      now: () => clock.now(),
      random: () => clock.random(),
      // A call of a dead object is done now or never.
      sleep: (ms) => Promise.race([clock.sleep(ms), call.life.ended]),
    });
  }

  async #handle({ life, ...call }: LivingCall): Promise<Response> {
    const { clock, handle, trace } = this.#parts;
    const at = clock.now();
    const { sentAt, system, line } = call;
    const answer = await handle({ ...call, request: this.#paged(call.request) });
    this.arrivals.push({ sentAt, at, system, line, status: answer.status, life: life.number });
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
