import type { Api } from '../../src/connectors/contract/api.ts';
import type { Connector, FlowName } from '../../src/connectors/contract/connector.ts';
import type { Source } from '../../src/connectors/contract/source.ts';
import { Connection, type ConnectionParts } from '../../src/engine/connection/connection.ts';
import { RateLimiter } from '../../src/engine/connection/limits/rate-limiter.ts';
import { credentialsPlace } from '../../src/engine/connection/sealed-secrets.ts';
import { Recorder } from '../../src/engine/http/recorder.ts';
import { Seal } from '../../src/engine/privacy/sealing.ts';
import { freshCursor } from '../../src/engine/storage/cursors.ts';
import { migrate } from '../../src/engine/storage/migrations.ts';
import { Stores } from '../../src/engine/storage/stores.ts';
import { pollPage } from '../../src/engine/work/poller.ts';
import { Problem } from '../../src/records/problem.ts';
import { memorySql } from '../support/memory-sql.ts';
import { VirtualClock } from '../support/virtual-clock.ts';

/** One request as it arrived at the system. */
export interface Sent {
  readonly method: string;
  readonly url: URL;
  readonly headers: Headers;
  readonly body: string;
}

/** What a system answers; a thrown error breaks the connection. */
export type Answer = (sent: Sent, number: number) => Response;

/** What was not expected: the test fails by it, as every call does then. */
export function unexpected({ method, url }: Sent): Response {
  return new Response(`${method} ${url.pathname} is not played`, { status: 501 });
}

/**
 * A connection to a system that is declared and not built yet, through all of the engine: its credentials sealed in its
 * storage, its session, tokens, limits and poller, on a clock that a test moves. Nothing is played but the network.
 */
export class DeclaredSystem {
  readonly recorder = new Recorder();
  readonly requests: Sent[] = [];
  readonly connection: Connection;
  answer: Answer = unexpected;

  private constructor(
    readonly stores: Stores,
    readonly clock: VirtualClock,
    parts: Pick<ConnectionParts, 'connector' | 'row' | 'seal'>,
  ) {
    this.connection = new Connection({
      ...parts,
      integration: 'mugs',
      store: stores.connections,
      clock,
      fetch: (request) => this.#fetch(request as Request),
      baseUrls: {},
      limiter: new RateLimiter(parts.connector.limits, clock),
      meet: () => ({ place: parts.row.name, changed: false }),
      placed: () => undefined,
      isCurrent: () => true,
      healthChanged: () => undefined,
    });
  }

  /** Throws a ZodError where the credentials are not as the connector declares them. */
  static async open(
    connector: Connector,
    given: Record<string, string>,
    clock = new VirtualClock(),
  ): Promise<DeclaredSystem> {
    const sql = memorySql();
    migrate(sql);
    const stores = new Stores(sql);
    const seal = await Seal.fromKeys('dGVzdC1rZXktdGVzdC1rZXktdGVzdC1rZXktdGVzdC0=');
    const sealed = await seal.seal(credentialsPlace('mugs', 'shop'), connector.credentials.parse(given));
    stores.connections.put('shop', connector.id, sealed);
    const [row] = stores.connections.all();
    if (row === undefined) throw new Error('the connection was not stored');
    return new DeclaredSystem(stores, clock, { connector, row, seal });
  }

  async #fetch(request: Request): Promise<Response> {
    const { method, headers } = request;
    const sent = { method, url: new URL(request.url), headers, body: await request.text() };
    this.requests.push(sent);
    return this.answer(sent, this.requests.length);
  }

  api(): Promise<Api> {
    return this.connection.api(this.recorder);
  }

  /** Does something with the client, and lets time pass as long as it needs. */
  async with<T>(work: (api: Api) => Promise<T>): Promise<T> {
    return this.clock.settle(this.api().then(work));
  }

  async problemOf(work: (api: Api) => Promise<unknown>): Promise<Problem> {
    const thrown = await this.with(work).catch((error: unknown) => error);
    if (thrown instanceof Problem) return thrown;
    throw new Error(`gave ${JSON.stringify(thrown)}`);
  }

  check() {
    return this.clock.settle(this.connection.check(this.recorder));
  }

  /** Polls one window of changes, to its last page. Returns the keys that became tasks; they are done then. */
  async poll(source: Source<unknown>, flow: FlowName = 'orders'): Promise<string[]> {
    const { cursors, tasks } = this.stores;
    const poll = { flow: `${flow}:shop:books`, source, connection: this.connection, everyMs: 0 };
    if (cursors.get(poll.flow) === null) cursors.put(poll.flow, freshCursor(this.clock.now()));
    do {
      await this.clock.settle(pollPage(poll, this.stores, this.clock));
      const problem = cursors.get(poll.flow)?.problem;
      if (problem) throw new Problem(problem);
    } while (cursors.get(poll.flow)?.until !== null);
    const found = tasks.list({ state: 'queued' }, 1_000).reverse();
    for (const { id } of found) tasks.end(id, 'done', null, this.clock.now());
    return found.map(({ key }) => key);
  }

  /** The last refusal in the system's own words, as the sealed activity has them. */
  said(): string {
    return this.recorder.payload().calls.at(-1)?.said ?? '';
  }

  /** Everything that is kept or told of what was done: storage, records of calls, health. */
  told(): string {
    const tables = this.stores.sql.exec("SELECT name FROM sqlite_master WHERE type = 'table'");
    const rows = tables.map(({ name }) => this.stores.sql.exec(`SELECT * FROM ${name}`));
    return JSON.stringify([rows, this.recorder.payload(), this.connection.health.current]);
  }
}

/** Answers by the path: the first whose pattern fits. What none fits is answered as a fault. */
export function routes(table: Readonly<Record<string, (sent: Sent) => unknown>>): Answer {
  return (sent) => {
    const route = `${sent.method} ${sent.url.pathname}`;
    const found = Object.entries(table).find(([pattern]) => new RegExp(`^${pattern}$`).test(route));
    if (found === undefined) return unexpected(sent);
    const given = found[1](sent);
    return given instanceof Response ? given : Response.json(given);
  };
}

/** The query of a request. */
export function queryOf({ url }: Sent): Record<string, string> {
  return Object.fromEntries(url.searchParams);
}
