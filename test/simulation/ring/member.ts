import type { Integration } from '../../../src/engine/integration.ts';
import { knownOf, workOf } from '../../../src/engine/siblings.ts';
import type { SiblingAnswers } from '../../../src/engine/work/sibling-answers.ts';
import { credentials } from '../../support/systems.ts';
import type { VirtualClock } from '../../support/virtual-clock.ts';
import { Network } from '../world/network.ts';
import { Platform } from '../world/platform.ts';
import { Storage } from '../world/storage.ts';
import { Vault } from '../world/vault.ts';
import type { SystemName } from './people/desk.ts';
import type { Ring } from './ring.ts';
import type { Route } from './scenario.ts';
import { isBooks } from './systems.ts';

const durableAfterMs = 20;
const every = '5m';

/** A task that ended with something for a person. */
export interface Parked {
  readonly flow: string;
  readonly key: string;
  readonly code: string;
  readonly fields: readonly string[];
}

/** One integration of a ring, with its storage, its line and its lives. */
export class Member {
  readonly storage: Storage;
  readonly network: Network;
  readonly platform: Platform;
  isConfigured = false;
  /** When it first saw the customers of a system, as its list shows them. */
  readonly #listedAt = new Map<string, number>();
  readonly #clock: VirtualClock;
  readonly #vault = new Vault();

  constructor(
    ring: Ring,
    readonly id: string,
    readonly routes: readonly Route[],
  ) {
    const { clock, trace, scenario, breakage } = ring;
    this.#clock = clock;
    this.storage = new Storage((work) => clock.timer(durableAfterMs, work));
    this.network = new Network({
      clock,
      handle: (call) => {
        const { system, request } = call;
        if (listsCustomers(request) && !this.#listedAt.has(system)) this.#listedAt.set(system, clock.now());
        return ring.handle(call);
      },
      trace: (line) => trace(() => `${id} ${line()}`),
      trouble: (call) => ring.troubleOf(call),
      pageRows: 100,
      asked: () => ring.pump(),
    });
    this.platform = new Platform({
      id,
      clock,
      storage: this.storage,
      vault: this.#vault,
      network: this.network,
      trace: (line) => trace(() => `${id} ${line()}`),
      log: ring.logOf(id),
      isDeadly: () => !ring.isCalm && clock.random() < scenario.deaths,
      losesAlarm: () => false,
      breakage,
      siblings: {
        ownWork: async (account, id, reference) =>
          workOf(await this.#askOthers(ring, (other) => other.ownWorkIn(account, id, reference))),
        customer: async (account, asked) =>
          knownOf(await this.#askOthers(ring, (other) => other.customerIn(account, asked))),
        keeps: async (account) =>
          (await this.#askOthers(ring, (other) => other.keepsCustomersOf(account))).includes(true),
      },
    });
  }

  #askOthers<T>({ members }: Ring, question: (other: SiblingAnswers) => T | Promise<T>): Promise<T[]> {
    const others = members.filter((each) => each !== this);
    return Promise.all(
      others.map(({ platform }) => platform.ask(({ forSiblings }) => question(forSiblings))),
    );
  }

  listedAt(system: SystemName): number {
    return this.#listedAt.get(system) ?? Number.POSITIVE_INFINITY;
  }

  async configure(): Promise<void> {
    const systems = [...new Set(this.routes.flatMap(({ from, to }) => [from, to]))];
    const flows = this.routes.map((route) => ({ ...route, every, settings: settingsOf(route) }));
    const connections = Object.fromEntries(
      systems.map((system) => [system, { connector: system, credentials: credentials[system] }]),
    );
    await this.#insist((integration) => integration.configure({ name: 'Ring', connections, flows }));
    this.isConfigured = true;
  }

  retryParked(): Promise<void> {
    return this.#insist((integration) => integration.retryParked());
  }

  parked(): Parked[] {
    return this.storage.read("SELECT * FROM tasks WHERE state = 'parked'").map(({ flow, key, problem }) => {
      const { code, params } = JSON.parse(String(problem)) as {
        code: string;
        params?: { fields?: unknown };
      };
      const fields = params?.fields;
      return {
        flow: String(flow),
        key: String(key),
        code,
        fields: Array.isArray(fields) ? fields.map(String) : String(fields ?? '').split(/, */),
      };
    });
  }

  /** Whether a customer has met its like on the other side. */
  isLinked(system: SystemName, id: string): boolean {
    const query = "SELECT 1 FROM links WHERE record = 'customer' AND source = ? AND key = ?";
    return this.isConfigured && this.storage.read(query, system, `id:${id}`).length > 0;
  }

  /** Whether the like of a customer is being made on another side. */
  isBeingMade(system: SystemName, id: string, there: SystemName): boolean {
    const name = `${system}:${there}:customer-create:${id}`;
    return this.isConfigured && this.storage.read('SELECT 1 FROM steps WHERE name = ?', name).length > 0;
  }

  /** What there is left to do, given when something was last changed anywhere; null when it is at rest. */
  left(changedAt: number): string | null {
    const open = "SELECT * FROM tasks WHERE state IN ('queued', 'running', 'waiting')";
    const [task] = this.storage.read(open);
    if (task) return `a task is still ${task.state}: ${task.flow} ${task.key} ${task.problem}`;
    if (this.network.lateCalls > 0) return 'a system is still at work on a call';
    const polls = this.storage.read('SELECT * FROM cursors');
    const behind = polls.find(({ since, until, problem }) => {
      return until !== null || problem !== null || Number(since) <= changedAt + 60_000;
    });
    return behind ? `the poll ${behind.flow} is behind` : null;
  }

  /** Does it again when nothing comes back. */
  async #insist(what: (integration: Integration) => unknown): Promise<void> {
    for (;;) {
      try {
        await this.platform.person(async (integration) => void (await what(integration)));
        return;
      } catch (error) {
        if (!String(error).includes('the object died')) throw error;
        await this.#clock.sleep(1_000);
      }
    }
  }
}

function settingsOf({ flow, to }: Route): Record<string, unknown> {
  return flow === 'orders' && isBooks(to) ? { state: 'sent' } : {};
}

/** Whether it asks for all customers there are, and not for some of them. */
function listsCustomers({ method, url }: Request): boolean {
  const { pathname, searchParams } = new URL(url);
  // CCV finds nobody by an address: it is asked for all then, the oldest first.
  if (pathname.endsWith('/users/')) return method === 'GET' && searchParams.get('orderby') === 'id_desc';
  return (
    method === 'GET' &&
    pathname.endsWith('/customers') &&
    !['query', 'q'].some((name) => searchParams.has(name))
  );
}
