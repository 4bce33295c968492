import { type FaultRule, faultRule } from '../../sandbox/kit/faults/faults.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';

/** A request on its way out of Koppel. */
export interface OutgoingCall {
  /** From 1, since the log was last cleared. */
  readonly number: number;
  readonly system: string;
  readonly method: string;
  readonly path: string;
  readonly body: string;
}

type Interceptor = (call: OutgoingCall, answer: () => Promise<Response>) => Promise<Response>;
type FaultRuleInput = Partial<FaultRule> & Pick<FaultRule, 'system' | 'kind'>;

const passOn: Interceptor = (_call, answer) => answer();

/** The way out of Koppel to the sandbox's systems: what was called, and what a test wants to do about it. */
export class Outgoing {
  calls: OutgoingCall[] = [];
  /** How many calls of a system were under way at once, at the most. */
  maxUnderWay: Record<string, number> = {};
  intercept: Interceptor = passOn;
  #underWay: Record<string, number> = {};
  readonly #sandbox: Sandbox;

  constructor(sandbox: Sandbox) {
    this.#sandbox = sandbox;
  }

  async answer(system: string, request: Request): Promise<Response> {
    const body = new TextDecoder().decode(await request.clone().arrayBuffer());
    const { pathname: path } = new URL(request.url);
    const call = { number: this.calls.length + 1, system, method: request.method, path, body };
    this.calls.push(call);
    const underWay = (this.#underWay[system] ?? 0) + 1;
    this.#underWay[system] = underWay;
    this.maxUnderWay[system] = Math.max(this.maxUnderWay[system] ?? 0, underWay);
    try {
      return await this.intercept(call, () => this.#sandbox.handle(system, request));
    } finally {
      this.#underWay[system] = (this.#underWay[system] ?? 1) - 1;
    }
  }

  /** Forgets what was called. */
  clear(): void {
    this.calls = [];
    this.maxUnderWay = {};
  }

  passOn(): void {
    this.intercept = passOn;
  }

  /** As at the start: nothing called, nothing intercepted. */
  reset(): void {
    this.clear();
    this.passOn();
    this.#underWay = {};
  }

  count(method: string, path: RegExp): number {
    return this.calls.filter((call) => call.method === method && path.test(call.path)).length;
  }

  /** Several of one kind stand in a row: each call takes one. */
  fault(...rules: FaultRuleInput[]): void {
    for (const rule of rules) this.#sandbox.faults.add(faultRule.parse(rule));
  }

  clearFaults(): void {
    this.#sandbox.faults.clear();
  }
}
