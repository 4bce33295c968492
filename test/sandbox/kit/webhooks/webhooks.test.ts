import { beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Listener } from '../../../../sandbox/kit/webhooks/delivery.ts';
import { deliverySettings } from '../../../../sandbox/kit/webhooks/settings.ts';
import { Webhooks } from '../../../../sandbox/kit/webhooks/webhooks.ts';
import { FakeWorld } from '../../fake-world.ts';

interface Event {
  readonly topic: string;
}

let world: FakeWorld;
let listeners: Listener[];
let received: string[];
let status: number;
let webhooks: Webhooks<Event>;

beforeEach(() => {
  world = new FakeWorld();
  listeners = [
    { id: '1', address: 'https://one.example/hook', events: ['orders/create', 'orders/paid'] },
    { id: '2', address: 'https://two.example/hook', events: ['orders/create'] },
  ];
  received = [];
  status = 200;
  const settings = z.object(deliverySettings).parse({});
  webhooks = new Webhooks(
    world,
    async (request) => {
      received.push(`${request.url} ${request.headers.get('X-Signature')}`);
      return new Response(null, { status });
    },
    () => settings,
    {
      listeners: () => listeners,
      retryMinutes: [1],
      accepted: [200],
      sign: async ({ topic }) => `signed ${topic}`,
      request: (_, address, signature) =>
        new Request(address, { method: 'POST', headers: { 'X-Signature': signature } }),
    },
  );
});

describe('an event', () => {
  it('goes to all that are registered for it, and to nobody else', async () => {
    webhooks.emit('orders/create', () => ({ topic: 'orders/create' }));
    webhooks.emit('orders/paid', () => ({ topic: 'orders/paid' }));
    await webhooks.runDue();
    expect(received.toSorted()).toEqual([
      'https://one.example/hook signed orders/create',
      'https://one.example/hook signed orders/paid',
      'https://two.example/hook signed orders/create',
    ]);
  });

  it('is not even made when nobody listens', () => {
    webhooks.emit('orders/delete', () => {
      throw new Error('it was made');
    });
    expect(webhooks.nextDueAt()).toBeNull();
  });

  it('goes to the address that its listener has by then; one that is gone is given up', async () => {
    webhooks.emit('orders/create', () => ({ topic: 'orders/create' }));
    listeners = [{ id: '2', address: 'https://moved.example/hook', events: [] }];
    await webhooks.runDue();
    expect(received).toEqual(['https://moved.example/hook signed orders/create']);
    expect(webhooks.list().map(({ listener, state }) => [listener, state])).toEqual([
      ['1', 'given up'],
      ['2', 'delivered'],
    ]);
  });

  it('is repeated for the one that did not take it, until the waits are over', async () => {
    status = 500;
    webhooks.emit('orders/paid', () => ({ topic: 'orders/paid' }));
    await webhooks.runDue();
    expect(webhooks.nextDueAt()).toBe(world.now() + 60_000);
    world.pass(60_000);
    await webhooks.runDue();
    expect(received).toHaveLength(2);
    expect(webhooks.nextDueAt()).toBeNull();
    expect(webhooks.list()).toMatchObject([{ state: 'given up', attempts: [{}, {}] }]);
  });
});
