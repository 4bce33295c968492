import { describe, expect, it } from 'vitest';
import { dayMs, hourMs, minuteMs } from '../../support/durations.ts';
import { shopAndBooks } from '../../support/shop-and-books.ts';

const { startIntegration, clock, outside, sellMany, invoices, invoicesOf } = shopAndBooks();

describe('a window that is read', () => {
  it('for a sync is resumed where it was when the object dies on the way', async () => {
    await sellMany(120);
    await clock.advance(dayMs);
    const subject = await startIntegration({ settings: { paymentStatuses: ['CUSTOM_PAYMENT_STATUS_3'] } });
    const since = new Date(clock.now() - 2 * dayMs).toISOString();
    await subject.do((engine) => engine.sync('orders', { since }));
    expect(await subject.dieAtCall(2, 'before')).toBe(true);
    expect(subject.sql('SELECT count(*) AS n FROM tasks')).toEqual([{ n: 100 }]);
    outside.clear();
    await subject.settle();
    expect(outside.count('GET', /\/orders$/)).toBe(1);
    expect((await subject.view()).counts).toMatchObject({ skipped: 120, queued: 0 });
  });

  it('for a poll goes on in its middle where it stopped, after an eviction', async () => {
    const subject = await startIntegration({
      every: '5m',
      settings: { paymentStatuses: ['CUSTOM_PAYMENT_STATUS_3'] },
    });
    await sellMany(150);
    let pages = 0;
    outside.intercept = async (call, answer) =>
      call.path.endsWith('/orders') && ++pages > 1 ? new Response(null, { status: 503 }) : answer();
    await clock.advance(5 * minuteMs);
    await subject.run();
    const [cursor] = subject.sql('SELECT page, until FROM cursors');
    expect(cursor).toMatchObject({ page: expect.stringContaining('"offset":100') });
    outside.passOn();
    await subject.evict();
    await subject.settle(4 * minuteMs);
    expect(subject.sql('SELECT page, until FROM cursors')).toEqual([{ page: null, until: null }]);
    expect(subject.sql('SELECT count(DISTINCT key) AS keys FROM tasks')[0]).toEqual({ keys: 150 });
  });
});

describe('polling', () => {
  it('brings orders without any webhook, each once, at the interval that is set', async () => {
    const subject = await startIntegration({ every: '15m' });
    const [first] = await sellMany(1);
    await clock.advance(14 * minuteMs);
    await subject.run();
    expect(invoices()).toEqual([]);
    await clock.advance(2 * minuteMs);
    await subject.run();
    expect(invoices()).toMatchObject([{ reference: first }]);
    outside.clear();
    await subject.settle(2 * hourMs);
    expect(outside.count('GET', /\/orders$/)).toBeGreaterThanOrEqual(7);
    expect(outside.count('GET', /\/orders$/)).toBeLessThanOrEqual(9);
    expect(outside.count('GET', /\/orders\//)).toBe(0);
    expect(invoices()).toHaveLength(1);
  });

  it('that fails waits longer each time, shows it, and leaves nothing out afterwards', async () => {
    const subject = await startIntegration({ every: '5m' });
    const rejection = { errorMessage: 'Odd', errorCode: 'ODD' };
    outside.fault({
      system: 'ecwid',
      path: '/orders$',
      kind: 'status',
      status: 400,
      body: rejection,
      times: null,
    });
    const ids = await sellMany(2);
    await subject.settle(2 * hourMs);
    expect((await subject.view()).problems).toMatchObject([{ flow: 'orders:shop:books', code: 'refused' }]);
    expect(outside.count('GET', /\/orders$/)).toBeLessThanOrEqual(16);
    outside.clearFaults();
    await subject.settle(40 * minuteMs);
    expect((await subject.view()).problems).toEqual([]);
    for (const id of ids) expect(invoicesOf(id)).toHaveLength(1);
  });
});
