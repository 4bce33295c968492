/**
 * The stock of a CCV till in a shop of Ecwid: what is available less what is reserved. CCV has no number of what is reserved (sheet 7): its open
 * orders have left its stock already, and what the shop has sold and the till has not heard of is reserved by the shop's orders.
 */
import { expect, test } from 'vitest';
import { minuteMs } from '../../support/durations.ts';
import { PlayedSystems } from '../../support/played-systems.ts';
import { credentials, hosts } from '../../support/systems.ts';

const mug = { sku: 'MOK', name: 'Mok', price: '12.10' };
const place = { name: 'Ada Berg', email: 'ada@example.com', city: 'Zwolle', country: 'NL' };

const statuses = { new: 1, 'waiting for payment': 4, 'on backorder': 13, reserved: 14 } as const;
const [sent, cancelled] = [5, 8];

class TillAndShop extends PlayedSystems {
  /** Whether the till takes in no order of the shop. */
  isBusy = false;

  constructor() {
    super(hosts);
    this.sandbox.systems.ccv.change({ salespos: true, vatRounded: 'per rate' });
    this.interfere = (call) => {
      if (this.isBusy && /^POST ccv .*\/orders\/$/.test(call)) throw new TypeError('busy');
    };
  }

  async start(): Promise<this> {
    for (const system of ['ccv', 'ecwid'])
      await this.control(system, 'POST', '/products', { ...mug, pieces: 10 });
    const flow = (name: string, settings = {}) => ({
      ...{ flow: name, from: 'till', to: 'shop', every: '5m', settings },
    });
    await this.configured({
      name: 'Till and shop',
      connections: {
        till: { connector: 'ccv', credentials: credentials.ccv },
        shop: { connector: 'ecwid', credentials: credentials.ecwid },
      },
      flows: [flow('stock'), { ...flow('orders', { products: 'require' }), from: 'shop', to: 'till' }],
    });
    return this;
  }

  /** Pieces in the till and in the shop, when both have come to rest. */
  async pieces(): Promise<[till: number, shop: number]> {
    await this.live(35 * minuteMs);
    return [await this.#piecesIn('ccv'), await this.#piecesIn('ecwid')];
  }

  /** The id of the order. */
  async sellAtTill(quantity: string, status: number): Promise<string> {
    const buyer = { ...place, zipcode: '8011 AB', street: 'Kade 1' };
    const sale = { buyer, lines: [{ sku: mug.sku, quantity }], status, paid: false };
    const { id } = await this.control<{ id: string }>('ccv', 'POST', '/sales', sale);
    return id;
  }

  async sellInShop(quantity: string): Promise<void> {
    const productId = Number(await this.#idIn('ecwid'));
    const buyer = { ...place, postalCode: '8011 AB', street: 'Kade 1' };
    const basket = { lines: [{ ...mug, productId, quantity, rate: '21' }] };
    await this.control('ecwid', 'POST', '/sales', { buyer, basket });
  }

  async #idIn(system: string): Promise<string> {
    const { ids } = await this.control<{ ids: string[] }>(system, 'GET', `/products?sku=${mug.sku}`);
    return ids.join(' and ');
  }

  async #piecesIn(system: string): Promise<number> {
    const id = await this.#idIn(system);
    return (await this.control<{ pieces: number }>(system, 'GET', `/products/${id}`)).pieces;
  }
}

test('open orders of the till have left its stock, and are not taken off a second time', async () => {
  const played = await new TillAndShop().start();
  expect(await played.pieces()).toEqual([10, 10]);
  let left = 10;
  for (const status of Object.values(statuses)) {
    await played.sellAtTill('1', status);
    left -= 1;
    expect(await played.pieces()).toEqual([left, left]);
  }
});

test('an order of the till that is sent changes nothing, one that is called off gives its pieces back', async () => {
  const played = await new TillAndShop().start();
  const [first, second] = [
    await played.sellAtTill('3', statuses.reserved),
    await played.sellAtTill('2', statuses.reserved),
  ];
  expect(await played.pieces()).toEqual([5, 5]);
  await played.control('ccv', 'PATCH', `/orders/${first}`, { status: sent });
  expect(await played.pieces()).toEqual([5, 5]);
  await played.control('ccv', 'PATCH', `/orders/${second}`, { status: cancelled });
  expect(await played.pieces()).toEqual([7, 7]);
});

test('what the shop has sold is reserved until the till has the order, and is taken off once', async () => {
  const played = await new TillAndShop().start();
  expect(await played.pieces()).toEqual([10, 10]);
  played.isBusy = true;
  await played.sellInShop('3');
  expect(await played.pieces()).toEqual([10, 7]);
  // A delivery: what comes in is for sale, what is reserved is not.
  await played.control('ccv', 'PUT', `/stock/${mug.sku}`, { pieces: 30 });
  expect(await played.pieces()).toEqual([30, 27]);
  played.isBusy = false;
  expect(await played.pieces()).toEqual([27, 27]);
});
