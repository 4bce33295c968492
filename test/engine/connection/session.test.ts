import { beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { authorizationCode } from '../../../src/connectors/contract/auth.ts';
import { type Connector, defineConnector } from '../../../src/connectors/contract/connector.ts';
import { concurrent, window } from '../../../src/connectors/contract/limits.ts';
import { path } from '../../../src/connectors/contract/path.ts';
import { Connection } from '../../../src/engine/connection/connection.ts';
import { RateLimiter } from '../../../src/engine/connection/limits/rate-limiter.ts';
import type { PermitUse } from '../../../src/engine/connection/permits.ts';
import type { Ports } from '../../../src/engine/connection/ports.ts';
import { remotePorts, servePort } from '../../../src/engine/connection/remote-ports.ts';
import { credentialsPlace } from '../../../src/engine/connection/sealed-secrets.ts';
import { Session } from '../../../src/engine/connection/session.ts';
import { Recorder } from '../../../src/engine/http/recorder.ts';
import { Seal } from '../../../src/engine/privacy/sealing.ts';
import { migrate } from '../../../src/engine/storage/migrations.ts';
import { Stores } from '../../../src/engine/storage/stores.ts';
import { Problem } from '../../../src/records/problem.ts';
import { memorySql } from '../../support/memory-sql.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';

const record = z.object({ id: z.string() });

/** A system whose tokens tell where it is, and are refreshed by one that rotates. */
const crm: Connector = defineConnector({
  id: 'crm',
  name: 'CRM',
  credentials: z.object({ clientId: z.string(), clientSecret: z.string() }),
  auth: ({ clientId, clientSecret }) =>
    authorizationCode({
      authorizeUrl: 'https://login.example.com/authorize',
      tokenUrl: 'https://login.example.com/token',
      clientId,
      clientSecret,
      scopes: ['api'],
      clientAuthentication: 'body',
      pkce: true,
      keeps: ['instance_url'],
    }),
  baseUrl: (_credentials, token) => token?.extra.instance_url ?? 'https://login.example.com',
  limits: [window(6, '1m'), concurrent(2)],
  searchDelayMs: 1_000,
  readError: ({ status }) =>
    status < 400
      ? null
      : { said: `refused ${status}`, ...(status === 401 ? { code: 'credentials_refused' as const } : {}) },
  account: async (api) => {
    const { id } = await api.get(path`/org`, record);
    return { name: id, currency: 'EUR', timeZone: 'Europe/Amsterdam', traits: {} };
  },
});

/** The CRM itself: it knows one access token and one refresh token, each good until the next. */
class Crm {
  number = 0;
  refreshes = 0;
  readonly calls: string[] = [];
  down = false;
  address = 'https://acme.example.com';

  readonly fetch = (async (input: Request) => {
    const url = new URL(input.url);
    if (url.pathname === '/token') return this.#token(new URLSearchParams(await input.text()));
    this.calls.push(`${input.method} ${url.host}${url.pathname}`);
    if (this.down) return new Response('', { status: 500 });
    const isKnown = input.headers.get('authorization') === `Bearer access-${this.number}`;
    return isKnown ? Response.json({ id: 'acme' }) : new Response('{}', { status: 401 });
  }) as typeof fetch;

  /** What was given out is good no more. */
  revoke(): void {
    this.number++;
  }

  #token(form: URLSearchParams): Response {
    this.refreshes++;
    if (form.get('refresh_token') !== `refresh-${this.refreshes - 1}`) {
      return Response.json({ error: 'invalid_grant' }, { status: 400 });
    }
    this.number++;
    return Response.json({
      access_token: `access-${this.number}`,
      refresh_token: `refresh-${this.refreshes}`,
      token_type: 'Bearer',
      instance_url: this.address,
    });
  }
}

/** A connection as an object keeps it. */
async function startConnection(key = 'a') {
  const clock = new VirtualClock();
  const system = new Crm();
  const sql = memorySql();
  migrate(sql);
  const stores = new Stores(sql);
  const seal = await Seal.fromKeys(btoa(key.repeat(32)));
  const opener = await Seal.fromKeys(btoa('a'.repeat(32)));
  const sealed = await seal.seal(credentialsPlace('mugs', 'crm'), { clientId: 'c', clientSecret: 'hidden' });
  stores.connections.put('crm', 'crm', sealed);
  const token = {
    value: 'access-0',
    expiresAt: null,
    refreshToken: 'refresh-0',
    extra: { instance_url: 'https://acme.example.com' },
  };
  stores.connections.setToken('crm', await seal.seal('mugs/connections/crm/token', token));
  const limiter = new RateLimiter(crm.limits, clock);
  const connect = () => {
    const [row] = stores.connections.all();
    if (row === undefined) throw new Error('no connection');
    return new Connection({
      integration: 'mugs',
      row,
      connector: crm,
      store: stores.connections,
      seal: opener,
      clock,
      fetch: system.fetch,
      baseUrls: {},
      limiter,
      healthChanged: () => undefined,
      meet: () => ({ place: 'crm', changed: false }),
      placed: () => undefined,
      isCurrent: () => true,
    });
  };
  return { clock, system, stores, seal, connect, connection: connect() };
}

type Started = Awaited<ReturnType<typeof startConnection>>;

/** What cannot be cloned does not get through, and nobody shares an object with the other end. */
function overRpc(connection: Connection): Ports {
  return remotePorts(async (call) =>
    structuredClone(await servePort(connection.ports, structuredClone(call))),
  );
}

function open(
  { connection, clock, system }: Started,
  ports: Ports,
  permitUse?: PermitUse,
  connector = crm,
): Promise<Session> {
  return Session.open({
    name: 'crm',
    connectorById: (id) => (id === 'crm' ? connector : undefined),
    ports,
    clock,
    fetch: system.fetch,
    baseUrls: {},
    ...(permitUse === undefined ? {} : { permitUse }),
    ...(ports === connection.ports ? { account: () => connection.account } : {}),
  });
}

async function problemOf(work: Promise<unknown>): Promise<Problem> {
  const thrown = await work.catch((error: unknown) => error);
  if (thrown instanceof Problem) return thrown;
  throw new Error(`gave ${JSON.stringify(thrown)}`);
}

describe.each([
  ['over ports in the object', (connection: Connection) => connection.ports],
  ['over ports at the other end of an RPC', overRpc],
])('a session %s', (_, portsOf) => {
  let started: Started;
  let session: Session;

  beforeEach(async () => {
    started = await startConnection();
    session = await open(started, portsOf(started.connection));
  });

  test('reads the account where the token says that the system is, and keeps it', async () => {
    const account = await session.check();
    expect(account).toMatchObject({ name: 'acme', currency: 'EUR' });
    expect(started.system.calls).toEqual(['GET acme.example.com/org']);
    expect(started.connection.account).toEqual(account);
    expect(started.stores.connections.all()[0]?.account).toEqual(account);
    expect(session.api(new Recorder()).account).toEqual(account);
  });

  test('renews a refused token once, with what the object keeps of it, and goes on', async () => {
    started.system.revoke();
    const recorder = new Recorder();
    expect(await session.api(recorder).get(path`/x`, record)).toEqual({ id: 'acme' });
    expect(await session.api(recorder).get(path`/x`, record)).toEqual({ id: 'acme' });
    expect([started.system.refreshes, recorder.calls]).toEqual([1, 3]);
  });

  test('shares its token with every other session: one refresh at a time, and no old one is used', async () => {
    const other = await open(started, overRpc(started.connection));
    started.system.revoke();
    const all = [session, other, session, other].map((each) =>
      each.api(new Recorder()).get(path`/x`, record),
    );
    expect(await started.clock.settle(Promise.all(all.slice(0, 2)))).toHaveLength(2);
    await started.clock.advance(61_000);
    await Promise.allSettled(all);
    expect(started.system.refreshes).toBe(1);
  });

  test('keeps to the limits together with every other', async () => {
    const other = await open(started, overRpc(started.connection));
    const start = started.clock.now();
    for (const each of [session, other, session, other, session, other]) {
      await each.api(new Recorder()).get(path`/x`, record);
    }
    for (const each of [session, other]) {
      const problem = await problemOf(each.api(new Recorder()).get(path`/x`, record));
      expect(problem).toMatchObject({ kind: 'wait', code: 'rate_limited', params: { system: 'CRM' } });
      expect(problem.retryAt).toBeGreaterThanOrEqual(start + 60_000);
    }
    expect(started.system.calls).toHaveLength(6);
  });

  test('tells the health when its check fails, and when it works again', async () => {
    started.system.down = true;
    const problem = await started.clock.settle(problemOf(session.check()));
    expect(problem).toMatchObject({ kind: 'retry', code: 'server_error', connection: 'crm' });
    expect(started.connection.health.current).toMatchObject({ state: 'down', probes: 1 });
    started.system.down = false;
    await session.check();
    expect(started.connection.health.current).toBeNull();
  });

  test('that may renew nothing is unauthorised, and says so', async () => {
    started.system.revoke();
    started.system.refreshes = 5;
    const problem = await problemOf(session.check());
    expect(problem).toMatchObject({ kind: 'auth', code: 'credentials_refused', connection: 'crm' });
    expect(started.connection.health.current?.state).toBe('unauthorised');
  });

  test('renews a token that was refused by the status alone', async () => {
    const silent: Connector = { ...crm, readError: () => null };
    const quiet = await open(started, portsOf(started.connection), undefined, silent);
    started.system.revoke();
    expect(await quiet.api(new Recorder()).get(path`/x`, record)).toEqual({ id: 'acme' });
    expect(started.system.refreshes).toBe(1);
  });

  test('sends a token that was refused never again, also while no other is to be had', async () => {
    await session.check();
    started.system.revoke();
    started.system.refreshes = 5;
    for (let probe = 0; probe < 3; probe++) await problemOf(session.check());
    expect(started.system.calls).toHaveLength(2);
  });

  test('that takes several permits at a time gives back what it did not use', async () => {
    const several = await open(started, portsOf(started.connection), { atOnce: 2, forMs: 30_000 });
    await several.api(new Recorder()).get(path`/x`, record);
    await several.close();
    for (let call = 0; call < 5; call++) await session.api(new Recorder()).get(path`/x`, record);
    expect(await problemOf(session.api(new Recorder()).get(path`/x`, record))).toMatchObject({
      kind: 'wait',
    });
  });

  test.each(['http://acme.example.com', 'https://10.0.0.7', 'https://localhost', 'nowhere'])(
    'takes no token to %s, though the token service says that the system is there',
    async (address) => {
      started.system.revoke();
      started.system.address = address;
      expect(await problemOf(session.check())).toMatchObject({
        kind: 'auth',
        code: 'shop_not_found',
        connection: 'crm',
      });
      expect(started.system.calls).toEqual(['GET acme.example.com/org']);
    },
  );

  test('stores no secret in the open', async () => {
    started.system.revoke();
    await session.check();
    expect(JSON.stringify(started.stores.connections.all())).not.toMatch(/hidden|access-|refresh-/);
  });
});

test.each([
  ['in the object', (connection: Connection) => connection.ports],
  ['at the other end of an RPC', overRpc],
])('credentials that cannot be opened are an auth problem %s', async (_, portsOf) => {
  const started = await startConnection('b');
  const problem = await problemOf(open(started, portsOf(started.connection)));
  expect(problem).toMatchObject({ kind: 'auth', code: 'secret_unreadable', connection: 'crm' });
});

test('a connection of a system that asks people gives the address, and takes the access', async () => {
  const { connection, system } = await startConnection();
  const { url, verifier } = await connection.authorizationUrl('https://koppel.example.com/back', 'state-1');
  expect(new URL(url).searchParams.get('state')).toBe('state-1');
  const parameters = new URLSearchParams({ code: 'code-1', state: 'other' });
  const answer = { parameters, redirectUri: 'https://koppel.example.com/back', state: 'state-1', verifier };
  expect(await problemOf(connection.exchange(answer))).toMatchObject({ code: 'access_not_given' });
  expect(system.refreshes).toBe(0);
});

test('what a session elsewhere leased is free again when it died, whatever it asked for', async () => {
  const started = await startConnection();
  const ports = overRpc(started.connection);
  await ports.open();
  for (let call = 0; call < 2; call++)
    await ports.lease({ cost: 1, routes: [], flow: null, calls: 1, forMs: null });
  const session = await open(started, started.connection.ports);
  const waiting = session.api(new Recorder()).get(path`/x`, record);
  await started.clock.advance(120_000);
  expect(await waiting).toEqual({ id: 'acme' });
});

test('an address that a token service tells, and that is none, is not repeated', async () => {
  const started = await startConnection();
  started.system.revoke();
  started.system.address = `nowhere noor@example.com ${'x'.repeat(100_000)}`;
  const session = await open(started, started.connection.ports);
  const problem = await problemOf(session.check());
  expect(problem.code).toBe('shop_not_found');
  expect(JSON.stringify(problem.toData())).not.toMatch(/noor|xxx|nowhere/);
});

test('the answer to a call whose report is lost is kept', async () => {
  const started = await startConnection();
  const lost = () => Promise.reject(new Error('the object was moved'));
  const session = await open(started, { ...overRpc(started.connection), settle: lost });
  expect(await session.api(new Recorder()).create(path`/x`, {}, record)).toEqual({ id: 'acme' });
  await session.close();
});

test('a session elsewhere with credentials of before says nothing of those that came after, and gets nothing', async () => {
  const started = await startConnection();
  const { system, stores, seal, connect } = started;
  let { connection } = started;
  const ports = remotePorts((call) => servePort(connection.ports, call));
  const session = await open(started, ports);
  const entered = { clientId: 'other', clientSecret: 'other' };
  stores.connections.put('crm', 'crm', await seal.seal(credentialsPlace('mugs', 'crm'), entered));
  connection = connect();
  await expect(session.check()).rejects.toThrow();
  for (const call of [
    ports.keepAccount({ name: 'old', currency: 'EUR', timeZone: 'Europe/Amsterdam', traits: {} }),
    ports.report({ kind: 'worked' }),
    ports.token(null),
  ])
    await expect(call).rejects.toMatchObject({ data: { kind: 'conflict', code: 'credentials_changed' } });
  expect(system.calls).toEqual([]);
  expect([connection.account, connection.health.current]).toEqual([null, null]);
});
