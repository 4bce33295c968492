import { describe, expect, test } from 'vitest';
import { credentialsPlace } from '../../../src/engine/connection/sealed-secrets.ts';
import { Seal } from '../../../src/engine/privacy/sealing.ts';
import { books, shop } from '../../support/outside.ts';
import { document, hourMs, invoices, minuteMs, Simulation } from '../../support/simulation.ts';

/** A call with the old credentials that is answered only when others were entered. */
async function answeredTooLate(simulation: Simulation, call: string, connection: object, answer: Response) {
  const { integration, outside, clock, budget } = simulation;
  let arrive: (answer: Response) => void = () => undefined;
  outside.interfere = (each) =>
    each === call
      ? new Promise((resolve) => {
          arrive = resolve;
        })
      : undefined;
  const run = integration.run(budget);
  await clock.advance(0);
  const given = document();
  await integration.configure({ ...given, connections: { ...given.connections, ...connection } });
  arrive(answer);
  outside.interfere = () => undefined;
  await clock.settle(run);
}

describe('credentials that do not work any more', () => {
  test('of the target: all waits, one probe per step, no hammering; it goes on by itself', async () => {
    const simulation = await new Simulation().configured();
    const { outside } = simulation;
    await simulation.live(minuteMs);
    outside.trusted = false;
    for (let number = 0; number < 20; number++) {
      outside.sell(`SO-${number}`);
      await simulation.hook(`SO-${number}`);
    }
    outside.calls.length = 0;
    await simulation.live(hourMs);
    // A refused call, the token that is asked for instead, and what was under way; then a probe per step: 5, 10, … 600 s.
    const asked = outside.take('jortt').length;
    expect(asked).toBeLessThanOrEqual(40);
    expect(simulation.tasks().every(({ state }) => state === 'queued' || state === 'waiting')).toBe(true);
    expect(simulation.integration.reports.view().problems).toMatchObject([
      { code: 'credentials_refused', connection: 'books' },
    ]);
    outside.trusted = true;
    await simulation.live(15 * minuteMs);
    expect(invoices(simulation)).toHaveLength(20);
    expect(simulation.integration.reports.view().problems).toEqual([]);
  });

  test('no call is made until the probe is due, and then one', async () => {
    const simulation = await new Simulation().configured();
    const { outside, clock } = simulation;
    await simulation.live(minuteMs);
    outside.shopToken = 'another';
    outside.sell('SO-1');
    await simulation.hook('SO-1');
    await simulation.run();
    const { probeAt } = simulation.stores.connections.all().find(({ name }) => name === 'shop')?.health ?? {
      probeAt: 0,
    };
    outside.calls.length = 0;
    await simulation.run();
    await clock.advance(probeAt - clock.now() - 1);
    await simulation.run();
    expect(outside.calls).toEqual([]);
    await clock.advance(1);
    await simulation.run();
    expect(outside.calls).toEqual(['GET ecwid /profile']);
    await simulation.run();
    expect(outside.calls).toHaveLength(1);
  });

  test('new ones are tried at once, and everything goes on', async () => {
    const simulation = await new Simulation().configured();
    const { outside } = simulation;
    await simulation.live(minuteMs);
    outside.shopToken = 'another';
    outside.sell('SO-1');
    await simulation.hook('SO-1');
    await simulation.live(hourMs);
    expect(simulation.states()).toEqual(['SO-1 waiting']);
    const given = document();
    given.connections.shop = { connector: 'ecwid', credentials: { ...shop, token: 'another' } };
    await simulation.integration.configure(given);
    await simulation.live(2_000);
    expect(simulation.states()).toEqual(['SO-1 done']);
  });

  test('entered while a call with the old ones is under way: its refusal says nothing of the new ones', async () => {
    const simulation = await new Simulation().configured();
    await simulation.live(minuteMs);
    simulation.outside.sell('SO-1');
    await simulation.hook('SO-1');
    const entered = { shop: { connector: 'ecwid', credentials: { ...shop, token: 'another' } } };
    const refused = Response.json({ errorCode: 'ACCESS_DENIED' }, { status: 403 });
    await answeredTooLate(simulation, 'GET ecwid /orders/SO-1', entered, refused);
    expect(simulation.stores.connections.all().map(({ health }) => health)).toEqual([null, null]);
  });

  test('entered while a token is fetched with the old ones: neither token nor account is kept', async () => {
    const simulation = await new Simulation().configured();
    const entered = {
      books: { connector: 'jortt', credentials: { ...books, clientId: 'another administration' } },
    };
    const token = { access_token: 'token-0', token_type: 'Bearer', expires_in: 7200 };
    await answeredTooLate(
      simulation,
      'POST jortt /oauth-provider/oauth/token',
      entered,
      Response.json(token),
    );
    expect(simulation.stores.connections.all()[0]).toMatchObject({
      name: 'books',
      token: null,
      account: null,
    });
  });

  test('entered while the system has asked for a pause: they are tried when it is over, and nothing runs until then', async () => {
    const simulation = await new Simulation().configured();
    const { outside } = simulation;
    await simulation.live(minuteMs);
    outside.interfere = () => Response.json({}, { status: 429, headers: { 'retry-after': '100' } });
    outside.sell('SO-1');
    await simulation.hook('SO-1');
    await simulation.run();
    outside.interfere = () => undefined;
    outside.shopToken = 'another';
    const given = document();
    given.connections.shop = { connector: 'ecwid', credentials: { ...shop, token: 'another' } };
    await simulation.integration.configure(given);
    expect(await simulation.live(90_000)).toBeLessThanOrEqual(2);
    expect(simulation.states()).not.toEqual(['SO-1 done']);
    await simulation.live(15_000);
    expect(simulation.states()).toEqual(['SO-1 done']);
  });

  test('the trouble outlives a restart', async () => {
    const simulation = await new Simulation().configured();
    const { outside } = simulation;
    await simulation.live(minuteMs);
    outside.shopToken = 'another';
    outside.sell('SO-1');
    await simulation.hook('SO-1');
    await simulation.run();
    outside.calls.length = 0;
    await simulation.open();
    await simulation.run();
    expect(outside.calls).toEqual([]);
  });
});

describe('keys', () => {
  test('rotated with the previous one: everything goes on, and is sealed anew', async () => {
    const simulation = await new Simulation().configured();
    await simulation.live(minuteMs);
    simulation.previousKey = simulation.encryptionKey;
    simulation.encryptionKey = btoa('n'.repeat(32));
    await simulation.open();
    simulation.outside.sell('SO-1');
    await simulation.hook('SO-1');
    await simulation.live(minuteMs);
    expect(invoices(simulation)).toEqual(['SO-1']);
    simulation.previousKey = undefined;
    await simulation.open();
    simulation.outside.sell('SO-2');
    await simulation.hook('SO-2');
    await simulation.live(minuteMs);
    expect(invoices(simulation)).toEqual(['SO-1', 'SO-2']);
  });

  test('lost: both connections say so, and new credentials mend it', async () => {
    const simulation = await new Simulation().configured();
    await simulation.live(minuteMs);
    simulation.outside.sell('SO-1');
    await simulation.hook('SO-1');
    simulation.encryptionKey = btoa('n'.repeat(32));
    await simulation.open();
    await simulation.live(2 * minuteMs);
    expect(simulation.integration.reports.view().problems).toMatchObject([
      { code: 'secret_unreadable', connection: 'books' },
      { code: 'secret_unreadable', connection: 'shop' },
    ]);
    await simulation.integration.configure(document());
    await simulation.live(minuteMs);
    expect(simulation.states()).toEqual(['SO-1 done']);
    expect(simulation.integration.reports.view().problems).toEqual([]);
  });
});

describe('documents that come at once', () => {
  test('are stored one after the other: what is shown is what is used', async () => {
    const simulation = await new Simulation().configured();
    const { integration, stores, encryptionKey } = simulation;
    const shopOf = (credentials: object) => {
      const given = document();
      return { ...given, connections: { ...given.connections, shop: { connector: 'ecwid', credentials } } };
    };
    await Promise.all([
      integration.configure(shopOf({ ...shop, storeId: '1004', token: 'secret_other' })),
      integration.configure({ ...shopOf({ storeId: shop.storeId }), name: 'Renamed' }),
    ]);
    const { name, connections } = integration.reports.view();
    const sealed = stores.connections.all().find((row) => row.name === 'shop')?.credentials ?? '';
    const used = await (await Seal.fromKeys(encryptionKey)).open(credentialsPlace('mugs', 'shop'), sealed);
    expect(name).toBe('Renamed');
    expect(used).toMatchObject(connections.shop?.credentials ?? {});
  });

  test('with its end are not stored behind it', async () => {
    const simulation = await new Simulation().configured();
    const { integration, stores } = simulation;
    const [, late] = await Promise.allSettled([
      integration.close(),
      integration.configure({ ...document(), name: 'Late' }),
    ]);
    expect(late).toMatchObject({
      status: 'rejected',
      reason: { data: { kind: 'conflict', code: 'deleted' } },
    });
    expect(stores.meta.get('document')).not.toContain('Late');
  });
});
