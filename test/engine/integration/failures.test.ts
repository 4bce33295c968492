import { describe, expect, it } from 'vitest';
import { dayMs, hourMs, minuteMs, secondMs } from '../../support/durations.ts';
import { shopAndBooks } from '../../support/shop-and-books.ts';
import { sahin } from '../../support/shop-deeds.ts';

const { startIntegration, clock, outside, sell, sellMany, inBooks, invoices, invoicesOf, customers } =
  shopAndBooks();

const throttled = { error: { code: 429, key: 'request.throttled', message: 'Too many requests.' } };
const conflict = { error: { code: 409, key: 'resource.conflict', message: 'Changed meanwhile.' } };

const passing = [
  ['429', { kind: 'status', status: 429, body: throttled }, 'rate_limited'],
  ['500', { kind: 'status', status: 500 }, 'server_error'],
  ['503', { kind: 'status', status: 503 }, 'server_error'],
  ['a gateway page', { kind: 'html' }, 'server_error'],
  ['no answer', { kind: 'drop' }, 'timed_out'],
  ['409', { kind: 'status', status: 409, body: conflict }, 'conflict'],
] as const;

describe.each([
  ['a read', 'GET', '/v3/invoices'],
  ['the making of a customer', 'POST', '/v3/customers'],
  ['the making of an invoice', 'POST', '/v3/invoices'],
] as const)('%s that meets', (_what, method, path) => {
  it.each(passing)('%s waits and is done later', async (_name, fault, code) => {
    const subject = await startIntegration();
    const { id } = await sell();
    // Reads are tried once more in place.
    outside.fault({ system: 'jortt', method, path, times: method === 'GET' ? 2 : 1, ...fault });
    await subject.sync(id);
    await subject.run();
    expect(await subject.task(id)).toMatchObject({ state: 'waiting', problem: { code } });
    await subject.settle();
    expect((await subject.task(id)).state).toBe('done');
    expect([invoicesOf(id).length, customers().length]).toEqual([1, 1]);
  });

  it('a broken connection waits and is done later', async () => {
    const subject = await startIntegration();
    const { id } = await sell();
    outside.intercept = async (call, answer) => {
      if (call.method === method && call.path === path) throw new TypeError('fetch failed');
      return answer();
    };
    await subject.sync(id);
    await subject.run();
    expect(await subject.task(id)).toMatchObject({ state: 'waiting', problem: { code: 'network_failed' } });
    outside.passOn();
    await subject.settle();
    expect([invoicesOf(id).length, customers().length]).toEqual([1, 1]);
  });
});

describe('a failure', () => {
  it('with Retry-After is not tried again before that', async () => {
    const subject = await startIntegration();
    const { id } = await sell();
    outside.fault({
      system: 'jortt',
      method: 'POST',
      kind: 'status',
      status: 429,
      body: throttled,
      headers: { 'Retry-After': '120' },
    });
    await subject.sync(id);
    await subject.run();
    const asked = clock.now();
    const { dueAt } = await subject.task(id);
    expect(Date.parse(dueAt)).toBeGreaterThan(asked + 110 * secondMs);
    outside.clear();
    // Another record of the same connection waits as well.
    const other = await sell();
    await subject.sync(other.id);
    await subject.settle(100 * secondMs);
    expect(outside.calls.filter(({ system }) => system === 'jortt')).toEqual([]);
    await subject.settle();
    expect(invoices()).toHaveLength(2);
  });

  it('without an end is parked after a day of trying while the connection works', async () => {
    const subject = await startIntegration();
    const { id } = await sell();
    outside.fault({ system: 'ecwid', path: `/orders/${id}$`, kind: 'status', status: 500, times: null });
    await subject.sync(id);
    // The probes succeed, so it is this record alone.
    await subject.settle(27 * hourMs, 400);
    expect(await subject.task(id)).toMatchObject({ state: 'parked', problem: { code: 'server_error' } });
    expect(outside.calls.length).toBeLessThan(300);
  });

  it('of a whole weekend: everything waits, then goes, in the order in which it came', async () => {
    const subject = await startIntegration();
    outside.fault({ system: 'jortt', kind: 'status', status: 503, times: null });
    const ids = await sellMany(6);
    await subject.sync(...ids);
    await subject.settle(2 * hourMs);
    await clock.advance(2 * dayMs);
    await subject.settle(hourMs);
    // Those that showed that the books are away, and those that were not tried since.
    const states = (await subject.tasks()).map(({ state }) => state).toSorted();
    expect(states).toEqual([...Array(3).fill('queued'), ...Array(3).fill('waiting')]);
    expect((await subject.view()).problems).toMatchObject([{ connection: 'books', code: 'server_error' }]);
    await inBooks('POST', '/expire-tokens');
    outside.clear();
    outside.clearFaults();
    await subject.settle(20 * minuteMs);
    expect((await subject.view()).problems).toEqual([]);
    const read = outside.calls.filter(({ path }) => path.includes('/orders/')).map(({ path }) => path);
    expect(read).toEqual(ids.map((id) => `/api/v3/1003/orders/${id}`));
    for (const id of ids) expect(invoicesOf(id), id).toHaveLength(1);
  });

  it('that is a refusal parks the task with code and field; the words of the system are in its activity', async () => {
    const subject = await startIntegration();
    const { id } = await sell();
    const words = `${sahin.name} <${sahin.email}> living at ${sahin.street} is refused`;
    const body = {
      error: {
        code: 422,
        key: 'params.invalid',
        message: 'The parameters are invalid.',
        details: [{ param: 'customer_name', key: 'is_invalid', message: words }],
      },
    };
    outside.fault({ system: 'jortt', method: 'POST', path: '/customers', kind: 'status', status: 422, body });
    await subject.sync(id);
    await subject.settle();
    const { state, problem } = await subject.task(id);
    expect(state).toBe('parked');
    expect(problem).toMatchObject({ code: 'refused', message: expect.stringContaining('customer_name') });
    expect(problem?.message).toContain('params.invalid');
    const [entry] = await subject.activity();
    const transfer = await subject.do(({ reports }) => reports.transfer(Number(entry?.id)));
    expect(transfer.payload).toMatchObject({
      calls: expect.arrayContaining([expect.objectContaining({ said: expect.stringContaining(words) })]),
    });
    for (const secret of [sahin.name, 'Şahin', sahin.email, sahin.street])
      expect(JSON.stringify(problem)).not.toContain(secret);
    expect(outside.count('POST', /invoices/)).toBe(0);
    await subject.retry(id);
    await subject.settle();
    expect((await subject.task(id)).state).toBe('done');
  });
});
