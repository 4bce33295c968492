import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Stack } from './stack.ts';

const orders = 500;
const publicUrl = 'https://koppel.example.com';

let stack: Stack;
let receiver: Server;
/** Every request that came, whatever it said. */
const received: { readonly path: string; readonly text: string }[] = [];

beforeAll(async () => {
  receiver = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    received.push({ path: request.url ?? '', text: (JSON.parse(body) as { text: string }).text });
    response.end('ok');
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  const { port } = receiver.address() as AddressInfo;
  stack = await Stack.start({
    seeded: false,
    settings: { ecwid: { limits: false }, jortt: { limits: false } },
    vars: {
      ALERT_WEBHOOK: `http://127.0.0.1:${port}/services/T1/B1`,
      PUBLIC_URL: publicUrl,
      RUN_CALLS: '500',
      RATE_LIMITS: JSON.stringify({ ecwid: 100_000, jortt: 100_000 }),
    },
  });
}, 60_000);

afterAll(async () => {
  await stack.stop();
  receiver.closeAllConnections();
  await new Promise((resolve) => receiver.close(resolve));
});

async function messages(count: number, withinMs: number): Promise<string[]> {
  const until = Date.now() + withinMs;
  while (received.length < count && Date.now() < until) await pause(50);
  return received.map(({ text }) => text);
}

describe('500 orders that are parked for one cause', () => {
  it('are one alert, and their repair is one notice that it is over', async () => {
    await stack.connect('mugs', {
      settings: { paymentMethods: { map: { 'By carrier pigeon': 'pay_later' } } },
    });
    await stack.sandbox.sell({ count: orders, profile: 'simple', customers: 50 });
    const parked = await stack.settled('mugs', orders);
    expect(new Set(parked.map(({ state, problem }) => `${state} ${problem?.code}`))).toEqual(
      new Set(['parked choice_missing']),
    );

    const [alert = ''] = await messages(1, 40_000);
    expect(alert).toContain('orders from shop to books: The setting "paymentMethods" has no entry for "');
    expect(alert).toContain(`${orders} records need you because of this`);
    expect(alert).toContain(`${publicUrl}/integrations/mugs/problems`);
    expect(parked.some(({ key }) => alert.includes(`\`${key}\``))).toBe(true);

    await stack.connect('mugs');
    await stack.api('POST', '/integrations/mugs/retry');
    const booked = await stack.settled('mugs', orders);
    expect(new Set(booked.map(({ state }) => state))).toEqual(new Set(['done']));
    expect(await stack.sandbox.invoices()).toHaveLength(orders);

    const [, notice = ''] = await messages(2, 10_000);
    expect(notice).toMatch(/^✅ .*solved\. It was: The setting "paymentMethods"/);

    // Nothing follows, also not after a death, which could only repeat.
    await stack.killKoppel();
    await stack.startKoppel();
    await stack.koppel.cron();
    await pause(3_000);
    expect(received.map(({ path }) => path)).toEqual(['/services/T1/B1', '/services/T1/B1']);
    expect(stack.logs).not.toContain('/services/T1');
  });
});

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
