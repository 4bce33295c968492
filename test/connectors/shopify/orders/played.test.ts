/** What the suite of all connectors does not look at, on the stand-in: an order that is sent from two places (case O6). */
import { expect, test } from 'vitest';
import type { Order } from '../../../../sandbox/shopify/orders/order.ts';
import type { SaleInput } from '../../../../sandbox/shopify/sales/sale.ts';
import { shopify } from '../../../../src/connectors/shopify/index.ts';
import { orderSource } from '../../../../src/connectors/shopify/orders/source.ts';
import { orderTarget } from '../../../../src/connectors/shopify/orders/target.ts';
import { type Candidate, Played } from '../../../conformance/played.ts';

const candidate: Candidate = {
  connector: shopify,
  credentials: { shop: 'demo-winkel', token: 'shpat_sandbox' },
  wrong: { shop: 'demo-winkel', token: 'shpat_wrong' },
  settings: { limits: false },
};

const sale: SaleInput = {
  buyer: {
    ...{ name: 'Wilma Smit', email: 'wilma@example.nl', account: false },
    ...{ street: 'Dijk 5', postalCode: '1621 AA', city: 'Hoorn', country: 'NL' },
  },
  basket: {
    lines: [
      { name: 'Tas', sku: 'TAS', price: '12.10' },
      { name: 'Tas', sku: 'TAS', price: '12.10', quantity: 3 },
      { name: 'Riem', price: '6.05', quantity: 2, place: 1 },
      { name: 'Hoed', price: '24.20' },
    ],
  },
};

async function begin() {
  const played = await Played.start(candidate, false);
  const control = played.sandbox.systems.shopify.control();
  const lever = async (method: string, path: string, body: object) => {
    const response = await control.request(path, { method, body: JSON.stringify(body) });
    if (!response.ok) throw new Error(await response.text());
    return (await response.json()) as { id: string };
  };
  const { id } = await lever('POST', '/sales', sale);
  await lever('PATCH', `/orders/${id}`, { hold: [3] });
  const order = () => {
    const { orders } = played.sandbox.systems.shopify.state() as { orders: Order[] };
    return orders.find((each) => each.id === id);
  };
  /** What was sent: the place, and the pieces of each line by its position. */
  const parcels = () => {
    const { fulfillments = [], lines = [] } = order() ?? {};
    const position = (lineId: string) => lines.findIndex((line) => line.id === lineId);
    return fulfillments.map(({ locationId, lines: pieces }) => [
      locationId,
      ...pieces.map(({ lineId, quantity }) => `${quantity} of ${position(lineId)}`),
    ]);
  };
  const release = () => lever('PATCH', `/orders/${id}`, { hold: false });
  return { api: played.api(), id, parcels, release };
}

const atOnce = [
  ['87012345678', '1 of 0', '3 of 1'],
  ['87012345679', '2 of 2'],
];

test('sent is written back for each place, line by line; what is on hold waits, and goes when it is released', async () => {
  const { api, id, parcels, release } = await begin();
  const writeBack = () => orderSource.writeBack?.(api, id, { status: 'FULFILLED' });
  await expect(writeBack()).rejects.toMatchObject({ kind: 'retry' });
  expect(parcels()).toEqual(atOnce);
  await expect(writeBack()).rejects.toMatchObject({ kind: 'retry' });
  expect(parcels()).toEqual(atOnce);
  await release();
  await writeBack();
  await writeBack();
  expect(parcels()).toEqual([...atOnce, ['87012345678', '1 of 3']]);
});

test('the parcel of a sale is told for each place, and what is on hold is for a person until it is released', async () => {
  const { api, id, parcels, release } = await begin();
  const follow = () => orderTarget.follow?.(api, id, { shipped: true });
  expect(await follow()).toEqual(['shipped']);
  expect(await follow()).toEqual(['shipped']);
  expect(parcels()).toEqual(atOnce);
  await release();
  expect(await follow()).toEqual([]);
  expect(await follow()).toEqual([]);
  expect(parcels()).toEqual([...atOnce, ['87012345678', '1 of 3']]);
});
