import { beforeEach, describe, expect, it } from 'vitest';
import { objectsIn } from '../../../../sandbox/kit/json.ts';
import { pushedOrder, TestShop } from '../shop.ts';

let shop: TestShop;

beforeEach(() => {
  shop = new TestShop();
});

async function push(fields = {}): Promise<string> {
  return String((await shop.call('POST', '/orders', pushedOrder(fields))).body.orderId);
}

async function read(id: string) {
  return (await shop.get(`/orders/${id}`)).body;
}

describe('an order that is created', () => {
  it('is answered with both ids, under either spelling', async () => {
    const { status, body } = await shop.call('POST', '/orders', pushedOrder());
    expect(status).toBe(200);
    expect(body).toEqual({ id: expect.any(Number), orderId: expect.stringMatching(/^[A-Z0-9]{5}$/) });
    shop.standIn.change({ orderIdKey: 'orderid' });
    expect(Object.keys((await shop.call('POST', '/orders', pushedOrder())).body)).toEqual(['id', 'orderid']);
  });

  it('keeps the figures as sent and works out those beside them', async () => {
    const order = await read(await push({ total: 1000, tax: 1 }));
    expect(order).toMatchObject({ total: 1000, tax: 1, totalWithoutTax: 999, subtotalWithoutTax: 20 });
    expect(objectsIn(order.items)[0]).toMatchObject({ price: 12.1, priceWithoutTax: 10, quantity: 2 });
  });

  it('may lie in the past, in any offset, and is told in UTC', async () => {
    const order = await read(await push({ createDate: '2025-12-31 23:30:00 +0100' }));
    expect([order.createDate, order.createTimestamp]).toEqual(['2025-12-31 22:30:00 +0000', 1767220200]);
    expect(order.updateDate).toBe('2026-03-10 12:00:00 +0000');
  });

  it('fills in the names and the country of its people', async () => {
    const person = { name: 'Ada van Berg', countryCode: 'DE', city: 'Köln' };
    const order = await read(await push({ billingPerson: person }));
    expect(order.billingPerson).toEqual({
      ...person,
      firstName: 'Ada',
      lastName: 'van Berg',
      countryName: 'Germany',
    });
  });

  it('ignores what cannot be written', async () => {
    const order = await read(
      await push({ id: 'XXXXX', refundedAmount: 5, refunds: [{ amount: 5 }], odd: 1 }),
    );
    expect(order.id).not.toBe('XXXXX');
    expect(order).toMatchObject({ refundedAmount: 0, refunds: [] });
    expect(order).not.toHaveProperty('odd');
  });

  it('loses the number of an order that the shop fulfils itself', async () => {
    const lost = await read(await push({ externalOrderId: 'ERP-1' }));
    expect(lost).not.toHaveProperty('externalOrderId');
    const kept = await push({ externalOrderId: 'ERP-1', externalFulfillment: true });
    expect((await read(kept)).externalOrderId).toBe('ERP-1');
    await shop.call('PUT', `/orders/${kept}`, { externalOrderId: 'ERP-2' });
    expect((await read(kept)).externalOrderId).toBe('ERP-2');
  });

  it('cuts a short description, and refuses an extra field that is too long', async () => {
    const items = [{ name: 'Mok', price: 1, quantity: 1, shortDescription: 'é'.repeat(121) }];
    const [item] = objectsIn((await read(await push({ items }))).items);
    expect(item?.shortDescription).toBe('é'.repeat(120));
    const field = (length: number) => ({ id: 'erp', title: 'ERP', value: 'x'.repeat(length) });
    const pushed = (length: number) =>
      shop.call('POST', '/orders', pushedOrder({ orderExtraFields: [field(length)] }));
    expect([(await pushed(255)).status, (await pushed(256)).status]).toEqual([200, 400]);
  });

  it.each([
    [{ items: [{ name: 'Mok', price: 1 }] }, 'Field OrderItem.quantity is absent'],
    [{ paymentStatus: 'QUEUED' }, 'Status QUEUED is deprecated, use AWAITING_PAYMENT instead'],
    [{ paymentStatus: 'GIVEN' }, 'Field Order.paymentStatus has a wrong value'],
    [{ fulfillmentStatus: 5 }, 'Field Order.fulfillmentStatus has a wrong value'],
    [{ total: '12.10' }, 'Field Order.total has a wrong value'],
    [{ items: {} }, 'Field Order.items has a wrong value'],
    [{ items: ['mug'] }, 'Field Order.items has a wrong value'],
    [{ billingPerson: 'Ada' }, 'Field Order.billingPerson has a wrong value'],
    [{ createDate: 'tomorrow' }, 'Field Order.createDate has a wrong value'],
  ])('%j is refused', async (fields, message) => {
    const { status, body } = await shop.call('POST', '/orders', pushedOrder(fields));
    expect([status, body]).toEqual([400, { errorMessage: message, errorCode: 'WRONG_PARAMETER' }]);
  });

  it('makes an account for a paid order of known articles only, once per address', async () => {
    const id = await push();
    const again = await push({ email: 'ADA@example.com' });
    const { customerId } = await read(id);
    expect(customerId).toEqual(expect.any(Number));
    expect((await read(again)).customerId).toBe(customerId);
    expect((await shop.get(`/customers/${customerId}`)).body).toMatchObject({
      email: 'ada@example.com',
      stats: { numberOfOrders: 2, salesValue: 48.4, averageOrderValue: 24.2 },
    });
    await push({ email: 'bo@example.com', paymentStatus: 'AWAITING_PAYMENT' });
    await push({
      email: 'bo@example.com',
      items: [{ productId: 1, name: 'Unknown', price: 1, quantity: 1 }],
    });
    expect((await shop.get('/customers')).body.total).toBe(1);
  });
});

describe('an order that is changed', () => {
  it('keeps what is not named, and its time of change moves', async () => {
    const id = await push({ privateAdminNotes: 'first' });
    shop.world.pass(60_000);
    const { body } = await shop.call('PUT', `/orders/${id}`, { fulfillmentStatus: 'SHIPPED' });
    expect(body).toEqual({ updateCount: 1 });
    const order = await read(id);
    expect(order).toMatchObject({
      fulfillmentStatus: 'SHIPPED',
      paymentStatus: 'PAID',
      privateAdminNotes: 'first',
      createDate: '2026-03-10 12:00:00 +0000',
      updateDate: '2026-03-10 12:01:00 +0000',
    });
    expect(Number(order.updateTimestamp) - Number(order.createTimestamp)).toBe(60);
  });

  it('takes the list of items as the whole list; a known line keeps its id', async () => {
    const id = await push();
    const line = objectsIn((await read(id)).items)[0]?.id;
    const items = [
      { id: line, name: 'Mok', price: 12.1, quantity: 3 },
      { id: 99, name: 'Lepel', price: 2, quantity: 1 },
    ];
    await shop.call('PUT', `/orders/${id}`, { items: items.map((item) => ({ ...item, tax: 0 })) });
    const ids = objectsIn((await read(id)).items).map((item) => item.id);
    expect(ids).toHaveLength(2);
    expect(ids[0]).toBe(line);
    expect(ids[1]).not.toBe(99);
  });

  it('loses what the real system loses', async () => {
    const id = await push({
      customerGroup: 'Trade',
      customerTaxExempt: true,
      shippingOption: { shippingMethodName: 'Shop', shippingCarrierName: 'None', isPickup: true },
      discountCoupon: { code: 'A', catalogLimit: { products: [1] } },
    });
    const order = await read(id);
    expect(order.customerTaxExempt).toBe(false);
    expect(order.shippingOption).toEqual({ shippingMethodName: 'Shop', isPickup: true });
    expect(order.discountCoupon).toEqual({ code: 'A' });
    await shop.call('PUT', `/orders/${id}`, { lang: 'nl' });
    expect((await read(id)).customerGroup).toBeNull();
  });

  it('is refused where it is not there or makes no sense', async () => {
    expect((await shop.call('PUT', '/orders/ZZZZZ', {})).status).toBe(404);
    const id = await push();
    expect((await shop.call('PUT', `/orders/${id}`, { paymentStatus: 'QUEUED' })).status).toBe(400);
    expect((await read(id)).paymentStatus).toBe('PAID');
  });

  it('has no expectation any more once its money came over the API', async () => {
    await shop.control('POST', '/orders', { count: 1, profile: 'simple' });
    const [id] = await shop.ids('/orders');
    await shop.call('PUT', `/orders/${id}`, { privateAdminNotes: 'booked' });
    expect((await shop.control('GET', `/expectations/${id}`)).status).toBe(200);
    await shop.call('PUT', `/orders/${id}`, { total: 1 });
    expect((await shop.control('GET', `/expectations/${id}`)).status).toBe(404);
  });
});

it('a deleted order is gone and stands in the history', async () => {
  const id = await push();
  const { internalId } = await read(id);
  expect((await shop.call('DELETE', `/orders/${id}`)).body).toEqual({ deleteCount: 1 });
  expect((await shop.get(`/orders/${id}`)).status).toBe(404);
  expect((await shop.get(`/orders/${internalId}`)).status).toBe(404);
  expect(await shop.items('/orders/deleted')).toEqual([
    { id: internalId, orderId: id, date: '2026-03-10 12:00:00 +0000' },
  ]);
  expect(await shop.items('/orders/deleted?from_date=2026-03-11')).toEqual([]);
});

describe('extra fields of an order', () => {
  const field = { id: 'erp', title: 'ERP', value: '4711', customerInputType: 'TEXT' };

  it('are added, listed, changed and taken away', async () => {
    const id = await push();
    const path = `/orders/${id}/extraFields`;
    expect((await shop.call('POST', path, field)).body).toEqual({ createCount: 1 });
    expect((await shop.get(path)).json).toEqual([{ ...field, orderDetailsDisplaySection: '', orderBy: '0' }]);
    expect((await shop.call('PUT', `${path}/erp`, { value: '4712' })).body).toEqual({ updateCount: 1 });
    expect(objectsIn((await read(id)).orderExtraFields)).toMatchObject([{ id: 'erp', value: '4712' }]);
    expect((await shop.call('DELETE', `${path}/erp`)).body).toEqual({ deleteCount: 1 });
    expect((await shop.get(path)).json).toEqual([]);
  });

  it('need an id, a title and a value of no more than 255 characters', async () => {
    const path = `/orders/${await push()}/extraFields`;
    for (const name of ['id', 'title', 'value'] as const) {
      const { [name]: _, ...rest } = field;
      expect((await shop.call('POST', path, rest)).status, name).toBe(400);
    }
    expect((await shop.call('POST', path, { ...field, value: 'x'.repeat(256) })).status).toBe(400);
    expect((await shop.call('PUT', `${path}/none`, { value: 'x' })).status).toBe(404);
  });
});
