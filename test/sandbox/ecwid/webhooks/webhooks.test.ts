import { createHmac } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { clientSecret, storeId } from '../../../../sandbox/ecwid/index.ts';
import { objectsIn } from '../../../../sandbox/kit/json.ts';
import { receiveHook } from '../../../../src/connectors/ecwid/webhook.ts';
import { pushedOrder, TestShop } from '../shop.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

let shop: TestShop;

beforeEach(() => {
  shop = new TestShop();
  shop.standIn.change({
    webhookUrl: 'https://koppel.example.com/hooks/a/shop?key=1',
    webhookEvents: ['order.created', 'order.updated', 'order.deleted'],
  });
});

async function push(fields = {}): Promise<string> {
  const items = [{ name: 'Mok', price: 12.1, quantity: 2 }];
  return String((await shop.call('POST', '/orders', pushedOrder({ items, ...fields }))).body.orderId);
}

function types(): unknown[] {
  return shop.received.map(({ body }) => body.eventType);
}

describe('an event', () => {
  it('is sent when it is due, not before', async () => {
    const id = await push();
    expect(shop.received).toEqual([]);
    expect(shop.standIn.nextDueAt()).toBe(shop.world.now());
    await shop.standIn.runDue();
    expect(shop.standIn.nextDueAt()).toBeNull();
    const [hook] = shop.received;
    expect(hook?.url.href).toBe('https://koppel.example.com/hooks/a/shop?key=1&eventtype=order.created');
    expect(hook?.headers.get('Content-Type')).toBe('application/json');
    expect(hook?.body).toEqual({
      eventId: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
      eventCreated: shop.world.now() / 1000,
      storeId: Number(storeId),
      entityId: (await shop.get(`/orders/${id}`)).body.internalId,
      eventType: 'order.created',
      data: { orderId: id, newPaymentStatus: 'PAID', newFulfillmentStatus: 'AWAITING_PROCESSING' },
    });
  });

  it('is signed over its time and id with the client secret', async () => {
    await push();
    await shop.standIn.runDue();
    const [hook] = shop.received;
    const message = `${hook?.body.eventCreated}.${hook?.body.eventId}`;
    expect(hook?.headers.get('X-Ecwid-Webhook-Signature')).toBe(
      createHmac('sha256', clientSecret).update(message).digest('base64'),
    );
  });

  it('is one that the connector takes', async () => {
    const id = await push();
    await shop.standIn.runDue();
    const [hook] = shop.received;
    const headers = Object.fromEntries(hook?.headers ?? []);
    const reading = await receiveHook(
      { storeId, clientSecret },
      { body: JSON.stringify(hook?.body), headers, query: {} },
    );
    expect(reading).toMatchObject({ kind: 'changes', changes: [{ flow: 'orders', key: id }] });
  });

  it('of a change tells the statuses before and after; of a deletion only the id', async () => {
    const id = await push({ paymentStatus: 'AWAITING_PAYMENT' });
    await shop.call('PUT', `/orders/${id}`, { paymentStatus: 'PAID' });
    await shop.call('DELETE', `/orders/${id}`);
    await shop.standIn.runDue();
    expect(shop.received.slice(1).map(({ body }) => [body.eventType, body.data])).toEqual([
      [
        'order.updated',
        {
          orderId: id,
          oldPaymentStatus: 'AWAITING_PAYMENT',
          newPaymentStatus: 'PAID',
          oldFulfillmentStatus: 'AWAITING_PROCESSING',
          newFulfillmentStatus: 'AWAITING_PROCESSING',
        },
      ],
      ['order.deleted', { orderId: id }],
    ]);
  });

  it('of an order that gets placed is that of a new one', async () => {
    shop.standIn.change({
      webhookEvents: [
        'order.created',
        'order.updated',
        'unfinished_order.created',
        'unfinished_order.deleted',
      ],
    });
    const id = await push({ paymentStatus: 'INCOMPLETE' });
    await shop.call('PUT', `/orders/${id}`, { paymentStatus: 'PAID' });
    await shop.standIn.runDue();
    expect(types()).toEqual(['unfinished_order.created', 'unfinished_order.deleted', 'order.created']);
  });

  it('of a customer names its address', async () => {
    shop.standIn.change({ webhookEvents: ['customer.created', 'customer.updated', 'customer.deleted'] });
    const { id } = (await shop.call('POST', '/customers', { email: 'a@example.com' })).body;
    await shop.call('PUT', `/customers/${id}`, { lang: 'nl' });
    await shop.call('DELETE', `/customers/${id}`);
    await shop.standIn.runDue();
    const told = shop.received.map(({ body }) => [body.eventType, body.entityId, body.data]);
    expect(told).toEqual(
      ['created', 'updated', 'deleted'].map((what) => [
        `customer.${what}`,
        id,
        { customerEmail: 'a@example.com' },
      ]),
    );
  });

  it('outside the list, or without an address, is not sent', async () => {
    shop.standIn.change({ webhookEvents: ['order.updated'] });
    await push();
    shop.standIn.change({ webhookUrl: null, webhookEvents: ['order.created'] });
    await push();
    expect(shop.standIn.nextDueAt()).toBeNull();
  });

  it('can be late, repeated, and lost', async () => {
    shop.standIn.change({ webhookRepeats: 3, webhookDelayMs: 2000 });
    await push();
    expect(shop.standIn.nextDueAt()).toBe(shop.world.now() + 2000);
    await shop.run(2000);
    expect(shop.received).toHaveLength(3);
    expect(new Set(shop.received.map(({ body }) => body.eventId)).size).toBe(1);
    shop.standIn.change({ webhookLoss: 1 });
    await push();
    await shop.run(day);
    expect(shop.received).toHaveLength(3);
  });

  it('can be overtaken by a later one', async () => {
    shop.standIn.change({ webhookShuffle: true });
    const ids: string[] = [];
    for (let count = 0; count < 8; count += 1) ids.push(await push());
    await shop.run(5000);
    const order = shop.received.map(({ body }) => JSON.stringify(body.data));
    expect(order).toHaveLength(8);
    expect(order.map((data) => ids.findIndex((id) => data.includes(id)))).not.toEqual([
      0, 1, 2, 3, 4, 5, 6, 7,
    ]);
  });
});

describe('a delivery that is not taken', () => {
  it.each([200, 201, 202, 204, 209])('is over with %i', async (status) => {
    shop.respond = async () => new Response(null, { status });
    await push();
    await shop.run(2 * day);
    expect(shop.received).toHaveLength(1);
  });

  it.each([203, 302, 400, 404, 503])(
    'is repeated after %i: quarters of an hour, then hours, for a day',
    async (status) => {
      shop.respond = async () => new Response(null, { status });
      await push();
      const start = shop.world.now();
      await shop.run(3 * day);
      const { items } = (await shop.control('GET', '/deliveries')).body;
      const [delivery] = objectsIn(items);
      expect(delivery?.state).toBe('given up');
      const at = objectsIn(delivery?.attempts).map((attempt) => (Number(attempt.at) - start) / minute);
      expect(at).toEqual([0, 15, 30, 45, ...Array.from({ length: 24 }, (_, index) => (index + 1) * 60)]);
      expect(shop.standIn.nextDueAt()).toBeNull();
    },
  );

  it('is repeated after no answer, until one comes, with the same event', async () => {
    let calls = 0;
    shop.respond = async () => {
      calls += 1;
      if (calls < 3) throw new Error('connection refused');
      return new Response('ok');
    };
    await push();
    await shop.run(day);
    expect(shop.received).toHaveLength(3);
    expect(new Set(shop.received.map(({ body }) => body.eventId)).size).toBe(1);
    expect(objectsIn((await shop.control('GET', '/deliveries')).body.items)).toMatchObject([
      { state: 'delivered', attempts: [{ answer: 'no answer' }, { answer: 'no answer' }, { answer: 200 }] },
    ]);
  });

  it('times out after ten seconds', async () => {
    const never = Promise.withResolvers<Response>();
    shop.respond = () => never.promise;
    await push();
    const run = shop.standIn.runDue();
    expect(shop.standIn.nextDueAt()).toBeNull();
    // The signature is made in the background: the delivery has begun once it was received.
    await expect.poll(() => shop.received.length).toBe(1);
    shop.world.pass(10_000);
    await run;
    expect(objectsIn((await shop.control('GET', '/deliveries')).body.items)).toMatchObject([
      { state: 'waiting', attempts: [{ answer: 'timeout' }] },
    ]);
  });

  it('waits less where the waits are scaled', async () => {
    shop.standIn.change({ webhookRetryScale: 0.001 });
    shop.respond = async () => new Response(null, { status: 500 });
    await push();
    await shop.run(2 * minute);
    expect(shop.received).toHaveLength(28);
  });

  it('is not sent twice by two runs at once', async () => {
    await push();
    await Promise.all([shop.standIn.runDue(), shop.standIn.runDue()]);
    expect(shop.received).toHaveLength(1);
  });
});

it('the event of an order is sent again on demand, as often as asked', async () => {
  const id = await push();
  await shop.standIn.runDue();
  expect((await shop.control('POST', `/orders/${id}/notify`, { times: 10 })).status).toBe(204);
  await shop.standIn.runDue();
  const repeated = shop.received.slice(1);
  expect(repeated).toHaveLength(10);
  expect(new Set(repeated.map(({ body }) => body.eventId)).size).toBe(1);
  expect((await shop.control('POST', '/orders/ZZZZZ/notify')).status).toBe(404);
});
