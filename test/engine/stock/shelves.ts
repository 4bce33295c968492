/** Ecwid is the master, Magento sells too: its orders come over to Ecwid, Ecwid's levels go to Magento. */
import { z } from 'zod';
import type { StockPair } from '../bulk/stock-pair.ts';

const state = z.object({
  sourceItems: z.array(
    z.object({ sku: z.string(), source_code: z.string(), quantity: z.number(), status: z.number() }),
  ),
  reservations: z.array(z.object({ sku: z.string(), quantity: z.number() })),
  products: z.array(z.looseObject({ sku: z.string() })),
});

const buyer = {
  ...{ firstname: 'Ada', lastname: 'Berg', email: 'ada@example.com', country: 'NL' },
  ...{ street: ['Kade', '1'], postcode: '8011 AB', city: 'Zwolle' },
};

/** Orders come over by themselves. Ecwid takes off what names its products, and what is paid (sheet 3.4). */
export const ordersBack = {
  ...{ flow: 'orders', from: 'other', to: 'shop', every: '5m' },
  settings: { products: 'require' },
};

export interface Shelf {
  readonly source: number;
  readonly status: number;
  readonly salable: number;
}

/** How the default source and its open orders stand. */
export function shelfOf(pair: StockPair, sku: string, source = 'default'): Shelf {
  const { sourceItems, reservations } = state.parse(pair.sandbox.standIn('magento')?.state());
  const item = sourceItems.find((each) => each.sku === sku && each.source_code === source);
  if (item === undefined) throw new Error(`Nothing of ${sku} is kept at ${source}.`);
  const reserved = reservations
    .filter((each) => each.sku === sku)
    .reduce((sum, each) => sum + each.quantity, 0);
  return { source: item.quantity, status: item.status, salable: item.quantity + reserved };
}

/** An order in Magento; its id. */
export async function sell(pair: StockPair, sku: string, quantity: number): Promise<string> {
  const sale = {
    buyer,
    basket: { lines: [{ sku, quantity: String(quantity) }] },
    deeds: [{ invoice: true }],
  };
  return (await pair.control<{ id: string }>('magento', 'POST', '/sales', sale)).id;
}

export async function ship(pair: StockPair, order: string): Promise<void> {
  await pair.control('magento', 'PATCH', `/orders/${order}`, { ship: true });
}

/** How many are in the master's hands. */
export function inMaster(pair: StockPair, sku: string): Promise<number | 'unlimited'> {
  return pair.pieces(sku, 'ecwid');
}

/** What the merchant types into Magento's pages. */
export async function shelve(pair: StockPair, sku: string, quantity: number): Promise<void> {
  await pair.set(sku, quantity, 'magento');
}
