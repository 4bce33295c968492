import { beforeEach, describe, expect, it } from 'vitest';
import { clientId, clientSecret } from '../../../../sandbox/jortt/tokens.ts';
import { faultRule } from '../../../../sandbox/kit/faults/faults.ts';
import { Sandbox } from '../../../../sandbox/sandbox.ts';
import { eventLoopTurn } from '../../../support/settled.ts';
import { FakeWorld } from '../../fake-world.ts';
import { line, nobody } from '../office.ts';

const minuteMs = 60_000;

let world: FakeWorld;
let sandbox: Sandbox;
let token: string;

beforeEach(async () => {
  world = new FakeWorld();
  sandbox = new Sandbox(world, async () => new Response(null, { status: 204 }));
  sandbox.reset(false);
  sandbox.systems.jortt.change({ limits: false });
  const answer = await sandbox.handle(
    'jortt',
    new Request('https://app.jortt.nl/oauth-provider/oauth/token', {
      method: 'POST',
      headers: { Authorization: `Basic ${btoa(`${clientId}:${clientSecret}`)}` },
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        scope: 'estimates:read estimates:write',
      }),
    }),
  );
  token = ((await answer.json()) as { access_token: string }).access_token;
});

function call(method: string, path: string, body?: unknown): Promise<Response> {
  const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
  const json = body === undefined ? {} : { body: JSON.stringify(body) };
  return sandbox.handle('jortt', new Request(`https://api.jortt.nl${path}`, { method, headers, ...json }));
}

const create = () => call('POST', '/v2/estimates', { reference: 'QUOTE-1', line_items: [line()] });

async function found(): Promise<unknown[]> {
  const answer = await call('GET', '/v2/estimates?query=QUOTE-1');
  return ((await answer.json()) as { data: unknown[] }).data;
}

function breakNext(rule: Record<string, unknown>): void {
  sandbox.faults.add(faultRule.parse({ system: 'jortt', method: 'POST', path: '^/v2/estimates$', ...rule }));
}

/** Lets everything go on that time has woken. */
async function pass(ms: number): Promise<void> {
  await eventLoopTurn();
  world.pass(ms);
  await eventLoopTurn();
}

describe('an estimate', () => {
  it('is there although nobody was told, once the index has it', async () => {
    sandbox.systems.jortt.change({ searchLagMs: minuteMs });
    breakNext({ kind: 'unanswered', ms: 20_000 });
    const answer = create();
    await pass(20_000);
    expect((await answer).status).toBe(504);
    expect(await found()).toEqual([]);
    await pass(minuteMs);
    expect(await found()).toHaveLength(1);
  });

  it('is made minutes after its call was answered 503', async () => {
    breakNext({ kind: 'late', answer: 'unavailable', afterMs: 2 * minuteMs });
    expect((await create()).status).toBe(503);
    await pass(2 * minuteMs - 1);
    expect(await found()).toEqual([]);
    await pass(1);
    expect(await found()).toHaveLength(1);
  });

  it('is made twice for a caller that tries again too early', async () => {
    breakNext({ kind: 'late', answer: 'unavailable', afterMs: minuteMs });
    await create();
    expect((await create()).status).toBe(201);
    await pass(minuteMs);
    expect(await found()).toHaveLength(2);
  });

  it('has its id taken out of its address, by which calls are counted', () => {
    expect(sandbox.systems.jortt.template(`/v2/estimates/${nobody}/send`)).toBe('/v2/estimates/{id}/send');
  });
});
