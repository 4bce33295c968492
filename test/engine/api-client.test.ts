import { beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { ecwid } from '../../src/connectors/ecwid/index.ts';
import { jortt } from '../../src/connectors/jortt/index.ts';
import { ApiClient } from '../../src/engine/api-client.ts';
import type { Authoriser } from '../../src/engine/authoriser.ts';
import { RateLimiter } from '../../src/engine/rate-limit.ts';
import { Recorder } from '../../src/engine/recorder.ts';
import { Problem } from '../../src/records/problem.ts';
import { VirtualClock } from './virtual-clock.ts';

const schema = z.object({ id: z.string() });
const body = { customer_name: 'Noor de Wit', email: 'noor@example.com' };

let clock: VirtualClock;
let limiter: RateLimiter;
let recorder: Recorder;
let requests: Request[];
let answer: (request: Request, call: number) => Response | Promise<Response>;
let authoriser: Authoriser;

beforeEach(() => {
  clock = new VirtualClock();
  limiter = new RateLimiter({ requests: 100, perMs: 1_000, concurrent: 10 }, clock);
  recorder = new Recorder();
  requests = [];
  answer = () => Response.json({ id: '1' });
  authoriser = { authorisation: async () => 'Bearer one', renewed: async () => null };
});

function client(connector = jortt): ApiClient {
  return new ApiClient({
    connection: 'books',
    connector,
    baseUrl: 'https://api.example.com/base',
    authoriser,
    limiter,
    recorder,
    clock,
    fetch: async (input) => {
      const request = input as Request;
      requests.push(request);
      return answer(request, requests.length);
    },
    account: () => ({ name: 'Books', currency: 'EUR', timeZone: 'Europe/Amsterdam', traits: {} }),
  });
}

async function problemOf(work: Promise<unknown>): Promise<Problem> {
  const thrown = await clock.settle(work.catch((error: unknown) => error));
  if (thrown instanceof Problem) return thrown;
  throw new Error(`gave ${JSON.stringify(thrown)}`);
}

const get = () => client().get('/x', schema);
const create = () => client().create('/x', body, schema);
const update = () => client().update('/x', body);

function always(
  status: number,
  given: unknown = { error: 'no' },
  headers: Record<string, string> = {},
): void {
  answer = () => Response.json(given, { status, headers });
}

describe('a call', () => {
  test('goes to the base address with query, token and JSON', async () => {
    await client().get('/x', schema, { query: 'a b&c', page: 2, open: true, none: undefined });
    await create();
    const [first, second] = requests;
    expect(first?.url).toBe('https://api.example.com/base/x?query=a%20b%26c&page=2&open=true');
    expect(first?.headers.get('authorization')).toBe('Bearer one');
    expect(first?.headers.has('content-type')).toBe(false);
    expect(await second?.json()).toEqual(body);
    expect(second?.headers.get('content-type')).toBe('application/json');
  });

  test('is recorded with what was sent and received, and counted', async () => {
    await create();
    expect(recorder.calls).toBe(1);
    expect(recorder.payload().calls).toEqual([
      {
        connection: 'books',
        method: 'POST',
        path: '/base/x',
        status: 200,
        sent: body,
        received: { id: '1' },
      },
    ]);
  });
});

describe('every status by its class', () => {
  test.each([
    [400, 'rejected', 'rejected', 'refused'],
    [401, 'auth', 'auth', 'credentials_refused'],
    [403, 'auth', 'auth', 'credentials_refused'],
    [408, 'retry', 'outcome-unknown', 'server_error'],
    [409, 'retry', 'retry', 'conflict'],
    [422, 'rejected', 'rejected', 'refused'],
    [500, 'retry', 'outcome-unknown', 'server_error'],
    [502, 'retry', 'outcome-unknown', 'server_error'],
    [503, 'retry', 'retry', 'server_error'],
    [504, 'retry', 'outcome-unknown', 'server_error'],
  ])('%i: %s for a read, %s for a create, code %s', async (status, read, made, code) => {
    always(status);
    expect(await problemOf(get())).toMatchObject({ kind: read, code, connection: 'books' });
    expect(await problemOf(create())).toMatchObject({ kind: made, code, connection: 'books' });
    expect(await problemOf(update())).toMatchObject({ kind: read, code });
  });

  test("a system's own word for a failure does not make a create repeatable", async () => {
    always(500, { error: { key: 'integration.outage', message: 'outage' } });
    expect(await problemOf(create())).toMatchObject({ kind: 'outcome-unknown' });
    expect(await problemOf(get())).toMatchObject({ kind: 'retry' });
  });

  test('the message has the words of the system, without what was sent', async () => {
    always(422, {
      error: {
        key: 'params.invalid',
        message: 'invalid',
        details: [{ param: 'email', message: 'noor@example.com is taken by Noor de Wit' }],
      },
    });
    const { message } = await problemOf(create());
    expect(message).toBe('Jortt answered 422: invalid (email: … is taken by …)');
  });
});

describe('404', () => {
  test('is null for find, a problem for get, create and update', async () => {
    always(404, {});
    expect(await client().find('/x', schema)).toBeNull();
    for (const work of [get, create, update]) {
      expect(await problemOf(work())).toMatchObject({ kind: 'rejected', code: 'not_found' });
    }
  });

  test('of the whole account says nothing of the record', async () => {
    always(404, { errorCode: 'STORE_NOT_FOUND', errorMessage: 'no store' });
    const problem = await problemOf(client(ecwid).find('/orders/1', schema));
    expect(problem).toMatchObject({ kind: 'auth', code: 'store_not_found' });
  });
});

describe('401', () => {
  const renewals: string[] = [];

  beforeEach(() => {
    renewals.length = 0;
    authoriser = {
      authorisation: async () => 'Bearer one',
      renewed: async () => {
        renewals.push('two');
        return 'Bearer two';
      },
    };
  });

  test('fetches another token once and goes on', async () => {
    answer = (request) =>
      request.headers.get('authorization') === 'Bearer two'
        ? Response.json({ id: '2' })
        : Response.json({ error: { key: 'access_token.expired' } }, { status: 401 });
    expect(await get()).toEqual({ id: '2' });
    expect(await create()).toEqual({ id: '2' });
    expect(requests).toHaveLength(4);
  });

  test('again is an auth problem: one renewal, two calls, no more', async () => {
    always(401, { error: { key: 'access_token.invalid' } });
    expect(await problemOf(create())).toMatchObject({ kind: 'auth', code: 'credentials_refused' });
    expect({ renewals: renewals.length, calls: requests.length }).toEqual({ renewals: 1, calls: 2 });
  });

  test('for a missing scope renews nothing', async () => {
    always(401, { error: { key: 'scopes.insufficient' } });
    expect(await problemOf(get())).toMatchObject({ kind: 'auth', code: 'scope_missing' });
    expect({ renewals: renewals.length, calls: requests.length }).toEqual({ renewals: 0, calls: 1 });
  });

  test('a token service that refuses is told with the connection, so that its health knows', async () => {
    authoriser = {
      authorisation: () =>
        Promise.reject(new Problem({ kind: 'auth', code: 'credentials_refused', message: '', action: '' })),
      renewed: async () => null,
    };
    expect(await problemOf(get())).toMatchObject({ kind: 'auth', connection: 'books' });
    expect(requests).toHaveLength(0);
  });
});

describe('429', () => {
  test('is heeded to the second, by all calls of the connection', async () => {
    always(429, {}, { 'retry-after': '7' });
    const start = clock.now();
    expect(await problemOf(get())).toMatchObject({
      kind: 'retry',
      code: 'rate_limited',
      retryAt: start + 7_000,
    });
    expect(limiter.readyAt()).toBe(start + 7_000);
    expect(requests).toHaveLength(1);
    expect(await problemOf(create())).toMatchObject({ kind: 'wait', retryAt: start + 7_000 });
    expect(requests).toHaveLength(1);
  });

  test('of a create was refused before it was done: no doubt about its outcome', async () => {
    always(429);
    expect(await problemOf(create())).toMatchObject({
      kind: 'retry',
      code: 'rate_limited',
      connection: 'books',
    });
  });

  test('without a time pauses for two seconds', async () => {
    always(429);
    expect((await problemOf(create())).retryAt).toBe(clock.now() + 2_000);
  });
});

describe('answers that are none', () => {
  const garbled: [string, () => Response][] = [
    [
      'a page of a gateway',
      () => new Response('<html>Bad gateway</html>', { headers: { 'content-type': 'text/html' } }),
    ],
    ['half a JSON', () => new Response('{"id": "1')],
    ['nothing', () => new Response('')],
    ['no content', () => new Response(null, { status: 204 })],
    ['null', () => new Response('null')],
  ];

  test.each(garbled)('%s with success: tried again for a read, unknown for a create', async (_, given) => {
    answer = given;
    expect(await problemOf(get())).toMatchObject({ kind: 'retry', code: 'garbled' });
    expect(await problemOf(create())).toMatchObject({ kind: 'outcome-unknown', code: 'garbled' });
  });

  test('an update may be answered with nothing, but not with a page', async () => {
    answer = () => new Response(null, { status: 204 });
    await update();
    answer = () => new Response('<html>');
    expect(await problemOf(update())).toMatchObject({ kind: 'retry', code: 'garbled' });
  });

  test('one of another form names the field, not its value', async () => {
    always(200, { id: { email: 'noor@example.com' } });
    const problem = await problemOf(get());
    expect(problem).toMatchObject({ kind: 'rejected', code: 'unreadable' });
    expect(problem.message).toMatch(/GET \/x .*: id: /);
    expect(JSON.stringify(problem.toData())).not.toContain('noor');
    expect(await problemOf(create())).toMatchObject({ kind: 'outcome-unknown', code: 'unreadable' });
  });

  test('a redirect is not followed', async () => {
    answer = () => new Response(null, { status: 302, headers: { location: 'https://evil.example.com' } });
    expect(await problemOf(create())).toMatchObject({ kind: 'outcome-unknown', code: 'unexpected_answer' });
    expect(requests.map(({ url, redirect }) => [new URL(url).host, redirect])).toEqual([
      ['api.example.com', 'manual'],
    ]);
  });

  test('one that is too large is not read to its end, whatever length it gives', async () => {
    let sent = 0;
    answer = () =>
      new Response(
        new ReadableStream({
          pull: (controller) => {
            sent += 1_000_000;
            controller.enqueue(new Uint8Array(1_000_000).fill(0x20));
          },
        }),
      );
    expect(await problemOf(create())).toMatchObject({ kind: 'outcome-unknown', code: 'network_failed' });
    expect(sent).toBeLessThan(12_000_000);
  });

  test('text in more than one byte may be cut anywhere', async () => {
    const bytes = new TextEncoder().encode('{"id": "€ü"}');
    answer = () =>
      new Response(
        new ReadableStream({
          start: (controller) => {
            for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
            controller.close();
          },
        }),
      );
    expect(await get()).toEqual({ id: '€ü' });
  });
});

describe('no answer', () => {
  test.each([
    ['no network', () => Promise.reject(new TypeError('fetch failed: noor@example.com'))],
    [
      'an answer that breaks off',
      () => new Response(new ReadableStream({ start: (controller) => controller.error(new Error('reset')) })),
    ],
  ])('%s: tried again for a read, unknown for a create', async (_, given) => {
    answer = given;
    expect(await problemOf(get())).toMatchObject({ kind: 'retry', code: 'network_failed' });
    const problem = await problemOf(create());
    expect(problem).toMatchObject({ kind: 'outcome-unknown', code: 'network_failed' });
    expect(JSON.stringify(problem.toData())).not.toContain('noor');
  });

  test('within 20 seconds is a time-out, and the call is given up', async () => {
    answer = () => new Promise(() => undefined);
    const start = clock.now();
    expect(await problemOf(create())).toMatchObject({ kind: 'outcome-unknown', code: 'timed_out' });
    expect(clock.now() - start).toBe(20_000);
    expect(requests[0]?.signal.aborted).toBe(true);
    expect(recorder.payload().calls).toMatchObject([{ method: 'POST', status: null, sent: body }]);
  });

  test('half an answer within 20 seconds is none', async () => {
    answer = () =>
      new Response(new ReadableStream({ start: (controller) => controller.enqueue(Uint8Array.of(0x7b)) }));
    expect(await problemOf(create())).toMatchObject({ code: 'timed_out' });
  });

  test('an answer in time leaves no timer behind', async () => {
    await get();
    await clock.advance(60_000);
    expect(requests[0]?.signal.aborted).toBe(false);
  });
});

describe('once more in place', () => {
  test('a read that fails is tried once more', async () => {
    answer = (_request, call) =>
      call === 1 ? new Response('', { status: 502 }) : Response.json({ id: '2' });
    expect(await clock.settle(get())).toEqual({ id: '2' });
  });

  test.each([
    ['read', get, 2],
    ['create', create, 1],
    ['update', update, 1],
  ] as const)('a %s is sent %# times at most', async (_, work, times) => {
    always(502);
    await problemOf(work());
    expect(requests).toHaveLength(times);
  });

  test.each([401, 403, 422, 429])('a refusal (%i) is not', async (status) => {
    always(status);
    await problemOf(get());
    expect(requests).toHaveLength(1);
  });
});
