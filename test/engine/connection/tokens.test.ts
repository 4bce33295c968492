import { beforeEach, describe, expect, test } from 'vitest';
import type { AccessToken } from '../../../src/connectors/contract/auth.ts';
import { type TokenAuth, TokenSource } from '../../../src/engine/connection/tokens.ts';
import { Problem } from '../../../src/records/problem.ts';
import { en } from '../../../src/texts/en.ts';
import { tellProblem } from '../../../src/texts/tell.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';

let clock: VirtualClock;
let requests: { authorization: string | null; body: string }[];
let answer: () => Response | Promise<Response>;
let kept: AccessToken | null;

beforeEach(() => {
  clock = new VirtualClock();
  requests = [];
  kept = null;
  answer = () => granted();
});

function granted(fields: Record<string, unknown> = {}): Response {
  return Response.json({
    access_token: `token-${requests.length}`,
    token_type: 'Bearer',
    expires_in: 7200,
    ...fields,
  });
}

function source(more: Partial<TokenAuth> = {}, besides: readonly string[] = []): TokenSource {
  return new TokenSource(
    {
      kind: 'client-credentials',
      tokenUrl: 'https://auth.example.com/token',
      clientId: 'client-1',
      clientSecret: 's-e_c+r/t',
      scopes: ['a:read', 'b:write'],
      clientAuthentication: 'basic',
      ...more,
    } as TokenAuth,
    {
      load: async () => kept,
      save: async (token) => {
        kept = token;
      },
    },
    async (request) => {
      requests.push({ authorization: request.headers.get('authorization'), body: await request.text() });
      return answer();
    },
    clock,
    'Books',
    besides,
  );
}

async function problemOf(work: Promise<unknown>): Promise<Problem> {
  const thrown = await work.catch((error: unknown) => error);
  if (thrown instanceof Problem) return thrown;
  throw new Error(`gave ${JSON.stringify(thrown)}`);
}

test('a token is asked for with id and secret as they are, and all scopes', async () => {
  expect((await source().get()).value).toBe('token-1');
  expect(requests[0]?.authorization).toBe(`Basic ${btoa('client-1:s-e_c+r/t')}`);
  expect(Object.fromEntries(new URLSearchParams(requests[0]?.body))).toEqual({
    grant_type: 'client_credentials',
    scope: 'a:read b:write',
  });
});

test('what else the service wants to be asked with goes along', async () => {
  await source({ parameters: { audience: 'books' } }).get();
  expect(requests[0]?.body).toBe('audience=books&scope=a%3Aread+b%3Awrite&grant_type=client_credentials');
});

test('or, where the service wants that, in the body', async () => {
  await source({ clientAuthentication: 'body', scopes: [] }).get();
  expect(requests[0]?.authorization).toBeNull();
  expect(Object.fromEntries(new URLSearchParams(requests[0]?.body))).toEqual({
    grant_type: 'client_credentials',
    client_id: 'client-1',
    client_secret: 's-e_c+r/t',
  });
});

test('what else the connector names is kept with it', async () => {
  answer = () => granted({ instance_url: 'https://acme.example.com', other: 'x', number: 5 });
  expect((await source({ keeps: ['instance_url', 'number', 'missing'] }).get()).extra).toEqual({
    instance_url: 'https://acme.example.com',
  });
});

test('one refresh serves all that ask at once, and all that ask later', async () => {
  const tokens = source();
  const values = await Promise.all(Array.from({ length: 10 }, () => tokens.get()));
  await tokens.get();
  expect(new Set(values.map(({ value }) => value))).toEqual(new Set(['token-1']));
  expect(requests).toHaveLength(1);
});

test('a token of two minutes is used for nine tenths of them', async () => {
  answer = () => granted({ expires_in: 120 });
  const tokens = source();
  await tokens.get();
  await clock.advance(107_000);
  expect((await tokens.get()).value).toBe('token-1');
  await clock.advance(1000);
  expect((await tokens.get()).value).toBe('token-2');
});

test('it is kept, and used by the next source without asking', async () => {
  await source().get();
  expect(await source().get()).toEqual({
    value: 'token-1',
    expiresAt: clock.now() + 7_200_000,
    lifeMs: 7_200_000,
    refreshToken: undefined,
    extra: {},
  });
  expect(requests).toHaveLength(1);
});

test('it is renewed two minutes before its end, not before', async () => {
  const tokens = source();
  await tokens.get();
  await clock.advance(7_200_000 - 120_001);
  expect((await tokens.get()).value).toBe('token-1');
  await clock.advance(1);
  expect((await tokens.get()).value).toBe('token-2');
});

describe('without a life of its own', () => {
  beforeEach(() => {
    answer = () => granted({ expires_in: undefined });
  });

  test('it lives as long as the connector says', async () => {
    const tokens = source({ lifetimeMs: 3_600_000 });
    expect((await tokens.get()).expiresAt).toBe(clock.now() + 3_600_000);
  });

  test('it lives until it is refused, where the connector does not say either', async () => {
    const tokens = source();
    expect((await tokens.get()).expiresAt).toBeNull();
    await clock.advance(365 * 24 * 3_600_000);
    expect((await tokens.get()).value).toBe('token-1');
    expect((await tokens.replace('token-1')).value).toBe('token-2');
  });
});

describe('a token that the system refuses', () => {
  test('is replaced once, however many calls it was refused to', async () => {
    const tokens = source();
    const { value: first } = await tokens.get();
    const values = await Promise.all([tokens.replace(first), tokens.replace(first), tokens.replace(first)]);
    expect(values.map(({ value }) => value)).toEqual(['token-2', 'token-2', 'token-2']);
    expect((await tokens.replace(first)).value).toBe('token-2');
    expect(requests).toHaveLength(2);
  });
});

describe('scopes that only some settings need', () => {
  const scopesAsked = () => requests.map(({ body }) => new URLSearchParams(body).get('scope'));

  test('are asked for beside the others, with a token that lacks them too', async () => {
    await source().get();
    expect((await source({}, ['c:read']).get()).value).toBe('token-2');
    expect((await source({}, ['c:read']).get()).value).toBe('token-2');
    expect(scopesAsked()).toEqual(['a:read b:write', 'a:read b:write c:read']);
  });

  test('do no harm to whom does not need them any more', async () => {
    await source({}, ['c:read', 'c:write']).get();
    await source({}, ['c:read']).get();
    await source().get();
    expect(scopesAsked()).toEqual(['a:read b:write c:read c:write']);
  });

  test('that the application lacks are named with all the others, as all are refused for one', async () => {
    answer = () => Response.json({ error: 'invalid_scope' }, { status: 400 });
    const problem = await problemOf(source({}, ['c:read']).get());
    expect(problem).toMatchObject({
      code: 'scope_missing',
      params: { asked: ['a:read', 'b:write', 'c:read'] },
    });
    expect(tellProblem(problem, en).action).toContain('all of these scopes: a:read, b:write, c:read;');
  });
});

describe('a refusal is an auth problem and holds no secret', () => {
  const doorkeeper = {
    'www-authenticate': 'Bearer realm="Doorkeeper", error="invalid_client", error_description="x"',
  };

  test.each([
    [401, 'invalid_client', {}, 'credentials_refused'],
    [401, 'invalid_client', doorkeeper, 'credentials_refused'],
    [400, 'invalid_grant', {}, 'credentials_refused'],
    [400, 'invalid_scope', {}, 'scope_missing'],
    [403, 'unauthorized_client', {}, 'credentials_refused'],
  ])('%i %s %j', async (status, error, headers, code) => {
    answer = () => Response.json({ error, error_description: 'tekst' }, { status, headers });
    const problem = await problemOf(source().get());
    expect(problem).toMatchObject({ kind: 'auth', code });
    expect(tellProblem(problem, en).message).toContain(error);
    expect(JSON.stringify(problem.toData())).not.toContain('s-e_c');
  });
});

test('a token service that repeats its secrets, or talks without an end, is not repeated', async () => {
  answer = () =>
    Response.json({ error: `no s-e_c+r/t of noor@example.com ${'y'.repeat(50_000)}` }, { status: 400 });
  const problem = await problemOf(source().get());
  expect(problem.code).toBe('credentials_refused');
  expect(JSON.stringify(problem.toData())).not.toMatch(/s-e_c|noor|yyy/);
});

describe('anything else is tried again later', () => {
  test.each<[string, () => Response]>([
    ['busy', () => Response.json({ error: 'rate_limited' }, { status: 429 })],
    ['down', () => Response.json({ error: 'server_error' }, { status: 500 })],
    ['away', () => new Response('<html>', { status: 503, headers: { 'content-type': 'text/html' } })],
    ['HTML', () => new Response('<html>', { headers: { 'content-type': 'text/html' } })],
    [
      'half a JSON',
      () => new Response('{"access_token": "x', { headers: { 'content-type': 'application/json' } }),
    ],
    ['no token', () => Response.json({ token_type: 'Bearer' })],
  ])('%s', async (_, given) => {
    answer = given;
    expect(await problemOf(source().get())).toMatchObject({ kind: 'retry', code: 'server_error' });
    expect(kept).toBeNull();
  });

  test('in words that say what failed', async () => {
    answer = () => new Response('', { status: 502 });
    const { message } = tellProblem(await problemOf(source().get()), en);
    expect(message).toBe('The token service of Books did not answer as it should.');
  });

  test('no network', async () => {
    answer = () => Promise.reject(new TypeError('fetch failed'));
    expect(await problemOf(source().get())).toMatchObject({ kind: 'retry' });
  });

  test('and the next one asks again', async () => {
    const tokens = source();
    answer = () => new Response('', { status: 502 });
    await problemOf(tokens.get());
    answer = () => granted();
    expect((await tokens.get()).value).toBe('token-2');
  });
});
