import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientSecret, storeId } from '../../sandbox/ecwid/settings.ts';
import { Stack } from './stack.ts';

let stack: Stack;

beforeAll(async () => {
  stack = await Stack.start({ seeded: false, settings: { jortt: { searchLagMs: 500 } } });
  await stack.connect('mugs');
  // Hooks are sent by the tests themselves.
  await stack.sandbox.control('POST', '/settings', { ecwid: { webhookUrl: null } });
}, 60_000);

afterAll(() => stack.stop());

describe('the same webhook', () => {
  it('ten times at once, late, and after the Worker was killed in between: one invoice, one customer', async () => {
    const [order = ''] = await stack.sandbox.sell({ count: 1, profile: 'simple', customers: 1 });
    const event = hookFor(order, 'first');
    const answers = await Promise.all(Array.from({ length: 10 }, () => send(event)));
    expect(answers).toEqual(Array(10).fill(200));

    await stack.killKoppel();
    await stack.startKoppel();
    expect(await send(event)).toBe(200);
    // Another notice of the same order, as a shop sends on every change of it.
    expect(await Promise.all([send(hookFor(order, 'second')), send(hookFor(order, 'third'))])).toEqual([
      200, 200,
    ]);

    await stack.koppel.cron();
    await stack.settled('mugs', 1);
    expect(await send(event)).toBe(200);
    await stack.settled('mugs', 1);
    expect((await stack.sandbox.invoices()).map(({ reference }) => reference)).toEqual([order]);
    expect(await stack.sandbox.customers()).toHaveLength(1);
  });
});

/** A webhook as Ecwid signs it (sheet 10.2). */
function hookFor(order: string, eventId: string): { body: string; signature: string } {
  const eventCreated = Math.floor(Date.now() / 1000);
  const id = `${order}-${eventId}`;
  const signature = createHmac('sha256', clientSecret).update(`${eventCreated}.${id}`).digest('base64');
  const body = JSON.stringify({
    eventId: id,
    eventCreated,
    eventType: 'order.created',
    storeId: Number(storeId),
    entityId: 1,
    data: { orderId: order },
  });
  return { body, signature };
}

async function send({ body, signature }: { body: string; signature: string }): Promise<number> {
  const response = await fetch(`${stack.koppel.url}/hooks/mugs/shop`, {
    method: 'POST',
    headers: { 'x-ecwid-webhook-signature': signature, 'content-type': 'application/json' },
    body,
  });
  await response.arrayBuffer();
  return response.status;
}
