import { beforeEach, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../../sandbox/kit/json.ts';
import { objectsIn } from '../../../../sandbox/kit/json.ts';
import { pushedOrder, TestShop } from '../shop.ts';

let shop: TestShop;

async function create(body: JsonObject): Promise<number> {
  const whole = { sku: 'MUG', name: 'Mok', price: 10, ...body };
  return Number((await shop.call('POST', '/products', whole)).body.id);
}

async function stockOf(id: number | string): Promise<unknown> {
  const { unlimited, quantity } = (await shop.get(`/products/${id}`)).body;
  return unlimited === true ? 'unlimited' : quantity;
}

beforeEach(() => {
  shop = new TestShop();
});

describe('the stock of a product', () => {
  it('is not counted where nothing is said of it; a quantity begins to count', async () => {
    const id = await create({});
    expect((await shop.get(`/products/${id}`)).body).not.toHaveProperty('quantity');
    await shop.call('PUT', `/products/${id}`, { quantity: 4 });
    expect(await stockOf(id)).toBe(4);
    await shop.call('PUT', `/products/${id}`, { unlimited: true });
    expect(await stockOf(id)).toBe('unlimited');
    shop.standIn.change({ quantityOfUnlimited: 'ignored' });
    await shop.call('PUT', `/products/${id}`, { quantity: 4 });
    expect(await stockOf(id)).toBe('unlimited');
    await shop.call('PUT', `/products/${id}`, { unlimited: false, quantity: 4 });
    expect(await stockOf(id)).toBe(4);
  });

  it('moves by a delta, below zero with a warning', async () => {
    const id = await create({ quantity: 60 });
    const path = `/products/${id}/inventory`;
    expect((await shop.call('PUT', path, { quantityDelta: -5 })).body).toEqual({ updateCount: 1 });
    expect((await shop.call('PUT', path, { quantityDelta: -65 })).body).toEqual({
      updateCount: 1,
      warning: 'Product has negative stock.',
    });
    expect(await stockOf(id)).toBe(-10);
    expect((await shop.get(`/products/${id}`)).body.inStock).toBe(false);
    expect((await shop.call('PUT', path, {})).body.errorMessage).toBe(
      'Field Inventory.quantityDelta is absent',
    );
    expect((await shop.call('PUT', path, { quantityDelta: '1' })).status).toBe(400);
  });

  it('of one that is not counted takes no delta, or refuses it', async () => {
    const id = await create({});
    const path = `/products/${id}/inventory`;
    expect((await shop.call('PUT', path, { quantityDelta: 3 })).body).toEqual({ updateCount: 0 });
    shop.standIn.change({ deltaOfUnlimited: 'refused' });
    expect((await shop.call('PUT', path, { quantityDelta: 3 })).status).toBe(400);
    expect(await stockOf(id)).toBe('unlimited');
  });
});

describe('an order', () => {
  const lines = (productId: number, quantity: number, more: JsonObject = {}) => ({
    items: [{ productId, name: 'Mok', sku: 'MUG', price: 10, quantity, ...more }],
  });
  const push = async (fields: JsonObject) =>
    String((await shop.call('POST', '/orders', pushedOrder(fields))).body.orderId);

  it('over the API takes its pieces where it is paid, and gives them back where it is cancelled or refunded', async () => {
    const id = await create({ quantity: 10 });
    const order = await push(lines(id, 3));
    expect(await stockOf(id)).toBe(7);
    await shop.call('PUT', `/orders/${order}`, { paymentStatus: 'PARTIALLY_REFUNDED' });
    expect(await stockOf(id)).toBe(7);
    await shop.call('PUT', `/orders/${order}`, { paymentStatus: 'REFUNDED' });
    expect(await stockOf(id)).toBe(10);
    await shop.call('PUT', `/orders/${order}`, { paymentStatus: 'CANCELLED' });
    expect(await stockOf(id)).toBe(10);
    await shop.call('PUT', `/orders/${order}`, { paymentStatus: 'PAID' });
    expect(await stockOf(id)).toBe(7);
  });

  it('over the API that is not paid takes nothing, and later only by the setting', async () => {
    const id = await create({ quantity: 10 });
    const order = await push({ ...lines(id, 3), paymentStatus: 'AWAITING_PAYMENT' });
    await shop.call('PUT', `/orders/${order}`, { paymentStatus: 'PAID' });
    expect(await stockOf(id)).toBe(10);
    shop.standIn.change({ stockOfLaterPayment: 'falls' });
    const other = await push({ ...lines(id, 3), paymentStatus: 'AWAITING_PAYMENT' });
    await shop.call('PUT', `/orders/${other}`, { paymentStatus: 'PAID' });
    expect(await stockOf(id)).toBe(7);
  });

  it('from before the catalogue takes nothing when it comes back to life', async () => {
    const order = await push({ ...lines(77, 3), paymentStatus: 'CANCELLED' });
    const id = await create({ quantity: 10 });
    await shop.call('PUT', `/orders/${order}`, lines(id, 3));
    await shop.call('PUT', `/orders/${order}`, { paymentStatus: 'PAID' });
    expect(await stockOf(id)).toBe(10);
  });

  it('that is deleted leaves the stock as it is, or gives it back', async () => {
    const id = await create({ quantity: 10 });
    await shop.call('DELETE', `/orders/${await push(lines(id, 3))}`);
    expect(await stockOf(id)).toBe(7);
    shop.standIn.change({ stockOfDeletedOrder: 'given back' });
    await shop.call('DELETE', `/orders/${await push(lines(id, 3))}`);
    expect(await stockOf(id)).toBe(7);
  });

  it('takes from the variation that it names, and tells of the product', async () => {
    const id = await create({ quantity: 10 });
    const options = [{ name: 'Kleur', value: 'Rood' }];
    const body = { options, sku: 'MUG-R', quantity: 4 };
    await shop.call('POST', `/products/${id}/combinations`, body);
    shop.standIn.change({ webhookUrl: 'https://koppel.example.com/hook' });
    shop.world.pass(60_000);
    await push(lines(id, 1, { selectedOptions: options }));
    const product = (await shop.get(`/products/${id}`)).body;
    expect([product.quantity, objectsIn(product.combinations)[0]?.quantity]).toEqual([10, 3]);
    expect(product.updated).toBe('2026-03-10 12:01:00 +0000');
    await shop.run(1000);
    expect(shop.received.map(({ body: event }) => event.eventType)).toContain('product.updated');
  });

  it('moves the time of change unless the setting says otherwise', async () => {
    const id = await create({ quantity: 10 });
    shop.standIn.change({ stockMovesTimestamp: false });
    shop.world.pass(60_000);
    await push(lines(id, 1));
    const { quantity, updated } = (await shop.get(`/products/${id}`)).body;
    expect([quantity, updated]).toEqual([9, '2026-03-10 12:00:00 +0000']);
  });

  it('of a buyer takes at once; a checkout that is not finished takes when it is placed', async () => {
    await shop.control('POST', '/catalogue', { kind: 'seed' });
    const before = Number(await stockOf(500103));
    const basket = {
      lines: [{ productId: 500103, sku: 'ZEEF', name: 'Zeefje', price: '8.25', rate: '21', quantity: '2' }],
    };
    const buyer = {
      name: 'Jan Bos',
      street: 'Kade 1',
      postalCode: '8011 AB',
      city: 'Zwolle',
      country: 'NL',
      email: 'jan@example.com',
    };
    const sale = { about: 'two sieves', buyer, basket };
    await shop.control('POST', '/sales', { ...sale, paymentStatus: 'AWAITING_PAYMENT' });
    expect(await stockOf(500103)).toBe(before - 2);
    const unfinished = await shop.control('POST', '/sales', { ...sale, paymentStatus: 'INCOMPLETE' });
    expect(await stockOf(500103)).toBe(before - 2);
    expect((await shop.control('POST', `/sales/${unfinished.body.id}/place`)).status).toBe(204);
    expect(await stockOf(500103)).toBe(before - 4);
  });
});
