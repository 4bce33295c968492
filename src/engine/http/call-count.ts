import type { CallLog, Exchange } from './recorder.ts';

/** Calls that nobody looks at later: how many there were, who answered, and what was refused last. Nothing of an answer is kept. */
export class CallCount implements CallLog {
  readonly answered = new Set<string>();
  readonly #refused = new Map<string, Exchange>();
  readonly #sent: unknown[] = [];
  calls = 0;

  count(): void {
    this.calls++;
  }

  add(exchange: Exchange): void {
    this.heard(exchange);
    const { connection, status, sent } = exchange;
    if (sent !== undefined) this.#sent.push(sent);
    if (status !== null && status >= 400 && status < 500) this.#refused.set(connection, exchange);
  }

  heard({ status, connection }: Exchange): void {
    if (status !== null) this.answered.add(connection);
  }

  get known(): readonly unknown[] {
    return this.#sent;
  }

  /** As `Recorder.refusedCall`. */
  refusedCall(connection: string): Exchange | null {
    return this.#refused.get(connection) ?? null;
  }
}
