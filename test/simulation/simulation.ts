import { whole } from '../../sandbox/kit/random.ts';
import { Sandbox } from '../../sandbox/sandbox.ts';
import type { Log } from '../../src/engine/log.ts';
import { hookOf } from '../support/hook-of.ts';
import type { VirtualClock } from '../support/virtual-clock.ts';
import type { Breakage } from './breakages/breakage.ts';
import { History } from './invariants/history.ts';
import { Merchant } from './people/merchant.ts';
import { People } from './people/people.ts';
import type { Scenario } from './scenario.ts';
import type { Trace } from './trace.ts';
import { affliction } from './world/afflictions.ts';
import { isWrite } from './world/call-line.ts';
import { anyTrouble, awayTrouble, lateTrouble, type Trouble } from './world/faults.ts';
import { type Call, Network } from './world/network.ts';
import { OtherShop } from './world/other-shop.ts';
import { Platform } from './world/platform.ts';
import { Refusals } from './world/refusals.ts';
import { Storage } from './world/storage.ts';
import { Vault } from './world/vault.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const hookAddress = 'https://koppel.example.com/hooks/simulated/shop';
const durableAfterMs = 20;
/** The flow from the shop's own account; what another account left waits until somebody goes back to it. */
const flow = 'orders:shop:books';
const patienceMs = 80 * hourMs;
/** A write is where a fault can do harm. */
const moreForWrites = 2;

/** One integration between a shop and books, with everything that happens to it. */
export class Simulation {
  readonly startedAt: number;
  readonly sandbox: Sandbox;
  readonly otherShop: OtherShop;
  readonly history: History;
  readonly storage: Storage;
  readonly network: Network;
  readonly platform: Platform;
  readonly people: People;
  readonly refusals: Refusals;
  readonly merchant: Merchant;
  /** What the engine logged. */
  readonly logged: string[] = [];
  /** What went wrong with the run itself. */
  readonly errors: string[] = [];
  isCalm = false;
  #cancelPump: () => void = () => undefined;
  readonly #vault = new Vault();

  constructor(
    readonly clock: VirtualClock,
    readonly scenario: Scenario,
    readonly trace: Trace,
    breakage: Breakage,
  ) {
    this.startedAt = clock.now();
    this.storage = new Storage((work) => clock.timer(durableAfterMs, work));
    this.sandbox = new Sandbox(clock, (request) => this.#deliver(request));
    this.otherShop = new OtherShop(clock);
    const { ecwid, jortt } = this.sandbox.systems;
    const webhookEvents = ['order.created', 'order.updated', 'order.deleted', 'customer.created'];
    ecwid.change({ ...scenario.shop, webhookUrl: hookAddress, webhookEvents });
    jortt.change(scenario.books);
    this.history = new History(this.sandbox);
    this.network = new Network({
      clock,
      handle: ({ system, request }) =>
        this.otherShop.has(request) ? this.otherShop.handle(request) : this.sandbox.handle(system, request),
      trace,
      trouble: async (call) => (await this.#affliction(call.request)) ?? this.#trouble(call),
      pageRows: scenario.pageRows,
      asked: () => this.pump(),
    });
    const some = (part: number) => !this.isCalm && clock.random() < part;
    this.platform = new Platform({
      id: 'simulated',
      clock,
      storage: this.storage,
      vault: this.#vault,
      network: this.network,
      trace,
      log: this.#log(),
      isDeadly: () => some(scenario.deaths),
      losesAlarm: () => some(scenario.lostAlarms),
      breakage,
    });
    this.merchant = new Merchant(this);
    this.refusals = new Refusals(this.sandbox, clock, (token) => this.merchant.enter({ token }));
    const shopToken = () => this.refusals.shopToken;
    this.people = new People({ clock, sandbox: this.sandbox, history: this.history, trace, shopToken });
  }

  /** What a sealed value holds. */
  opened(sealed: string): string {
    return this.#vault.opened(sealed);
  }

  get now(): number {
    return this.clock.now();
  }

  /** Something that happens at a moment of the run. */
  at(ms: number, work: () => void | Promise<void>): void {
    this.clock.timer(this.startedAt + ms - this.now, () => {
      Promise.resolve()
        .then(work)
        .then(() => this.pump())
        .catch((error: unknown) => this.errors.push(String(error instanceof Error ? error.stack : error)));
    });
  }

  /** Sees to what the systems do by themselves: webhooks, invoices on their way. */
  pump(): void {
    this.#cancelPump();
    const due = this.sandbox.nextDueAt();
    if (due === null) return;
    this.#cancelPump = this.clock.timer(due - this.now, () => {
      void this.sandbox.runDue().then(() => this.pump());
      this.pump();
    });
  }

  /** The cron. It should come every minute; nobody promises that it does. */
  cron(): void {
    this.clock.timer(whole(() => this.clock.random(), 1, 5) * minuteMs, () => {
      void this.platform.wake();
      this.cron();
    });
  }

  /** Lets time pass until nothing is left to be done. Tells what is, when patience ends. */
  async settle(): Promise<void> {
    const until = this.now + patienceMs;
    for (;;) {
      await this.clock.runUntil(this.now + minuteMs);
      const left = this.#left();
      if (left === null) return;
      if (this.now < until) continue;
      this.errors.push(`after ${patienceMs / hourMs} hours ${left}`);
      return;
    }
  }

  #left(): string | null {
    const open = this.storage.read(
      "SELECT * FROM tasks WHERE flow = ? AND state IN ('queued', 'running', 'waiting')",
      flow,
    );
    if (open[0]) return `a task is still ${open[0].state}: ${open[0].key} ${open[0].problem}`;
    const troubled = this.storage.read(
      'SELECT name FROM connections WHERE health IS NOT NULL OR account IS NULL',
    );
    if (troubled[0]) return `the connection ${troubled[0].name} is in trouble`;
    if (this.network.lateCalls > 0) return 'a system is still at work on a call';
    if (this.sandbox.nextDueAt() !== null) return 'a webhook or an invoice is on its way';
    if (this.scenario.every === null) return null;
    const [cursor] = this.storage.read('SELECT * FROM cursors WHERE flow = ?', flow);
    const seen = Number(cursor?.since) > this.history.lastChangeAt + minuteMs;
    return seen && cursor?.until === null && cursor.problem === null ? null : 'the poll is behind';
  }

  #affliction(request: Request): Promise<Trouble | null> {
    const ids = [...this.history.orders.keys()];
    return this.otherShop.has(request)
      ? Promise.resolve(null)
      : affliction(this.scenario, { isCalm: this.isCalm, ids }, request);
  }

  #trouble({ system, line }: Call): Trouble | null {
    if (this.isCalm) return null;
    const random = () => this.clock.random();
    const at = this.now - this.startedAt;
    const away = this.scenario.troubles.some(
      (each) => each.kind === 'away' && each.system === system && at >= each.from && at < each.until,
    );
    if (away) return awayTrouble(random, system);
    if (isWrite(line) && !line.endsWith('/token') && random() < this.scenario.late)
      return lateTrouble(random);
    const part = this.scenario.faults * (isWrite(line) ? moreForWrites : 1);
    return random() < part ? anyTrouble(random, system) : null;
  }

  async #deliver(request: Request): Promise<Response> {
    await this.clock.sleep(whole(() => this.clock.random(), 1, 50));
    const hook = await hookOf(request);
    const status = await this.platform.accept('shop', hook);
    this.trace(() => `hook ${hook.body.slice(0, 400)}: ${status}`);
    return new Response(null, { status });
  }

  #log(): Log {
    const write = (event: string, fields: object, error?: unknown) => {
      this.logged.push(JSON.stringify({ event, ...fields }));
      this.trace(() => `${event} ${JSON.stringify(fields)} ${error instanceof Error ? error.stack : ''}`);
      if (error !== undefined) this.errors.push(`${event}: ${error instanceof Error ? error.stack : error}`);
    };
    return { info: write, error: write };
  }
}
