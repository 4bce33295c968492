import { rejected } from '../../records/problem.ts';
import { emailsIn } from '../privacy/email-mention.ts';

/** One call as the activity shows it. It holds personal data: it leaves the recorder sealed only. */
export interface Exchange {
  readonly connection: string;
  readonly method: string;
  readonly path: string;
  /** A POST that only asks. */
  readonly reads?: true;
  /** Null when no answer came. */
  readonly status: number | null;
  readonly sent?: unknown;
  readonly received?: unknown;
  /** A refusal in the system's own words. */
  readonly said?: string;
}

/** What a task read and wrote, as it is kept. */
type Payload = { readonly calls: readonly Exchange[] } & Record<string, unknown>;

/**
 * What each answer and each sent body may hold in a record of activity, all of them together, and each thing that a flow
 * keeps; longer ones are cut. The whole fits into one row (Cloudflare: 2 MB), also in letters of three bytes, and sealed.
 */
const maxCharacters = 20_000;
const maxOfCalls = 300_000;
const maxKept = 60_000;
const maxAddresses = 1_000;

/** Where calls are written down. */
export interface CallLog {
  /** Counts a call that is about to be made. Throws `too_many_calls` instead of letting it be made. */
  count(): void;
  add(exchange: Exchange): void;
  /** A connection answered, whatever it said, before the exchange is added. */
  heard(exchange: Exchange): void;
  /** What a system's answer may repeat of what the task knows: not only what one call sent. */
  readonly known: readonly unknown[];
}

/** Collects what one task read and wrote, and counts what it calls. */
export class Recorder implements CallLog {
  readonly #exchanges: Exchange[] = [];
  readonly #kept: Record<string, unknown> = {};
  readonly #keptOut: unknown[] = [];
  readonly #addresses = new Set<string>();
  /** Connections that answered, whatever they said. */
  readonly answered = new Set<string>();
  /** Whose data it holds, by the keyed fingerprint of the e-mail address. */
  emailFingerprint: string | null = null;
  calls = 0;

  /** `maxCalls`: no task needs more; one that does goes round in circles, or its record is beyond what can be done. */
  constructor(private readonly maxCalls = Number.POSITIVE_INFINITY) {}

  count(): void {
    if (this.calls >= this.maxCalls) throw rejected('too_many_calls', { calls: this.calls });
    this.calls++;
  }

  /** Whether any of the calls may have changed something. */
  get wrote(): boolean {
    return this.#exchanges.some(({ method, reads }) => method !== 'GET' && !reads);
  }

  /** The last call that this connection refused, by its status; null when there was none. */
  refusedCall(connection: string): Exchange | null {
    const refused = ({ status }: Exchange) => status !== null && status >= 400 && status < 500;
    return this.#exchanges.findLast((each) => each.connection === connection && refused(each)) ?? null;
  }

  add(exchange: Exchange): void {
    this.heard(exchange);
    this.#note(exchange);
    this.#exchanges.push({ ...exchange, received: cut(exchange.received, maxCharacters) });
  }

  heard({ status, connection }: Exchange): void {
    if (status !== null) this.answered.add(connection);
  }

  keep(name: string, value: unknown): void {
    this.#note(value);
    this.#kept[name] = value;
  }

  /** Keeps the e-mail addresses of a value, which may be cut: who is cut off is erased with what is left of it. */
  #note(value: unknown): void {
    for (const address of emailsIn(JSON.stringify(value) ?? '')) {
      if (this.#addresses.size < maxAddresses) this.#addresses.add(address);
    }
  }

  /** Texts anywhere in this value are not told again when a system's own words repeat them: those of a person. */
  keepOut(value: unknown): void {
    this.#keptOut.push(value);
  }

  /** What a system's own words may repeat of what the task knows: not only what one call sent. */
  get known(): readonly unknown[] {
    return [...this.#keptOut, ...this.#exchanges.map(({ sent }) => sent)];
  }

  /** What was read and written, in so many bytes of JSON at most: what is longer is cut and says so. */
  payload(maxBytes = Number.POSITIVE_INFINITY): Payload {
    const addresses = this.#addresses.size === 0 ? {} : { addresses: [...this.#addresses] };
    for (const share of [1, 1 / 4, 1 / 16, 1 / 64]) {
      const payload = { ...this.#payload(share), ...addresses };
      if (bytesOf(payload) <= maxBytes) return payload;
    }
    return { calls: [], cut: `${this.#exchanges.length} calls`, ...addresses };
  }

  #payload(share: number): Payload {
    const maxOfCall = Math.floor((maxOfCalls * share) / (2 * this.#exchanges.length));
    const max = Math.min(maxCharacters * share, maxOfCall);
    const kept = Object.entries(this.#kept).map(([name, value]) => [name, cut(value, maxKept * share)]);
    return {
      ...Object.fromEntries(kept),
      calls: this.#exchanges.map((exchange) => ({
        ...exchange,
        path: String(cut(exchange.path, maxCharacters * share)),
        ...('sent' in exchange ? { sent: cut(exchange.sent, max) } : {}),
        // What was cut once says so.
        ...(max < maxCharacters ? { received: cut(exchange.received, max) } : {}),
      })),
    };
  }
}

function bytesOf(value: unknown): number {
  return new TextEncoder().encode(JSON.stringify(value)).length;
}

function cut(value: unknown, max: number): unknown {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (text === undefined || text.length <= max) return value;
  return `${text.slice(0, max)}… (${text.length} characters)`;
}
