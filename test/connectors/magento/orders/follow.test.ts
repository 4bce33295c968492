import { expect, test } from 'vitest';
import { z } from 'zod';
import { orderSource } from '../../../../src/connectors/magento/orders/source.ts';
import { orderTarget } from '../../../../src/connectors/magento/orders/target.ts';
import type { Document } from '../../../../src/records/document.ts';
import { TestShop } from '../../../sandbox/magento/shop.ts';
import { ShopApi } from '../../../sandbox/magento/shop-api.ts';
import { discounted } from '../documents.ts';

async function made(change: Partial<Document> = {}) {
  const api = new ShopApi(new TestShop());
  const { id, reference } = await orderTarget.create(
    api,
    orderTarget.toWire({ ...discounted, ...change }, api.account),
  );
  const read = async () => {
    const order = await orderSource.get(api, id);
    if (order === null) throw new Error('is gone');
    return order;
  };
  const follow = (aftermath: object) => orderTarget.follow?.(api, id, aftermath);
  const actions = () => api.calls.filter(({ method }) => method === 'POST').length - 1;
  return { api, id, reference, read, follow, actions };
}

test('what Koppel made bears its mark and its reference', async () => {
  const { reference, read } = await made();
  expect(reference).toBe('10042');
  expect(await read()).toMatchObject({ madeByKoppel: true, reference: '10042' });
});

test('a sale is paid, then sent, and nothing is done twice', async () => {
  const { read, follow, actions } = await made({ paid: false });
  expect(await read()).toMatchObject({ paid: false, shipped: false });
  expect(await follow({ paid: true })).toEqual([]);
  expect(await read()).toMatchObject({ paid: true, shipped: false });
  expect(await follow({ paid: true, shipped: true })).toEqual([]);
  expect(await read()).toMatchObject({ paid: true, shipped: true, status: 'complete' });
  expect(await follow({ paid: true, shipped: true })).toEqual([]);
  expect(actions()).toBe(2);
});

test('a sale is cancelled once, and not after it was paid', async () => {
  const open = await made({ paid: false });
  expect(await open.follow({ cancelled: true })).toEqual([]);
  expect(await open.follow({ cancelled: true })).toEqual([]);
  expect(await open.read()).toMatchObject({ cancelled: true });
  expect(open.actions()).toBe(1);
  expect(await open.follow({ paid: true, shipped: true })).toEqual(['paid', 'shipped']);
  const paid = await made({ paid: false });
  await paid.follow({ paid: true });
  expect(await paid.follow({ cancelled: true })).toEqual(['cancelled']);
});

test('what was paid and sent long ago arrives as done, what was only sent waits for its money', async () => {
  const done = await made({ paid: true, shipped: true });
  expect(await done.read()).toMatchObject({ paid: true, shipped: true, status: 'complete' });
  const owed = await made({ paid: false, shipped: true });
  expect(await owed.read()).toMatchObject({ paid: false, shipped: true, status: 'processing' });
  expect(await owed.follow({ paid: true })).toEqual([]);
  expect(await owed.read()).toMatchObject({ paid: true, shipped: true });
});

test('a delivery has its own name, firm and telephone', async () => {
  const delivery = {
    street: 'Dam 1',
    postalCode: '1012 AB',
    city: 'Amsterdam',
    country: 'NL',
    name: 'Bo Bos',
    firstName: 'Bo',
    lastName: 'Bos',
    company: 'Bos B.V.',
    phone: '020-1',
  };
  const { read } = await made({ delivery });
  expect((await read()).delivery).toMatchObject(delivery);
});

test.each([
  [{ paid: true }, 'invoice'],
  [{ shipped: true }, 'ship'],
  [{ cancelled: true }, 'cancel'],
])('%j, which somebody did while it was told, is told', async (aftermath, action) => {
  const { api, id, follow } = await made({ paid: false });
  const { create } = api;
  const path = action === 'cancel' ? `/V1/orders/${id}/cancel` : `/V1/order/${id}/${action}`;
  api.create = async (...call) => {
    await create.call(api, path, {}, z.unknown());
    return create.apply(api, call) as never;
  };
  expect(await follow(aftermath)).toEqual([]);
});

test('a sale on hold is for a person, and stays on hold', async () => {
  const { api, id, read, follow, actions } = await made({ paid: false });
  await api.create(`/V1/orders/${id}/hold`, {}, z.unknown());
  expect(await follow({ paid: true, shipped: true })).toEqual(['paid', 'shipped']);
  expect(await follow({ cancelled: true })).toEqual(['cancelled']);
  expect(await read()).toMatchObject({ status: 'holded' });
  expect(actions()).toBe(1);
});
