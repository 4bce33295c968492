import { clientSecret as hookSecret, storeId } from '../../../sandbox/ecwid/index.ts';
import { clientId, clientSecret } from '../../../sandbox/jortt/tokens.ts';
import type { Simulation } from '../simulation.ts';
import type { Platform } from '../world/platform.ts';

const secondMs = 1_000;

/** Whoever set the integration up, at work over the API. */
export class Merchant {
  /** Keys of orders whose parked task was skipped: what the books should hold of them is known to nobody else. */
  readonly skipped = new Set<string>();
  readonly #simulation: Simulation;
  #retentionDays: number;
  #isKnown = false;

  constructor(simulation: Simulation) {
    this.#simulation = simulation;
    this.#retentionDays = simulation.scenario.retentionDays;
  }

  /** Sets the integration up. */
  async begin(token: string): Promise<void> {
    await this.enter({ token, clientSecret: hookSecret });
  }

  /** Saves the configuration, with these secrets of the shop; those that are left out stay as they are. */
  async enter(secrets: Record<string, string>): Promise<void> {
    const { settings, every } = this.#simulation.scenario;
    const bookSecrets = this.#isKnown ? {} : { clientSecret };
    const polling = every === null ? {} : { every };
    const configuration = {
      name: 'Simulated',
      connections: {
        shop: { connector: 'ecwid', credentials: { storeId, ...secrets } },
        books: { connector: 'jortt', credentials: { clientId, ...bookSecrets } },
      },
      flows: [{ flow: 'orders', from: 'shop', to: 'books', settings, ...polling }],
      retentionDays: this.#retentionDays,
    };
    await this.#insist((integration) => integration.configure(configuration));
    this.#isKnown = true;
  }

  async keepFor(retentionDays: number): Promise<void> {
    this.#retentionDays = retentionDays;
    await this.enter({});
  }

  async pause(ms: number): Promise<void> {
    await this.#insist((integration) => integration.setState('paused'));
    await this.#simulation.clock.sleep(ms);
    await this.#insist((integration) => integration.setState('active'));
  }

  /** Tries one of the newest tasks again, whatever is the matter with it. */
  async retryOne(choose: (count: number) => number): Promise<void> {
    await this.#insist((integration) => {
      const { items } = integration.reports.tasks({}, 50);
      const task = items[choose(items.length)];
      if (task && ['parked', 'waiting', 'queued'].includes(task.state)) integration.retry(Number(task.id));
    });
  }

  async retryParked(): Promise<void> {
    await this.#insist((integration) => integration.retryParked());
  }

  async skipParked(): Promise<void> {
    await this.#insist((integration) => {
      const [task] = integration.reports.tasks({ state: 'parked' }, 1).items;
      if (task === undefined) return;
      integration.skip(Number(task.id));
      this.skipped.add(task.key);
    });
  }

  async syncSince(moment: number): Promise<void> {
    await this.#insist((integration) =>
      integration.sync('orders', { since: new Date(moment).toISOString() }),
    );
  }

  /** Does it again when nothing comes back. */
  async #insist(what: Parameters<Platform['person']>[0]): Promise<void> {
    for (;;) {
      try {
        await this.#simulation.platform.person(what);
        return;
      } catch (error) {
        if (!String(error).includes('the object died')) throw error;
        await this.#simulation.clock.sleep(secondMs);
      }
    }
  }
}
