import type { Hook } from '../connectors/contract/connector.ts';
import type { CustomerElsewhere, OwnWork, Preview } from '../flows/contract.ts';
import { emailIdentity } from '../flows/customers/record/email-fingerprint.ts';
import { acceptAccount } from './configuration/accept-account.ts';
import { aliasesOf } from './configuration/aliases.ts';
import { checkedLists } from './configuration/check-lists.ts';
import {
  type IntegrationDocument,
  type IntegrationState,
  integrationDocument,
} from './configuration/configuration.ts';
import { renameConnection } from './configuration/rename-connection.ts';
import { nextRevision } from './configuration/revision.ts';
import {
  type ConfigureOptions,
  checkConfiguration,
  storeConfiguration,
} from './configuration/store-configuration.ts';
import { trials } from './configuration/trial-connection.ts';
import { requireAccounts } from './connection/account-places.ts';
import type { Connection } from './connection/connection.ts';
import { type PortCall, servePort } from './connection/remote-ports.ts';
import { takingHooks } from './connection/taking-hooks.ts';
import { tryConnection } from './connection/try-connection.ts';
import { CallMeter } from './http/call-meter.ts';
import { type Erased, erasePerson } from './privacy/erase-person.ts';
import { openFingerprints } from './privacy/fingerprint-key.ts';
import type { Fingerprints } from './privacy/fingerprints.ts';
import { type AlertChannel, Alerts } from './reporting/alerts.ts';
import { endStall, observeIncidents } from './reporting/incidents.ts';
import { Reports } from './reporting/reports.ts';
import type { CheckView, IntegrationView, TaskView } from './reporting/views.ts';
import { conflict, notFound } from './request-error.ts';
import type { KnownAccount } from './siblings.ts';
import { hasTables, migrate } from './storage/migrations.ts';
import type { Sql } from './storage/sql.ts';
import { Stores } from './storage/stores.ts';
import type { Skipper, TaskRow } from './storage/task-row.ts';
import { Tidying } from './storage/tidying.ts';
import { acceptHook, type HookOutcome } from './work/accept-hook.ts';
import { type DryRun, dryRun } from './work/dry-run.ts';
import { findFlow } from './work/find-flow.ts';
import { forgetBeginnings } from './work/go-live.ts';
import { leaveOut, sealedWhy, stateObjection, takeBack } from './work/leave-out.ts';
import { inherit, type Legacy, legacyOf } from './work/legacy.ts';
import { Locks } from './work/locks.ts';
import { findByNumber } from './work/numbers.ts';
import { customerIn } from './work/own-customers.ts';
import { ownWorkIn } from './work/own-work.ts';
import { previewAsked } from './work/preview.ts';
import { type Relations, type Standing, StandingReader } from './work/relations.ts';
import type { RunBudget } from './work/run-budget.ts';
import { Runner } from './work/runner.ts';
import type { Runtime } from './work/runtime.ts';
import { RuntimeBuilder, type RuntimeParts } from './work/runtime-builder.ts';
import type { SyncRequest } from './work/sync.ts';
import { type SyncAnswer, syncAndAnswer } from './work/sync-answer.ts';
import type { FlowParts } from './work/task-runner.ts';

export interface IntegrationParts extends Omit<RuntimeParts, 'stores'> {
  readonly sql: Sql;
  /** Null when no channel is configured. */
  readonly alerts: readonly AlertChannel[] | null;
}

/**
 * One integration: two connections, the flows between them, and everything that is kept of their work. Plain
 * TypeScript: its storage, its clock and its way out are handed in. The Durable Object gives it life.
 */
export class Integration {
  readonly #parts: IntegrationParts;
  readonly #stores: Stores;
  readonly #meter = new CallMeter();
  readonly #runner: Runner;
  readonly #tidying: Tidying;
  readonly #alerts: Alerts;
  #builder: RuntimeBuilder;
  #fingerprints: Fingerprints | null = null;
  #document: IntegrationDocument | null = null;
  #runtime: Runtime | null = null;
  /** A document is stored as a whole or not at all, also when two come at once. */
  readonly #oneByOne = new Locks();
  #isClosed = false;
  #twins: readonly string[] = [];
  #ring: readonly string[] = [];
  readonly #standings = new StandingReader();

  private constructor(parts: IntegrationParts) {
    this.#parts = parts;
    this.#stores = new Stores(parts.sql);
    this.#tidying = new Tidying(this.#stores);
    this.#runner = new Runner(this.#stores, parts.clock, () => this.#runtime, this.#meter);
    const alerting = { ...parts, stores: this.#stores, channels: parts.alerts };
    this.#alerts = new Alerts(alerting, () => this.#document?.name ?? null);
    this.#builder = this.#newBuilder(false);
  }

  #newBuilder(crashed: boolean): RuntimeBuilder {
    const fetch = this.#meter.counting(this.#parts.fetch);
    const isBack = (connection: Connection, awaySince: number) => {
      if (this.#runtime) this.#runner.release(connection, this.#runtime, awaySince);
    };
    return new RuntimeBuilder({ ...this.#parts, stores: this.#stores, fetch, isBack }, crashed);
  }

  /** Opens what is stored. An integration that was never configured stores nothing. */
  static async open(parts: IntegrationParts): Promise<Integration> {
    const integration = new Integration(parts);
    if (hasTables(parts.sql)) await integration.#restore();
    return integration;
  }

  async #restore(): Promise<void> {
    migrate(this.#parts.sql);
    if (this.#stores.meta.get('document') === null) return;
    const crashed = this.#stores.tasks.recover(this.#parts.clock.now()) > 0;
    this.#builder = this.#newBuilder(crashed);
    await this.#load();
  }

  /** Starts with the document that is stored. */
  #load(): Promise<Runtime> {
    return this.#start(integrationDocument.parse(JSON.parse(this.#stores.meta.get('document') ?? '{}')));
  }

  async #start(document: IntegrationDocument): Promise<Runtime> {
    const { id, seal, log } = this.#parts;
    const fingerprints = this.#fingerprints ?? (await openFingerprints(id, this.#stores.meta, seal, log));
    const hooked = await takingHooks({ id, seal, stores: this.#stores });
    this.#fingerprints = fingerprints;
    const state = (this.#stores.meta.get('state') ?? 'active') as IntegrationState;
    this.#document = document;
    this.#runtime = this.#builder.build(document, fingerprints, state, hooked);
    return this.#runtime;
  }

  /** Takes a new document. Secrets that it leaves out stay as they are; new credentials wake what waits for them. */
  configure(input: unknown, options: ConfigureOptions = {}): Promise<IntegrationView> {
    return this.#oneByOne.run('document', () => this.#configure(input, options));
  }

  /** Throws what `configure` would throw. Stores nothing. */
  async checkDocument(input: unknown, options: ConfigureOptions = {}): Promise<void> {
    await this.#checked(input, options);
  }

  async #checked(input: unknown, options: ConfigureOptions) {
    const stores = hasTables(this.#parts.sql) ? this.#stores : null;
    const connections = this.#runtime?.connections ?? [];
    const checked = await checkConfiguration(stores, connections, input, options);
    return { ...checked, warnings: await checkedLists(checked, trials(this.#parts, connections, checked)) };
  }

  async #configure(input: unknown, options: ConfigureOptions): Promise<IntegrationView> {
    if (this.#isClosed) throw conflict('deleted', 'The integration was deleted meanwhile.');
    const { warnings, ...checked } = await this.#checked(input, options);
    const { renewed } = await storeConfiguration({ ...this.#parts, stores: this.#stores }, checked);
    const runtime = await this.#load();
    for (const connection of runtime.connections) {
      if (renewed.has(connection.name)) this.#runner.renewed(connection, runtime);
    }
    const view = this.reports.view();
    return { ...view, warnings: [...view.warnings, ...warnings] };
  }

  /** A draft that becomes active goes live at this moment. */
  setState(state: IntegrationState): Promise<void> {
    return this.#oneByOne.run('document', async () => {
      const { document } = this.#configured();
      this.#parts.sql.transaction(() => {
        this.#stores.meta.set('state', state);
        forgetBeginnings(this.#stores, { ...document, state });
        nextRevision(this.#stores, this.#parts.clock.now());
      });
      await this.#load();
    });
  }

  get isConfigured(): boolean {
    return this.#document !== null;
  }

  get isPaused(): boolean {
    return this.#runtime?.paused ?? true;
  }

  /** Gives a connection another name. Whatever is under way ends first. */
  renameConnection(from: string, to: string): Promise<IntegrationView> {
    return this.#oneByOne.run('document', async () => {
      const { document, runtime } = this.#configured();
      // What a call brings meanwhile, such as a token, must not be sealed for the old name.
      this.#runtime = { ...runtime, paused: true };
      try {
        await this.#runner.settled();
        const { id, seal, clock } = this.#parts;
        const parts = { id, seal, stores: this.#stores, now: clock.now() };
        await renameConnection(parts, document, from, to);
      } finally {
        await this.#load();
      }
      return this.reports.view();
    });
  }

  /**
   * A person says what it means that a connection's credentials open another account than before: `another` starts afresh
   * with nothing carried over; `same` is the old one that moved.
   */
  acceptAccount(name: string, account: 'another' | 'same'): Promise<IntegrationView> {
    return this.#oneByOne.run('document', async () => {
      acceptAccount(this.#stores, this.#configured().runtime, name, account, this.#parts.clock.now());
      await this.#load();
      return this.reports.view();
    });
  }

  /** Verifies a webhook and stores its changes as tasks. Nothing is stored of one that is not taken. */
  async accept(connection: string, hook: Hook): Promise<HookOutcome> {
    if (!this.#runtime) return { kind: 'unknown' };
    const isThere = this.#runtime.connections.some(({ name }) => name === connection);
    const name = isThere ? connection : (aliasesOf(this.#stores)[connection] ?? connection);
    return acceptHook(this.#runtime, this.#stores, this.#parts.clock, name, hook);
  }

  /** Runs what is due, and deletes what has outlived its retention. Returns whether it did anything. */
  async run(budget: RunBudget): Promise<boolean> {
    if (!this.#document) return false;
    const { retentionDays } = this.#document;
    this.#beside('tidy_failed', () => this.#tidying.runIfDue(retentionDays, this.#parts.clock.now()));
    const worked = await this.#runner.run(budget);
    this.#beside('observe_failed', () => {
      if (!this.#document) return;
      endStall(this.#stores);
      this.#observe();
    });
    return worked;
  }

  /** Does what is done beside the work, and must not stop it. */
  #beside(event: string, what: () => void): void {
    try {
      what();
    } catch (error) {
      this.#parts.log.error(event, {}, error);
    }
  }

  #observe(): void {
    if (this.#runtime) {
      observeIncidents(this.#stores, this.#runtime, this.#alerts.channels, this.#parts.clock);
    }
  }

  /** Sends the alerts that are due. Returns null when there are none. Do not await it in a run: a channel may be slow. */
  tell(): Promise<void> | null {
    return this.#document ? this.#alerts.tell() : null;
  }

  /** The watchdog found it asleep though there was work. */
  noteStall(): void {
    this.#alerts.noteStall();
  }

  /** Returns when there will be something to do, or null when the integration was never configured. */
  nextWakeAt(): number | null {
    if (!this.#document || !this.#runtime) return null;
    const times = [this.#runner.nextWakeAt(), this.#alerts.nextAt(), this.#tidying.nextAt];
    return Math.min(...times.filter((time) => time !== null));
  }

  /** Starts nothing more and waits for the work in progress. Afterwards the storage may be deleted. */
  close(): Promise<void> {
    return this.#oneByOne.run('document', () => this.#close());
  }

  async #close(): Promise<void> {
    const runtime = this.#configured().runtime;
    this.#runtime = { ...runtime, paused: true };
    this.#alerts.close();
    await this.#runner.settled();
    // A caller that still holds this object, such as the end of an alarm, finds nothing to do.
    this.#runtime = null;
    this.#document = null;
    this.#isClosed = true;
  }

  /** Tries both connections. */
  async check(): Promise<CheckView[]> {
    const { runtime } = this.#configured();
    return Promise.all(
      runtime.connections.map((connection) =>
        tryConnection(connection, () => this.#runner.settleTrouble(connection, runtime)),
      ),
    );
  }

  /** What a session elsewhere keeps and shares over a connection of this integration. */
  port(connection: string, call: PortCall): Promise<unknown> {
    const found = this.#configured().runtime.connections.find(({ name }) => name === connection);
    if (!found) throw notFound('connection');
    return servePort(found.ports, call);
  }

  /** Returns what would be written for a record. Writes nothing, in either system or here. */
  preview(flow: string, key: string): Promise<Preview> {
    const parts = this.#flow(flow);
    requireAccounts(parts);
    return previewAsked({ ...parts, stores: this.#stores, clock: this.#parts.clock }, key);
  }

  /** The same for the records that changed last. */
  dryRun(flow: string, last: number): Promise<readonly DryRun[]> {
    const parts = this.#flow(flow);
    requireAccounts(parts);
    return dryRun({ ...parts, stores: this.#stores, clock: this.#parts.clock }, last);
  }

  /** Queues some records now, or reads everything that changed since a moment. Returns what it is going to do. */
  sync(flow: string, request: SyncRequest): SyncAnswer {
    const parts = this.#flow(flow);
    if (this.#configured().runtime.state === 'draft') {
      throw conflict('draft', 'This integration is a draft: make it active first.');
    }
    requireAccounts(parts);
    return syncAndAnswer(this.#stores, parts, request, this.#parts.clock.now());
  }

  /** The source's ids of records by their numbers, as customers see them. Throws for a number that fits none, or several. */
  async keysOf(flow: string, numbers: readonly string[]): Promise<string[]> {
    const parts = { ...this.#flow(flow), stores: this.#stores };
    const keys: string[] = [];
    for (const number of numbers) keys.push((await findByNumber(parts, number)).key);
    return keys;
  }

  #flow(flow: string): FlowParts {
    return findFlow(this.#configured().runtime, flow);
  }

  retry(task: number): TaskView {
    return this.#change(task, () => this.#stores.tasks.retry(task, this.#parts.clock.now()));
  }

  /** Leaves a record out. `sealedWhy`: what `sealWhy` gave. */
  skip(task: number, by: Skipper = 'api', sealedWhy: string | null = null): TaskView {
    const parts = { stores: this.#stores, clock: this.#parts.clock };
    return this.#change(task, (row) => leaveOut(parts, row, by, sealedWhy));
  }

  /** Takes back that a person left a record out: it is tried again, with the newest settings. */
  unskip(task: number, by: Skipper = 'api'): TaskView {
    const parts = { stores: this.#stores, clock: this.#parts.clock };
    return this.#change(task, (row) => takeBack(parts, row, by));
  }

  /** Seals why somebody leaves a record out: it may name people. Returns null where nothing was said, or nothing is kept. */
  async sealWhy(task: number, why: string): Promise<string | null> {
    const { document } = this.#configured();
    return document.retentionDays === 0 ? null : sealedWhy(this.#parts, task, why);
  }

  #change(task: number, act: (row: TaskRow) => boolean): TaskView {
    this.#configured();
    const before = this.#stores.tasks.get(task);
    if (!before) throw notFound('task');
    const done = this.#parts.sql.transaction(() => act(before));
    if (!done) {
      throw conflict('task_state', stateObjection(before));
    }
    return this.reports.task(this.#stores.tasks.get(task) ?? before);
  }

  retryParked(): { retried: number } {
    this.#configured();
    return { retried: this.#stores.tasks.retryParked(this.#parts.clock.now()) };
  }

  /** Erases a person from links and activity. What is large is done in parts: `cursor` says where to go on. */
  async erase(email: string, cursor?: string): Promise<Erased> {
    this.#configured();
    const { id, seal } = this.#parts;
    const fingerprints = this.#fingerprints;
    const person = {
      email,
      emailFingerprints: (await fingerprints?.allOf(emailIdentity(email))) ?? [],
      lostKeys: fingerprints?.lost ?? 0,
    };
    return erasePerson(this.#stores, seal, id, person, cursor);
  }

  /** Which accounts its connections open, as soon as both are known; null before, and while one must be accepted. */
  accounts(): readonly KnownAccount[] | null {
    const found = this.#standing?.accounts ?? [];
    return found.length === 2 ? found : null;
  }

  get #standing(): Standing | null {
    if (this.#document === null || this.#runtime === null) return null;
    return this.#standings.of(this.#stores, this.#document.flows, this.#runtime);
  }

  /** Answers another integration of this deployment: whether this one made that order of the account. */
  ownWorkIn(account: KnownAccount, id: string, reference: string | undefined): OwnWork {
    return this.#document === null ? 'no' : ownWorkIn(this.#stores, account, id, reference);
  }

  /** What it leaves to the others when it is deleted. */
  legacy(): Legacy[] {
    return this.#document === null ? [] : legacyOf(this.#stores, this.#parts.clock.now());
  }

  /** Another one that is being deleted says what of the accounts was its work. */
  inherit(left: readonly Legacy[]): void {
    if (this.#document !== null) inherit(this.#stores, left, this.#parts.clock.now());
  }

  /** Likewise what it knows of a customer's record there. */
  customerIn(account: KnownAccount, id: string): CustomerElsewhere {
    return this.#document === null ? 'unknown' : customerIn(this.#stores, account, id);
  }

  /** Likewise whether a customers flow of this one reads or writes the account's customers. */
  keepsCustomersOf(account: KnownAccount): boolean {
    const isIt = (each: KnownAccount) =>
      each.connector === account.connector && each.identity === account.identity;
    return this.relations()?.keeps.some(isIt) ?? false;
  }

  /** What the others must know of it; null when it was never configured. */
  relations(): Relations | null {
    return this.#standing?.relations ?? null;
  }

  /** Other integrations of this deployment work with the same two accounts. */
  noteTwins(ids: readonly string[]): void {
    this.#twins = ids;
  }

  /** The orders of this one come back to where they came from through these. */
  noteRing(ids: readonly string[]): void {
    this.#ring = ids;
  }

  /** Reads what the integration reports about itself. */
  get reports(): Reports {
    const { id, seal, clock } = this.#parts;
    const configured = this.#configured();
    this.#observe();
    return new Reports({
      id,
      ...configured,
      stores: this.#stores,
      seal,
      now: clock.now(),
      twins: this.#twins,
      ring: this.#ring,
    });
  }

  #configured(): { document: IntegrationDocument; runtime: Runtime } {
    if (this.#document && this.#runtime) return { document: this.#document, runtime: this.#runtime };
    throw notFound('integration');
  }
}
