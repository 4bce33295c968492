import { readFileSync } from 'node:fs';
import { seededRandom } from '../../../sandbox/kit/random.ts';
import { Sandbox } from '../../../sandbox/sandbox.ts';
import { noIdCache } from '../../../src/engine/connection/id-cache.ts';
import { Integration } from '../../../src/engine/integration.ts';
import { Seal } from '../../../src/engine/privacy/sealing.ts';
import type { Row, Sql } from '../../../src/engine/storage/sql.ts';
import { hookOf } from '../../support/hook-of.ts';
import { memorySql } from '../../support/memory-sql.ts';
import { hosts } from '../../support/systems.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';
import { type Entities, holding } from './landed-world.ts';

/** What test/fixtures/landed/README.md describes. */
interface Dump {
  readonly integration: string;
  readonly at: string;
  readonly encryptionKey: string;
  readonly statements: readonly string[];
  /** Last ids of the tables that count on, by table: rows that were tidied away had ids too. */
  readonly sequences: Readonly<Record<string, number>>;
  readonly tables: Readonly<Record<string, readonly Row[]>>;
  readonly world: Readonly<Record<string, { readonly settings: object } & Entities>>;
}

interface Call {
  /** `POST jortt /v3/invoices`. */
  readonly call: string;
  readonly query: string;
  readonly body: string;
}

/** An integration that goes on with what an earlier version stored, among the systems as they were left. */
export class Landed {
  readonly sql: Sql;
  readonly clock: VirtualClock;
  readonly sandbox: Sandbox;
  readonly calls: Call[] = [];
  /** What channels were told: `email problem refused`. */
  readonly told: string[] = [];
  #integration: Integration | null = null;

  private constructor(readonly dump: Dump) {
    this.sql = stored(dump);
    const clock = new VirtualClock(Date.parse(dump.at));
    this.clock = clock;
    this.sandbox = new Sandbox(
      { now: () => clock.now(), random: seededRandom(5), sleep: (ms) => clock.sleep(ms) },
      (hook) => this.#accept(hook),
    );
    for (const [system, { settings, ...entities }] of Object.entries(dump.world)) {
      const standIn = this.sandbox.standIn(system);
      standIn?.reset(false);
      standIn?.change(settings);
      standIn?.restore(holding(standIn.snapshot(), entities));
    }
  }

  /** Opens the dump of this name as a new version does when it is first woken. */
  static async open(name: string): Promise<Landed> {
    const file = `test/fixtures/landed/${name}.json`;
    const landed = new Landed(JSON.parse(readFileSync(file, 'utf8')) as Dump);
    const channel = (name: 'webhook' | 'email') => ({
      name,
      send: async ({ kind, code }: { kind: string; code: string }) =>
        void landed.told.push(`${name} ${kind} ${code}`),
    });
    landed.#integration = await Integration.open({
      id: landed.dump.integration,
      sql: landed.sql,
      seal: await Seal.fromKeys(landed.dump.encryptionKey, undefined),
      clock: landed.clock,
      fetch: ((request: Request) => landed.#fetch(request)) as typeof fetch,
      baseUrls: {},
      log: { info: () => undefined, error: () => undefined },
      idCache: noIdCache,
      batches: { send: async () => undefined },
      alerts: [channel('webhook'), channel('email')],
    });
    return landed;
  }

  get integration(): Integration {
    if (this.#integration) return this.#integration;
    throw new Error('not open');
  }

  /** Lets this much time pass; alarms and webhooks come when they are due. */
  async live(ms: number): Promise<void> {
    const until = this.clock.now() + ms;
    for (let turn = 0; turn < 2_000; turn++) {
      const moments = [this.integration.nextWakeAt(), this.sandbox.nextDueAt()].filter((at) => at !== null);
      const next = Math.min(...moments);
      if (next > until) return this.clock.advance(Math.max(0, until - this.clock.now()));
      await this.clock.advance(Math.max(0, next - this.clock.now()));
      await this.clock.settle(this.sandbox.runDue());
      const worked = await this.clock.settle(this.integration.run({ calls: 45, ms: 60_000 }));
      await this.clock.settle(this.integration.tell() ?? Promise.resolve());
      if (!worked) await this.clock.advance(1_000);
    }
    throw new Error('It never comes to rest.');
  }

  /** A lever of the sandbox. */
  async control(system: string, method: string, path: string, body: unknown): Promise<unknown> {
    const control = this.sandbox.standIn(system)?.control();
    const response = await control?.request(path, { method, body: JSON.stringify(body) });
    if (!response?.ok) throw new Error(`${method} ${path}: ${response?.status}`);
    return response.status === 204 ? null : response.json();
  }

  /** Rows of a table as they are now. */
  rows(table: string): Row[] {
    return this.sql.exec(`SELECT * FROM ${table}`);
  }

  /** Bodies of these calls, oldest first. */
  sent(call: string): Record<string, unknown>[] {
    return this.calls.filter((each) => each.call === call).map(({ body }) => JSON.parse(body));
  }

  async #accept(hook: Request): Promise<Response> {
    const { kind } = await this.integration.accept('shop', await hookOf(hook));
    return new Response(null, { status: kind === 'stored' ? 200 : 500 });
  }

  async #fetch(request: Request): Promise<Response> {
    const { hostname, pathname, search } = new URL(request.url);
    const system = (hosts as Record<string, string>)[hostname] ?? '';
    const body = request.body === null ? '' : await request.clone().text();
    this.calls.push({ call: `${request.method} ${system} ${pathname}`, query: search, body });
    return this.sandbox.handle(system, request);
  }
}

/** The tables with their rows, before any migration of today. */
function stored({ statements, tables, sequences }: Dump): Sql {
  const sql = memorySql();
  for (const statement of statements) sql.exec(statement);
  for (const [table, rows] of Object.entries(tables)) {
    for (const row of rows) {
      const marks = Object.keys(row).map(() => '?');
      sql.exec(
        `INSERT INTO ${table} (${Object.keys(row).join(', ')}) VALUES (${marks.join(', ')})`,
        ...Object.values(row),
      );
    }
  }
  for (const [table, last] of Object.entries(sequences)) {
    sql.exec('UPDATE sqlite_sequence SET seq = ? WHERE name = ?', last, table);
  }
  return sql;
}
