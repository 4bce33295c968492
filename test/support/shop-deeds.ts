import type { Hono } from 'hono';
import type { BasketInput } from '../../sandbox/ecwid/sales/basket.ts';
import type { EcwidExpectation as Expectation } from '../../sandbox/ecwid/sales/expectation.ts';
import { lineOf } from '../../sandbox/ecwid/sales/lines.ts';
import type { BuyerInput, SaleInput } from '../../sandbox/ecwid/sales/sale.ts';
import { mug } from '../../sandbox/kit/shop/articles.ts';
import type { Systems } from '../../sandbox/systems.ts';

export const sahin: BuyerInput = {
  name: 'Şahin Yıldız-Öztürk',
  email: 'sahin.yildiz@example.com',
  street: 'Wilgenstraat 88',
  postalCode: '3021 ZZ',
  city: 'Rotterdam',
  country: 'NL',
  phone: '+31 6 55501234',
};

export function buyerNumber(number: number): BuyerInput {
  return { ...sahin, name: `Koper ${number}`, email: `koper-${number}@example.com`, phone: '' };
}

/** Two mugs and their shipping. */
export const plainBasket: BasketInput = {
  lines: [lineOf(mug, { quantity: '2' })],
  shipping: { method: 'PostNL', rate: '4.25' },
};

/** What people do in the shop and in the books, by the levers of their stand-ins, and what is there then. */
export function shopDeeds({ ecwid, jortt }: Pick<Systems, 'ecwid' | 'jortt'>) {
  /** Somebody buys something; what it comes to by the shop's own arithmetic. */
  const sell = (parts: Partial<SaleInput> = {}): Promise<Expectation> =>
    ask(ecwid.control(), 'POST', '/sales', { buyer: sahin, basket: plainBasket, ...parts });

  return {
    sell,
    /** So many orders, each of another customer. */
    sellMany: async (count: number): Promise<string[]> => {
      const orders = [];
      for (let number = 1; number <= count; number++) orders.push(await sell({ buyer: buyerNumber(number) }));
      return orders.map(({ id }) => id);
    },
    /** The merchant does something to an order. */
    merchant: (orderId: string, deed: object): Promise<void> =>
      ask(ecwid.control(), 'PATCH', `/orders/${orderId}`, deed),
    newShopToken: (token?: string): Promise<void> =>
      ask(ecwid.control(), 'POST', '/token', token === undefined ? {} : { token }),
    inBooks: (method: string, path: string, body: object = {}): Promise<void> =>
      ask(jortt.control(), method, path, body),
    invoices: () => jortt.state().invoices,
    invoicesOf: (orderId: string) => jortt.state().invoices.filter(({ reference }) => reference === orderId),
    customers: () => jortt.state().customers,
  };
}

async function ask<Result>(app: Hono, method: string, path: string, body: object): Promise<Result> {
  const response = await app.request(path, { method, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  const text = await response.text();
  return (text === '' ? undefined : JSON.parse(text)) as Result;
}
