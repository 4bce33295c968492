import type { CallLog, Exchange } from './recorder.ts';

/**
 * The calls of one search. They go to the record of the task when it has ended, without the rows that were not taken: a
 * search by an address or a name brings other people along.
 */
export class SearchRecorder implements CallLog {
  readonly #whole: CallLog;
  readonly #exchanges: Exchange[] = [];

  constructor(whole: CallLog) {
    this.#whole = whole;
  }

  count(): void {
    this.#whole.count();
  }

  get known(): readonly unknown[] {
    return [...this.#whole.known, ...this.#exchanges.map(({ sent }) => sent)];
  }

  add(exchange: Exchange): void {
    this.#whole.heard(exchange);
    this.#exchanges.push(exchange);
  }

  heard(exchange: Exchange): void {
    this.#whole.heard(exchange);
  }

  /** Ends the search, of which records with these ids were taken. */
  end(ids: ReadonlySet<string>): void {
    for (const exchange of this.#exchanges.splice(0)) {
      const { received } = exchange;
      this.#whole.add(
        received === undefined ? exchange : { ...exchange, received: onlyRowsOf(received, ids) },
      );
    }
  }
}

/** The ids of whatever a search gave: a map, a list, one record or none. */
export function idsOf(found: unknown): Set<string> {
  if (typeof found === 'string') return new Set([found]);
  if (typeof found !== 'object' || found === null) return new Set();
  const { id } = found as { id?: unknown };
  if (typeof id === 'string' || typeof id === 'number') return new Set([String(id)]);
  const parts = found instanceof Map ? [...found.values()] : Object.values(found);
  return new Set(parts.flatMap((part) => [...idsOf(part)]));
}

/** Leaves out of every list in an answer the rows that have none of these ids, and says how many they were. */
function onlyRowsOf(value: unknown, ids: ReadonlySet<string>): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (!Array.isArray(value)) {
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, onlyRowsOf(each, ids)]));
  }
  if (!value.some(isRow)) return value;
  const taken = value.filter((each) => hasId(each, ids));
  const left = value.length - taken.length;
  return left === 0 ? value : [...taken, `… (${left} not taken)`];
}

function isRow(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What systems call the id of a record. Another field may hold the same number: a website's, a group's. */
const idFields = ['id', 'Id', 'entity_id', 'uuid'];

/** The row's own id or, as GraphQL has it, that of its `node`. A row without an id goes by any of its fields. */
function hasId(row: unknown, ids: ReadonlySet<string>): boolean {
  if (typeof row !== 'object' || row === null) return false;
  const fields = Object.entries(row).filter(([, value]) => isScalar(value));
  const named = fields.filter(([name]) => idFields.includes(name));
  const { node } = row as { node?: unknown };
  return (named.length > 0 ? named : fields).some(([, value]) => ids.has(String(value))) || hasId(node, ids);
}

function isScalar(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}
