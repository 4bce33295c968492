import { describe, expect, test } from 'vitest';
import { document, hourMs, invoices, minuteMs, Simulation } from '../../support/simulation.ts';

describe('people and tasks', () => {
  test('a parked order is retried with the new mapping, or skipped', async () => {
    const simulation = await new Simulation().configured({
      mapping: { remarks: '$number(order.customer.name)' },
    });
    const { outside } = simulation;
    outside.sell('SO-1');
    outside.sell('SO-2');
    await simulation.hook('SO-1');
    await simulation.hook('SO-2');
    await simulation.live(minuteMs);
    expect(simulation.states()).toEqual(['SO-1 parked', 'SO-2 parked']);
    await simulation.integration.configure(document({ mapping: { remarks: 'order.number' } }));
    const [first, second] = simulation.tasks();
    simulation.integration.skip(second?.id ?? 0);
    expect(simulation.integration.retry(first?.id ?? 0)).toMatchObject({ state: 'queued' });
    await simulation.live(minuteMs);
    expect(simulation.states()).toEqual(['SO-1 done', 'SO-2 skipped']);
    expect(outside.books.invoices).toMatchObject([{ remarks: 'SO-1' }]);
    expect(() => simulation.integration.retry(first?.id ?? 0)).toThrow('done');
    expect(() => simulation.integration.skip(999)).toThrow('no such task');
  });

  test('skipping what was flagged accepts exactly that', async () => {
    const simulation = await new Simulation().configured({ settings: { state: 'sent' } });
    const { outside, integration } = simulation;
    outside.sell('SO-1');
    await simulation.hook('SO-1');
    await simulation.live(minuteMs);
    Object.assign(outside.orders.get('SO-1') ?? {}, {
      refundedAmount: 5,
      paymentStatus: 'PARTIALLY_REFUNDED',
    });
    await simulation.hook('SO-1');
    await simulation.live(minuteMs);
    const [, flagged] = simulation.tasks();
    expect(flagged).toMatchObject({ state: 'parked', problem: { code: 'order_refunded' } });
    integration.skip(flagged?.id ?? 0);
    await simulation.hook('SO-1');
    await simulation.live(minuteMs);
    expect(simulation.states()).toEqual(['SO-1 done', 'SO-1 skipped', 'SO-1 skipped']);
    Object.assign(outside.orders.get('SO-1') ?? {}, { refundedAmount: 8 });
    await simulation.hook('SO-1');
    await simulation.live(minuteMs);
    expect(simulation.tasks().at(-1)?.problem).toMatchObject({
      code: 'order_refunded',
      params: { amount: '3.00', currency: 'EUR' },
    });
  });

  test('a preview writes nothing, here or there', async () => {
    const simulation = await new Simulation().configured();
    simulation.outside.sell('SO-1');
    const before = simulation.sql.exec('SELECT count(*) AS n FROM activity')[0]?.n;
    const shown = await simulation.clock.settle(simulation.integration.preview('orders', 'SO-1'));
    expect(shown).toMatchObject({
      skips: null,
      writes: [{ what: 'customer' }, { what: 'document', body: { reference: 'SO-1' } }],
    });
    expect(simulation.sql.exec('SELECT count(*) AS n FROM activity')[0]?.n).toBe(before);
    expect(simulation.outside.books.invoices).toEqual([]);
    expect(simulation.outside.books.customers).toEqual([]);
  });
});

describe('pause', () => {
  test('nothing runs and nothing is lost', async () => {
    const simulation = await new Simulation().configured({ every: '5m' });
    const { outside, integration } = simulation;
    await simulation.live(minuteMs);
    await integration.setState('paused');
    outside.sell('SO-1');
    outside.sell('SO-2');
    await simulation.hook('SO-1');
    outside.calls.length = 0;
    await simulation.live(hourMs);
    expect(outside.calls).toEqual([]);
    expect(integration.reports.view().state).toBe('paused');
    await simulation.open();
    await simulation.live(hourMs);
    expect(outside.calls).toEqual([]);
    await simulation.integration.setState('active');
    await simulation.live(10 * minuteMs);
    expect(invoices(simulation)).toEqual(['SO-1', 'SO-2']);
  });
});

describe('a person', () => {
  test('is erased from links and activity, whatever became of the tasks', async () => {
    const simulation = await new Simulation().configured({ settings: { paymentStatuses: ['PAID'] } });
    const { outside, integration } = simulation;
    const email = 'noor@example.com';
    outside.sell('SO-1', { email });
    outside.sell('SO-2', { email, paymentStatus: 'AWAITING_PAYMENT' });
    outside.sell('SO-3', { email, total: 99 });
    outside.sell('SO-4');
    for (const id of ['SO-1', 'SO-2', 'SO-3', 'SO-4']) await simulation.hook(id);
    await simulation.live(minuteMs);
    await simulation.hook('SO-1');
    await simulation.live(minuteMs);
    expect(await integration.erase(' NOOR@example.com')).toEqual({ links: 1, activity: 4 });
    const left = integration.reports.activity({}, 50).items;
    expect(left.map(({ key }) => key)).toEqual(['SO-4']);
    expect(await integration.erase(email)).toEqual({ links: 0, activity: 0 });
    await simulation.hook('SO-1');
    await simulation.live(minuteMs);
    expect(invoices(simulation)).toEqual(['SO-1', 'SO-4']);
  });

  test('whose payloads are not kept leaves none', async () => {
    const simulation = new Simulation();
    await simulation.open();
    await simulation.integration.configure({ ...document(), retentionDays: 0 });
    simulation.outside.sell('SO-1');
    await simulation.hook('SO-1');
    await simulation.live(minuteMs);
    expect(simulation.sql.exec('SELECT payload FROM activity WHERE payload IS NOT NULL')).toEqual([]);
    expect(invoices(simulation)).toEqual(['SO-1']);
  });
});

test('a bad document stores nothing', async () => {
  const simulation = await new Simulation().open();
  await expect(simulation.integration.configure({ name: 'x' })).rejects.toThrow();
  expect(simulation.sql.exec('SELECT name FROM sqlite_master')).toEqual([]);
  expect(simulation.integration.nextWakeAt()).toBeNull();
});
