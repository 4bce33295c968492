import { expect, test } from 'vitest';
import { z } from 'zod';
import { bearer } from '../../../src/connectors/contract/auth.ts';
import { defineConnector } from '../../../src/connectors/contract/connector.ts';
import { perRoute } from '../../../src/connectors/contract/limits.ts';
import { path } from '../../../src/connectors/contract/path.ts';
import { Connection } from '../../../src/engine/connection/connection.ts';
import { RateLimiter } from '../../../src/engine/connection/limits/rate-limiter.ts';
import { credentialsPlace } from '../../../src/engine/connection/sealed-secrets.ts';
import { Recorder } from '../../../src/engine/http/recorder.ts';
import { Seal } from '../../../src/engine/privacy/sealing.ts';
import { migrate } from '../../../src/engine/storage/migrations.ts';
import { Stores } from '../../../src/engine/storage/stores.ts';
import { OwnHooks } from '../../../src/engine/work/own-hooks.ts';
import { Runner } from '../../../src/engine/work/runner.ts';
import { memorySql } from '../../support/memory-sql.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';

const record = z.object({ id: z.string() });
const minuteMs = 60_000;

/** A system that may be asked for its account once an hour. */
const till = defineConnector({
  id: 'till',
  name: 'Till',
  credentials: z.object({}),
  auth: () => bearer('secret'),
  baseUrl: () => 'https://till.example.com',
  limits: [perRoute(1, '1h', ({ path: asked }) => asked)],
  searchDelayMs: 0,
  readError: () => null,
  account: async (api) => {
    const { id } = await api.get(path`/account`, record);
    return { name: id, currency: 'EUR', timeZone: 'Europe/Amsterdam', traits: {} };
  },
});

async function begin() {
  const clock = new VirtualClock();
  const sql = memorySql();
  migrate(sql);
  const stores = new Stores(sql);
  const seal = await Seal.fromKeys(btoa('a'.repeat(32)));
  stores.connections.put('till', 'till', await seal.seal(credentialsPlace('mugs', 'till'), {}));
  const [row] = stores.connections.all();
  if (row === undefined) throw new Error('no connection');
  const answered = { status: 200 };
  const connection = new Connection({
    integration: 'mugs',
    row,
    connector: till,
    store: stores.connections,
    seal,
    clock,
    fetch: (async () => Response.json({ id: 'acme' }, answered)) as typeof fetch,
    baseUrls: {},
    limiter: new RateLimiter(till.limits, clock),
    healthChanged: () => undefined,
    meet: () => ({ place: 'till', changed: false }),
    placed: () => undefined,
    isCurrent: () => true,
  });
  const runtime = {
    connections: [connection],
    polls: [],
    flows: new Map(),
    hooked: new Set<string>(),
    state: 'active',
    paused: false,
  } as const;
  const log = { info: () => undefined, error: () => undefined };
  const hooks = new OwnHooks({ stores, clock, log, hookAddress: () => null });
  const runner = new Runner(stores, clock, () => runtime, hooks);
  const run = () => clock.settle(runner.run({ calls: 45, ms: minuteMs }));
  return { clock, connection, runner, run, answered };
}

test('an account that the limits let nobody read is waited for, not asked for again and again', async () => {
  const { clock, connection, runner, run } = await begin();
  await (await connection.api(new Recorder())).get(path`/account`, record);
  await run();
  expect(connection.account).toBeNull();
  expect(runner.nextWakeAt()).toBeGreaterThan(clock.now() + 59 * minuteMs);
  expect(await run()).toBe(false);
  await clock.advance((runner.nextWakeAt() ?? 0) - clock.now());
  await run();
  expect(connection.account).toMatchObject({ name: 'acme' });
});

test('so is the probe of a connection in trouble', async () => {
  const { clock, connection, runner, run, answered } = await begin();
  answered.status = 401;
  await run();
  expect(connection.health.current?.state).toBe('unauthorised');
  await clock.advance((connection.health.current?.probeAt ?? 0) - clock.now());
  await run();
  expect(runner.nextWakeAt()).toBeGreaterThan(clock.now() + 59 * minuteMs);
  answered.status = 200;
  await clock.advance((runner.nextWakeAt() ?? 0) - clock.now());
  await run();
  expect(connection.health.current).toBeNull();
});
