/** One request that a system received. Query values may name people, so only their keys are kept. */
export interface Call {
  at: number;
  system: string;
  method: string;
  path: string;
  query: string[];
  status: number;
  fault?: string;
}

interface Counts {
  total: number;
  /** By `METHOD /path/template`. */
  byRoute: Record<string, number>;
  byStatus: Record<string, number>;
}

const kept = 20_000;

/** The calls that the systems received: the last ones in full, all of them as counts. */
export class Calls {
  #entries: Call[] = [];
  #counts = new Map<string, Counts>();

  add(call: Call, template: string): void {
    this.#entries.push(call);
    // Trimmed in bulk: removing one entry per call would copy the whole list each time.
    if (this.#entries.length >= kept * 2) this.#entries = this.#entries.slice(-kept);

    const counts = this.#counts.get(call.system) ?? { total: 0, byRoute: {}, byStatus: {} };
    counts.total += 1;
    increment(counts.byRoute, `${call.method} ${template}`);
    increment(counts.byStatus, String(call.status));
    this.#counts.set(call.system, counts);
  }

  list(system?: string): Call[] {
    return this.#entries.slice(-kept).filter((call) => system === undefined || call.system === system);
  }

  counts(system?: string): Record<string, Counts> {
    return Object.fromEntries([...this.#counts].filter(([id]) => system === undefined || id === system));
  }

  clear(): void {
    this.#entries = [];
    this.#counts.clear();
  }
}

function increment(counts: Record<string, number>, key: string): void {
  counts[key] = (counts[key] ?? 0) + 1;
}
