import { credentials } from '../support/systems.ts';
import { RawShop, type RawShopTraits } from './raw-shop.ts';
import type { Invoice } from './sandbox.ts';
import { Stack, type Task } from './stack.ts';

/** An order as a shop's API gives it, with what happens to it afterwards. */
export interface RawCase {
  readonly connector: 'ecwid' | 'magento';
  readonly shop: RawShopTraits;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly steps: readonly { readonly what: string; readonly order: Readonly<Record<string, unknown>> }[];
}

export interface RawOutcome {
  readonly invoices: readonly (Invoice & Readonly<Record<string, unknown>>)[];
  readonly customers: readonly Readonly<Record<string, unknown>>[];
  /** The newest task of every step. */
  readonly tasks: readonly Task[];
}

type Shops = Readonly<Record<RawCase['connector'], RawShop>>;

/** Shops as they were written down, and the sandbox's Jortt. One case after the other, each with empty books and an integration of its own. */
export class RawStack {
  readonly #shops: Shops;
  readonly #stack: Stack;
  #played = 0;

  private constructor(shops: Shops, stack: Stack) {
    this.#shops = shops;
    this.#stack = stack;
  }

  static async start(): Promise<RawStack> {
    const shops = { ecwid: await RawShop.open('ecwid'), magento: await RawShop.open('magento') };
    const elsewhere = { ecwid: shops.ecwid.url, magento: shops.magento.url };
    return new RawStack(shops, await Stack.start({ seeded: false, elsewhere }));
  }

  /** Lets the built Worker bring every step, one after the other. */
  async play({ connector, shop: traits, settings, steps }: RawCase): Promise<RawOutcome> {
    const [stack, shop] = [this.#stack, this.#shops[connector]];
    shop.begin(traits);
    await stack.sandbox.control('POST', '/reset', { seed: false });
    const integration = `raw-${++this.#played}`;
    await stack.api('PUT', `/integrations/${integration}`, {
      name: 'Raw',
      connections: {
        shop: { connector, credentials: credentials[connector] },
        books: { connector: 'jortt', credentials: credentials.jortt },
      },
      flows: [{ flow: 'orders', from: 'shop', to: 'books', settings }],
    });
    try {
      const tasks = await this.#bring(integration, shop, steps);
      const { invoices, customers } = await stack.sandbox.control<RawOutcome>('GET', '/state/jortt');
      return { invoices, customers, tasks };
    } finally {
      // The next case has the same books.
      await stack.api('POST', `/integrations/${integration}/pause`);
    }
  }

  /** The newest task of every step. */
  async #bring(integration: string, shop: RawShop, steps: RawCase['steps']): Promise<Task[]> {
    const tasks: Task[] = [];
    for (const { order } of steps) {
      const id = String(order.entity_id ?? order.id);
      shop.put(id, order);
      await this.#stack.api('POST', `/integrations/${integration}/sync`, { flow: 'orders', keys: [id] });
      const settled = await this.#stack.settled(integration, 1);
      const [newest] = settled.filter(({ key }) => key === id);
      if (newest) tasks.push(newest);
    }
    return tasks;
  }

  async stop(): Promise<void> {
    await this.#stack.stop();
    for (const shop of Object.values(this.#shops)) shop.close();
  }
}
