import { beforeEach, describe, expect, test } from 'vitest';
import { clientCredentials } from '../../../src/connectors/contract/auth.ts';
import { path } from '../../../src/connectors/contract/path.ts';
import { ecwid } from '../../../src/connectors/ecwid/index.ts';
import { problem } from '../../../src/records/problem.ts';
import { en } from '../../../src/texts/en.ts';
import { tellProblem } from '../../../src/texts/tell.ts';
import { body, FakeConnection, schema } from '../../support/fake-connection.ts';

let api: FakeConnection;

beforeEach(() => {
  api = new FakeConnection();
});

describe('a call', () => {
  test('goes to the base address with query, token and JSON', async () => {
    await api.client().get(path`/x`, schema, { query: 'a b&c', page: 2, open: true, none: undefined });
    await api.create();
    const [first, second] = api.requests;
    expect(first?.url).toBe('https://api.example.com/base/x?query=a%20b%26c&page=2&open=true');
    expect(first?.headers.get('authorization')).toBe('Bearer one');
    expect(first?.headers.has('content-type')).toBe(false);
    expect(await second?.json()).toEqual(body);
    expect(second?.headers.get('content-type')).toBe('application/json');
  });

  test('is recorded with what was sent and received, and counted', async () => {
    await api.create();
    expect(api.recorder.calls).toBe(1);
    expect(api.recorder.payload().calls).toEqual([
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
    [409, 'retry', 'outcome-unknown', 'conflict'],
    [422, 'rejected', 'rejected', 'refused'],
    [500, 'retry', 'outcome-unknown', 'server_error'],
    [502, 'retry', 'outcome-unknown', 'server_error'],
    [503, 'retry', 'outcome-unknown', 'server_error'],
    [504, 'retry', 'outcome-unknown', 'server_error'],
  ])('%i: %s for a read, %s for a create, code %s', async (status, read, made, code) => {
    api.always(status, { error: { key: 'x.y', message: 'no' } });
    expect(await api.problemOf(api.get())).toMatchObject({ kind: read, code, connection: 'books' });
    expect(await api.problemOf(api.create())).toMatchObject({ kind: made, code, connection: 'books' });
    expect(await api.problemOf(api.update())).toMatchObject({ kind: read, code });
  });

  test.each([400, 401, 403, 404, 422, 429])(
    "%i that may be a gateway's does not say that nothing was made, and nothing is sent again",
    async (status) => {
      for (const given of [{ error: 'no' }, {}, '<html>']) {
        api = new FakeConnection();
        api.always(status, given);
        expect(await api.problemOf(api.create())).toMatchObject({ kind: 'outcome-unknown' });
        expect(api.requests).toHaveLength(1);
      }
    },
  );

  test("a system's own word for a failure does not make a create repeatable", async () => {
    api.always(500, { error: { key: 'integration.outage', message: 'outage' } });
    expect(await api.problemOf(api.create())).toMatchObject({ kind: 'outcome-unknown' });
    expect(await api.problemOf(api.get())).toMatchObject({ kind: 'retry' });
  });

  test('the message has the code and the fields; the words are in the record of the call', async () => {
    api.always(422, {
      error: {
        key: 'params.invalid',
        message: 'invalid',
        details: [{ param: 'email', message: 'noor@example.com is taken by Noor de Wit' }],
      },
    });
    const told = tellProblem(await api.problemOf(api.create()), en);
    expect(told.message).toBe('Jortt answered 422 (params.invalid) about email.');
    expect(api.recorder.payload().calls[0]?.said).toBe(
      'invalid (email: noor@example.com is taken by Noor de Wit)',
    );
  });
});

describe('404', () => {
  test('is null for find, a problem for get, create and update', async () => {
    api.always(404, { error: { key: 'resource.not_found' } });
    expect(await api.client().find(path`/x`, schema)).toBeNull();
    for (const work of [api.get, api.create, api.update]) {
      expect(await api.problemOf(work())).toMatchObject({ kind: 'rejected', code: 'not_found' });
    }
  });

  test('of the whole account says nothing of the record', async () => {
    api.always(404, { errorCode: 'STORE_NOT_FOUND', errorMessage: 'no store' });
    const problem = await api.problemOf(api.client(ecwid).find(path`/orders/1`, schema));
    expect(problem).toMatchObject({ kind: 'auth', code: 'store_not_found' });
  });
});

describe('401', () => {
  const renewals: string[] = [];
  const withTokens = clientCredentials({
    tokenUrl: 'https://auth.example.com/token',
    clientId: 'client-1',
    clientSecret: 'hidden',
    scopes: [],
    clientAuthentication: 'basic',
  });

  beforeEach(() => {
    renewals.length = 0;
    api.auth = withTokens;
    api.tokens = {
      token: async (refused) => {
        if (refused !== null) renewals.push(refused);
        const value = refused === null ? 'one' : 'two';
        return { ok: true, value: { value, expiresAt: null, extra: {} } };
      },
    };
  });

  test('fetches another token once and goes on', async () => {
    api.answer = (request) =>
      request.headers.get('authorization') === 'Bearer two'
        ? Response.json({ id: '2' })
        : Response.json({ error: { key: 'access_token.expired' } }, { status: 401 });
    expect(await api.get()).toEqual({ id: '2' });
    expect(await api.create()).toEqual({ id: '2' });
    expect(api.requests).toHaveLength(4);
  });

  test('again is an auth problem: one renewal, two calls, no more', async () => {
    api.always(401, { error: { key: 'access_token.invalid' } });
    expect(await api.problemOf(api.create())).toMatchObject({ kind: 'auth', code: 'credentials_refused' });
    expect({ renewals, calls: api.requests.length }).toEqual({ renewals: ['one'], calls: 2 });
  });

  test('for a missing scope renews nothing', async () => {
    api.always(401, { error: { key: 'scopes.insufficient' } });
    expect(await api.problemOf(api.get())).toMatchObject({ kind: 'auth', code: 'scope_missing' });
    expect({ renewals: renewals.length, calls: api.requests.length }).toEqual({ renewals: 0, calls: 1 });
  });

  test('a token service that refuses is told with the connection, so that its health knows', async () => {
    const refused = { system: 'Jortt', status: 401, systemCode: 'invalid_client' };
    const given = problem('auth', 'credentials_refused', refused).toData();
    api.tokens = { token: async () => ({ ok: false, problem: given }) };
    expect(await api.problemOf(api.get())).toMatchObject({ kind: 'auth', connection: 'books' });
    expect(api.requests).toHaveLength(0);
  });
});

describe('429', () => {
  test('is heeded to the second, by all calls of the connection', async () => {
    api.always(429, {}, { 'retry-after': '7' });
    const start = api.clock.now();
    expect(await api.problemOf(api.get())).toMatchObject({
      kind: 'retry',
      code: 'rate_limited',
      retryAt: start + 7_000,
    });
    expect(api.limiter.readyAt()).toBe(start + 7_000);
    expect(api.requests).toHaveLength(1);
    expect(await api.problemOf(api.create())).toMatchObject({ kind: 'wait', retryAt: start + 7_000 });
    expect(api.requests).toHaveLength(1);
  });

  test('of a create was refused before it was done: no doubt about its outcome', async () => {
    api.always(429, { error: { key: 'request.throttled' } });
    expect(await api.problemOf(api.create())).toMatchObject({
      kind: 'retry',
      code: 'rate_limited',
      connection: 'books',
    });
  });

  test('without a time pauses for two seconds', async () => {
    api.always(429);
    expect((await api.problemOf(api.create())).retryAt).toBe(api.clock.now() + 2_000);
  });
});
