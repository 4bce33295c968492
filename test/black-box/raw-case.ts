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

/** Lets the built Worker bring every step from such a shop into the sandbox's Jortt, one after the other. */
export async function playRawCase({
  connector,
  shop: traits,
  settings,
  steps,
}: RawCase): Promise<RawOutcome> {
  const shop = await RawShop.open(connector, traits);
  const stack = await Stack.start({ seeded: false, elsewhere: { [connector]: shop.url } });
  try {
    await stack.api('PUT', '/integrations/raw', {
      name: 'Raw',
      connections: {
        shop: { connector, credentials: credentials[connector] },
        books: { connector: 'jortt', credentials: credentials.jortt },
      },
      flows: [{ flow: 'orders', from: 'shop', to: 'books', settings }],
    });
    const tasks: Task[] = [];
    for (const { order } of steps) {
      const id = String(order.entity_id ?? order.id);
      shop.put(id, order);
      await stack.api('POST', '/integrations/raw/sync', { flow: 'orders', keys: [id] });
      const settled = await stack.settled('raw', 1);
      const [newest] = settled.filter(({ key }) => key === id);
      if (newest) tasks.push(newest);
    }
    const { invoices, customers } = await stack.sandbox.control<RawOutcome>('GET', '/state/jortt');
    return { invoices, customers, tasks };
  } finally {
    await stack.stop();
    shop.close();
  }
}
