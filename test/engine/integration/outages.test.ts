import { describe, expect, test } from 'vitest';
import { hourMs, invoices, minuteMs, Simulation } from '../../support/simulation.ts';

describe('a system that is away', () => {
  test('for a weekend: everything waits and then goes, in order, nothing parked', async () => {
    const simulation = await new Simulation().configured();
    const { outside } = simulation;
    await simulation.live(minuteMs);
    outside.down.add('jortt');
    for (let number = 10; number < 30; number++) {
      outside.sell(`SO-${number}`, { email: 'one@example.com' });
      await simulation.hook(`SO-${number}`);
      await simulation.live(7 * minuteMs);
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
      return request.json().then((body) => {
        outside.books.answer({ method: 'POST', path: '/v3/invoices', query: {}, body });
        return new Response('', { status: 504 });
      });
    };
    await simulation.hook('SO-1');
    await simulation.live(hourMs);
    expect(invoices(simulation)).toEqual(['SO-1']);
    expect(simulation.states()).toEqual(['SO-1 done']);
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
        void simulation.dieAt(request, moment);
        outside.sell('SO-1', { email: 'one@example.com' });
        outside.sell('SO-2', { email: 'one@example.com' });
        outside.sell('SO-3', { email: 'two@example.com' });
        for (const id of ['SO-1', 'SO-2', 'SO-3']) await simulation.hook(id);
        await simulation.live(minuteMs);
        if (!simulation.isDead) break;
        deaths++;
        await simulation.open();
        // What was begun is looked for during ten minutes.
        await simulation.live(20 * minuteMs);
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
