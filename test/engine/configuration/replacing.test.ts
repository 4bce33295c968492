/** A document that replaces another: what waits is never dropped in silence, and nothing that somebody saved is lost. */
import { describe, expect, test } from 'vitest';
import { readOnlyParts } from '../../../src/engine/configuration/read-only-parts.ts';
import { hourMs, minuteMs } from '../../support/durations.ts';
import { document, invoices, Simulation } from '../../support/simulation.ts';

/** The document with the shop under another name. */
function renamed(flow: Record<string, unknown> = {}) {
  const { connections, ...rest } = document();
  return {
    ...rest,
    connections: { webshop: connections.shop, books: connections.books },
    flows: [{ flow: 'orders', from: 'webshop', to: 'books', ...flow }],
  };
}

/** Three orders wait for books that are away. */
async function waiting(): Promise<Simulation> {
  const simulation = await new Simulation().configured({ every: '5m' });
  await simulation.live(minuteMs);
  simulation.outside.down.add('jortt');
  for (const id of ['SO-1', 'SO-2', 'SO-3']) {
    simulation.outside.sell(id);
    await simulation.hook(id);
  }
  await simulation.live(2 * hourMs);
  return simulation;
}

describe('a document that drops what waits', () => {
  test.each([
    ['renames a connection', renamed({ every: '5m' })],
    ['takes the flow out', { ...document(), flows: [] }],
    ['turns the flow round', { ...document(), flows: [{ flow: 'orders', from: 'books', to: 'shop' }] }],
  ])('because it %s is refused, with counts, and nothing of it is stored', async (_, next) => {
    const simulation = await waiting();
    const { integration, outside } = simulation;
    const before = integration.reports.view();
    await expect(integration.configure(next)).rejects.toMatchObject({
      data: {
        kind: 'conflict',
        code: 'open_tasks',
        detail: expect.stringContaining('orders:shop:books: 3'),
        issues: [{ path: ['flows', 'orders:shop:books'], message: 'has 3 open tasks' }],
      },
    });
    await expect(integration.checkDocument(next)).rejects.toThrow('orders:shop:books: 3');
    expect(integration.reports.view()).toEqual(before);
    outside.down.clear();
    await simulation.live(24 * hourMs);
    expect(invoices(simulation)).toEqual(['SO-1', 'SO-2', 'SO-3']);
    await integration.configure(next);
  });

  test('is taken when told to drop: they end as skipped, and the log says why', async () => {
    const simulation = await waiting();
    const { integration } = simulation;
    await integration.configure({ ...document(), flows: [] }, { drop: true });
    expect(simulation.states()).toEqual(['SO-1 skipped', 'SO-2 skipped', 'SO-3 skipped']);
    const log = integration.reports.activity({ outcome: 'skipped' }, 10).items;
    expect(log.map(({ key, reason }) => [key, reason])).toEqual(
      ['SO-3', 'SO-2', 'SO-1'].map((key) => [key, 'skipped when its flow was taken out of the settings']),
    );
    expect(integration.reports.view().counts.skipped).toBe(3);
  });

  test('parked tasks count too', async () => {
    const simulation = await new Simulation().configured({
      mapping: { remarks: '$number(order.customer.name)' },
    });
    simulation.outside.sell('SO-1');
    await simulation.hook('SO-1');
    await simulation.live(minuteMs);
    expect(simulation.states()).toEqual(['SO-1 parked']);
    await expect(simulation.integration.configure({ ...document(), flows: [] })).rejects.toThrow('books: 1');
  });
});

describe('a task whose flow is gone', () => {
  test('is held and told of, and goes on when the flow is put back', async () => {
    const simulation = await waiting();
    const { integration, outside } = simulation;
    // As an earlier Koppel left it: it took such a document.
    simulation.stores.meta.set(
      'document',
      JSON.stringify({ ...integration.reports.view(), ...bare(), flows: [] }),
    );
    await simulation.open();
    outside.down.clear();
    await simulation.live(hourMs);
    expect(simulation.integration.reports.view().problems).toMatchObject([
      { code: 'flow_gone', flow: 'orders:shop:books', count: 3 },
    ]);
    expect(simulation.integration.reports.tasks({}, 1).items).toMatchObject([
      { key: 'SO-3', state: 'waiting', problem: { code: 'flow_gone' } },
    ]);
    await simulation.integration.configure(document({ every: '5m' }));
    await simulation.live(hourMs);
    expect(invoices(simulation)).toEqual(['SO-1', 'SO-2', 'SO-3']);
    expect(simulation.integration.reports.view().problems).toEqual([]);
  });

  /** Without what only a view has. */
  function bare() {
    return Object.fromEntries([...readOnlyParts, 'state'].map((name) => [name, undefined]));
  }
});

describe('a connection under another name', () => {
  test('keeps everything that waits, and its old webhook address works on', async () => {
    const simulation = await waiting();
    const { integration, outside } = simulation;
    const view = await simulation.clock.settle(integration.renameConnection('shop', 'webshop'));
    expect(Object.keys(view.connections)).toEqual(['webshop', 'books']);
    expect(view.flows).toMatchObject([{ from: 'webshop', to: 'books', every: '5m' }]);
    expect(integration.reports.tasks({ flow: 'orders:webshop:books' }, 5).items).toMatchObject([
      { from: 'webshop', key: 'SO-3' },
      { key: 'SO-2' },
      { key: 'SO-1' },
    ]);
    outside.down.clear();
    outside.sell('SO-4');
    expect(await integration.accept('shop', outside.hook('SO-4'))).toMatchObject({ kind: 'stored' });
    expect(await integration.accept('webshop', outside.hook('SO-4'))).toMatchObject({ kind: 'stored' });
    await simulation.live(24 * hourMs);
    expect(invoices(simulation)).toEqual(['SO-1', 'SO-2', 'SO-3', 'SO-4']);
    await simulation.open();
    expect(await simulation.integration.accept('shop', outside.hook('SO-4'))).toMatchObject({
      kind: 'stored',
    });
    await simulation.live(hourMs);
    expect(simulation.integration.reports.view().problems).toEqual([]);
  });

  test('gives its old name back once that is used again', async () => {
    const simulation = await new Simulation().configured();
    const { integration, outside, clock } = simulation;
    await clock.settle(integration.renameConnection('shop', 'webshop'));
    await clock.settle(integration.renameConnection('webshop', 'store'));
    expect(await integration.accept('shop', outside.hook('SO-1'))).toMatchObject({ kind: 'stored' });
    expect(await integration.accept('webshop', outside.hook('SO-1'))).toMatchObject({ kind: 'stored' });
    const { connections, ...rest } = document();
    await integration.configure(
      {
        ...rest,
        connections: { store: connections.shop, shop: connections.books },
        flows: [{ flow: 'orders', from: 'store', to: 'shop' }],
      },
      { drop: true },
    );
    expect(await integration.accept('shop', outside.hook('SO-1'))).toEqual({ kind: 'unknown' });
    expect(await integration.accept('webshop', outside.hook('SO-1'))).toMatchObject({ kind: 'stored' });
  });

  test.each(['flag', 'credit'])(
    'has its refunds looked at (refunds: %s), renamed by PUT too',
    async (refunds) => {
      for (const how of ['rename', 'put'] as const) {
        const settings = { state: 'sent', refunds };
        const simulation = await new Simulation().configured({ settings });
        const { outside, integration } = simulation;
        outside.sell('SO-1');
        await simulation.hook('SO-1');
        await simulation.live(24 * hourMs);
        if (how === 'put') await integration.configure(renamed({ settings }));
        else await simulation.clock.settle(integration.renameConnection('shop', 'webshop'));
        await simulation.live(hourMs);
        Object.assign(outside.orders.get('SO-1') ?? {}, { refundedAmount: 24.2, paymentStatus: 'REFUNDED' });
        await integration.accept('webshop', outside.hook('SO-1'));
        await simulation.live(hourMs);
        if (refunds === 'credit') expect(outside.books.invoices).toHaveLength(2);
        else expect(integration.reports.view().problems).toMatchObject([{ code: 'order_refunded' }]);
      }
    },
  );

  test('must not take a name that is taken, or none that can be one', async () => {
    const { integration } = await new Simulation().configured();
    await expect(integration.renameConnection('shop', 'books')).rejects.toMatchObject({
      data: { code: 'name_taken' },
    });
    await expect(integration.renameConnection('shop', 'Shop!')).rejects.toMatchObject({
      data: { kind: 'invalid' },
    });
    await expect(integration.renameConnection('none', 'other')).rejects.toMatchObject({
      data: { kind: 'not-found' },
    });
  });
});

describe('saving', () => {
  test('what is read can be saved as it is, and nothing changes', async () => {
    const simulation = await new Simulation().configured({ every: '5m', settings: { state: 'sent' } });
    await simulation.live(minuteMs);
    const { integration, outside } = simulation;
    const before = integration.reports.view();
    const after = await integration.configure(JSON.parse(JSON.stringify(before)));
    expect({ ...after, revision: '' }).toEqual({ ...before, revision: '' });
    outside.sell('SO-1');
    await simulation.live(hourMs);
    expect(invoices(simulation)).toEqual(['SO-1']);
  });

  test('every part of a view is the document or passed over by name', async () => {
    const { integration } = await new Simulation().configured();
    const parts = Object.keys(integration.reports.view());
    const ofDocument = ['name', 'state', 'connections', 'flows', 'retentionDays'];
    expect(parts.filter((part) => !ofDocument.includes(part)).sort()).toEqual([...readOnlyParts].sort());
    await expect(integration.configure({ ...document(), progres: [] })).rejects.toMatchObject({
      issues: [{ path: ['progres'] }],
    });
  });

  test('a secret that is shown as stars stays as it is', async () => {
    const simulation = await new Simulation().configured();
    const { connections, ...rest } = document();
    const shop = { ...connections.shop, credentials: { ...connections.shop.credentials, token: '••••••••' } };
    await simulation.integration.configure({ ...rest, connections: { ...connections, shop } });
    expect(await simulation.clock.settle(simulation.integration.check())).toMatchObject([
      { ok: true },
      { ok: true },
    ]);
  });

  test('is refused when somebody saved meanwhile', async () => {
    const { integration } = await new Simulation().configured();
    const { revision } = integration.reports.view();
    await integration.configure(document({ every: '5m' }), { revision });
    await expect(integration.configure(document(), { revision })).rejects.toMatchObject({
      data: { kind: 'conflict', code: 'saved_meanwhile' },
    });
    expect(integration.reports.view().flows).toMatchObject([{ every: '5m' }]);
    const both = await Promise.allSettled(
      ['1h', '2h'].map((every) =>
        integration.configure(document({ every }), { revision: integration.reports.view().revision }),
      ),
    );
    expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  });

  test.each(['a pause', 'a rename', 'new credentials'])('counts as saved: %s', async (what) => {
    const simulation = await new Simulation().configured();
    const { integration, clock } = simulation;
    const { revision } = integration.reports.view();
    if (what === 'a pause') await integration.setState('paused');
    if (what === 'a rename') await clock.settle(integration.renameConnection('shop', 'webshop'));
    if (what === 'new credentials') {
      const { connections, ...rest } = document();
      const shop = {
        ...connections.shop,
        credentials: { ...connections.shop.credentials, token: 'secret_other' },
      };
      await integration.configure({ ...rest, connections: { ...connections, shop } });
    }
    expect(integration.reports.view().revision).not.toBe(revision);
  });

  test('a dry run says what is wrong and stores nothing', async () => {
    const simulation = await new Simulation().open();
    const { integration } = simulation;
    await integration.checkDocument(document());
    await expect(integration.checkDocument({ ...document(), name: '' })).rejects.toThrow('not valid');
    expect(simulation.sql.exec("SELECT name FROM sqlite_master WHERE type = 'table'")).toEqual([]);
    await integration.configure(document());
    const before = integration.reports.view();
    await integration.checkDocument(document({ every: '1h' }));
    expect(integration.reports.view()).toEqual(before);
  });
});
