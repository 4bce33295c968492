import type { Api } from '../../../src/connectors/contract/api.ts';
import type { Change, RecordSource } from '../../../src/connectors/contract/connector.ts';

const overlapMs = 10 * 60_000;

/** Polls as the engine does: windows that overlap, the memory kept with the last page of each. */
export class Polling {
  memory: string | null = null;
  #since: number;

  constructor(
    private readonly api: Api,
    private readonly source: RecordSource<unknown>,
  ) {
    this.#since = api.now().getTime();
  }

  /** Changes since the last poll, or since another time. */
  async poll(since = this.#since): Promise<Change[]> {
    const until = this.api.now();
    const changes: Change[] = [];
    let page: string | null = null;
    do {
      const window = { since: new Date(since - overlapMs), until, page, memory: this.memory };
      const read = await this.source.changedSince(this.api, window);
      changes.push(...read.changes);
      page = read.next;
      if (page === null && read.memory !== undefined) this.memory = read.memory;
    } while (page !== null);
    this.#since = until.getTime();
    return changes;
  }

  /** The keys, each once. */
  async keys(since?: number): Promise<string[]> {
    return [...new Set((await this.poll(since)).map(({ key }) => key))];
  }
}
