import { describe, expect, test } from 'vitest';
import { shop } from './outside.ts';
import { document, minuteMs, Simulation } from './simulation.ts';

const hourMs = 60 * minuteMs;

function invoices(simulation: Simulation): string[] {
  return simulation.outside.books.invoices.map(({ reference }) => String(reference)).sort();
}

describe('from a webhook to the books', () => {
  test('an order is booked, and shown with both sides', async () => {
    const simulation = await new Simulation().configured({ settings: { state: 'sent' } });
    simulation.outside.sell('SO-1');
    await simulation.hook('SO-1');
    await simulation.live(minuteMs);
    expect(invoices(simulation)).toEqual(['SO-1']);
    const { reports } = simulation.integration;
    expect(reports.tasks({}, 10).items).toMatchObject([
      { key: 'SO-1', state: 'done', flow: 'orders', problem: null },
    ]);
    const [entry] = reports.activity({}, 10).items;
    expect(entry).toMatchObject({ outcome: 'done', reason: 'booked', key: 'SO-1' });
    const { payload } = await reports.transfer(Number(entry?.id));
    expect(payload).toMatchObject({
      source: { number: 'SO-1', gross: '24.2' },
      target: { reference: 'SO-1' },
      totals: { gross: '24.20', vat: '4.20' },
    });
  });

  test('the same notice ten times, and ten notices of one order, are one document', async () => {
    const simulation = await new Simulation().configured();
    simulation.outside.sell('SO-1');
    const hook = simulation.outside.hook('SO-1');
    for (let time = 0; time < 10; time++) await simulation.integration.accept('shop', hook);
    for (let time = 0; time < 10; time++) await simulation.hook('SO-1');
    await simulation.live(minuteMs);
    for (let time = 0; time < 3; time++) {
      await simulation.integration.accept('shop', hook);
      await simulation.hook('SO-1');
      await simulation.live(minuteMs);
    }
    expect(invoices(simulation)).toEqual(['SO-1']);
  });

  test('a known customer costs three calls, a new one five, a repeated notice one, and no token', async () => {
    const simulation = await new Simulation().configured();
    const { outside } = simulation;
    await simulation.live(minuteMs);
    const cost = async (id: string, email: string) => {
      outside.sell(id, { email });
      outside.calls.length = 0;
      await simulation.hook(id);
      await simulation.live(minuteMs);
      return outside.calls.length;
    };
    expect(await cost('SO-1', 'noor@example.com')).toBeLessThanOrEqual(5);
    expect(await cost('SO-2', 'noor@example.com')).toBeLessThanOrEqual(3);
    expect(await cost('SO-2', 'noor@example.com')).toBe(1);
  });

  test('what is not signed, not readable or not known is told so, and nothing of it is stored', async () => {
    const simulation = await new Simulation().configured();
    const { outside, integration } = simulation;
    expect((await integration.accept('shop', outside.hook('SO-1', 'e', 'other'))).kind).toBe('unsigned');
    expect((await integration.accept('books', outside.hook('SO-1'))).kind).toBe('unknown');
    expect((await integration.accept('till', outside.hook('SO-1'))).kind).toBe('unknown');
    expect((await integration.accept('shop', { ...outside.hook('SO-1'), body: '{' })).kind).toBe(
      'unreadable',
    );
    expect(simulation.tasks()).toEqual([]);
    expect(simulation.sql.exec('SELECT * FROM hooks')).toEqual([]);
  });

  test('nothing that is kept open holds personal data or secrets', async () => {
    const simulation = await new Simulation().configured();
    const { outside } = simulation;
    outside.sell('SO-1');
    outside.sell('SO-2', { total: 99 });
    outside.sell('SO-3');
    outside.interfere = (call, request) =>
      call === 'POST jortt /v3/invoices' &&
      request.headers.get('x') === null &&
      outside.books.invoices.length > 0
        ? Response.json(
            { error: { key: 'params.invalid', message: 'Noor de Wit, so-3@example.com, Kade 12' } },
            { status: 422 },
          )
        : undefined;
    for (const id of ['SO-1', 'SO-2', 'SO-3']) await simulation.hook(id);
    await simulation.live(5 * minuteMs);
    const tables = simulation.sql.exec(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'",
    );
    const dump = tables
      .map(({ name }) => JSON.stringify(simulation.sql.exec(`SELECT * FROM ${name}`)))
      .join('\n');
    for (const text of [dump, simulation.logged.join('\n')]) {
      expect(text).not.toMatch(/@example|noor|de wit|kade|zwolle|8011|38 000/i);
      expect(text).not.toMatch(/secret_token|hook-secret|books-secret|token-1/);
    }
    expect(simulation.states()).toContain('SO-2 parked');
  });
});

describe('polling', () => {
  const polled = { every: '5m' };
  const pages = (simulation: Simulation) =>
    simulation.outside.calls.filter((call) => call === 'GET ecwid /orders').length;

  /** Few calls a run: enough to poll, not enough to begin a task. */
  async function reading(flow: object = polled): Promise<Simulation> {
    const simulation = new Simulation();
    simulation.budget = { calls: 7, ms: 60_000 };
    return simulation.configured({ ...flow });
  }

  test('finds what no webhook told of, and books it once', async () => {
    const simulation = await new Simulation().configured(polled);
    await simulation.live(minuteMs);
    for (const id of ['SO-1', 'SO-2', 'SO-3']) simulation.outside.sell(id);
    await simulation.live(hourMs);
    expect(invoices(simulation)).toEqual(['SO-1', 'SO-2', 'SO-3']);
    expect(simulation.tasks()).toHaveLength(3);
  });

  test('250 orders with one timestamp, over three pages: none missed, none twice', async () => {
    const simulation = await reading();
    await simulation.run();
    for (let number = 0; number < 250; number++) simulation.outside.sell(`SO-${number}`);
    await simulation.clock.advance(5 * minuteMs);
    simulation.outside.calls.length = 0;
    await simulation.run();
    expect(pages(simulation)).toBe(3);
    expect(simulation.tasks()).toHaveLength(250);
    expect(new Set(simulation.tasks().map(({ key }) => key)).size).toBe(250);
    await simulation.clock.advance(5 * minuteMs);
    await simulation.run();
    expect(simulation.tasks()).toHaveLength(250);
  });

  test('rows that leave the window while it is read shift the others: still none is missed', async () => {
    const simulation = await reading();
    const { outside, clock } = simulation;
    await simulation.run();
    for (let number = 0; number < 250; number++) outside.sell(`SO-${number}`);
    await clock.advance(5 * minuteMs);
    let listed = 0;
    outside.interfere = (call) => {
      if (call === 'GET ecwid /orders' && ++listed === 2) {
        // Thirty orders of the first page are changed: they are later than the window's end.
        const later = Math.floor(clock.now() / 1000) + 60;
        const first = [...outside.orders.keys()].sort().slice(0, 30);
        for (const id of first) Object.assign(outside.orders.get(id) ?? {}, { updateTimestamp: later });
      }
      return undefined;
    };
    await simulation.run();
    for (let turn = 0; turn < 4; turn++) {
      await clock.advance(5 * minuteMs);
      await simulation.run();
    }
    expect(new Set(simulation.tasks().map(({ key }) => key)).size).toBe(250);
  });

  test.each([-90, 0, 90])(
    'a shop whose clock is %i s off loses nothing and is read twice for nothing',
    async (seconds) => {
      const simulation = await new Simulation().configured(polled);
      const { outside, clock } = simulation;
      await simulation.live(minuteMs);
      const expected: string[] = [];
      for (let number = 0; number < 12; number++) {
        const at = Math.floor(clock.now() / 1000) + seconds;
        outside.sell(`SO-${number}`, { createTimestamp: at, updateTimestamp: at });
        expected.push(`SO-${number}`);
        await simulation.live(97_000);
      }
      await simulation.live(hourMs);
      expect(invoices(simulation)).toEqual(expected.sort());
      expect(simulation.tasks()).toHaveLength(12);
    },
  );

  test('an empty page in an empty shop moves the cursor and nothing else', async () => {
    const simulation = await reading();
    await simulation.run();
    const before = simulation.stores.cursors.get('orders:shop:books')?.since ?? 0;
    await simulation.clock.advance(5 * minuteMs);
    await simulation.run();
    expect(simulation.stores.cursors.get('orders:shop:books')).toMatchObject({
      since: before + 5 * minuteMs,
      until: null,
      page: null,
      problem: null,
    });
    expect(simulation.tasks()).toEqual([]);
  });

  test('a death between two pages goes on at the page, and the cursor has not moved before', async () => {
    const simulation = await reading();
    await simulation.run();
    const { since } = simulation.stores.cursors.get('orders:shop:books') ?? {};
    for (let number = 0; number < 250; number++) simulation.outside.sell(`SO-${number}`);
    await simulation.clock.advance(5 * minuteMs);
    simulation.budget = { calls: 1, ms: 60_000 };
    await simulation.run();
    expect(simulation.stores.cursors.get('orders:shop:books')).toMatchObject({
      since,
      page: expect.any(String),
    });
    await simulation.open();
    simulation.budget = { calls: 7, ms: 60_000 };
    simulation.outside.calls.length = 0;
    await simulation.run();
    expect(pages(simulation)).toBe(2);
    expect(simulation.tasks()).toHaveLength(250);
  });

  test('a page that fails is asked for again, from the same place', async () => {
    const simulation = await reading();
    await simulation.run();
    simulation.outside.sell('SO-1');
    await simulation.clock.advance(5 * minuteMs);
    simulation.outside.interfere = (call) =>
      call === 'GET ecwid /orders' ? new Response('', { status: 502 }) : undefined;
    await simulation.run();
    expect(simulation.stores.cursors.get('orders:shop:books')).toMatchObject({ failures: 1 });
    expect(simulation.integration.reports.view().problems).toMatchObject([
      { code: 'server_error', flow: 'orders:shop:books' },
    ]);
    simulation.outside.interfere = () => undefined;
    await simulation.clock.advance(minuteMs);
    await simulation.run();
    expect(simulation.tasks()).toHaveLength(1);
    expect(simulation.integration.reports.view().problems).toEqual([]);
  });

  test('the rate limit is no problem of a poll', async () => {
    const simulation = await reading();
    await simulation.run();
    await simulation.clock.advance(5 * minuteMs);
    simulation.outside.interfere = (call) =>
      call === 'GET ecwid /orders'
        ? Response.json({}, { status: 429, headers: { 'retry-after': '30' } })
        : undefined;
    await simulation.run();
    simulation.outside.interfere = () => undefined;
    await simulation.integration.sync('orders', {});
    await simulation.run();
    expect(simulation.stores.cursors.get('orders:shop:books')).toMatchObject({ failures: 0, problem: null });
    await simulation.clock.advance(31_000);
    await simulation.run();
    expect(simulation.stores.cursors.get('orders:shop:books')?.since).toBe(simulation.clock.now());
  });

  test('a flow with webhooks is read once, from its beginning on, and then not any more', async () => {
    const simulation = await new Simulation().configured();
    await simulation.live(3 * hourMs);
    expect(pages(simulation)).toBe(1);
  });
});

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

describe('a system that is away', () => {
  test('for a weekend: everything waits and then goes, in order, nothing parked', async () => {
    const simulation = await new Simulation().configured();
    const { outside } = simulation;
    await simulation.live(minuteMs);
    outside.down.add('jortt');
    for (let number = 10; number < 30; number++) {
      outside.sell(`SO-${number}`, { email: 'one@example.com' });
      await simulation.hook(`SO-${number}`);
      await simulation.live(2 * minuteMs);
    }
    outside.calls.length = 0;
    await simulation.live(60 * hourMs);
    expect(outside.take('jortt').length).toBeLessThan(1_000);
    expect(simulation.tasks().filter(({ state }) => state === 'parked')).toEqual([]);
    outside.down.clear();
    await simulation.live(20 * minuteMs);
    const booked = outside.books.invoices.map(({ reference }) => String(reference));
    expect(booked).toHaveLength(20);
    // In the order in which they came, as far as six at once allow.
    const places = [...booked].sort().map((reference, place) => Math.abs(booked.indexOf(reference) - place));
    expect(Math.max(...places)).toBeLessThan(6);
  });

  test('one record that its system always fails over is parked after a day, while the others go', async () => {
    const simulation = await new Simulation().configured();
    const { outside } = simulation;
    await simulation.live(minuteMs);
    outside.sell('SO-BAD');
    outside.interfere = (call) =>
      call === 'GET ecwid /orders/SO-BAD' ? new Response('', { status: 500 }) : undefined;
    await simulation.hook('SO-BAD');
    for (let hour = 0; hour < 30; hour++) {
      outside.sell(`SO-${hour}`);
      await simulation.hook(`SO-${hour}`);
      await simulation.live(hourMs);
    }
    expect(simulation.tasks().find(({ key }) => key === 'SO-BAD')).toMatchObject({
      state: 'parked',
      problem: { code: 'server_error' },
    });
    expect(invoices(simulation)).toHaveLength(30);
  });

  test('a create that is never answered for a day is parked, and one document at most is there', async () => {
    const simulation = await new Simulation().configured();
    const { outside } = simulation;
    await simulation.live(minuteMs);
    outside.sell('SO-1');
    outside.interfere = (call) =>
      call === 'POST jortt /v3/invoices' ? new Response('', { status: 500 }) : undefined;
    await simulation.hook('SO-1');
    await simulation.live(30 * hourMs);
    expect(simulation.states()).toEqual(['SO-1 parked']);
    outside.interfere = () => undefined;
    simulation.integration.retryParked();
    await simulation.live(hourMs);
    expect(invoices(simulation)).toEqual(['SO-1']);
  });

  test('a create that is committed and not answered is found, not repeated', async () => {
    const simulation = await new Simulation().configured();
    const { outside } = simulation;
    outside.sell('SO-1');
    outside.interfere = (call, request) => {
      if (call !== 'POST jortt /v3/invoices' || outside.books.invoices.length > 0) return undefined;
      outside.books.addInvoice({ reference: 'SO-1', invoice_total_incl_vat: { amount: '24.20' } });
      void request.body?.cancel();
      return new Response('', { status: 504 });
    };
    await simulation.hook('SO-1');
    await simulation.live(hourMs);
    expect(invoices(simulation)).toEqual(['SO-1']);
    expect(simulation.states()).toEqual(['SO-1 done']);
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

describe('sync', () => {
  test('with keys brings these records, now', async () => {
    const simulation = await new Simulation().configured();
    simulation.outside.sell('SO-1');
    expect(simulation.integration.sync('orders', { keys: ['SO-1', 'SO-1', 'SO-9'] })).toEqual({ queued: 3 });
    await simulation.live(minuteMs);
    expect(simulation.states()).toEqual(['SO-1 done', 'SO-9 skipped']);
  });

  test('since a moment reads everything changed since, over its pages, also over a death', async () => {
    const simulation = new Simulation();
    const { outside, clock } = simulation;
    const old = Math.floor(clock.now() / 1000) - 30 * 24 * 3600;
    for (let number = 0; number < 130; number++) {
      outside.sell(`SO-${number}`, { createTimestamp: old + number, updateTimestamp: old + number });
    }
    outside.sell('SO-OLDER', { createTimestamp: old - 86_400, updateTimestamp: old - 86_400 });
    await simulation.configured();
    await simulation.live(minuteMs);
    expect(simulation.tasks()).toEqual([]);
    simulation.integration.sync('orders', { since: new Date(old * 1000).toISOString() });
    simulation.budget = { calls: 1, ms: 60_000 };
    await simulation.run();
    expect(simulation.integration.reports.view().progress).toMatchObject([{ reading: true }]);
    await simulation.open();
    simulation.budget = { calls: 7, ms: 60_000 };
    await simulation.run();
    expect(simulation.tasks()).toHaveLength(130);
    expect(simulation.integration.reports.view().progress).toMatchObject([{ reading: false }]);
  });

  test('asked for while a page is read is not forgotten, whether the page succeeds or fails', async () => {
    for (const status of [200, 502]) {
      const simulation = await new Simulation().configured({ every: '5m' });
      simulation.budget = { calls: 7, ms: 60_000 };
      const { outside, clock } = simulation;
      await simulation.run();
      const old = Math.floor(clock.now() / 1000) - 10 * 24 * 3600;
      outside.sell('SO-OLD', { createTimestamp: old, updateTimestamp: old });
      await clock.advance(5 * minuteMs);
      let asked = false;
      outside.interfere = (call) => {
        if (call !== 'GET ecwid /orders' || asked) return undefined;
        asked = true;
        simulation.integration.sync('orders', { since: new Date(old * 1000).toISOString() });
        return status === 200 ? undefined : Response.json({}, { status: 422 });
      };
      await simulation.live(minuteMs);
      expect(simulation.tasks().map(({ key }) => key)).toContain('SO-OLD');
    }
  });

  test('of a day does not pass over what trouble has kept from being polled for longer', async () => {
    const simulation = await new Simulation().configured({ every: '5m' });
    simulation.budget = { calls: 7, ms: 60_000 };
    const { outside, clock } = simulation;
    await simulation.live(minuteMs);
    outside.down.add('ecwid');
    await simulation.live(hourMs);
    outside.sell('SO-1');
    await simulation.live(72 * hourMs);
    outside.down.clear();
    simulation.integration.sync('orders', { since: new Date(clock.now() - 24 * hourMs).toISOString() });
    await simulation.live(15 * minuteMs);
    expect(simulation.tasks().map(({ key }) => key)).toEqual(['SO-1']);
  });

  test('of a flow that is not there is told so', async () => {
    const simulation = await new Simulation().configured();
    expect(() => simulation.integration.sync('stock', {})).toThrow('no such flow');
  });
});

describe('deaths', () => {
  const moments = ['before', 'after'] as const;

  test.each(moments)(
    '%s whatever request: every order is booked once, of one customer each',
    async (moment) => {
      let deaths = 0;
      for (let request = 1; ; request++) {
        const simulation = await new Simulation().configured({ settings: { state: 'sent' } });
        const { outside } = simulation;
        simulation.death = { request, moment };
        outside.sell('SO-1', { email: 'one@example.com' });
        outside.sell('SO-2', { email: 'one@example.com' });
        outside.sell('SO-3', { email: 'two@example.com' });
        for (const id of ['SO-1', 'SO-2', 'SO-3']) await simulation.hook(id);
        await Promise.race([simulation.died, simulation.live(minuteMs)]);
        if (!simulation.isDead) break;
        deaths++;
        await simulation.open();
        await simulation.live(5 * minuteMs);
        // One that died after its link finds that it is booked.
        expect(simulation.tasks().every(({ state }) => state === 'done' || state === 'skipped')).toBe(true);
        expect(invoices(simulation)).toEqual(['SO-1', 'SO-2', 'SO-3']);
        expect(outside.books.customers.map(({ email }) => email).sort()).toEqual([
          'one@example.com',
          'two@example.com',
        ]);
        expect(simulation.sql.exec('SELECT name FROM steps')).toEqual([]);
      }
      // Profile, poll, token, organisation, then the calls of three orders.
      expect(deaths).toBeGreaterThan(12);
    },
  );
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
    expect(simulation.integration.reports.view().problems).toMatchObject([{ code: 'secret_unreadable' }]);
    await simulation.integration.configure(document());
    await simulation.live(minuteMs);
    expect(simulation.states()).toEqual(['SO-1 done']);
    expect(simulation.integration.reports.view().problems).toEqual([]);
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
    expect(simulation.tasks().at(-1)?.problem?.message).toContain('3.00 EUR');
  });

  test('a preview writes nothing, here or there', async () => {
    const simulation = await new Simulation().configured();
    simulation.outside.sell('SO-1');
    const before = simulation.sql.exec('SELECT count(*) AS n FROM activity')[0]?.n;
    const shown = await simulation.clock.settle(simulation.integration.preview('orders', 'SO-1'));
    expect(shown).toMatchObject({ skips: null, target: { reference: 'SO-1' } });
    expect(simulation.sql.exec('SELECT count(*) AS n FROM activity')[0]?.n).toBe(before);
    expect(simulation.outside.books.invoices).toEqual([]);
    expect(simulation.outside.books.customers).toEqual([]);
  });
});

test('a bad document stores nothing', async () => {
  const simulation = await new Simulation().open();
  await expect(simulation.integration.configure({ name: 'x' })).rejects.toThrow();
  expect(simulation.sql.exec('SELECT name FROM sqlite_master')).toEqual([]);
  expect(simulation.integration.nextWakeAt()).toBeNull();
});
