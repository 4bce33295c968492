import type { Api } from '../../../src/connectors/contract/api.ts';
import type { FlowName } from '../../../src/connectors/contract/connector.ts';
import type { Source } from '../../../src/connectors/contract/source.ts';
import type { Clock } from '../../../src/engine/clock.ts';
import type { Connection } from '../../../src/engine/connection/connection.ts';
import { freshCursor } from '../../../src/engine/storage/cursors.ts';
import { migrate } from '../../../src/engine/storage/migrations.ts';
import { Stores } from '../../../src/engine/storage/stores.ts';
import type { TaskRow } from '../../../src/engine/storage/task-row.ts';
import { pollPage } from '../../../src/engine/work/poller.ts';
import { memorySql } from '../../support/memory-sql.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';

/** A source's changes as the engine finds them: polled by its poller, compared in its tables. */
export class Polling {
  readonly sql = memorySql();
  readonly stores: Stores;
  readonly flow: string;

  constructor(
    private readonly api: Api,
    private readonly source: Source<unknown>,
    flow: FlowName,
  ) {
    migrate(this.sql);
    this.stores = new Stores(this.sql);
    this.flow = `${flow}:books:shop`;
    this.stores.cursors.put(this.flow, freshCursor(api.now().getTime()));
  }

  /** Reads one window, of what changed since the last one or since another time. Returns the tasks that came of it; they are done then. */
  async poll(since?: number): Promise<TaskRow[]> {
    const { cursors, tasks } = this.stores;
    if (since !== undefined) {
      const round = cursors.get(this.flow)?.round ?? null;
      cursors.put(this.flow, { ...freshCursor(since), round, asked: true });
    }
    do await this.page();
    while (cursors.get(this.flow)?.until !== null);
    const found = tasks.list({ state: 'queued' }, 20_000).reverse();
    for (const { id } of found) tasks.end(id, 'done', null, 0);
    return found;
  }

  /** The records that became tasks. */
  async keys(since?: number): Promise<string[]> {
    return (await this.poll(since)).map(({ key }) => key);
  }

  /** Tasks are kept for some weeks; without them no version is known. */
  forgetTasks(): void {
    this.sql.exec('DELETE FROM tasks');
  }

  versions(): (string | null)[] {
    return this.sql
      .exec('SELECT version FROM tasks ORDER BY id')
      .map(({ version }) => (version === null ? null : String(version)));
  }

  /** One page of a window. Throws what the poller took note of. */
  async page(): Promise<void> {
    const connection = {
      api: async () => this.api,
      health: { worked: () => undefined, failed: () => undefined },
      named: (problem: unknown) => problem,
    } as unknown as Connection;
    const clock: Clock = Object.assign(new VirtualClock(), { now: () => this.api.now().getTime() });
    const { flow, source } = this;
    await pollPage({ flow, source, connection, everyMs: 0 }, this.stores, clock);
    const problem = this.stores.cursors.get(this.flow)?.problem;
    if (problem) throw problem;
  }
}
