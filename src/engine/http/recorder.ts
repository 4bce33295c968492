/** One call as the activity shows it. It holds personal data: it leaves the recorder sealed only. */
export interface Exchange {
  readonly connection: string;
  readonly method: string;
  readonly path: string;
  /** Null when no answer came. */
  readonly status: number | null;
  readonly sent?: unknown;
  readonly received?: unknown;
}

/** What a record of activity may hold in all; longer answers are cut. */
const maxCharacters = 20_000;

/** Collects what one task read and wrote. */
export class Recorder {
  readonly #exchanges: Exchange[] = [];
  readonly #kept: Record<string, unknown> = {};
  readonly #keptOut: unknown[] = [];
  /** Connections that answered, whatever they said. */
  readonly answered = new Set<string>();
  /** Whose data it holds, by the keyed fingerprint of the e-mail address. */
  person: string | null = null;
  calls = 0;

  add(exchange: Exchange): void {
    if (exchange.status !== null) this.answered.add(exchange.connection);
    this.#exchanges.push({ ...exchange, received: cut(exchange.received) });
  }

  keep(name: string, value: unknown): void {
    this.#kept[name] = value;
  }

  /** Texts anywhere in this value are not told again when a system's own words repeat them: those of a person. */
  keepOut(value: unknown): void {
    this.#keptOut.push(value);
  }

  /** What a system's own words may repeat of what the task knows: not only what one call sent. */
  get known(): readonly unknown[] {
    return [...this.#keptOut, ...this.#exchanges.map(({ sent }) => sent)];
  }

  payload(): { calls: readonly Exchange[] } & Record<string, unknown> {
    return { ...this.#kept, calls: this.#exchanges };
  }
}

function cut(value: unknown): unknown {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (text === undefined || text.length <= maxCharacters) return value;
  return `${text.slice(0, maxCharacters)}… (${text.length} characters)`;
}
