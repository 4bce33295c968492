/** A webhook that comes before anybody knows which account the new credentials open, of a system whose credentials do not tell. */
import { expect, test } from 'vitest';
import { z } from 'zod';
import { bearer } from '../../../src/connectors/contract/auth.ts';
import { defineConnector, secret } from '../../../src/connectors/contract/connector.ts';
import { path } from '../../../src/connectors/contract/path.ts';
import { meetAccount } from '../../../src/engine/connection/account-places.ts';
import { Connection } from '../../../src/engine/connection/connection.ts';
import { RateLimiter } from '../../../src/engine/connection/limits/rate-limiter.ts';
import { credentialsPlace } from '../../../src/engine/connection/sealed-secrets.ts';
import { Seal } from '../../../src/engine/privacy/sealing.ts';
import { migrate } from '../../../src/engine/storage/migrations.ts';
import { Stores } from '../../../src/engine/storage/stores.ts';
import { acceptHook } from '../../../src/engine/work/accept-hook.ts';
import type { Runtime } from '../../../src/engine/work/runtime.ts';
import { memorySql } from '../../support/memory-sql.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';

const till = defineConnector({
  id: 'till',
  name: 'Till',
  credentials: z.object({ token: secret() }),
  baseUrl: () => 'https://till.example.com',
  limits: [],
  searchDelayMs: 0,
  auth: ({ token }) => bearer(token),
  readError: () => null,
  account: async (api) => {
    const { id } = await api.get(path`/account`, z.object({ id: z.string() }));
    return { name: id, identity: id, currency: 'EUR', timeZone: 'UTC', traits: {} };
  },
  webhook: {
    receive: async () => ({ kind: 'changes', id: null, changes: [{ flow: 'orders', key: '1' }] }),
  },
});

/** The till `north` was known; what its credentials open now is told by `answer`. */
async function begin(answer: () => Response) {
  const clock = new VirtualClock();
  const sql = memorySql();
  migrate(sql);
  const stores = new Stores(sql);
  const seal = await Seal.fromKeys(btoa('a'.repeat(32)));
  stores.accounts.put({
    place: 'till',
    connection: 'till',
    connector: 'till',
    identity: 'north',
    accepted: 1,
  });
  stores.connections.put('till', 'till', await seal.seal(credentialsPlace('mugs', 'till'), { token: 't' }));
  const row = stores.connections.get('till');
  if (row === null) throw new Error('no connection');
  const connection = new Connection({
    integration: 'mugs',
    row,
    connector: till,
    store: stores.connections,
    seal,
    clock,
    fetch: (async () => answer()) as typeof fetch,
    baseUrls: {},
    limiter: new RateLimiter(till.limits, clock),
    healthChanged: () => undefined,
    meet: (identity) => meetAccount(stores, 'till', 'till', { identity, proven: true }, clock.now()),
    placed: () => undefined,
    isCurrent: () => true,
  });
  const parts = {
    flow: { flow: 'orders', enabled: true },
    definition: { name: 'orders' },
    from: connection,
    to: { place: 'books' },
  };
  const runtime = {
    connections: [connection],
    polls: [],
    flows: new Map([['orders:till:books', parts]]),
    state: 'active',
    paused: false,
  } as unknown as Runtime;
  const hook = { body: '', headers: {}, query: {} };
  const outcome = await clock.settle(acceptHook(runtime, stores, clock, 'till', hook));
  return { outcome, flows: stores.tasks.list({}, 5).map(({ flow }) => flow) };
}

test.each([
  ['north', 'orders:till:books'],
  ['south', 'orders:till#2:books'],
])('is of the account %s, which is read first', async (id, flow) => {
  const { outcome, flows } = await begin(() => Response.json({ id }));
  expect(outcome).toMatchObject({ kind: 'stored' });
  expect(flows).toEqual([flow]);
});

test('is not taken while the account cannot be read: the system sends it again', async () => {
  const { outcome, flows } = await begin(() => new Response(null, { status: 503 }));
  expect(outcome).toEqual({ kind: 'unready' });
  expect(flows).toEqual([]);
});
