import { beforeEach, describe, expect, test } from 'vitest';
import { type AccessToken, authorizationCode } from '../../../src/connectors/contract/auth.ts';
import { type TokenAuth, TokenSource } from '../../../src/engine/connection/tokens.ts';
import { Problem } from '../../../src/records/problem.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';

let clock: VirtualClock;
let requests: { readonly headers: Headers; readonly form: Record<string, string> }[];
let answer: (form: Record<string, string>) => Response | Promise<Response>;
/** What happened, in order: `asked`, `stored`. */
let events: string[];
let kept: AccessToken | null;

const redirectUri = 'https://koppel.example.com/oauth/callback';

beforeEach(() => {
  clock = new VirtualClock();
  requests = [];
  events = [];
  kept = null;
  answer = () => granted();
});

function granted(fields: Record<string, unknown> = {}): Response {
  const number = requests.length;
  return Response.json({
    access_token: `access-${number}`,
    token_type: 'Bearer',
    expires_in: 7200,
    refresh_token: `refresh-${number}`,
    ...fields,
  });
}

function source(more: Partial<TokenAuth> = {}): TokenSource {
  const auth = authorizationCode({
    authorizeUrl: 'https://login.example.com/authorize?prompt=login',
    tokenUrl: 'https://login.example.com/token',
    clientId: 'client-1',
    clientSecret: 's-e_c+r/t',
    scopes: ['api', 'refresh_token'],
    clientAuthentication: 'body',
    pkce: true,
    keeps: ['instance_url'],
  });
  return new TokenSource(
    { ...auth, ...more } as TokenAuth,
    {
      load: async () => kept,
      save: async (token) => {
        events.push(`stored ${token?.value}`);
        kept = token;
      },
    },
    async (request) => {
      const form = Object.fromEntries(new URLSearchParams(await request.text()));
      requests.push({ headers: request.headers, form });
      events.push(`asked ${form.grant_type}`);
      return answer(form);
    },
    clock,
    'CRM',
  );
}

async function problemOf(work: Promise<unknown>): Promise<Problem> {
  const thrown = await work.catch((error: unknown) => error);
  if (thrown instanceof Problem) return thrown;
  throw new Error(`gave ${JSON.stringify(thrown)}`);
}

/** Access as somebody gave it: the state and the verifier of the request come back. */
async function given(tokens: TokenSource, parameters: Record<string, string> = {}): Promise<void> {
  const { verifier } = await tokens.authorizationUrl(redirectUri, 'state-1');
  await tokens.exchange({
    parameters: new URLSearchParams({ code: 'code-1', state: 'state-1', ...parameters }),
    redirectUri,
    state: 'state-1',
    verifier,
  });
}

describe('the address where somebody gives access', () => {
  test('asks for a code, with the scopes, the state and a challenge', async () => {
    const { url, verifier } = await source().authorizationUrl(redirectUri, 'state-1');
    const { origin, pathname, searchParams } = new URL(url);
    expect(`${origin}${pathname}`).toBe('https://login.example.com/authorize');
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
    expect(Object.fromEntries(searchParams)).toEqual({
      prompt: 'login',
      response_type: 'code',
      client_id: 'client-1',
      redirect_uri: redirectUri,
      state: 'state-1',
      scope: 'api refresh_token',
      code_challenge: Buffer.from(digest).toString('base64url'),
      code_challenge_method: 'S256',
    });
  });

  test('has no challenge where the service knows none', async () => {
    const { url, verifier } = await source({ pkce: false } as Partial<TokenAuth>).authorizationUrl(
      redirectUri,
      's',
    );
    expect(verifier).toBe('');
    expect(new URL(url).searchParams.has('code_challenge')).toBe(false);
  });
});

describe('the exchange of a code', () => {
  test('proves who asked, in the body, and keeps what was given', async () => {
    answer = () => granted({ instance_url: 'https://acme.example.com', id: 'not kept' });
    const tokens = source();
    const { verifier } = await tokens.authorizationUrl(redirectUri, 'state-1');
    const parameters = new URLSearchParams({ code: 'code-1', state: 'state-1' });
    await tokens.exchange({ parameters, redirectUri, state: 'state-1', verifier });
    expect(requests[0]?.form).toEqual({
      grant_type: 'authorization_code',
      code: 'code-1',
      redirect_uri: redirectUri,
      code_verifier: verifier,
      client_id: 'client-1',
      client_secret: 's-e_c+r/t',
    });
    expect(requests[0]?.headers.has('authorization')).toBe(false);
    expect(kept).toEqual({
      value: 'access-1',
      expiresAt: clock.now() + 7_200_000,
      lifeMs: 7_200_000,
      refreshToken: 'refresh-1',
      extra: { instance_url: 'https://acme.example.com' },
    });
  });

  test('is not undone by a refresh of the access before, which is answered only then', async () => {
    kept = { value: 'old', expiresAt: clock.now(), refreshToken: 'refresh-old', extra: {} };
    const tokens = source();
    const late = Promise.withResolvers<void>();
    answer = async (form) => {
      const { length } = requests;
      if (form.grant_type === 'refresh_token') await late.promise;
      return granted({ access_token: `access-${length}`, refresh_token: `refresh-${length}` });
    };
    const refreshed = tokens.get();
    while (requests.length === 0) await Promise.resolve();
    await given(tokens);
    late.resolve();
    expect((await refreshed).value).toBe('access-2');
    expect(kept?.value).toBe('access-2');
    expect((await tokens.get()).value).toBe('access-2');
  });

  test('of a public client has no secret', async () => {
    const tokens = source({ clientSecret: '' });
    await given(tokens);
    expect(requests[0]?.form).toMatchObject({ client_id: 'client-1' });
    expect(requests[0]?.form).not.toHaveProperty('client_secret');
  });

  test('takes an answer that does not say what kind of token it gives', async () => {
    answer = () => granted({ token_type: undefined });
    await given(source());
    expect(kept?.value).toBe('access-1');
  });

  test.each([
    ['of another request', { state: 'state-2' }],
    ['of somebody who said no', { error: 'access_denied', code: '' }],
  ])('asks for nothing with an answer %s', async (_, parameters) => {
    const problem = await problemOf(given(source(), parameters));
    expect(problem).toMatchObject({ kind: 'auth', code: 'access_not_given', params: { system: 'CRM' } });
    expect(requests).toEqual([]);
  });

  test('that is refused is an auth problem, without the code', async () => {
    answer = () => Response.json({ error: 'invalid_grant' }, { status: 400 });
    const problem = await problemOf(given(source()));
    expect(problem).toMatchObject({ kind: 'auth', code: 'credentials_refused' });
    expect(JSON.stringify(problem.toData())).not.toContain('code-1');
    expect(kept).toBeNull();
  });
});

test('before anybody gave access there is no token, and nothing is asked', async () => {
  expect(await problemOf(source().get())).toMatchObject({ kind: 'auth', code: 'access_not_given' });
  expect(requests).toEqual([]);
});

describe('a token that ends', () => {
  beforeEach(() => {
    kept = {
      value: 'access-0',
      expiresAt: clock.now() + 60_000,
      refreshToken: 'refresh-0',
      extra: { a: '1' },
    };
  });

  test('is renewed, and what renews the next is stored before this one is used', async () => {
    const tokens = source();
    const used = tokens.get().then(({ value }) => events.push(`used ${value}`));
    await used;
    expect(events).toEqual(['asked refresh_token', 'stored access-1', 'used access-1']);
    expect(requests[0]?.form).toMatchObject({ refresh_token: 'refresh-0', client_secret: 's-e_c+r/t' });
    expect(kept).toMatchObject({ refreshToken: 'refresh-1', extra: { a: '1' } });
  });

  test('that cannot be stored is not used', async () => {
    const failing = new TokenSource(
      authorizationCode({
        authorizeUrl: 'https://login.example.com/authorize',
        tokenUrl: 'https://login.example.com/token',
        clientId: 'client-1',
        clientSecret: '',
        scopes: [],
        clientAuthentication: 'body',
        pkce: true,
      }) as TokenAuth,
      { load: async () => kept, save: () => Promise.reject(new Error('storage is full')) },
      async () => granted(),
      clock,
      'CRM',
    );
    await expect(failing.get()).rejects.toThrow('storage is full');
  });

  test('keeps what renews it where the service gives no other', async () => {
    answer = () => granted({ refresh_token: undefined });
    await source().get();
    expect(kept).toMatchObject({ value: 'access-1', refreshToken: 'refresh-0' });
  });

  test('is renewed once for all that ask at once', async () => {
    const tokens = source();
    const values = await Promise.all(Array.from({ length: 8 }, () => tokens.get()));
    expect(new Set(values.map(({ value }) => value))).toEqual(new Set(['access-1']));
    expect(requests).toHaveLength(1);
  });

  test('and is refused its renewal is an auth problem; what was kept stays', async () => {
    answer = () => Response.json({ error: 'invalid_grant', error_description: 'expired' }, { status: 400 });
    expect(await problemOf(source().get())).toMatchObject({
      kind: 'auth',
      code: 'credentials_refused',
      params: { systemCode: 'invalid_grant' },
    });
    expect(kept?.refreshToken).toBe('refresh-0');
  });

  test('that another source renewed meanwhile is taken from where it is kept', async () => {
    answer = () => {
      kept = { value: 'access-9', expiresAt: clock.now() + 3_600_000, refreshToken: 'refresh-9', extra: {} };
      return Response.json({ error: 'invalid_grant' }, { status: 400 });
    };
    const tokens = source();
    expect((await tokens.get()).value).toBe('access-9');
    expect((await tokens.get()).value).toBe('access-9');
    expect(requests).toHaveLength(1);
  });

  test('goes on with new access when somebody gave it', async () => {
    answer = ({ grant_type }) =>
      grant_type === 'refresh_token' ? Response.json({ error: 'invalid_grant' }, { status: 400 }) : granted();
    const tokens = source();
    await problemOf(tokens.get());
    await given(tokens);
    expect((await tokens.get()).value).toBe('access-2');
  });
});

describe('a token without a told end', () => {
  beforeEach(() => {
    kept = { value: 'access-0', expiresAt: null, refreshToken: 'refresh-0', extra: {} };
  });

  test('is used until it is refused, then renewed once', async () => {
    const tokens = source();
    await clock.advance(365 * 24 * 3_600_000);
    expect((await tokens.get()).value).toBe('access-0');
    const values = await Promise.all([tokens.replace('access-0'), tokens.replace('access-0')]);
    expect(values.map(({ value }) => value)).toEqual(['access-1', 'access-1']);
    expect(requests).toHaveLength(1);
  });

  test('that was refused is not used again while no other can be fetched', async () => {
    answer = () => new Response('', { status: 503 });
    const tokens = source();
    await problemOf(tokens.replace('access-0'));
    expect(await problemOf(tokens.get())).toMatchObject({ kind: 'retry', code: 'server_error' });
    answer = () => granted();
    expect((await tokens.get()).value).toMatch(/^access-/);
    expect(requests.every(({ form }) => form.refresh_token === 'refresh-0')).toBe(true);
  });
});

describe('as a port', () => {
  test('what renews a token is not given out, and errors are data', async () => {
    kept = { value: 'access-0', expiresAt: null, refreshToken: 'refresh-0', extra: { host: 'x' } };
    const tokens = source();
    expect(structuredClone(await tokens.token(null))).toEqual({
      ok: true,
      value: { value: 'access-0', expiresAt: null, extra: { host: 'x' } },
    });
    answer = () => Response.json({ error: 'invalid_grant' }, { status: 400 });
    expect(structuredClone(await tokens.token('access-0'))).toMatchObject({
      ok: false,
      problem: { kind: 'auth', code: 'credentials_refused' },
    });
  });
});

describe('a token service that is hostile', () => {
  test('and never answers is given up after 20 seconds', async () => {
    kept = { value: 'a', expiresAt: 0, refreshToken: 'refresh-0', extra: {} };
    answer = () => new Promise(() => undefined);
    const start = clock.now();
    expect(await clock.settle(problemOf(source().get()))).toMatchObject({ kind: 'retry' });
    expect(clock.now() - start).toBe(20_000);
  });

  test('and answers without an end is not read to it', async () => {
    kept = { value: 'a', expiresAt: 0, refreshToken: 'refresh-0', extra: {} };
    let sent = 0;
    answer = () =>
      new Response(
        new ReadableStream({
          type: 'bytes',
          pull: (controller) => {
            sent += 1_000_000;
            controller.enqueue(new Uint8Array(1_000_000).fill(0x20));
          },
        }),
      );
    expect(await problemOf(source().get())).toMatchObject({ kind: 'retry' });
    expect(sent).toBeLessThan(12_000_000);
  });
});
