import { clientSecret as hookSecret, secretToken, storeId } from '../../../sandbox/ecwid/index.ts';
import { clientId, clientSecret } from '../../../sandbox/jortt/tokens.ts';
import { Locks } from '../../../src/engine/work/locks.ts';
import type { Simulation } from '../simulation.ts';
import { otherStoreId } from '../world/other-shop.ts';
import type { Platform } from '../world/platform.ts';

const secondMs = 1_000;

/** Whoever set the integration up, at work over the API. */
export class Merchant {
  /** Keys of orders whose parked task was skipped: what the books should hold of them is known to nobody else. */
  readonly skipped = new Set<string>();
  readonly #simulation: Simulation;
  #retentionDays: number;
  #isKnown = false;
  #store = storeId;
  /** What the connection to the shop is called. */
  #shop = 'shop';
  /** Whoever saves the configuration knows what the connection is called now. */
  readonly #oneByOne = new Locks();

  constructor(simulation: Simulation) {
    this.#simulation = simulation;
    this.#retentionDays = simulation.scenario.retentionDays;
  }

  /** Sets the integration up. */
  async begin(token: string): Promise<void> {
    await this.enter({ token, clientSecret: hookSecret });
  }

  /** Saves the configuration, with these secrets of the shop; those that are left out stay as they are. */
  enter(secrets: Record<string, string>): Promise<void> {
    return this.#oneByOne.run('configuration', () => this.#enter(secrets));
  }

  async #enter(secrets: Record<string, string>): Promise<void> {
    const { settings, every } = this.#simulation.scenario;
    const bookSecrets = this.#isKnown ? {} : { clientSecret };
    const polling = every === null ? {} : { every };
    const shopSecrets = this.#store === storeId ? secrets : { token: secretToken, clientSecret: hookSecret };
    const shop = this.#shop;
    const configuration = {
      name: 'Simulated',
      connections: {
        [shop]: { connector: 'ecwid', credentials: { storeId: this.#store, ...shopSecrets } },
        books: { connector: 'jortt', credentials: { clientId, ...bookSecrets } },
      },
      flows: [{ flow: 'orders', from: shop, to: 'books', settings, ...polling }],
      retentionDays: this.#retentionDays,
    };
    await this.#insist((integration) => integration.configure(configuration));
    this.#isKnown = true;
  }

  /** Points the connection at another shop for a while, and back at the end. */
  async visit(ms: number, isAccepted: boolean): Promise<void> {
    const { clock, otherShop, refusals, storage } = this.#simulation;
    // The first account that worked is the integration's own, whichever it is.
    const isKnown =
      storage.read("SELECT 1 FROM accounts WHERE place = 'shop' AND identity = ?", storeId).length > 0;
    if (!isKnown) return;
    this.#store = otherStoreId;
    await this.enter({});
    await otherShop.buy();
    if (isAccepted) {
      await clock.sleep(Math.min(ms / 2, 60_000));
      await this.#accept();
      await otherShop.buy();
    }
    await clock.sleep(ms);
    this.#store = storeId;
    await this.enter({ token: refusals.shopToken, clientSecret: hookSecret });
  }

  #accept(): Promise<void> {
    return this.#oneByOne.run('configuration', () =>
      this.#insist(async (integration) => {
        // It may have been done by a call whose answer was lost.
        const { problems } = integration.reports.view();
        if (!problems.some(({ code }) => code === 'account_changed')) return;
        await integration.acceptAccount(this.#shop, 'another');
      }),
    );
  }

  rename(): Promise<void> {
    return this.#oneByOne.run('configuration', () => this.#rename());
  }

  async #rename(): Promise<void> {
    const to = this.#shop === 'shop' ? 'webshop' : 'shop';
    await this.#insist(async (integration) => {
      // It may have been done by a call whose answer was lost.
      const names = Object.keys(integration.reports.view().connections);
      if (!names.includes(to)) await integration.renameConnection(this.#shop, to);
    });
    this.#shop = to;
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
    await this.#insist((integration) => {
      // While the connection opens another account there is nothing to be read.
      const { problems } = integration.reports.view();
      if (problems.some(({ code }) => code === 'account_changed')) return;
      integration.sync('orders', { since: new Date(moment).toISOString() });
    });
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
