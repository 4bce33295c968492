import { beforeEach, describe, expect, it } from 'vitest';
import { type Json, type JsonObject, objectsIn } from '../../../sandbox/kit/json.ts';
import { sandboxRoutes } from '../../../sandbox/routes.ts';
import { Sandbox } from '../../../sandbox/sandbox.ts';
import { FakeWorld } from '../fake-world.ts';
import { pushedOrder, tokens } from './shop.ts';

let world: FakeWorld;
let sandbox: Sandbox;

beforeEach(() => {
  world = new FakeWorld();
  sandbox = new Sandbox(world, async () => new Response(null, { status: 404 }));
  sandbox.reset(false);
});

async function send(method: string, path: string, body?: JsonObject): Promise<Response> {
  const init =
    body === undefined ? {} : { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } };
  return sandboxRoutes(sandbox).request(path, { method, ...init });
}

const orders = async () => objectsIn(await (await send('GET', `/mijnwebwinkel/v1/orders?${tokens}`)).json());
const create = () =>
  send('POST', `/mijnwebwinkel/v1/orders?${tokens}`, pushedOrder({ comments: { internal: 'koppel-7' } }));

describe('a call that goes wrong', () => {
  it('is done although its answer was lost: only the mark in the order tells', async () => {
    await send('POST', '/control/faults', {
      system: 'mijnwebwinkel',
      kind: 'unanswered',
      method: 'POST',
      ms: 30_000,
    });
    const answer = create();
    await Promise.resolve();
    while ((await orders()).length === 0) await Promise.resolve();
    world.pass(30_000);
    expect((await answer).status).toBe(504);
    const day = `debtor_email=ada@example.com&start_date=2026-03-10`;
    const found: Json = await (await send('GET', `/mijnwebwinkel/v1/orders?${day}&${tokens}`)).json();
    expect(objectsIn(found)).toMatchObject([{ number: '2001', comments: { internal: 'koppel-7' } }]);
  });

  it('is refused and not done, or done minutes later', async () => {
    await send('POST', '/control/faults', {
      system: 'mijnwebwinkel',
      kind: 'status',
      status: 503,
      method: 'POST',
    });
    expect((await create()).status).toBe(503);
    expect(await orders()).toEqual([]);
    const late = {
      system: 'mijnwebwinkel',
      kind: 'late',
      afterMs: 60_000,
      answer: 'unavailable',
      method: 'POST',
    };
    await send('POST', '/control/faults', late);
    expect((await create()).status).toBe(503);
    expect(await orders()).toEqual([]);
    world.pass(60_000);
    await sandbox.runDue();
    expect(await orders()).toHaveLength(1);
  });

  it('is counted by its route, with no token in the log', async () => {
    await create();
    const calls = JSON.stringify(await (await send('GET', '/control/calls')).json());
    expect(calls).toContain('POST /v1/orders');
    expect(calls).not.toContain('sandbox-store-token');
  });
});
