import { expect, test } from 'vitest';
import { jortt } from '../../../src/connectors/jortt/index.ts';
import type { FlowDocument } from '../../../src/engine/configuration/configuration.ts';
import { neededScopes } from '../../../src/engine/configuration/needed-scopes.ts';
import { Connection } from '../../../src/engine/connection/connection.ts';
import { RateLimiter } from '../../../src/engine/connection/limits/rate-limiter.ts';
import { credentialsPlace } from '../../../src/engine/connection/sealed-secrets.ts';
import { Seal } from '../../../src/engine/privacy/sealing.ts';
import { migrate } from '../../../src/engine/storage/migrations.ts';
import { Stores } from '../../../src/engine/storage/stores.ts';
import { memorySql } from '../../support/memory-sql.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';

const estimates = ['estimates:read', 'estimates:write'];

function flow(fields: Partial<FlowDocument>): FlowDocument {
  const named = { flow: 'orders', from: 'shop', to: 'books', enabled: true } as const;
  return { ...named, settings: {}, mapping: {}, ...fields };
}

const asOrders = flow({ settings: { document: 'order' } });

test.each([
  ['of orders that become invoices', [flow({})], []],
  ['of orders that become estimates', [asOrders], estimates],
  ['of two shops whose orders do', [asOrders, { ...asOrders, from: 'other' }], estimates],
  ['of a flow that is switched off', [{ ...asOrders, enabled: false }], []],
  ['of a flow to another connection', [{ ...asOrders, to: 'other' }], []],
  ['of a flow of customers', [flow({ flow: 'customers' })], []],
  ['of none', [], []],
] as const)('scopes %s', (_name, flows, expected) => {
  expect(neededScopes({ flows: [...flows] }, 'books', jortt)).toEqual(expected);
});

/** The scopes that a connection asks a token with, where its flows need these beyond its own. */
async function askedWith(scopes?: readonly string[]) {
  const clock = new VirtualClock();
  const sql = memorySql();
  migrate(sql);
  const stores = new Stores(sql);
  const seal = await Seal.fromKeys(btoa('a'.repeat(32)));
  const credentials = { clientId: 'a', clientSecret: 'b' };
  const sealed = await seal.seal(credentialsPlace('mugs', 'books'), credentials);
  stores.connections.put('books', 'jortt', sealed);
  const [row] = stores.connections.all();
  if (row === undefined) throw new Error('no connection');
  const asked: (string | null)[] = [];
  const connection = new Connection({
    integration: 'mugs',
    row,
    connector: jortt,
    ...(scopes === undefined ? {} : { scopes }),
    store: stores.connections,
    seal,
    clock,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      if (request.url.includes('/token')) asked.push(new URLSearchParams(await request.text()).get('scope'));
      return Response.json({ error: 'invalid_scope' }, { status: 400 });
    },
    baseUrls: {},
    limiter: new RateLimiter(jortt.limits, clock),
    healthChanged: () => undefined,
    meet: () => ({ place: 'books', changed: false }),
    placed: () => undefined,
    isCurrent: () => true,
  });
  await expect(connection.check()).rejects.toMatchObject({ code: 'scope_missing' });
  return asked;
}

test('a connection asks for what its flows need beside what its connector always asks for', async () => {
  const own = 'customers:read customers:write invoices:read invoices:write organizations:read';
  expect(await askedWith()).toEqual([own]);
  expect(await askedWith(estimates)).toEqual([`${own} estimates:read estimates:write`]);
});
