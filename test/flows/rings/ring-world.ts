import { ecwidSettings } from '../../../sandbox/ecwid/settings.ts';
import { jorttSettings } from '../../../sandbox/jortt/settings.ts';
import { seededRandom } from '../../../sandbox/kit/random.ts';
import { Sandbox } from '../../../sandbox/sandbox.ts';
import type { TaskView } from '../../../src/engine/reporting/views.ts';
import { ConnectedLives } from '../../support/connected-lives.ts';
import { minuteMs } from '../../support/durations.ts';
import { EngineLife } from '../../support/engine-life.ts';
import { hookOf } from '../../support/hook-of.ts';
import { sahin, shopDeeds } from '../../support/shop-deeds.ts';
import { credentials, hosts } from '../../support/systems.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';

type System = 'ecwid' | 'jortt' | 'magento';

export interface RingFlow {
  /** Orders when left out. */
  readonly flow?: 'orders' | 'customers';
  readonly from: System;
  readonly to: System;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly enabled?: boolean;
}

interface Reference {
  readonly reference?: string | null;
}

/** One system's sales, with what tells them: a shop's own number, or the reference of an invoice. */
export interface Documents {
  readonly ecwid: readonly { readonly id: string; readonly privateAdminNotes?: string }[];
  readonly jortt: readonly Reference[];
  readonly magento: readonly { readonly increment_id: string; readonly ext_order_id?: string | null }[];
}

/** Integrations over the same accounts of three systems, in one deployment, on one clock. */
export class RingWorld {
  readonly clock = new VirtualClock(undefined, seededRandom(7));
  readonly connected = new ConnectedLives();
  /** Told of every call before it is carried out, and of its answer: `mugs POST jortt /v3/invoices`. */
  before: (call: string) => Promise<void> | void = () => undefined;
  after: (call: string) => Promise<void> | void = () => undefined;
  /** Carries a call out, and may do so later than it answers. */
  during: (call: string, work: () => Promise<Response>) => Promise<Response> = (_, work) => work();
  readonly calls: string[] = [];
  readonly sandbox: Sandbox;
  readonly #lives: Life[] = [];

  constructor() {
    this.sandbox = new Sandbox(this.clock, async (request) => {
      const hook = await hookOf(request);
      for (const life of this.#lives.filter(({ isOpen }) => isOpen))
        await life.integration.accept('ecwid', hook);
      return new Response(null);
    });
    const webhookUrl = 'https://koppel.example/hooks/ring/ecwid';
    this.sandbox.systems.ecwid.change(ecwidSettings.parse({ limits: false, webhookUrl }));
    this.sandbox.systems.jortt.change(jorttSettings.parse({ limits: false }));
    this.sandbox.reset(false);
  }

  /** `alone`: of another deployment, whose integrations know nothing of these. */
  async add(id: string, flows: readonly RingFlow[], of: 'this' | 'alone' = 'this'): Promise<Life> {
    const life = new Life(id, this);
    if (of === 'this') this.connected.connect(life);
    this.#lives.push(await life.open());
    await life.integration.configure(documentOf(flows));
    await this.live(2 * minuteMs);
    return life;
  }

  /** An integration is deleted, with all that it knew; `silent`: the others do not hear of it. */
  remove(life: Life, how: 'silent' | 'told' = 'silent'): void {
    const left = how === 'told' ? life.integration.forSiblings.legacy() : [];
    for (const other of this.#lives)
      if (other !== life && other.isOpen) other.integration.forSiblings.inherit(left);
    this.connected.disconnect(life);
    this.#lives.splice(this.#lives.indexOf(life), 1);
  }

  async carry(id: string, request: Request): Promise<Response> {
    const { host, pathname } = new URL(request.url);
    const system = Object.entries(hosts).find(([each]) => each === host)?.[1] ?? '';
    const call = `${id} ${request.method} ${system} ${pathname}`;
    this.calls.push(call);
    await this.before(call);
    const answer = await this.during(call, () => this.sandbox.handle(system, request));
    await this.after(call);
    return answer;
  }

  /** Lets this much time pass; whoever died over it is started again. */
  async live(ms: number): Promise<void> {
    const until = this.clock.now() + ms;
    for (let runs = 0; runs < 20_000; runs++) {
      for (const life of this.#lives) if (!life.isOpen) await life.open();
      const moments = this.#lives.map((life) => life.nextRunAt()).filter((at) => at !== null);
      const next = Math.min(...moments, this.sandbox.nextDueAt() ?? Number.POSITIVE_INFINITY);
      if (next > until) return this.clock.runUntil(until);
      await this.clock.runUntil(next);
      await this.clock.settle(this.sandbox.runDue());
      for (const life of this.#lives) {
        if (life.isOpen && (life.nextRunAt() ?? Number.POSITIVE_INFINITY) <= this.clock.now())
          await life.run();
      }
    }
    throw new Error('It does not come to rest.');
  }

  /** Somebody buys in the webshop. Returns the order's number. */
  async sellInEcwid(parts: Parameters<ReturnType<typeof shopDeeds>['sell']>[0] = {}): Promise<string> {
    return (await shopDeeds(this.sandbox.systems).sell({ buyer: sahin, ...parts })).id;
  }

  /** The merchant writes an invoice in the books, and it is sent; or somebody buys in the other shop. */
  async sellIn(system: 'jortt' | 'magento', count = 1): Promise<void> {
    const [path, body] =
      system === 'jortt' ? ['/invoices', { count }] : ['/orders', { count, profile: 'simple' }];
    const control = this.sandbox.standIn(system)?.control();
    const response = await control?.request(path, { method: 'POST', body: JSON.stringify(body) });
    if (!response?.ok) throw new Error(`${system} ${response?.status} ${await response?.text()}`);
  }

  get documents(): Documents {
    const { ecwid, jortt, magento } = this.sandbox.systems;
    const orders = <Order>(state: unknown) => (state as { orders: Order[] }).orders;
    return {
      ecwid: orders(ecwid.state()),
      jortt: jortt.state().invoices,
      magento: orders(magento.state()),
    };
  }

  /** How many sales stand in each system. */
  get counts(): Record<System, number> {
    const { ecwid, jortt, magento } = this.documents;
    return { ecwid: ecwid.length, jortt: jortt.length, magento: magento.length };
  }
}

export class Life extends EngineLife {
  readonly #world: RingWorld;

  constructor(id: string, world: RingWorld) {
    super(id, world.clock);
    this.#world = world;
  }

  protected carry(request: Request): Promise<Response> {
    return this.#world.carry(this.id, request);
  }

  tasks(): TaskView[] {
    return this.integration.reports.tasks({}, 200).items;
  }

  /** How the tries of its records ended, oldest first: `orders:ecwid:jortt skipped made_by_koppel`. */
  ends(): string[] {
    const rows = this.sql.exec('SELECT flow, outcome, reason FROM activity ORDER BY id');
    return rows.map(({ flow, outcome, reason }) => `${flow} ${outcome} ${reason}`);
  }
}

export function documentOf(flows: readonly RingFlow[]) {
  const systems = [...new Set(flows.flatMap(({ from, to }) => [from, to]))];
  return {
    name: 'Ring',
    connections: Object.fromEntries(
      systems.map((each) => [each, { connector: each, credentials: credentials[each] }]),
    ),
    flows: flows.map((flow) => ({ flow: 'orders', every: '5m', settings: {}, ...flow })),
  };
}
