import type { Hook } from '../connectors/contract/connector.ts';
import type { Preview } from '../flows/contract.ts';
import { emailIdentity } from '../flows/customers/record/email-fingerprint.ts';
import { defaultLanguage, type Language, textsIn } from '../texts/languages.ts';
import type { LeftOutWhy } from '../texts/left-out-why.ts';
import { BatchService } from './bulk/batch-service.ts';
import { BatchSizes } from './bulk/batch-sizes.ts';
import type { BatchAnswers, BatchCall } from './bulk/claim.ts';
import { type BatchQueue, Dispatcher } from './bulk/dispatcher.ts';
import { aliasesOf } from './configuration/aliases.ts';
import { type AskedQuestion, askedQuestions, noteAnswers } from './configuration/answered.ts';
import type { IntegrationDocument, IntegrationState } from './configuration/configuration.ts';
import { DocumentChanges } from './configuration/document-changes.ts';
import { type FlowLookups, LookupLists, seenValues } from './configuration/flow-lookups.ts';
import { hookAddress } from './configuration/hook-address.ts';
import { LoadedDocument } from './configuration/loaded-document.ts';
import { openConnections } from './configuration/open-connections.ts';
import {
  type Backfill,
  backfillsOf,
  type StartRequest,
  startedDocument,
} from './configuration/started-document.ts';
import type { ConfigureOptions } from './configuration/store-configuration.ts';
import { requireAccounts } from './connection/account-places.ts';
import {
  type ActivationOutcome,
  Activations,
  type ActivationView,
  type OpenedActivation,
} from './connection/activations.ts';
import type { Connection } from './connection/connection.ts';
import { type PortCall, servePort } from './connection/remote-ports.ts';
import type { AccessAnswer, AccessRequest } from './connection/tokens.ts';
import { notConnected, tryConnection } from './connection/try-connection.ts';
import { CallMeter } from './http/call-meter.ts';
import {
  type AskedExpressions,
  type MappingOverview,
  MappingRequests,
  type MappingTrial,
} from './mapping/mapping-requests.ts';
import { emailSpellings } from './privacy/email-spellings.ts';
import { type Erased, erasePerson, type FoundPerson, findPerson } from './privacy/erase-person.ts';
import type { Person } from './privacy/search-payloads.ts';
import { type AlertChannel, Alerts } from './reporting/alerts.ts';
import { type DayFigures, dayFigures } from './reporting/day-figures.ts';
import { noteHealth } from './reporting/health.ts';
import { endStall, observeIncidents } from './reporting/incidents.ts';
import { Reports } from './reporting/reports.ts';
import type { CheckView, IntegrationView, ProblemView, TaskView } from './reporting/views.ts';
import { conflict, notFound } from './request-error.ts';
import type { Sql } from './storage/sql.ts';
import { Stores } from './storage/stores.ts';
import type { TaskRow } from './storage/task-row.ts';
import { Tidying } from './storage/tidying.ts';
import type { By, Deed, NewDeed, TrailFilter } from './storage/trail.ts';
import { acceptHook, type HookOutcome } from './work/accept-hook.ts';
import { type CauseAnswer, CauseRequests, type Fix } from './work/cause-requests.ts';
import type { DryRunPart, DryRunRequest } from './work/dry-run.ts';
import { findFlow } from './work/find-flow.ts';
import { FlowRequests } from './work/flow-requests.ts';
import { beginWith } from './work/go-live.ts';
import { OwnHooks } from './work/own-hooks.ts';
import type { RunBudget } from './work/run-budget.ts';
import { Runner } from './work/runner.ts';
import { placedId } from './work/runtime.ts';
import type { RuntimeParts } from './work/runtime-builder.ts';
import { SiblingAnswers } from './work/sibling-answers.ts';
import { type SyncRequest, startOfFlow } from './work/sync.ts';
import type { SyncAnswer } from './work/sync-answer.ts';
import { TaskRequests } from './work/task-requests.ts';

export interface IntegrationParts extends Omit<RuntimeParts, 'stores' | 'isBack'> {
  readonly sql: Sql;
  /** Hands ids of batches to whoever works on them. */
  readonly batches: BatchQueue;
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
  readonly #loaded: LoadedDocument;
  readonly #runner: Runner;
  readonly #tidying: Tidying;
  readonly #alerts: Alerts;
  readonly #changes: DocumentChanges;
  readonly #activations: Activations;
  readonly #flows: FlowRequests;
  readonly #tasks: TaskRequests;
  readonly #causes: CauseRequests;
  readonly #dispatcher: Dispatcher;
  readonly #batches: BatchService;
  readonly #lists: LookupLists;
  readonly #mapping: MappingRequests;
  /** For the other integrations of the deployment. */
  readonly forSiblings: SiblingAnswers;
  #twins: readonly string[] = [];
  #ring: readonly string[] = [];

  private constructor(parts: IntegrationParts) {
    const { clock } = parts;
    const stores = new Stores(parts.sql);
    const meter = new CallMeter();
    const isBack = (connection: Connection, awaySince: number) => {
      if (loaded.runtime) runner.release(connection, loaded.runtime, awaySince);
    };
    const loaded = new LoadedDocument({ ...parts, stores, fetch: meter.counting(parts.fetch), isBack });
    const { id, log, publicUrl } = parts;
    const hooks = new OwnHooks({
      ...{ stores, clock, log },
      hookAddress: (name) => (publicUrl === undefined ? null : hookAddress(publicUrl, id, name)),
    });
    const runner = new Runner(stores, clock, () => loaded.runtime, hooks, meter);
    const alerting = { ...parts, stores, channels: parts.alerts };
    const alerts = new Alerts(alerting, () => {
      const { document } = loaded;
      return document && { name: document.name, language: document.language ?? defaultLanguage };
    });
    const view = (language?: Language) => this.reportsIn(language).view();
    this.#parts = parts;
    this.#stores = stores;
    this.#loaded = loaded;
    this.#runner = runner;
    this.#tidying = new Tidying(stores);
    this.#alerts = alerts;
    this.#changes = new DocumentChanges({ ...parts, stores, loaded, runner, hooks, alerts, view });
    this.#activations = new Activations({ ...parts, stores, loaded, changes: this.#changes });
    this.#flows = new FlowRequests({ ...parts, stores, loaded });
    const bulk = { ...parts, stores, current: () => loaded.runtime, sizes: new BatchSizes() };
    this.#dispatcher = new Dispatcher({ ...bulk, queue: parts.batches });
    this.#batches = new BatchService(bulk);
    this.#lists = new LookupLists(clock);
    this.#mapping = new MappingRequests({ stores, clock, loaded });
    this.#tasks = new TaskRequests({ ...parts, stores, loaded });
    this.#causes = new CauseRequests({ stores, clock, loaded });
    this.forSiblings = new SiblingAnswers({ ...parts, stores, loaded });
  }

  /** Opens what is stored. */
  static async open(parts: IntegrationParts): Promise<Integration> {
    const integration = new Integration(parts);
    await integration.#loaded.restore();
    return integration;
  }

  get isConfigured(): boolean {
    return this.#loaded.document !== null;
  }

  get isPaused(): boolean {
    return this.#loaded.runtime?.paused ?? true;
  }

  configure(input: unknown, options: ConfigureOptions = {}): Promise<IntegrationView> {
    return this.#changes.configure(input, options);
  }

  /** Throws what `configure` would throw; returns what could not be checked. Stores nothing. */
  async checkDocument(input: unknown, options: ConfigureOptions = {}): Promise<readonly ProblemView[]> {
    return (await this.#changes.check(input, options)).warnings;
  }

  restore(revision: number, options: ConfigureOptions = {}): Promise<IntegrationView> {
    return this.#changes.restore(revision, options);
  }

  /** The document as `restore` would put it there. */
  restorable(revision: number): IntegrationDocument {
    return this.#changes.restorable(revision);
  }

  /** What the settings of a flow can be picked from now. */
  async lookups(flow: string, language: Language = defaultLanguage): Promise<FlowLookups> {
    const parts = findFlow(this.#loaded.required().runtime, flow);
    const lists = await this.#lists.ofFlow(parts.definition, parts, textsIn(language));
    return { lists, seen: seenValues(this.#stores.sql, placedId(parts)) };
  }

  /** What fills in every field of a flow's target, on a record of the source. */
  mappingOverview(flow: string, sample?: string): Promise<MappingOverview> {
    return this.#mapping.overview(flow, sample);
  }

  /** What other expressions would change of the last records. Nothing is written or stored. */
  tryMapping(flow: string, mapping: AskedExpressions, sample?: string): Promise<MappingTrial> {
    return this.#mapping.tryOut(flow, mapping, sample);
  }

  setState(state: IntegrationState, by?: By): Promise<void> {
    return this.#changes.setState(state, by);
  }

  /**
   * A draft goes live: from this moment on, or with what was placed since a day. Throws what `configure` would throw, and
   * `not_a_draft`; then nothing is stored.
   */
  async goLive(request: StartRequest, options: ConfigureOptions = {}): Promise<IntegrationView> {
    const { document, runtime } = this.#loaded.required();
    if (runtime.state !== 'draft') throw conflict('not_a_draft', {});
    const now = this.#parts.clock.now();
    const backfills = backfillsOf(document, request, ({ flow, since }) => {
      const { timeZone = null } = runtime.flows.get(flow)?.from.account ?? {};
      return startOfFlow(since, timeZone) <= now;
    });
    for (const parts of runtime.flows.values()) requireAccounts(parts);
    return this.#changes.configure(
      startedDocument(document, request),
      { ...this.#changes.ofNow(options), isStart: true },
      () => this.#begin(backfills, options.by),
    );
  }

  /** In the transaction that makes the draft live: whoever dies in between has neither gone live nor lost what was asked for. */
  #begin(backfills: readonly Backfill[], by: By | undefined): void {
    const { runtime } = this.#loaded.required();
    beginWith(this.#stores, runtime, backfills, this.#parts.clock.now());
    for (const { flow, since } of backfills)
      this.#note(by, { code: 'synced', params: { flow, since, count: 0 } });
  }

  /** What a person is asked when it is set up. */
  questions(): AskedQuestion[] {
    return askedQuestions(this.#stores, this.#loaded.required().document);
  }

  noteAnswers(): void {
    noteAnswers(this.#stores, this.#loaded.required().document);
  }

  renameConnection(from: string, to: string, language?: Language, by?: By): Promise<IntegrationView> {
    return this.#changes.renameConnection(from, to, by, language);
  }

  acceptAccount(
    name: string,
    account: 'another' | 'same',
    language?: Language,
    by?: By,
  ): Promise<IntegrationView> {
    return this.#changes.acceptAccount(name, account, by, language);
  }

  /** Where nothing was carried over yet, another account is one that starts afresh; else that is left for a person to say. */
  async startAfresh(connection: string, by?: By): Promise<void> {
    const { links, openTasks } = this.#stores;
    if (!links.isEmpty || openTasks.flows().length > 0) return;
    await this.#changes.acceptAccount(connection, 'another', by);
  }

  close(): Promise<void> {
    return this.#changes.close();
  }

  /** Verifies a webhook and stores its changes as tasks. Nothing is stored of one that is not taken. */
  async accept(connection: string, hook: Hook): Promise<HookOutcome> {
    const { runtime } = this.#loaded;
    if (!runtime) return { kind: 'unknown' };
    const isThere = runtime.connections.some(({ name }) => name === connection);
    const name = isThere ? connection : (aliasesOf(this.#stores)[connection] ?? connection);
    return acceptHook(runtime, this.#stores, this.#parts.clock, name, hook);
  }

  /** Runs what is due, and deletes what has outlived its retention. Returns whether it did anything. */
  async run(budget: RunBudget): Promise<boolean> {
    const { document } = this.#loaded;
    if (!document) return false;
    const { retentionDays } = document;
    this.#beside('tidy_failed', () => this.#tidying.runIfDue(retentionDays, this.#parts.clock.now()));
    let wentOn = false;
    this.#beside('remedy_failed', () => {
      wentOn = this.#causes.work.goOn();
    });
    const ran = await this.#runner.run(budget);
    const worked = (await this.#dispatcher.run()) || ran || wentOn;
    this.#beside('observe_failed', () => {
      if (!this.isConfigured) return;
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
    const { runtime } = this.#loaded;
    if (!runtime) return;
    const { clock } = this.#parts;
    observeIncidents(this.#stores, runtime, this.#alerts.channels, clock);
    // Of one that does not run yet nobody expects anything.
    if (runtime.state !== 'draft') noteHealth(this.#stores, clock.now());
  }

  /** Sends the alerts that are due. Returns null when there are none. Do not await it in a run: a channel may be slow. */
  tell(): Promise<void> | null {
    return this.#isWatched ? this.#alerts.tell() : null;
  }

  /** Of a draft nobody expects anything: whoever sets it up sees what does not work yet, and nobody else is called. */
  get #isWatched(): boolean {
    const { runtime } = this.#loaded;
    return runtime !== null && runtime.state !== 'draft';
  }

  /** The watchdog found it asleep though there was work. */
  noteStall(): void {
    this.#alerts.noteStall();
  }

  /** Returns when there will be something to do, or null when the integration was never configured. */
  nextWakeAt(): number | null {
    const { document, runtime } = this.#loaded;
    if (!document || !runtime) return null;
    const times = [
      this.#runner.nextWakeAt(),
      this.#dispatcher.nextWakeAt(),
      this.#isWatched ? this.#alerts.nextAt() : null,
      this.#tidying.nextAt,
      this.#causes.work.nextAt(),
    ];
    return Math.min(...times.filter((time) => time !== null));
  }

  /** Tries both connections, or one of them. Throws `not_found` where there is none of that name. */
  async check(language: Language = defaultLanguage, only?: string): Promise<CheckView[]> {
    const { document, runtime } = this.#loaded.required();
    const texts = textsIn(language);
    if (only !== undefined && !Object.hasOwn(document.connections, only)) throw notFound('connection');
    const isMeant = (name: string) => only === undefined || name === only;
    const open = openConnections(document, runtime.connections).filter(isMeant);
    const tried = runtime.connections
      .filter(({ name }) => isMeant(name))
      .map((each) => tryConnection(each, () => this.#runner.settleTrouble(each, runtime), texts));
    const notTried = open.map((name) => notConnected(name, document.connections[name]?.connector, texts));
    return [...(await Promise.all(tried)), ...notTried];
  }

  /** Where somebody may give access over a connection. */
  accessUrl(connection: string, redirectUri: string, state: string): Promise<AccessRequest> {
    return this.#connection(connection).authorizationUrl(redirectUri, state);
  }

  /** Takes the access that somebody gave. All that waited for it is tried at once. */
  async takeAccess(connection: string, given: AccessAnswer, by?: By): Promise<void> {
    const found = this.#connection(connection);
    await found.exchange(given);
    this.#note(by, { code: 'access_given', params: { connection } });
    this.#runner.renewed(found, this.#loaded.required().runtime);
  }

  /** Two addresses for the people of a connection's system, which connects itself there; their secrets are told this once. */
  openActivation(connection: string, address: string | null | undefined, by: By): OpenedActivation {
    return this.#activations.open(connection, address, by);
  }

  activation(connection: string, language: Language = defaultLanguage): ActivationView {
    return this.#activations.view(connection, textsIn(language));
  }

  /** In whose name an activation is taken. */
  activationBy(connection: string, secret: string): By {
    return this.#activations.openedBy(connection, secret);
  }

  /** Takes what a system sent that was activated. Returns what the integration is: of a draft the connection is tried next. */
  async takeActivation(connection: string, secret: string, sent: string): Promise<IntegrationState> {
    await this.#activations.take(connection, secret, sent);
    return this.#loaded.required().runtime.state;
  }

  activationOutcome(
    connection: string,
    secret: string,
    query: string,
    language: Language = defaultLanguage,
  ): ActivationOutcome {
    return this.#activations.outcome(connection, secret, query, textsIn(language));
  }

  /** What a session elsewhere keeps and shares over a connection of this integration. */
  port(connection: string, call: PortCall): Promise<unknown> {
    return servePort(this.#connection(connection).ports, call);
  }

  #connection(name: string): Connection {
    const found = this.#loaded.required().runtime.connections.find((each) => each.name === name);
    if (!found) throw notFound('connection');
    return found;
  }

  /** What is done for whoever works on a batch. */
  batch(id: number, call: BatchCall): Promise<BatchAnswers[BatchCall['do']]> {
    return this.#batches.answer(id, call);
  }

  /** Whether batches are under way. */
  get hasBatches(): boolean {
    return this.#stores.batches.isAnyUnderWay;
  }

  preview(flow: string, key: string): Promise<Preview> {
    return this.#flows.preview(flow, key);
  }

  dryRun(flow: string, request: DryRunRequest): Promise<DryRunPart> {
    return this.#flows.dryRun(flow, request);
  }

  sync(flow: string, request: SyncRequest, by?: By): SyncAnswer {
    const { since = null, keys = [] } = request;
    const deed: NewDeed = { code: 'synced', params: { flow, since, count: keys.length } };
    return this.#noted(
      by,
      () => this.#flows.sync(flow, request),
      () => deed,
    );
  }

  keysOf(flow: string, numbers: readonly string[]): Promise<string[]> {
    return this.#flows.keysOf(flow, numbers);
  }

  retry(task: number, language?: Language, by?: By): TaskView {
    const row = this.#noted(
      by,
      () => this.#tasks.retry(task),
      (done) => this.#ofTask('retried', done),
    );
    return this.reportsIn(language).task(row);
  }

  skip(task: number, by?: By, sealedWhy: string | null = null, language?: Language): TaskView {
    const row = this.#noted(
      by,
      () => this.#tasks.skip(task, by?.via ?? 'api', sealedWhy),
      (done) => this.#ofTask('left_out', done),
    );
    return this.reportsIn(language).task(row);
  }

  unskip(task: number, by?: By, language?: Language): TaskView {
    const row = this.#noted(
      by,
      () => this.#tasks.unskip(task, by?.via ?? 'api'),
      (done) => this.#ofTask('taken_back', done),
    );
    return this.reportsIn(language).task(row);
  }

  sealWhy(task: number, why: string): Promise<string | null> {
    return this.#tasks.sealWhy(task, why);
  }

  retryParked(by?: By): { retried: number } {
    const retried = this.#noted(
      by,
      () => this.#tasks.retryParked(),
      (count) => ({ code: 'retried_all', params: { count } }),
    );
    return { retried };
  }

  retryLevels(flow: string, sku?: string, by?: By): { retried: number } {
    const retried = this.#noted(
      by,
      () => this.#tasks.retryLevels(flow, sku),
      (count) => ({ code: 'levels_retried', params: { flow, sku: sku ?? null, count } }),
    );
    return { retried };
  }

  /** Tries all again that one cause stops. `id`: as the list of causes has it. */
  retryCause(id: string, by: By): CauseAnswer {
    return this.#causes.retry(id, by);
  }

  /** Leaves all of them out. */
  leaveOutCause(id: string, why: LeftOutWhy, by: By): CauseAnswer {
    return this.#causes.leaveOut(id, why, by);
  }

  /** Takes that back. `remedy`: what left them out. */
  takeBackCause(remedy: number, by: By): CauseAnswer {
    return this.#causes.takeBack(remedy, by);
  }

  /** Saves the settings that solve a cause, and tries all again that it stops: both or neither. */
  async solveCause(
    id: string,
    fix: Fix,
    options: ConfigureOptions & { readonly by: By },
  ): Promise<CauseAnswer> {
    const document = this.#causes.solved(id, fix);
    let answer: CauseAnswer = { total: 0, done: 0 };
    await this.#changes.configure(document, this.#changes.ofNow(options), () => {
      answer = this.#causes.tryAfterSaving(id, options.by);
    });
    return answer;
  }

  /** What people did, newest first; also of one that was closed. */
  trail(filter: TrailFilter, limit: number): Deed[] {
    return this.#stores.trail.list(filter, limit);
  }

  /** What became of orders in a stretch of time. Epoch milliseconds. */
  dayFigures(since: number, until: number): DayFigures {
    this.#loaded.required();
    return dayFigures(this.#stores, since, until);
  }

  /** Does what a person asks for, and keeps who did it, in one transaction. */
  #noted<Value>(by: By | undefined, work: () => Value, deedOf: (value: Value) => NewDeed): Value {
    return this.#stores.sql.transaction(() => {
      const value = work();
      this.#note(by, deedOf(value));
      return value;
    });
  }

  #note(by: By | undefined, deed: NewDeed): void {
    if (by !== undefined) this.#stores.trail.add(this.#parts.clock.now(), by, deed);
  }

  #ofTask(code: 'retried' | 'left_out' | 'taken_back', { id, flow, key }: TaskRow): NewDeed {
    return { code, params: { task: id, flow, key } };
  }

  /** Erases a person from links and activity. What is large is done in parts: `cursor` says where to go on. `by`: who asks, of the first part. */
  async erase(email: string, cursor?: string, by?: By): Promise<Erased> {
    this.#loaded.required();
    this.#mapping.forget();
    // Before anything goes: that somebody asked for it is known also when it breaks off. Whose data it was is not kept.
    this.#note(by, { code: 'person_erased', params: {} });
    const { id, seal } = this.#parts;
    return erasePerson(this.#stores, seal, id, await this.#person(email), cursor);
  }

  /** What `erase` would find of a person; likewise in parts. */
  async findPerson(email: string, cursor?: string): Promise<FoundPerson> {
    this.#loaded.required();
    const { id, seal } = this.#parts;
    return findPerson(this.#stores, seal, id, await this.#person(email), cursor);
  }

  async #person(email: string): Promise<Person> {
    const { fingerprints } = this.#loaded;
    const made = emailSpellings(email).map(async (each) => fingerprints?.allOf(emailIdentity(each)) ?? []);
    return {
      email,
      emailFingerprints: (await Promise.all(made)).flat(),
      lostKeys: fingerprints?.lost ?? 0,
    };
  }

  /** Other integrations of this deployment work with the same two accounts. */
  noteTwins(ids: readonly string[]): void {
    this.#twins = ids;
  }

  /** The orders of this one come back to where they came from through these. */
  noteRing(ids: readonly string[]): void {
    this.#ring = ids;
  }

  /** Reads what the integration reports about itself, in English. */
  get reports(): Reports {
    return this.reportsIn();
  }

  /** The same in the language of whoever reads it. */
  reportsIn(language: Language = defaultLanguage): Reports {
    const { id, seal, clock } = this.#parts;
    const configured = this.#loaded.required();
    this.#observe();
    const parts = {
      id,
      ...configured,
      stores: this.#stores,
      seal,
      clock,
      twins: this.#twins,
      ring: this.#ring,
    };
    return new Reports(parts, textsIn(language));
  }
}
