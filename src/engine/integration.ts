import type { Account, Hook } from '../connectors/connector.ts';
import { connectorById } from '../connectors/registry.ts';
import type { Preview } from '../flows/flow.ts';
import { flowByName } from '../flows/registry.ts';
import { emailKey } from '../records/customer.ts';
import { asProblem, Problem } from '../records/problem.ts';
import { conflict, notFound } from './api-error.ts';
import type { BaseUrls } from './base-url.ts';
import type { Clock } from './clock.ts';
import {
  flowId,
  type IntegrationDocument,
  integrationDocument,
  pollEveryMs,
  readConfiguration,
} from './configuration.ts';
import { Connection, credentialsPlace } from './connection.ts';
import { Exclusive } from './exclusive.ts';
import type { Log } from './log.ts';
import { freshCursor, type Poll } from './poller.ts';
import { Recorder } from './recorder.ts';
import { integrationProblems, progressOf, visibleDocument } from './reporting.ts';
import { type RunBudget, Runner, type Running } from './runner.ts';
import { Fingerprints, type Seal } from './sealing.ts';
import type { ActivityFilter } from './store/activity.ts';
import { hasTables, migrate } from './store/migrations.ts';
import type { Sql } from './store/sql.ts';
import { Stores } from './store/stores.ts';
import type { TaskState } from './store/tasks.ts';
import { activityPlace, flowContext, type TaskParts } from './task-runner.ts';
import {
  type ActivityView,
  activityView,
  type IntegrationState,
  type IntegrationView,
  type Page,
  type ProblemView,
  page,
  problemView,
  type Summary,
  type TaskView,
  type TransferView,
  taskView,
  timestamp,
} from './views.ts';

export interface IntegrationParts {
  readonly id: string;
  readonly sql: Sql;
  readonly seal: Seal;
  readonly clock: Clock;
  readonly fetch: typeof fetch;
  readonly baseUrls: BaseUrls;
  readonly log: Log;
}

export type HookOutcome =
  | { readonly kind: 'stored' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'unsigned' }
  | { readonly kind: 'unreadable'; readonly reason: string };

export interface CheckResult {
  readonly connection: string;
  readonly ok: boolean;
  readonly account: Account | null;
  readonly problem: ProblemView | null;
}

const dayMs = 24 * 3_600_000;
/** A delivery is remembered for longer than any system repeats one (Ecwid sheet 10.1: 24 hours). */
const hooksLiveMs = 4 * dayMs;
const countersLiveDays = 90;
const shownDays = 14;

/**
 * One integration: two connections, the flows between them, and everything that is kept of their work. Plain
 * TypeScript: its storage, its clock and its way out are handed in. The Durable Object gives it life.
 */
export class Integration {
  readonly #parts: IntegrationParts;
  readonly #stores: Stores;
  readonly #runner: Runner;
  readonly #exclusive = new Exclusive();
  #fingerprints: Fingerprints | null = null;
  #document: IntegrationDocument | null = null;
  #running: Running | null = null;
  #crashed = false;

  private constructor(parts: IntegrationParts) {
    this.#parts = parts;
    this.#stores = new Stores(parts.sql);
    this.#runner = new Runner(this.#stores, parts.clock);
  }

  /** Opens what is stored. An integration that was never configured stores nothing. */
  static async open(parts: IntegrationParts): Promise<Integration> {
    const integration = new Integration(parts);
    if (hasTables(parts.sql)) await integration.#load();
    return integration;
  }

  get exists(): boolean {
    return this.#document !== null;
  }

  async #load(): Promise<void> {
    migrate(this.#parts.sql);
    const text = this.#stores.meta.get('document');
    if (text === null) return;
    this.#document = integrationDocument.parse(JSON.parse(text));
    this.#fingerprints = await this.#openFingerprints();
    this.#crashed = this.#stores.tasks.recover(this.#parts.clock.now()) > 0;
    this.#start();
  }

  /** The key of the fingerprints is the integration's own, so that ENCRYPTION_KEY can be rotated under it. */
  async #openFingerprints(): Promise<Fingerprints> {
    const { seal, id } = this.#parts;
    const place = `${id}/fingerprints`;
    const stored = this.#stores.meta.get('fingerprints');
    if (stored !== null) {
      try {
        const secret = String(await seal.open(place, stored));
        if (seal.isStale(stored)) this.#stores.meta.set('fingerprints', await seal.seal(place, secret));
        return await Fingerprints.fromSecret(secret);
      } catch (error) {
        // Without the key customers are found by e-mail address again: it costs calls, nothing else.
        this.#parts.log.error('fingerprints_lost', {}, error);
      }
    }
    const secret = Fingerprints.newSecret();
    this.#stores.meta.set('fingerprints', await seal.seal(place, secret));
    return Fingerprints.fromSecret(secret);
  }

  /** Brings connections and flows to work as the document says. */
  #start(): void {
    const document = this.#requireDocument();
    const { id, seal, clock, fetch, baseUrls, log } = this.#parts;
    const connections = this.#stores.connections.all().flatMap((row) => {
      const connector = connectorById(row.connector);
      if (!connector) return [];
      return new Connection({
        integration: id,
        row,
        connector,
        store: this.#stores.connections,
        seal,
        clock,
        fetch,
        baseUrls,
        afterCrash: this.#crashed,
        healthChanged: ({ name, health }) =>
          log.info('connection', {
            connection: name,
            state: health.current?.state ?? 'ok',
            code: health.current?.problem.code ?? null,
          }),
      });
    });
    const byName = new Map(connections.map((connection) => [connection.name, connection]));
    const flows = new Map<string, Omit<TaskParts, 'stores' | 'clock'>>();
    const polls: Poll[] = [];
    for (const flow of document.flows) {
      const from = byName.get(flow.from);
      const to = byName.get(flow.to);
      const definition = flowByName(flow.flow);
      const fingerprints = this.#fingerprints;
      if (!from || !to || !definition || !fingerprints) continue;
      const flowKey = flowId(flow);
      flows.set(flowKey, {
        integration: id,
        flow: { ...flow, settings: definition.settings.parse(flow.settings) as Record<string, unknown> },
        definition,
        from,
        to,
        seal,
        fingerprints,
        exclusive: this.#exclusive,
        retentionDays: document.retentionDays,
        log,
      });
      const source = definition.source(from.connector);
      if (source && flow.enabled) {
        polls.push({ flow: flowKey, source, connection: from, everyMs: pollEveryMs(flow, from.connector) });
      }
    }
    this.#running = { connections, polls, flows, paused: this.state === 'paused' };
  }

  /** Takes a new document. Secrets that it leaves out stay as they are; new credentials wake what waits for them. */
  async configure(input: unknown): Promise<IntegrationView> {
    const { seal, id, clock } = this.#parts;
    const known = await this.#knownCredentials();
    const { document, credentials } = readConfiguration(
      input,
      (name, connector) =>
        (known.get(name)?.connector === connector ? known.get(name)?.credentials : undefined) ?? {},
    );
    const changed = new Map<string, string>();
    for (const [name, values] of Object.entries(credentials)) {
      const before = known.get(name);
      const same =
        before?.connector === document.connections[name]?.connector &&
        JSON.stringify(before?.credentials) === JSON.stringify(values);
      if (!same) changed.set(name, await seal.seal(credentialsPlace(id, name), values));
    }
    migrate(this.#parts.sql);
    this.#fingerprints ??= await this.#openFingerprints();
    this.#parts.sql.transaction(() => {
      for (const [name, sealed] of changed) {
        this.#stores.connections.put(name, document.connections[name]?.connector ?? '', sealed);
      }
      this.#stores.connections.deleteExcept(Object.keys(document.connections));
      for (const flow of document.flows) {
        if (!this.#stores.cursors.get(flowId(flow)))
          this.#stores.cursors.put(flowId(flow), freshCursor(clock.now()));
      }
      this.#stores.meta.set('document', JSON.stringify(visibleDocument(document, credentials)));
    });
    this.#document = visibleDocument(document, credentials);
    this.#start();
    const running = this.#requireRunning();
    for (const connection of running.connections) {
      if (changed.has(connection.name)) this.#runner.release(connection, running);
    }
    return this.view();
  }

  async #knownCredentials() {
    const known = new Map<string, { connector: string; credentials: Record<string, string> }>();
    for (const connection of this.#running?.connections ?? []) {
      try {
        known.set(connection.name, {
          connector: connection.connector.id,
          credentials: await connection.credentials(),
        });
      } catch (error) {
        // A secret that cannot be opened is entered anew: what is missing is named by the check.
        if (!(error instanceof Problem)) throw error;
      }
    }
    return known;
  }

  get state(): IntegrationState {
    return this.#stores.meta.get('state') === 'paused' ? 'paused' : 'active';
  }

  setState(state: IntegrationState): void {
    this.#requireDocument();
    this.#stores.meta.set('state', state);
    this.#start();
  }

  /** Verifies a webhook and stores its changes as tasks. Nothing is stored of one that is not taken. */
  async accept(connectionName: string, hook: Hook): Promise<HookOutcome> {
    const running = this.#running;
    const connection = running?.connections.find(({ name }) => name === connectionName);
    const webhook = connection?.connector.webhook;
    if (!running || !connection || !webhook) return { kind: 'unknown' };
    const reading = await webhook.receive(await connection.credentials(), hook);
    if (reading.kind !== 'changes') return reading;
    const now = this.#parts.clock.now();
    this.#parts.sql.transaction(() => {
      if (reading.id !== null && !this.#stores.hooks.take(`${connectionName}:${reading.id}`, now)) return;
      for (const [
        flow,
        {
          from,
          definition,
          flow: { enabled },
        },
      ] of running.flows) {
        if (from !== connection || !enabled) continue;
        for (const change of reading.changes) {
          if (change.flow === definition.name)
            this.#stores.tasks.add(flow, change.key, change.version ?? null, now);
        }
      }
    });
    return { kind: 'stored' };
  }

  async run(budget: RunBudget): Promise<void> {
    if (this.#running) await this.#runner.run(this.#running, budget);
  }

  nextWakeAt(): number | null {
    return this.#running && this.#runner.nextWakeAt(this.#running);
  }

  /** Deletes what has outlived its retention. */
  tidy(): void {
    if (!this.#document) return;
    const now = this.#parts.clock.now();
    const kept = now - this.#document.retentionDays * dayMs;
    this.#stores.activity.deleteBefore(kept);
    this.#stores.tasks.deleteEndedBefore(Math.min(kept, now - dayMs));
    this.#stores.hooks.deleteBefore(now - hooksLiveMs);
    this.#stores.counters.deleteBefore(timestamp(now - countersLiveDays * dayMs).slice(0, 10));
  }

  /** Tries both connections. */
  async check(): Promise<CheckResult[]> {
    const running = this.#requireRunning();
    return Promise.all(
      running.connections.map(async (connection) => {
        const { name } = connection;
        try {
          const account = await connection.check();
          this.#runner.release(connection, running);
          return { connection: name, ok: true, account, problem: null };
        } catch (error) {
          return {
            connection: name,
            ok: false,
            account: null,
            problem: problemView(asProblem(error).toData()),
          };
        }
      }),
    );
  }

  /** What would be written for a record. Writes nothing, in either system or here. */
  async preview(flow: string, key: string): Promise<Preview> {
    const parts = this.#flowParts(flow);
    for (const connection of [parts.from, parts.to])
      if (connection.account === null) await connection.check();
    const full = { ...parts, stores: this.#stores, clock: this.#parts.clock };
    const context = await flowContext(0, key, full, new Recorder());
    const refuse = () => {
      throw new Error('A preview writes nothing.');
    };
    return parts.definition.preview({
      ...context,
      links: { ...context.links, put: refuse, forget: refuse },
      steps: { ...context.steps, intend: refuse, finish: refuse, forget: refuse },
    });
  }

  /** Now, for some records; or everything changed since a moment, resumable and shown in the progress. */
  sync(
    flow: string,
    request: { keys?: readonly string[] | undefined; since?: string | undefined },
  ): { queued: number } {
    const id = flowId(this.#flowParts(flow).flow);
    const now = this.#parts.clock.now();
    const keys = request.keys ?? [];
    for (const key of keys) this.#stores.tasks.add(id, key, null, now);
    if (request.since !== undefined || keys.length === 0) {
      const cursor = this.#stores.cursors.get(id) ?? freshCursor(now);
      const since = request.since === undefined ? cursor.since : Date.parse(request.since);
      this.#stores.cursors.put(id, { ...freshCursor(now), since });
    }
    return { queued: keys.length };
  }

  /** Finds the flow by its full id (`orders:shop:books`) or, where only one has it, by its name. */
  #flowParts(flow: string) {
    const flows = [...this.#requireRunning().flows];
    const found = flows.filter(([id, { definition }]) => id === flow || definition.name === flow);
    if (found.length > 1) {
      throw conflict(
        'flow_ambiguous',
        `There are ${found.length} flows "${flow}"; name one as flow:from:to.`,
      );
    }
    if (!found[0]) throw notFound('flow');
    return found[0][1];
  }

  tasks(state: TaskState | null, flow: string | null, cursor: number | null, limit: number): Page<TaskView> {
    this.#requireDocument();
    return page(this.#stores.tasks.list(state, flow, cursor, limit + 1), limit, taskView);
  }

  retry(task: number): TaskView {
    return this.#change(task, () => this.#stores.tasks.retry(task, this.#parts.clock.now()));
  }

  /** Skipping a flagged task accepts the difference that it was flagged for. */
  skip(task: number): TaskView {
    return this.#change(task, () => {
      const row = this.#stores.tasks.get(task);
      const done = this.#stores.tasks.skip(task, this.#parts.clock.now());
      const [, from = '', to = ''] = row?.flow.split(':') ?? [];
      if (done && row) this.#stores.links.accept(from, to, row.key);
      return done;
    });
  }

  #change(task: number, act: () => boolean): TaskView {
    this.#requireDocument();
    const before = this.#stores.tasks.get(task);
    if (!before) throw notFound('task');
    if (!act())
      throw conflict('task_ended', `The task is ${before.state}: it can be neither retried nor skipped.`);
    return taskView(this.#stores.tasks.get(task) ?? before);
  }

  retryParked(): { retried: number } {
    this.#requireDocument();
    return { retried: this.#stores.tasks.retryParked(this.#parts.clock.now()) };
  }

  activity(filter: ActivityFilter, limit: number): Page<ActivityView> {
    this.#requireDocument();
    return page(this.#stores.activity.list(filter, limit + 1), limit, activityView);
  }

  async transfer(id: number): Promise<TransferView> {
    this.#requireDocument();
    const row = this.#stores.activity.get(id);
    if (!row) throw notFound('activity');
    return {
      ...activityView(row),
      payload: row.sealed === null ? null : await this.#openPayload(row.task, row.sealed),
    };
  }

  async #openPayload(task: number, sealed: string): Promise<Record<string, unknown> | null> {
    try {
      const place = activityPlace(this.#parts.id, task);
      return (await this.#parts.seal.open(place, sealed)) as Record<string, unknown>;
    } catch {
      return null;
    }
  }

  /** Erases a person from links and activity. */
  async erase(email: string): Promise<{ links: number; activity: number }> {
    this.#requireDocument();
    const person = await this.#fingerprints?.of(['email', emailKey(email)]);
    if (person === undefined) return { links: 0, activity: 0 };
    return this.#parts.sql.transaction(() => ({
      links: this.#stores.links.erase(person),
      activity: this.#stores.activity.erase(person),
    }));
  }

  view(): IntegrationView {
    const document = this.#requireDocument();
    const running = this.#requireRunning();
    const now = this.#parts.clock.now();
    return {
      id: this.#parts.id,
      ...document,
      state: this.state,
      problems: integrationProblems(this.#stores, running),
      counts: this.#stores.tasks.counts(),
      progress: document.flows.map((flow) => progressOf(flow, this.#stores.cursors.get(flowId(flow)))),
      days: this.#stores.counters.since(timestamp(now - shownDays * dayMs).slice(0, 10)),
    };
  }

  summary(): Summary {
    const { id, name, state, problems, counts } = this.view();
    return {
      id,
      name,
      state,
      problems: problems.map(({ code, count }) => ({ code, count: count ?? 1 })),
      counts,
      updatedAt: timestamp(this.#parts.clock.now()),
    };
  }

  #requireDocument(): IntegrationDocument {
    if (this.#document) return this.#document;
    throw notFound('integration');
  }

  #requireRunning(): Running {
    if (this.#running) return this.#running;
    throw notFound('integration');
  }
}
