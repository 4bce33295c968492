import { whole } from '../../../sandbox/kit/random.ts';
import { Sandbox } from '../../../sandbox/sandbox.ts';
import type { Integration } from '../../../src/engine/integration.ts';
import type { Log } from '../../../src/engine/log.ts';
import { Locks } from '../../../src/engine/work/locks.ts';
import { hookOf } from '../../support/hook-of.ts';
import { credentials } from '../../support/systems.ts';
import type { VirtualClock } from '../../support/virtual-clock.ts';
import type { Breakage } from '../breakages/breakage.ts';
import type { Trace } from '../trace.ts';
import { isForConnection, isUpdate, isWrite } from '../world/call-line.ts';
import { anyTrouble, lateTrouble, type Trouble } from '../world/faults.ts';
import { idStore } from '../world/id-store.ts';
import { Leases } from '../world/leases.ts';
import { type Call, Network, systemAt } from '../world/network.ts';
import { Platform, publicUrl } from '../world/platform.ts';
import { Storage } from '../world/storage.ts';
import { Vault } from '../world/vault.ts';
import { Workers } from '../world/workers.ts';
import { LevelBook, type Levels, levelsIn } from './level-book.ts';
import { Keeper } from './people/keeper.ts';
import { tills } from './people/tills.ts';
import type { CatalogueScenario } from './scenario.ts';
import { shopNames } from './shops.ts';

const integrationId = 'catalogue';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const durableAfterMs = 20;
const patienceMs = 80 * hourMs;
const moreForWrites = 2;
const slowestMessageMs = 2_000;
const latestMessageMs = 20 * minuteMs;
/** Every change brings calls about, and every call changes: without an end they would bring each other about for ever. */
const mostMeddling = 40;

/** What goes wrong for a while: a queue that takes nothing in, a shop that could not be asked for webhooks. */
const triedAgain: ReadonlySet<string> = new Set(['queue_failed', 'hooks_not_asked']);

/** Says that it is done, and nothing is: of an update there is no other answer to tell it by. */
function isDenial(trouble: Trouble): boolean {
  return trouble.kind === 'sandbox' && trouble.rule.kind === 'empty';
}

/** A write of Koppel in the shop that follows. */
export interface Writing {
  readonly at: number;
  /** `PUT /api/v3/1001/products/501000` */
  readonly line: string;
}

/** A shop that follows another one, with what goes between them: products, categories, levels. */
export class Catalogue {
  readonly startedAt: number;
  readonly sandbox: Sandbox;
  readonly master: Keeper;
  readonly follower: Keeper;
  readonly book = new LevelBook();
  readonly leases = new Leases();
  readonly storage: Storage;
  readonly network: Network;
  readonly platform: Platform;
  readonly workers: Workers;
  readonly writings: Writing[] = [];
  /** What went wrong with the run itself. */
  readonly errors: string[] = [];
  isCalm = false;
  /** Changes a level in the master. */
  meddle: () => Promise<void> = async () => undefined;
  #meddled = 0;
  /** When the call left whose requests the follower carries out in the background: it may have been heard minutes later. */
  #batchSentAt = 0;
  #cancelPump: () => void = () => undefined;
  readonly #oneByOne = new Locks();

  constructor(
    readonly clock: VirtualClock,
    readonly scenario: CatalogueScenario,
    readonly trace: Trace,
    breakage: Breakage,
  ) {
    const random = () => clock.random();
    const some = (part: number) => !this.isCalm && part > 0 && random() < part;
    this.startedAt = clock.now();
    this.sandbox = new Sandbox(clock, (request) => this.#deliver(request));
    this.sandbox.reset(false);
    for (const shop of shopNames) this.sandbox.systems[shop].change(scenario.shops[shop]);
    const webhookUrl = `${publicUrl}/hooks/${integrationId}/ecwid`;
    this.sandbox.systems.ecwid.change({ webhookUrl, webhookEvents: hookEvents });
    this.master = new Keeper(this.sandbox, scenario.from);
    this.follower = new Keeper(this.sandbox, scenario.to);
    this.storage = new Storage((work) => clock.timer(durableAfterMs, work));
    this.network = new Network({
      clock,
      handle: (call) => this.#handle(call),
      trace,
      trouble: async (call) => this.#trouble(call),
      pageRows: 100,
      asked: () => this.pump(),
    });
    this.workers = new Workers({
      id: integrationId,
      clock,
      platform: () => this.platform,
      storage: this.storage,
      network: this.network,
      leases: this.leases,
      breakage,
      idCache: idStore({
        now: () => clock.now(),
        isAway: () => some(scenario.kv.away),
        isStale: () => some(scenario.kv.stale),
      }),
      trace,
      deliveries: () => this.#deliveries(),
      isQueueDown: () => this.#isQueueDown(),
      isDeadly: () => some(scenario.workersDeaths),
      maxCalls: scenario.maxCalls,
    });
    this.platform = new Platform({
      id: integrationId,
      clock,
      storage: this.storage,
      vault: new Vault(),
      network: this.network,
      trace,
      log: this.#log(),
      queue: this.workers,
      isDeadly: () => some(scenario.deaths),
      losesAlarm: () => false,
      breakage,
    });
  }

  /** Something that happens at a moment of the run. */
  at(ms: number, work: () => void | Promise<void>): void {
    this.clock.timer(this.startedAt + ms - this.clock.now(), () => {
      Promise.resolve()
        .then(work)
        .then(() => this.pump())
        .catch((error: unknown) => this.errors.push(String(error instanceof Error ? error.stack : error)));
    });
  }

  /** Sees to what the shops do by themselves: webhooks, batches. */
  pump(): void {
    this.#cancelPump();
    const due = this.sandbox.nextDueAt();
    if (due === null) return;
    this.#cancelPump = this.clock.timer(due - this.clock.now(), () => {
      void this.sandbox
        .runDue()
        .then(() => this.#noteWritten(this.#batchSentAt))
        .then(() => this.pump());
      this.pump();
    });
  }

  /** The cron. */
  cron(): void {
    this.clock.timer(whole(() => this.clock.random(), 1, 5) * minuteMs, () => {
      void this.platform.wake();
      this.cron();
    });
  }

  async configure(): Promise<void> {
    const { from, to, flows, stock, every } = this.scenario;
    const { place } = tills[from];
    const settings = {
      stock: {
        quantity: stock.quantity,
        ...(stock.quantity === 'onHand' && place !== null ? { sourceLocations: [place] } : {}),
        safetyStock: stock.safetyStock,
        verify: `${stock.verifyMinutes}m`,
      },
      products: {
        fields: { description: 'createOnly' },
        price: { pricesIncludeVat: { source: true, target: true } },
      },
      categories: {},
    };
    await this.insist((integration) =>
      integration.configure({
        name: 'Catalogue',
        connections: {
          [from]: { connector: from, credentials: credentials[from] },
          [to]: { connector: to, credentials: credentials[to] },
        },
        flows: flows.map((flow) => ({
          flow,
          from,
          to,
          settings: settings[flow],
          ...(every === null ? {} : { every }),
        })),
      }),
    );
  }

  /** Has all of it looked at, as a person asks. */
  async syncAll(): Promise<void> {
    for (const flow of this.scenario.flows)
      await this.insist((integration) => integration.sync(flow, { since: '2000-01-01T00:00:00Z' }));
  }

  /** Has each product looked at, also where nothing is new. */
  async syncProducts(): Promise<void> {
    if (!this.scenario.flows.includes('products')) return;
    const keys = (await this.master.products()).map(({ id }) => id);
    await this.insist((integration) => integration.sync('products', { keys }));
  }

  /** What people did in the master is in the book. */
  async noteMaster(): Promise<void> {
    this.book.noteMaster(await this.masterLevels(), this.clock.now());
  }

  async noteFollower(): Promise<void> {
    this.book.noteThere(levelsIn(await this.follower.products(), new Map()));
  }

  /** As the setting has it counted. */
  async masterLevels(): Promise<Levels> {
    return levelsIn(await this.master.products(), this.master.beside(this.scenario.stock.quantity));
  }

  /** Whether Koppel may be at work on something in the follower: what is added to it now may meet a write of a whole list. */
  get isBusy(): boolean {
    const lastWrite = this.network.sent.findLast(({ line }) => isWrite(line))?.at ?? 0;
    return (
      this.storage.read('SELECT id FROM batches').length > 0 ||
      this.storage.read("SELECT id FROM tasks WHERE state = 'running'").length > 0 ||
      this.storage.read('SELECT name FROM steps').length > 0 ||
      this.network.lateCalls > 0 ||
      lastWrite + 100_000 > this.clock.now()
    );
  }

  /** Lets time pass until nothing is left to be done. Tells what is, when patience ends. */
  async settle(): Promise<void> {
    const until = this.clock.now() + patienceMs;
    const from = this.clock.now();
    for (;;) {
      await this.clock.runUntil(this.clock.now() + minuteMs);
      const left = this.#left(from);
      if (left === null) return;
      if (this.clock.now() < until) continue;
      this.errors.push(`it does not come to rest: ${left}`);
      return;
    }
  }

  /** Does it again when nothing comes back. */
  async insist(what: (integration: Integration) => unknown): Promise<void> {
    for (;;) {
      try {
        await this.platform.person(async (integration) => void (await what(integration)));
        return;
      } catch (error) {
        if (!String(error).includes('the object died')) throw error;
        await this.clock.sleep(1_000);
      }
    }
  }

  #left(from: number): string | null {
    const [task] = this.storage.read("SELECT * FROM tasks WHERE state IN ('queued', 'running', 'waiting')");
    if (task) return `a task is still ${task.state}: ${task.flow} ${task.key} ${task.problem}`;
    const [dirty] = this.storage.read('SELECT * FROM dirty WHERE due_at < 8000000000000000');
    if (dirty) return `a key is still dirty: ${dirty.key} ${dirty.problem}`;
    const [batch] = this.storage.read('SELECT * FROM batches');
    if (batch) return `the batch ${batch.id} is still there`;
    const [troubled] = this.storage.read(
      'SELECT name FROM connections WHERE health IS NOT NULL OR account IS NULL',
    );
    if (troubled) return `the connection ${troubled.name} is in trouble`;
    if (this.network.lateCalls > 0) return 'a system is still at work on a call';
    if (this.workers.underWay > 0) return 'a message is on its way, or somebody is at work on a batch';
    if (this.sandbox.nextDueAt() !== null) return 'a webhook or a batch of a shop is on its way';
    if (this.scenario.every === null) return null;
    const behind = this.storage
      .read('SELECT * FROM cursors')
      .find(({ since, until, problem }) => Number(since) < from || until !== null || problem !== null);
    return behind ? `the poll ${behind.flow} is behind` : null;
  }

  #handle({ system, request, line, sentAt }: Call): Promise<Response> {
    if (system === this.scenario.to) this.#meddle();
    if (!isWrite(line) || system !== this.scenario.to) return this.sandbox.handle(system, request);
    return this.#oneByOne.run('write', async () => {
      if (line.endsWith('/batch')) this.#batchSentAt = sentAt;
      const answer = await this.sandbox.handle(system, request);
      if (answer.ok && !isForConnection(line)) this.writings.push({ at: this.clock.now(), line });
      await this.#noteWritten(sentAt);
      return answer;
    });
  }

  /** What was read of the master for this call is of yesterday by the time that it is answered. */
  #meddle(): void {
    const { meddling } = this.scenario;
    if (this.isCalm || this.#meddled >= mostMeddling || meddling === 0) return;
    if (this.clock.random() >= meddling) return;
    this.#meddled++;
    const ms = this.clock.now() - this.startedAt + whole(() => this.clock.random(), 1, 300);
    this.at(ms, () => this.meddle());
  }

  async #noteWritten(sentAt: number): Promise<void> {
    const levels = levelsIn(await this.follower.products(), new Map());
    this.book.noteWritten(levels, { sentAt, at: this.clock.now() });
  }

  #trouble({ system, line }: Call): Trouble | null {
    if (this.isCalm) return null;
    const { faults, late } = this.scenario;
    const random = () => this.clock.random();
    if (isWrite(line) && !line.endsWith('/token') && random() < late) return lateTrouble(random);
    if (random() >= faults * (isWrite(line) ? moreForWrites : 1)) return null;
    const trouble = anyTrouble(random, system);
    return isUpdate(line) && isDenial(trouble) ? null : trouble;
  }

  #deliveries(): number[] {
    const random = () => this.clock.random();
    const { lost, twice, late } = this.isCalm ? { lost: 0, twice: 0, late: 0 } : this.scenario.queue;
    const delay = () => whole(random, 10, random() < late ? latestMessageMs : slowestMessageMs);
    if (random() < lost) return [];
    return random() < twice ? [delay(), delay()] : [delay()];
  }

  #isQueueDown(): boolean {
    const { down } = this.scenario.queue;
    const at = this.clock.now() - this.startedAt;
    return !this.isCalm && down !== null && at >= down.from && at < down.until;
  }

  async #deliver(request: Request): Promise<Response> {
    // A shop fetches a picture of another one.
    const asked = systemAt(request);
    if (asked !== undefined) return this.sandbox.handle(asked, request);
    await this.clock.sleep(whole(() => this.clock.random(), 1, 50));
    const hook = await hookOf(request);
    const [, , , connection = ''] = new URL(request.url).pathname.split('/');
    const status = await this.platform.accept(connection, hook);
    return new Response(null, { status });
  }

  #log(): Log {
    const write = (event: string, fields: object, error?: unknown) => {
      this.trace(() => `${event} ${JSON.stringify(fields)} ${error instanceof Error ? error.stack : ''}`);
      if (error !== undefined && !triedAgain.has(event))
        this.errors.push(`${event}: ${error instanceof Error ? error.stack : error}`);
    };
    return { info: write, error: write };
  }
}

const hookEvents = ['product', 'category'].flatMap((record) =>
  ['created', 'updated', 'deleted'].map((what) => `${record}.${what}`),
);
