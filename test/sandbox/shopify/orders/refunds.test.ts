import { expect, it } from 'vitest';
import type { Deed } from '../../../../sandbox/shopify/orders/merchant.ts';
import type { SaleInput } from '../../../../sandbox/shopify/sales/sale.ts';
import { at, TestShop } from '../shop.ts';

const money = 'shopMoney { amount }';
const question = `query ($id: ID!) { order(id: $id) {
  currentTotalPriceSet { ${money} } totalOutstandingSet { ${money} } returnStatus
  refunds(first: 5) { id totalRefundedSet { ${money} } orderAdjustments(first: 2) { nodes { amountSet { ${money} } } } } } }`;

async function afterwards(sale: Omit<SaleInput, 'buyer'>, ...deeds: readonly Deed[]) {
  const shop = new TestShop();
  const buyer = { name: 'Wilma Smit', email: 'wilma@example.nl', street: 'Dijk 5', postalCode: '1621 AA' };
  const sold = await shop.control('POST', '/sales', {
    buyer: { ...buyer, city: 'Hoorn', country: 'NL' },
    ...sale,
  });
  for (const deed of deeds) await shop.control('PATCH', `/orders/${sold.id}`, deed);
  const order = at(await shop.data(question, { id: `gid://shopify/Order/${sold.id}` }), 'order');
  const refunds = at(order, 'refunds') as unknown[];
  const amount = (value: unknown) => at(value, 'shopMoney', 'amount');
  return {
    shop,
    order,
    left: amount(at(order, 'currentTotalPriceSet')),
    open: amount(at(order, 'totalOutstandingSet')),
    paid: refunds.map((each) => amount(at(each, 'totalRefundedSet'))),
    adjusted: refunds.map((each) => amount(at(each, 'orderAdjustments', 'nodes', 0, 'amountSet'))),
  };
}

const bag = { name: 'Tas', price: '121' };
const one = { basket: { lines: [bag] } };

it('an adjustment stands beside the goods only where more or less than what is due goes back (sheet 5.6)', async () => {
  const whole = { left: '0.0', open: '0.0', paid: ['121.0'], adjusted: [undefined] };
  expect(await afterwards(one, { refund: {} })).toMatchObject(whole);
  const kept = await afterwards(one, { refund: { pieces: { '0': 1 }, amount: '96.80' } });
  expect(kept).toMatchObject({ left: '24.2', open: '0.0', paid: ['96.8'], adjusted: ['24.2'] });
  const gesture = await afterwards(one, { refund: { amount: '5' } });
  expect(gesture).toMatchObject({ left: '116.0', open: '0.0', adjusted: ['-5.0'] });
});

it('what was never paid is not paid back, and what an edit took off is paid back without an adjustment', async () => {
  const half = await afterwards({ ...one, state: 'partly' }, { refund: { pieces: { '0': 1 } } });
  expect(half).toMatchObject({ left: '0.0', open: '0.0', paid: ['60.5'], adjusted: [undefined] });
  const two = { basket: { lines: [{ ...bag, quantity: 2 }] } };
  const smaller = await afterwards(
    two,
    { edit: { remove: { position: 0, pieces: 1 } } },
    { refund: { amount: '121' } },
  );
  expect(smaller).toMatchObject({ left: '121.0', open: '0.0', paid: ['121.0'], adjusted: [undefined] });
});

it('an exchange pays back what the new goods are cheaper, and a dearer one leaves something open', async () => {
  const exchange = (price: string): Deed => ({
    return: { pieces: { '0': 1 }, exchange: [{ ...bag, price }] },
  });
  const cheaper = await afterwards(one, exchange('72.60'));
  expect(cheaper).toMatchObject({ left: '72.6', open: '0.0', paid: ['48.4'], adjusted: [undefined] });
  const dearer = await afterwards(one, exchange('181.50'));
  expect(dearer).toMatchObject({ left: '181.5', open: '60.5', paid: ['0.0'], adjusted: [undefined] });
  expect(dearer.order).toMatchObject({ returnStatus: 'RETURNED' });
});

it('a refund is asked for by its id, and one that is not there is none', async () => {
  const { shop, order } = await afterwards(one, { refund: {} });
  const ask = 'query ($id: ID!) { refund(id: $id) { id refundLineItems(first: 2) { nodes { quantity } } } }';
  const id = at(order, 'refunds', 0, 'id');
  expect((await shop.data(ask, { id })).refund).toEqual({
    id,
    refundLineItems: { nodes: [{ quantity: 1 }] },
  });
  expect((await shop.data(ask, { id: 'gid://shopify/Refund/1' })).refund).toBeNull();
});
