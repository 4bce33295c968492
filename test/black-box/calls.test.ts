import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Stack } from './stack.ts';

let stack: Stack;

beforeAll(async () => {
  stack = await Stack.start({ seeded: false });
  await stack.connect('mugs');
  // The first order pays for the token and for reading both accounts.
  await stack.sandbox.sell({ count: 1, profile: 'simple', customers: 1 });
  await stack.settled('mugs', 1);
}, 60_000);

afterAll(() => stack.stop());

async function callsOf(work: () => Promise<unknown>, tasks: number): Promise<number> {
  await stack.sandbox.forgetCalls();
  await work();
  await stack.settled('mugs', tasks);
  const calls = await stack.sandbox.calls();
  expect(calls.jortt?.byRoute['POST /oauth-provider/oauth/token'] ?? 0).toBe(0);
  return (calls.ecwid?.total ?? 0) + (calls.jortt?.total ?? 0);
}

describe('the calls that an order costs', () => {
  it('are four for a customer that is known, one of them to read what was made', async () => {
    expect(await callsOf(() => stack.sandbox.sell({ count: 1, profile: 'simple', customers: 1 }), 2)).toBe(4);
  });

  it('are six for a new customer', async () => {
    expect(await callsOf(() => stack.sandbox.sell({ count: 1 }), 3)).toBeLessThanOrEqual(6);
  });

  it('are one for a repeated notice of an order that is booked', async () => {
    const booked = (await stack.tasks('mugs')).find(({ state }) => state === 'done')?.key ?? '';
    const notify = () => stack.sandbox.control('POST', `/ecwid/orders/${booked}/notify`, { times: 1 });
    expect(await callsOf(notify, 4)).toBe(1);
  });
});
