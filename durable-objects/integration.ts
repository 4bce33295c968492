import { DurableObject } from 'cloudflare:workers';
import type { Hook } from '../src/connectors/contract/connector.ts';
import type { BatchCall } from '../src/engine/bulk/claim.ts';
import type { IntegrationState } from '../src/engine/configuration/configuration.ts';
import type { StartRequest } from '../src/engine/configuration/started-document.ts';
import type { ConfigureOptions } from '../src/engine/configuration/store-configuration.ts';
import type { PortCall } from '../src/engine/connection/remote-ports.ts';
import type { AccessAnswer } from '../src/engine/connection/tokens.ts';
import type { Integration } from '../src/engine/integration.ts';
import { consoleLog, type Log } from '../src/engine/log.ts';
import type { AskedExpressions } from '../src/engine/mapping/mapping-requests.ts';
import type { InsightsFilter, ReconciliationFilter } from '../src/engine/reporting/insights.ts';
import type { AmountsFilter, OrderFilter } from '../src/engine/reporting/order-reports.ts';
import type { NamedFilter } from '../src/engine/reporting/views.ts';
import { notFound } from '../src/engine/request-error.ts';
import type { AskedCustomer, KnownAccount } from '../src/engine/siblings.ts';
import type { ActivityFilter } from '../src/engine/storage/activity.ts';
import type { TaskFilter } from '../src/engine/storage/task-list.ts';
import type { By, Deed, TrailFilter } from '../src/engine/storage/trail.ts';
import type { Fix } from '../src/engine/work/cause-requests.ts';
import type { DryRunRequest } from '../src/engine/work/dry-run.ts';
import type { Legacy } from '../src/engine/work/legacy.ts';
import type { SyncRequest } from '../src/engine/work/sync.ts';
import type { Env } from '../src/env.ts';
import type { Language } from '../src/texts/languages.ts';
import type { LeftOutWhy } from '../src/texts/left-out-why.ts';
import { answer, unwrap } from './answer.ts';
import { bequeath } from './bequest.ts';
import { DirectoryEntry } from './directory-entry.ts';
import { house } from './house-client.ts';
import { keepName, nameOf } from './object-name.ts';
import { openIntegration } from './open-integration.ts';
import { relationMarks } from './relation-marks.ts';
import { SiblingObjects } from './sibling-objects.ts';
import { sqliteOf } from './sqlite.ts';
import { Waking } from './waking.ts';

/** Deeds that are handed over at once. */
const trailPage = 500;

/** When an object that does not know its name looks again whether it is told. */
const namelessMs = 60_000;

/**
 * One integration as a Durable Object: gives the engine its storage, its alarm and its name, and nothing else. Every
 * method may be called over RPC; errors come back as data.
 */
export class IntegrationObject extends DurableObject<Env> {
  readonly #log: Log;
  /** Null when it is not known whose object this is. */
  readonly #name: string | null;
  readonly #entry: DirectoryEntry;
  readonly #waking: Waking;
  readonly #siblings: SiblingObjects;
  /** Set before anything else runs. */
  #integration!: Integration;

  constructor(context: DurableObjectState, env: Env) {
    super(context, env);
    this.#name = nameOf(context.id.name, sqliteOf(context.storage));
    this.#log = consoleLog(this.#id);
    const integration = () => this.#integration;
    const sql = sqliteOf(context.storage);
    this.#entry = new DirectoryEntry({ env, id: this.#id, sql, log: this.#log, integration });
    this.#waking = new Waking({
      ...{ context, log: this.#log, entry: this.#entry, integration },
      env: () => this.env,
    });
    const announce = () => this.#entry.announce();
    this.#siblings = new SiblingObjects({ env, id: this.#id, sql, announce });
    context.blockConcurrencyWhile(async () => {
      await this.#open();
      await this.#waking.read();
    });
  }

  get #id(): string {
    return this.#name ?? '';
  }

  async #open(): Promise<void> {
    const sql = sqliteOf(this.ctx.storage);
    if (this.#name !== null) keepName(this.#name, sql);
    const own = { id: this.#id, sql, log: this.#log, siblings: this.#siblings };
    this.#integration = await openIntegration(this.env, own);
  }

  override async alarm(): Promise<void> {
    return this.#name === null ? this.#startAnew() : this.#waking.run();
  }

  /** Without its name it can open nothing. Whoever calls it by its name starts it anew, and then the name is kept. */
  async #startAnew(): Promise<void> {
    this.#log.error('nameless', {}, null);
    await this.ctx.storage.setAlarm(Date.now() + namelessMs);
    await this.ctx.storage.sync();
    this.ctx.abort('Nobody told the name of this object.');
  }

  /**
   * Called by the cron: sets an alarm that was lost, and tells the directory of this integration. Where there is none (any
   * more), its entry goes.
   */
  async wake(): Promise<void> {
    if (this.#isEmpty) {
      await this.#entry.takeAway();
      return;
    }
    await this.#waking.watch();
    await this.#entry.report('always');
  }

  async accept(connection: string, hook: Hook) {
    return answer(async () => {
      const outcome = await this.#integration.accept(connection, hook);
      if (outcome.kind === 'stored' && !this.#integration.isPaused) await this.#waking.armFor(outcome.dueAt);
      return outcome;
    });
  }

  /** `onlyThere`: whoever asks may make no new one. */
  async configure(
    document: unknown,
    { onlyThere = false, ...options }: ConfigureOptions & { readonly by: By; readonly onlyThere?: boolean },
  ) {
    return this.#change(() => {
      if (this.#name === null || (onlyThere && this.#isEmpty)) throw notFound('integration');
      return this.#configure(document, options);
    });
  }

  async #configure(document: unknown, options: ConfigureOptions) {
    const view = await this.#integration.configure(document, options);
    keepName(this.#id, sqliteOf(this.ctx.storage));
    await this.#entry.lookForTwins('at-once');
    // Of the twins it is known now; what was found of this document is told this once.
    const { warnings } = this.#integration.reportsIn(options.language).view();
    const anew = new Set(['same_accounts', 'orders_ring', 'sales_not_taken_off']);
    const once = view.warnings.filter(({ code }) => !anew.has(code));
    return { ...view, warnings: [...warnings, ...once] };
  }

  /** Errors as `configure` would give them, and what could not be checked. Stores nothing. */
  async checkDocument(
    document: unknown,
    { onlyThere = false, ...options }: ConfigureOptions & { readonly onlyThere?: boolean } = {},
  ) {
    return answer(() => {
      if (onlyThere && this.#isEmpty) throw notFound('integration');
      return this.#integration.checkDocument(document, options);
    });
  }

  async revisions() {
    return answer(() => this.#integration.reports.revisions());
  }

  async revision(number: number) {
    return answer(() => this.#integration.reports.revision(number));
  }

  /** What a restored version would store. */
  async restorable(number: number) {
    return answer(() => this.#integration.restorable(number));
  }

  async restore(number: number, options: ConfigureOptions & { readonly by: By }) {
    return this.#change(async () => {
      const view = await this.#integration.restore(number, options);
      await this.#entry.lookForTwins('at-once');
      return view;
    });
  }

  /** A draft goes live. */
  async goLive(request: StartRequest, options: ConfigureOptions & { readonly by: By }) {
    return this.#change(async () => {
      const view = await this.#integration.goLive(request, options);
      await this.#entry.lookForTwins('at-once');
      return view;
    });
  }

  async questions() {
    return answer(() => this.#integration.questions());
  }

  async noteAnswers() {
    return answer(() => this.#integration.noteAnswers());
  }

  async lookups(flow: string, language?: Language) {
    return answer(() => this.#integration.lookups(flow, language));
  }

  async mappingOverview(flow: string, sample?: string) {
    return answer(() => this.#integration.mappingOverview(flow, sample));
  }

  async tryMapping(flow: string, mapping: AskedExpressions, sample?: string) {
    return answer(() => this.#integration.tryMapping(flow, mapping, sample));
  }

  async renameConnection(from: string, to: string, by: By, language?: Language) {
    return this.#change(() => this.#integration.renameConnection(from, to, language, by));
  }

  async acceptAccount(connection: string, account: 'another' | 'same', by: By, language?: Language) {
    return this.#change(() => this.#integration.acceptAccount(connection, account, language, by));
  }

  async startAfresh(connection: string, by: By) {
    return this.#change(() => this.#integration.startAfresh(connection, by));
  }

  async setState(state: IntegrationState, by: By, language?: Language) {
    return this.#change(async () => {
      await this.#integration.setState(state, by);
      return this.#integration.reportsIn(language).view();
    });
  }

  /** What people did to it goes to the house first, which keeps it for its year. */
  async destroy(by: By) {
    return answer(async () => {
      if (this.#isEmpty) {
        // What is left of it may be an entry, where an earlier call did not reach the directory.
        if (await this.#entry.takeAway()) return;
        throw notFound('integration');
      }
      await bequeath({ env: this.env, id: this.#id, log: this.#log }, this.#integration);
      await this.#integration.close();
      try {
        // Nothing is done to it any more. Where the house does not take it, nothing is deleted.
        await this.#leaveTrail(by);
        await this.#waking.clear();
        await this.ctx.storage.deleteAll();
      } finally {
        await this.#open();
      }
      // It is gone. An entry that stays goes when the cron next comes.
      await this.#entry.takeAway().catch((error) => this.#log.error('report_failed', {}, error));
    });
  }

  async #leaveTrail(by: By): Promise<void> {
    const to = house(this.env);
    let before: number | undefined;
    do {
      const deeds: readonly Deed[] = this.#integration.trail({ before }, trailPage);
      if (deeds.length > 0) unwrap(await to.keepTrail(this.#id, deeds));
      before = deeds.length < trailPage ? undefined : deeds.at(-1)?.id;
    } while (before !== undefined);
    unwrap(await to.deleted(this.#id, by));
  }

  /** Whether nothing is configured here. */
  get #isEmpty(): boolean {
    return !this.#integration.isConfigured;
  }

  async view(language?: Language) {
    await this.#entry.lookForTwins();
    return answer(() => this.#integration.reportsIn(language).view());
  }

  /** That of the account which its days are told in; null while none is known. */
  async timeZone() {
    return answer(() => this.#integration.reports.timeZone);
  }

  /** How its connections stand, as far as that is known. */
  async connections(language?: Language) {
    return answer(() => this.#integration.reportsIn(language).connections());
  }

  /** Tries both connections, or one of them. */
  async check(language?: Language, connection?: string) {
    return this.#change(() => this.#integration.check(language, connection));
  }

  /** Where somebody may give access over a connection. What proves the asking goes to the asking browser alone. */
  async accessUrl(connection: string, redirectUri: string, state: string) {
    return answer(() => this.#integration.accessUrl(connection, redirectUri, state));
  }

  /** `query`: what the system sent the browser back with. */
  async takeAccess(
    connection: string,
    { query, by, ...asked }: Omit<AccessAnswer, 'parameters'> & { query: string; by: By },
  ) {
    const given = { ...asked, parameters: new URLSearchParams(query) };
    return this.#change(() => this.#integration.takeAccess(connection, given, by));
  }

  /** The secrets of the two addresses are told to whoever opens it alone. */
  async openActivation(connection: string, address: string | null | undefined, by: By) {
    return answer(() => this.#integration.openActivation(connection, address, by));
  }

  async activation(connection: string, language?: Language) {
    return answer(() => this.#integration.activation(connection, language));
  }

  async activationBy(connection: string, secret: string) {
    return answer(() => this.#integration.activationBy(connection, secret));
  }

  /** `sent`: the form that the system sent. */
  async takeActivation(connection: string, secret: string, sent: string) {
    return this.#change(async () => {
      const state = await this.#integration.takeActivation(connection, secret, sent);
      await this.#entry.lookForTwins('at-once');
      return state;
    });
  }

  /** `query`: what the system sent the browser with. */
  async activationOutcome(connection: string, secret: string, query: string, language?: Language) {
    return answer(() => this.#integration.activationOutcome(connection, secret, query, language));
  }

  /** Another integration over the same account asks whose order this is. */
  async ownWorkIn(account: KnownAccount, id: string, reference: string | undefined) {
    return answer(() => this.#integration.forSiblings.ownWorkIn(account, id, reference));
  }

  /** Another one is deleted, and leaves what it knows. */
  async inherit(left: readonly Legacy[]) {
    return answer(() => this.#integration.forSiblings.inherit(left));
  }

  /**
   * Likewise what is known here of a customer's record. An object of a version that answered otherwise does not know this name: it refuses, and
   * the record waits. One that asks without marks, as versions before did, is told of all calls.
   */
  async customerKnown(account: KnownAccount, id: string, seenAt: number, marks?: AskedCustomer['marks']) {
    return answer(() => this.#integration.forSiblings.customerIn(account, { id, seenAt, marks }));
  }

  /** Likewise what there is to know of this one; null when nothing is configured here. */
  async relations() {
    return answer(async () => {
      const relations = this.#integration.forSiblings.relations();
      return relations && relationMarks(this.env, relations);
    });
  }

  /** Another one over the same accounts is new, or works with others now. */
  async forgetSiblings() {
    this.#siblings.forget();
  }

  /** For sessions in the queue's consumer. It gives credentials: no route may lead here. */
  async port(connection: string, call: PortCall) {
    const work = () => this.#integration.port(connection, call);
    return call.port === 'report' ? this.#change(work) : answer(work);
  }

  /** For whoever works on a batch. A claim holds keys: no route may lead here. */
  async batch(id: number, call: BatchCall) {
    return answer(async () => {
      const value = await this.#integration.batch(id, call);
      if (call.do === 'report') await this.#reported();
      return value;
    });
  }

  /** What the directory shows is told when the last of many batches is in; the alarm and the cron tell it too. */
  async #reported(): Promise<void> {
    await this.#waking.arm();
    if (!this.#integration.hasBatches) await this.#entry.report();
  }

  async preview(flow: string, key: string) {
    return answer(() => this.#integration.preview(flow, key));
  }

  async dryRun(flow: string, request: DryRunRequest) {
    return answer(() => this.#integration.dryRun(flow, request));
  }

  async sync(
    flow: string,
    { numbers = [], ...request }: SyncRequest & { numbers?: readonly string[] | undefined },
    by: By,
  ) {
    return this.#change(async () => {
      const found = await this.#integration.keysOf(flow, numbers);
      const keys = [...(request.keys ?? []), ...found];
      return this.#integration.sync(flow, { ...request, ...(keys.length > 0 ? { keys } : {}) }, by);
    });
  }

  async tasks(filter: NamedFilter<TaskFilter>, limit: number, language?: Language) {
    return answer(() => this.#integration.reportsIn(language).tasks(filter, limit));
  }

  async retry(task: number, by: By, language?: Language) {
    return this.#change(() => this.#integration.retry(task, language, by));
  }

  async task(task: number, language?: Language) {
    return answer(() => this.#integration.reportsIn(language).taskById(task));
  }

  async skip(task: number, by: By, why: string, language?: Language) {
    return this.#change(async () => {
      const sealed = await this.#integration.sealWhy(task, why);
      return this.#integration.skip(task, by, sealed, language);
    });
  }

  async unskip(task: number, by: By, language?: Language) {
    return this.#change(() => this.#integration.unskip(task, by, language));
  }

  async retryParked(by: By) {
    return this.#change(() => this.#integration.retryParked(by));
  }

  /** What needs somebody, by cause. `from`: how many causes were seen already. */
  async desk(from: number, limit: number, language?: Language) {
    return answer(() => this.#integration.reportsIn(language).desk.view(from, limit));
  }

  async cause(id: string, language?: Language) {
    return answer(() => this.#integration.reportsIn(language).desk.cause(id));
  }

  async solved(language?: Language) {
    return answer(() => this.#integration.reportsIn(language).desk.solved());
  }

  async retryCause(id: string, by: By) {
    return this.#change(() => this.#integration.retryCause(id, by));
  }

  async leaveOutCause(id: string, why: LeftOutWhy, by: By) {
    return this.#change(() => this.#integration.leaveOutCause(id, why, by));
  }

  async takeBackCause(remedy: number, by: By) {
    return this.#change(() => this.#integration.takeBackCause(remedy, by));
  }

  async solveCause(id: string, fix: Fix, options: ConfigureOptions & { readonly by: By }) {
    return this.#change(() => this.#integration.solveCause(id, fix, options));
  }

  async stock(flow?: string, language?: Language) {
    return answer(() => this.#integration.reportsIn(language).stock(flow));
  }

  async levels(flow: string | undefined, sku: string, language?: Language) {
    return answer(() => this.#integration.reportsIn(language).levels(flow, sku));
  }

  async products(flow: string | undefined, sku: string, language?: Language) {
    return answer(() => this.#integration.reportsIn(language).products(flow, sku));
  }

  async retryLevels(flow: string, sku: string | undefined, by: By) {
    return this.#change(() => this.#integration.retryLevels(flow, sku, by));
  }

  async activity(filter: NamedFilter<ActivityFilter>, limit: number, language?: Language) {
    return answer(() => this.#integration.reportsIn(language).activity(filter, limit));
  }

  async transfer(id: number, language?: Language) {
    return answer(() => this.#integration.reportsIn(language).transfer(id));
  }

  /** What `erase` would find. Changes nothing. */
  async findPerson(email: string, cursor: string | undefined) {
    return answer(() => this.#integration.findPerson(email, cursor));
  }

  async erase(email: string, cursor: string | undefined, by: By | undefined) {
    return answer(() => this.#integration.erase(email, cursor, by));
  }

  /** What people did, newest first. */
  async trail(filter: TrailFilter, limit: number) {
    return answer(() => {
      if (this.#isEmpty) throw notFound('integration');
      return this.#integration.trail(filter, limit);
    });
  }

  async orders(filter: OrderFilter, limit: number, language?: Language) {
    return answer(() => this.#integration.reportsIn(language).orders.list(filter, limit));
  }

  async order(flow: string, key: string, language?: Language) {
    return answer(() => this.#integration.reportsIn(language).orders.order(flow, key));
  }

  async amounts(filter: AmountsFilter, language?: Language) {
    return answer(() => this.#integration.reportsIn(language).orders.amounts(filter));
  }

  async insights(filter: InsightsFilter, language?: Language) {
    return answer(() => this.#integration.reportsIn(language).insights.period(filter));
  }

  /** `last`: so many of the orders that were placed last. */
  async glance(last: number, language?: Language) {
    return answer(() => this.#integration.reportsIn(language).insights.glance(last));
  }

  async reconciliation(filter: ReconciliationFilter, language?: Language) {
    return answer(() => this.#integration.reportsIn(language).insights.reconciliation(filter));
  }

  /** The orders that make the difference of a month. */
  async apart(filter: ReconciliationFilter, cursor: string | undefined, limit: number, language?: Language) {
    return answer(() => this.#integration.reportsIn(language).insights.apart(filter, cursor, limit));
  }

  async dayFigures(since: number, until: number) {
    return answer(() => this.#integration.dayFigures(since, until));
  }

  /** Runs a change that may create work or alter what the directory shows. */
  async #change<Value>(work: () => Value | Promise<Value>) {
    return answer(async () => {
      const value = await work();
      this.#siblings.forget();
      await this.#waking.arm();
      await this.#entry.report();
      return value;
    });
  }
}
