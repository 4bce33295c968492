/** An integration begins at the moment at which it goes live: nothing that was sold before is booked unasked. */
import { describe, expect, test } from 'vitest';
import { Stores } from '../../../src/engine/storage/stores.ts';
import { hourMs, minuteMs } from '../../support/durations.ts';
import { copyOf } from '../../support/memory-sql.ts';
import { document, invoices, Simulation } from '../../support/simulation.ts';

const polled = { every: '5m', settings: { state: 'sent' } };

/** When an order was placed and changed last, in this many milliseconds from now. */
function times({ clock }: Simulation, ms: number) {
  const at = Math.floor((clock.now() + ms) / 1000);
  return { createTimestamp: at, updateTimestamp: at };
}

function last(simulation: Simulation, key: string): string | undefined {
  return simulation.integration.reports.activity({ key }, 1).items[0]?.reason;
}

describe('the first window', () => {
  test.each([-1_000, -minuteMs, -9 * minuteMs])('takes nothing that changed %i ms before', async (ms) => {
    const simulation = await new Simulation().open();
    simulation.outside.sell('SO-1', times(simulation, ms));
    await simulation.integration.configure(document(polled));
    await simulation.live(hourMs);
    expect(simulation.tasks()).toEqual([]);
    simulation.outside.sell('SO-2');
    await simulation.live(hourMs);
    expect(invoices(simulation)).toEqual(['SO-2']);
  });

  test('takes what is sold in the second of the beginning', async () => {
    const simulation = await new Simulation().open();
    await simulation.clock.advance(600);
    await simulation.integration.configure(document(polled));
    simulation.outside.sell('SO-1', times(simulation, 0));
    await simulation.live(hourMs);
    expect(invoices(simulation)).toEqual(['SO-1']);
  });
});

describe('an order of before', () => {
  /** Sold a year ago; the integration lives since an hour. */
  async function living(settings: Record<string, unknown> = {}): Promise<Simulation> {
    const simulation = await new Simulation().open();
    simulation.outside.sell('SO-1', times(simulation, -365 * 24 * hourMs));
    await simulation.integration.configure(
      document({ every: '5m', settings: { state: 'sent', ...settings } }),
    );
    await simulation.live(hourMs);
    return simulation;
  }

  function touch({ outside, clock }: Simulation): void {
    const updateTimestamp = Math.floor(clock.now() / 1000);
    Object.assign(outside.orders.get('SO-1') ?? {}, { updateTimestamp, privateAdminNotes: 'called' });
  }

  test('that is touched today is left, when a poll finds it', async () => {
    const simulation = await living();
    touch(simulation);
    await simulation.live(hourMs);
    expect(last(simulation, 'SO-1')).toMatch(/^placed before 20/);
    expect(invoices(simulation)).toEqual([]);
  });

  test('likewise when a webhook names it', async () => {
    const simulation = await living();
    await simulation.hook('SO-1');
    await simulation.live(minuteMs);
    expect(last(simulation, 'SO-1')).toMatch(/^placed before 20/);
  });

  test('is booked when a person asks for it by its key', async () => {
    const simulation = await living();
    simulation.integration.sync('orders', { keys: ['SO-1'] });
    await simulation.live(minuteMs);
    expect(invoices(simulation)).toEqual(['SO-1']);
  });

  test('is booked when a person asks for its time, though webhooks name it too', async () => {
    const simulation = await living();
    simulation.integration.sync('orders', { since: '2024-01-01' });
    await simulation.hook('SO-1');
    await simulation.live(hourMs);
    expect(invoices(simulation)).toEqual(['SO-1']);
  });

  test('that was asked for by its time and was not ready then is taken when it is', async () => {
    const simulation = await new Simulation().open();
    const { outside } = simulation;
    outside.sell('SO-1', { ...times(simulation, -30 * 24 * hourMs), paymentStatus: 'AWAITING_PAYMENT' });
    outside.sell('SO-0', times(simulation, -90 * 24 * hourMs));
    await simulation.integration.configure(
      document({ every: '5m', settings: { paymentStatuses: ['PAID'] } }),
    );
    await simulation.live(hourMs);
    const day = new Date(simulation.clock.now() - 60 * 24 * hourMs).toISOString().slice(0, 10);
    simulation.integration.sync('orders', { since: day });
    await simulation.live(hourMs);
    expect(last(simulation, 'SO-1')).toContain('payment status');
    Object.assign(outside.orders.get('SO-1') ?? {}, { paymentStatus: 'PAID' });
    await simulation.hook('SO-1');
    await simulation.hook('SO-0');
    await simulation.live(hourMs);
    expect(invoices(simulation)).toEqual(['SO-1']);
    expect(last(simulation, 'SO-0')).toMatch(/^placed before/);
  });

  test('is still asked for when it waits, whatever names it meanwhile', async () => {
    const simulation = await living();
    simulation.outside.down.add('jortt');
    simulation.integration.sync('orders', { keys: ['SO-1'] });
    await simulation.live(minuteMs);
    await simulation.hook('SO-1');
    simulation.outside.down.clear();
    await simulation.live(hourMs);
    expect(invoices(simulation)).toEqual(['SO-1']);
  });

  test('is booked when the setting "since" names an earlier day', async () => {
    const simulation = await living({ since: '2020-01-01' });
    await simulation.hook('SO-1');
    await simulation.live(minuteMs);
    expect(invoices(simulation)).toEqual(['SO-1']);
  });

  test('that is booked already is looked at, also after its flow was put back', async () => {
    const simulation = await new Simulation().configured({ settings: { state: 'sent' } });
    const { outside, integration } = simulation;
    outside.sell('SO-1');
    await simulation.hook('SO-1');
    await simulation.live(hourMs);
    await integration.configure({ ...document(), flows: [] });
    await simulation.live(hourMs);
    await integration.configure(document({ settings: { state: 'sent' } }));
    Object.assign(outside.orders.get('SO-1') ?? {}, {
      refundedAmount: 5,
      paymentStatus: 'PARTIALLY_REFUNDED',
    });
    await simulation.hook('SO-1');
    await simulation.live(minuteMs);
    expect(integration.reports.view().problems).toMatchObject([{ code: 'order_refunded' }]);
  });
});

describe('a flow that is taken out and put back', () => {
  test('begins then: what was sold in between is left', async () => {
    const simulation = await new Simulation().configured(polled);
    const { outside, integration } = simulation;
    await simulation.live(minuteMs);
    await integration.configure({ ...document(), flows: [] });
    expect(simulation.sql.exec('SELECT flow FROM cursors')).toEqual([]);
    outside.sell('SO-1');
    await simulation.live(hourMs);
    await integration.configure(document(polled));
    outside.sell('SO-2');
    await simulation.live(hourMs);
    expect(invoices(simulation)).toEqual(['SO-2']);
  });

  test('that is switched off keeps its place and catches up', async () => {
    const simulation = await new Simulation().configured(polled);
    const { outside, integration } = simulation;
    await simulation.live(minuteMs);
    await integration.configure(document({ ...polled, enabled: false }));
    outside.sell('SO-1');
    await simulation.live(hourMs);
    await integration.configure(document(polled));
    await simulation.live(hourMs);
    expect(invoices(simulation)).toEqual(['SO-1']);
  });

  describe('and lives on webhooks alone', () => {
    const told = (enabled: boolean) => document({ settings: { state: 'sent' }, enabled });

    test('books what webhooks named while it was off when it is on again, and nothing before', async () => {
      const simulation = await new Simulation().open();
      const { outside, integration } = simulation;
      await integration.configure(told(true));
      await simulation.live(minuteMs);
      await integration.configure(told(false));
      outside.sell('SO-1');
      expect(await integration.accept('shop', outside.hook('SO-1', 'one'))).toEqual({
        kind: 'stored',
        dueAt: null,
      });
      outside.calls.length = 0;
      expect(await simulation.live(hourMs)).toBeLessThan(5);
      expect(outside.calls).toEqual([]);
      expect(integration.reports.view()).toMatchObject({ problems: [], counts: { queued: 1 } });
      await integration.configure(told(true));
      await simulation.live(hourMs);
      expect(invoices(simulation)).toEqual(['SO-1']);
    });

    test('takes none of them where it never began', async () => {
      const simulation = await new Simulation().open();
      await simulation.integration.configure(told(false));
      simulation.outside.sell('SO-1');
      await simulation.hook('SO-1');
      await simulation.live(hourMs);
      expect(simulation.tasks()).toEqual([]);
    });

    test('keeps no connection in trouble with what waits in it', async () => {
      const simulation = await new Simulation().open();
      const { outside, integration } = simulation;
      await integration.configure(told(true));
      await simulation.live(minuteMs);
      outside.down.add('jortt');
      for (const key of ['SO-1', 'SO-2', 'SO-3', 'SO-4']) {
        outside.sell(key);
        await simulation.hook(key);
      }
      await simulation.live(10 * minuteMs);
      expect(integration.reports.view().problems).not.toEqual([]);
      await integration.configure(told(false));
      outside.down.clear();
      await simulation.live(6 * hourMs);
      expect(integration.reports.view().problems).toEqual([]);
    });
  });

  test('that is made switched off begins when it is switched on', async () => {
    const simulation = await new Simulation().configured({ ...polled, enabled: false });
    simulation.outside.sell('SO-1');
    await simulation.live(hourMs);
    await simulation.integration.configure(document(polled));
    await simulation.live(hourMs);
    expect(simulation.tasks()).toEqual([]);
  });
});

describe('a draft', () => {
  async function drafted(): Promise<Simulation> {
    const simulation = await new Simulation().open();
    await simulation.integration.configure({ ...document(polled), state: 'draft' });
    return simulation;
  }

  test('sees webhooks, counts them and runs nothing', async () => {
    const simulation = await drafted();
    const { integration, outside } = simulation;
    outside.sell('SO-1');
    expect(await integration.accept('shop', outside.hook('SO-1'))).toEqual({ kind: 'seen' });
    expect(await integration.accept('shop', outside.hook('SO-1', 'e', 'wrong'))).toEqual({
      kind: 'unsigned',
    });
    await simulation.live(hourMs);
    expect(simulation.tasks()).toEqual([]);
    expect(outside.calls).toEqual([]);
    const view = integration.reports.view();
    expect(view).toMatchObject({ state: 'draft', problems: [] });
    expect(view.days).toMatchObject([{ flow: 'orders:shop:books', name: 'seen', count: 1 }]);
  });

  test('checks and previews, and has nothing synced', async () => {
    const simulation = await drafted();
    const { integration, outside, clock } = simulation;
    outside.sell('SO-1', times(simulation, -hourMs));
    expect(await clock.settle(integration.check())).toMatchObject([{ ok: true }, { ok: true }]);
    expect(await clock.settle(integration.preview('orders', 'SO-1'))).toMatchObject({
      skips: null,
      writes: [{ what: 'customer' }, { what: 'document' }],
    });
    expect(() => integration.sync('orders', { keys: ['SO-1'] })).toThrow('draft');
    expect(simulation.tasks()).toEqual([]);
  });

  test.each(['PUT', 'resume'])('goes live at the moment at which it becomes active (%s)', async (how) => {
    const simulation = await drafted();
    const { integration, outside } = simulation;
    outside.sell('SO-1');
    await simulation.live(hourMs);
    outside.sell('SO-2');
    if (how === 'resume') await integration.setState('active');
    else await integration.configure({ ...document(polled), state: 'active' });
    await simulation.clock.advance(5_000);
    outside.sell('SO-3');
    await simulation.hook('SO-1');
    await simulation.live(hourMs);
    // SO-2 was sold in the very second.
    expect(invoices(simulation)).toEqual(['SO-2', 'SO-3']);
    expect(last(simulation, 'SO-1')).toMatch(/^placed before/);
  });

  test('is what an active integration becomes again: it begins anew', async () => {
    const simulation = await new Simulation().configured(polled);
    const { integration, outside } = simulation;
    await simulation.live(minuteMs);
    const warned = async (state?: string) => {
      const { warnings } = await integration.configure({ ...document(polled), ...(state && { state }) });
      return warnings.map(({ code }) => code).includes('draft_again');
    };
    expect(await warned()).toBe(false);
    expect(await warned('draft')).toBe(true);
    expect(await warned('draft')).toBe(false);
    outside.sell('SO-1');
    await simulation.live(hourMs);
    await integration.setState('active');
    await simulation.live(hourMs);
    expect(simulation.tasks()).toEqual([]);
  });

  test('what waited when an active integration became one is brought across, and nothing older', async () => {
    const simulation = await new Simulation().configured(polled);
    await simulation.live(hourMs);
    simulation.outside.down.add('jortt');
    simulation.outside.sell('SO-1');
    await simulation.hook('SO-1');
    simulation.outside.sell('OLD', times(simulation, -365 * 24 * hourMs));
    await simulation.hook('OLD');
    await simulation.live(10 * minuteMs);
    await simulation.integration.setState('draft');
    await simulation.live(hourMs);
    simulation.outside.down.clear();
    await simulation.integration.setState('active');
    await simulation.live(hourMs);
    expect(invoices(simulation)).toEqual(['SO-1']);
    expect(last(simulation, 'OLD')).toMatch(/^placed before 20/);
    // Twice there and back, with one still waiting.
    simulation.outside.down.add('jortt');
    simulation.outside.sell('SO-2');
    await simulation.hook('SO-2');
    await simulation.live(10 * minuteMs);
    for (const state of ['draft', 'active', 'draft', 'active'] as const) {
      await simulation.integration.setState(state);
      await simulation.live(minuteMs);
    }
    simulation.outside.down.clear();
    await simulation.live(hourMs);
    expect(invoices(simulation)).toEqual(['SO-1', 'SO-2']);
  });

  test('survives a start, as a pause does', async () => {
    const simulation = await drafted();
    await simulation.open();
    expect(simulation.integration.reports.view().state).toBe('draft');
    await simulation.integration.setState('paused');
    await simulation.open();
    expect(simulation.integration.reports.view().state).toBe('paused');
  });
});

describe('going live', () => {
  /** A draft, with an order of forty days ago, one of twenty and one of today. */
  async function drafted(settings: Record<string, unknown> = {}): Promise<Simulation> {
    const simulation = await new Simulation().open();
    simulation.outside.sell('OLD', times(simulation, -40 * 24 * hourMs));
    simulation.outside.sell('MIDDLE', times(simulation, -20 * 24 * hourMs));
    simulation.outside.sell('TODAY');
    await simulation.integration.configure({
      ...document({ every: '5m', settings: { state: 'sent', ...settings } }),
      state: 'draft',
    });
    await simulation.clock.advance(minuteMs);
    return simulation;
  }

  const dayBefore = ({ clock }: Simulation, days: number) =>
    new Date(clock.now() - days * 24 * hourMs).toISOString().slice(0, 10);

  /** All that was there changes, so that polls find it, and the shop tells of it as well. */
  async function touchAll(simulation: Simulation): Promise<void> {
    for (const [key, order] of simulation.outside.orders) {
      Object.assign(order, {
        updateTimestamp: Math.floor(simulation.clock.now() / 1000),
        privateAdminNotes: 'called',
      });
      await simulation.hook(key);
    }
    await simulation.live(hourMs);
  }

  test('from now on books nothing of before, whatever tells of it, and the next order', async () => {
    const simulation = await drafted({ since: '2020-01-01' });
    const view = await simulation.integration.goLive({ since: null, all: [] });
    expect(view).toMatchObject({ state: 'active' });
    expect(view.flows[0]?.settings).not.toHaveProperty('since');
    await simulation.live(hourMs);
    await touchAll(simulation);
    expect(invoices(simulation)).toEqual([]);
    expect(last(simulation, 'TODAY')).toMatch(/^placed before/);
    simulation.outside.sell('NEXT');
    await simulation.live(hourMs);
    expect(invoices(simulation)).toEqual(['NEXT']);
  });

  test('from a day on books just what was placed since, whatever tells of what is older', async () => {
    const simulation = await drafted();
    const since = dayBefore(simulation, 30);
    const view = await simulation.integration.goLive({ since, all: [] });
    expect(view.flows[0]?.settings).toMatchObject({ since, state: 'sent' });
    await simulation.live(hourMs);
    expect(invoices(simulation)).toEqual(['MIDDLE', 'TODAY']);
    await touchAll(simulation);
    simulation.integration.sync('orders', { since: '2020-01-01' });
    await simulation.live(hourMs);
    simulation.outside.sell('NEXT');
    await simulation.live(hourMs);
    expect(invoices(simulation)).toEqual(['MIDDLE', 'NEXT', 'TODAY']);
    expect(last(simulation, 'OLD')).toMatch(/^placed before/);
  });

  test('from a day on does not take what was placed before and changed since for its own', async () => {
    const simulation = await drafted();
    Object.assign(simulation.outside.orders.get('OLD') ?? {}, {
      updateTimestamp: Math.floor(simulation.clock.now() / 1000),
    });
    await simulation.integration.goLive({ since: dayBefore(simulation, 30), all: [] });
    await simulation.live(hourMs);
    expect(invoices(simulation)).toEqual(['MIDDLE', 'TODAY']);
  });

  test('from today on takes what was placed since midnight, also while it is yesterday elsewhere', async () => {
    const simulation = await drafted();
    const { clock, outside, integration } = simulation;
    // In the shop's time zone it is after midnight now.
    await clock.advance(23.5 * hourMs - (clock.now() % (24 * hourMs)));
    outside.sell('NIGHT', times(simulation, -10 * minuteMs));
    await integration.goLive({ since: dayBefore(simulation, -1), all: [] });
    await simulation.live(hourMs);
    expect(invoices(simulation)).toEqual(['NIGHT']);
  });

  test.each([null, '2026-02-01'])(
    'asks nothing of a flow that is off, and keeps its day (%s)',
    async (since) => {
      const simulation = await new Simulation().open();
      const off = {
        flow: 'orders',
        from: 'shop',
        to: 'books',
        enabled: false,
        settings: { since: '2026-01-15' },
      };
      const customers = { flow: 'customers', from: 'shop', to: 'books' };
      const { integration } = simulation;
      await integration.configure({ ...document(), flows: [off, customers], state: 'draft' });
      const { flows } = await integration.goLive({ since, all: [] });
      expect(flows[0]?.settings).toMatchObject({ since: '2026-01-15' });
      const without = { ...off, settings: {} };
      const other = await new Simulation().open();
      await other.integration.configure({ ...document(), flows: [without, customers], state: 'draft' });
      const begun = await other.integration.goLive({ since, all: [] });
      expect(begun.flows[0]?.settings).not.toHaveProperty('since');
    },
  );

  test('from a day to come books nothing until then', async () => {
    const simulation = await drafted();
    await simulation.integration.goLive({ since: dayBefore(simulation, -2), all: [] });
    await simulation.live(hourMs);
    simulation.outside.sell('EARLY');
    await simulation.live(24 * hourMs);
    expect(invoices(simulation)).toEqual([]);
    await simulation.live(48 * hourMs);
    simulation.outside.sell('THEN');
    await simulation.live(hourMs);
    expect(invoices(simulation)).toEqual(['THEN']);
  });

  /** What is stored at the first moment at which it is live, whatever it would have done next. */
  async function diedLive(
    simulation: Simulation,
    going: () => Promise<unknown>,
    meanwhile: () => Promise<void> = async () => undefined,
  ): Promise<void> {
    const { sql, stores } = simulation;
    const commit = sql.transaction;
    let [depth, left] = [0, sql];
    sql.transaction = (work) => {
      depth++;
      try {
        return commit(work);
      } finally {
        depth--;
        if (depth === 0 && left === sql && stores.meta.get('state') === 'active') left = copyOf(sql);
      }
    };
    await going();
    simulation.die();
    simulation.sql = left;
    simulation.stores = new Stores(left);
    await meanwhile();
    await simulation.open();
  }

  test('from a day on books what was placed since also where it dies as soon as it is live', async () => {
    const simulation = await drafted();
    const since = dayBefore(simulation, 30);
    const by = { who: 'Anna', token: 1, via: 'page' } as const;
    await diedLive(simulation, () => simulation.integration.goLive({ since, all: [] }, { by }));
    expect(simulation.integration.reports.view().state).toBe('active');
    expect(simulation.integration.trail({}, 9).map(({ code }) => code)).toEqual(
      expect.arrayContaining(['went_live', 'synced']),
    );
    await simulation.live(hourMs);
    expect(invoices(simulation)).toEqual(['MIDDLE', 'TODAY']);
  });

  test.each(['PUT', 'resume'])(
    'begins when it is said, also where it dies then and is back later (%s)',
    async (how) => {
      const simulation = await drafted();
      const { clock, integration, outside } = simulation;
      const going = () =>
        how === 'resume'
          ? integration.setState('active')
          : integration.configure({ ...document({ settings: { state: 'sent' } }), state: 'active' });
      await diedLive(simulation, going, async () => {
        await clock.advance(minuteMs);
        outside.sell('MEANWHILE');
        await clock.advance(minuteMs);
      });
      await simulation.hook('MEANWHILE');
      await simulation.hook('TODAY');
      await simulation.live(hourMs);
      expect(invoices(simulation)).toEqual(['MEANWHILE']);
    },
  );

  test.each([
    ['start', '5m'],
    ['start', undefined],
    ['PUT', undefined],
    ['resume', undefined],
  ])('begins when it is said, however long its checks take: %s, every %s', async (how, every) => {
    const simulation = await new Simulation().open();
    const { clock, integration, outside } = simulation;
    const settings = { state: 'sent', revenueAccount: { shipping: 'sales' } };
    const live = document({ ...(every === undefined ? {} : { every }), settings });
    let listMs = 0;
    const sales = { data: [{ ledger_account_id: 'sales', name: 'Sales', selectable: true }] };
    outside.interfere = (call) =>
      call === 'GET jortt /v3/ledger_accounts/invoices'
        ? clock.sleep(listMs).then(() => Response.json(sales))
        : undefined;
    await clock.settle(integration.configure({ ...live, state: 'draft' }));
    outside.sell('BEFORE');
    await clock.advance(minuteMs);
    listMs = 9_000;
    const saidAt = clock.now();
    const going =
      how === 'start'
        ? integration.goLive({ since: null, all: [] })
        : how === 'PUT'
          ? integration.configure({ ...live, state: 'active' })
          : Promise.all([integration.configure({ ...live, state: 'draft' }), integration.setState('active')]);
    await clock.advance(4_000);
    outside.sell('MEANWHILE');
    expect(await integration.accept('shop', outside.hook('MEANWHILE'))).toEqual({ kind: 'seen' });
    await clock.settle<unknown>(going);
    expect(clock.now()).toBe(saidAt + 9_000);
    await simulation.hook('BEFORE');
    await simulation.live(hourMs);
    expect(invoices(simulation)).toEqual(['MEANWHILE']);
    expect(last(simulation, 'BEFORE')).toMatch(/^placed before/);
  });

  test('twice at once begins once: the second is told that it is no draft', async () => {
    const simulation = await drafted();
    const { integration } = simulation;
    const going = [null, dayBefore(simulation, 30)].map((since) => integration.goLive({ since, all: [] }));
    const [first, second] = await Promise.allSettled(going);
    expect(first).toMatchObject({ status: 'fulfilled' });
    expect(second).toMatchObject({ reason: { data: { code: 'not_a_draft' } } });
    await simulation.live(hourMs);
    expect(invoices(simulation)).toEqual([]);
  });

  test('while something is saved replaces nothing of that', async () => {
    const simulation = await drafted();
    const { integration } = simulation;
    const settings = { state: 'sent', paid: true };
    const saving = integration.configure({ ...document({ every: '5m', settings }), state: 'draft' });
    await expect(integration.goLive({ since: null, all: [] })).rejects.toMatchObject({
      data: { code: 'saved_meanwhile' },
    });
    await saving;
    const { state, flows } = integration.reports.view();
    expect({ state, settings: flows[0]?.settings }).toMatchObject({ state: 'draft', settings });
  });

  test('is for drafts, and for the document that was shown', async () => {
    const simulation = await drafted();
    const { integration } = simulation;
    const stale = integration.reports.view().revision;
    await integration.configure({ ...document(polled), state: 'draft' });
    await expect(integration.goLive({ since: null, all: [] }, { revision: stale })).rejects.toMatchObject({
      data: { code: 'saved_meanwhile' },
    });
    expect(integration.reports.view().state).toBe('draft');
    await integration.goLive({ since: null, all: [] });
    await expect(integration.goLive({ since: null, all: [] })).rejects.toMatchObject({
      data: { code: 'not_a_draft' },
    });
  });
});

test('a document without a state leaves the state as it is', async () => {
  const simulation = await new Simulation().configured(polled);
  await simulation.integration.setState('paused');
  expect(await simulation.integration.configure(document(polled))).toMatchObject({ state: 'paused' });
  expect(await simulation.integration.configure({ ...document(polled), state: 'active' })).toMatchObject({
    state: 'active',
  });
});
