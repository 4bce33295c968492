import { beforeEach, describe, expect, it } from 'vitest';
import { secretToken, storeId } from '../../../../sandbox/ecwid/index.ts';
import { faultRule } from '../../../../sandbox/kit/faults/faults.ts';
import { type JsonObject, objectsIn, textIn } from '../../../../sandbox/kit/json.ts';
import { sandboxRoutes } from '../../../../sandbox/routes.ts';
import { Sandbox } from '../../../../sandbox/sandbox.ts';
import { eventLoopTurn } from '../../../support/settled.ts';
import { FakeWorld } from '../../fake-world.ts';

const minuteMs = 60_000;

let world: FakeWorld;
let sandbox: Sandbox;

beforeEach(() => {
  world = new FakeWorld();
  sandbox = opened(world);
});

function opened(time: FakeWorld): Sandbox {
  const made = new Sandbox(time, async () => new Response(null, { status: 204 }));
  made.reset(false);
  return made;
}

function call(method: string, path: string, body?: unknown, at = sandbox): Promise<Response> {
  const json = body === undefined ? {} : { body: JSON.stringify(body) };
  const headers = { Authorization: `Bearer ${secretToken}`, 'Content-Type': 'application/json' };
  const url = `https://app.ecwid.com/api/v3/${storeId}${path}`;
  return at.handle('ecwid', new Request(url, { method, headers, ...json }));
}

const create = (email = 'noor@example.com') => call('POST', '/customers', { email });

async function emails(at = sandbox): Promise<string[]> {
  const body: JsonObject = await (await call('GET', '/customers', undefined, at)).json();
  return objectsIn(body.items).map((each) => textIn(each, 'email'));
}

function breakNext(rule: Record<string, unknown>): void {
  sandbox.faults.add(faultRule.parse({ system: 'ecwid', kind: 'late', method: 'POST', ...rule }));
}

async function control(method: string, path: string, body?: unknown): Promise<Response> {
  const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
  return sandboxRoutes(sandbox).request(`/control${path}`, init);
}

/** Lets everything go on that time has woken. */
async function pass(ms: number): Promise<void> {
  await eventLoopTurn();
  world.pass(ms);
  await eventLoopTurn();
}

describe('work that is done minutes after its call', () => {
  it('is done once, at its moment, although the answer was 503', async () => {
    breakNext({ answer: 'unavailable', afterMs: 2 * minuteMs });
    expect((await create()).status).toBe(503);
    await pass(2 * minuteMs - 1);
    expect(await emails()).toEqual([]);
    await pass(1);
    expect(await emails()).toEqual(['noor@example.com']);
    await pass(60 * minuteMs);
    expect(await emails()).toEqual(['noor@example.com']);
  });

  it('is done although nobody answered and the caller hung up', async () => {
    breakNext({ afterMs: 5 * minuteMs, ms: 20_000 });
    const answer = create();
    await pass(20_000);
    expect((await answer).status).toBe(504);
    expect(await emails()).toEqual([]);
    await pass(5 * minuteMs);
    expect(await emails()).toEqual(['noor@example.com']);
  });

  it('is done between half a minute and nine minutes later unless it is told when', async () => {
    breakNext({ answer: 'unavailable', times: 20 });
    for (let number = 0; number < 20; number++) await create(`noor${number}@example.com`);
    await pass(29_999);
    expect(await emails()).toEqual([]);
    await pass(4 * minuteMs);
    const some = (await emails()).length;
    expect(some > 0 && some < 20).toBe(true);
    await pass(5 * minuteMs);
    expect(await emails()).toHaveLength(20);
  });

  it('makes the second record of a caller that tries again too early', async () => {
    breakNext({ answer: 'unavailable', afterMs: minuteMs });
    await call('POST', '/orders', { email: 'noor@example.com', total: 5 });
    expect((await call('POST', '/orders', { email: 'noor@example.com', total: 5 })).status).toBe(200);
    await pass(minuteMs);
    const body: JsonObject = await (await call('GET', '/orders')).json();
    expect(body.total).toBe(2);
  });

  it('shows in lists later still where the index lags', async () => {
    sandbox.systems.ecwid.change({ searchLagMs: 15_000 });
    breakNext({ answer: 'unavailable', afterMs: minuteMs });
    await create();
    await pass(minuteMs);
    expect(await emails()).toEqual([]);
    await pass(15_000);
    expect(await emails()).toEqual(['noor@example.com']);
  });

  it('may be refused when its moment comes', async () => {
    breakNext({ answer: 'unavailable', afterMs: minuteMs });
    await create();
    await create();
    await pass(minuteMs);
    expect(await emails()).toEqual(['noor@example.com']);
  });

  it('is still done after a restart, and by whoever runs what is due', async () => {
    breakNext({ answer: 'unavailable', afterMs: 3 * minuteMs });
    await create();
    const later = new FakeWorld();
    const restarted = opened(later);
    restarted.restore(JSON.parse(JSON.stringify(sandbox.snapshot())));
    expect(restarted.nextDueAt()).toBe(later.now() + 3 * minuteMs);
    later.pass(3 * minuteMs);
    await restarted.runDue();
    expect(await emails(restarted)).toEqual(['noor@example.com']);
    expect(restarted.nextDueAt()).toBeNull();
  });

  it('is listed without what it holds, and forgotten by a reset', async () => {
    expect(
      (await control('POST', '/faults', { system: 'ecwid', kind: 'late', answer: 'unavailable' })).status,
    ).toBe(201);
    await create();
    const listed: JsonObject = await (await control('GET', '/late')).json();
    expect(objectsIn(listed.items)).toEqual([
      { system: 'ecwid', method: 'POST', path: `/api/v3/${storeId}/customers`, dueAt: expect.any(Number) },
    ]);
    expect((await control('POST', '/reset', { seed: false })).status).toBe(204);
    await pass(10 * minuteMs);
    expect(await emails()).toEqual([]);
  });
});
