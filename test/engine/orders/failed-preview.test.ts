import { describe, expect, it } from 'vitest';
import { shopAndBooks } from '../../support/shop-and-books.ts';
import type { Subject } from '../../support/subject.ts';

const { startIntegration, newSubject, outside, sell } = shopAndBooks();

describe('a preview that fails', () => {
  it('of an order that cannot be read shows what the shop gave of it', async () => {
    const subject = await startIntegration();
    const { id } = await sell();
    outside.intercept = async (call, answer) => {
      const response = await answer();
      return call.path.includes('/orders/')
        ? Response.json({ ...((await response.json()) as object), total: 'a lot' })
        : response;
    };
    const shown = await subject.do((engine) => engine.preview('orders', id));
    expect(shown).toMatchObject({
      problem: { code: 'unreadable', params: { field: 'total' } },
      source: { id, total: 'a lot' },
    });
  });

  it('because the target was never reached shows the order', async () => {
    const subject = newSubject();
    await subject.configure({ credentials: { books: { clientId: 'nobody', clientSecret: 'wrong' } } });
    const { id, gross } = await sell();
    const shown = await subject.do((engine) => engine.preview('orders', id));
    expect(shown).toMatchObject({ source: { id, gross }, problem: { kind: 'auth', connection: 'books' } });
  });
});

describe('the activity of an order that is parked', () => {
  it.each([
    ['its mapping fails', { mapping: { remarks: '$number(order.number)' } }, 'mapping_failed'],
    ['a choice is missing', { settings: { vat: { byRate: { map: { 9: '9' } } } } }, 'choice_missing'],
  ])('because %s holds what was read, what was planned, and the totals', async (_why, parts, code) => {
    const subject = await startIntegration(parts);
    const { id, gross } = await sell();
    await subject.sync(id);
    await subject.settle();
    expect((await subject.task(id)).problem).toMatchObject({ code });
    const { source, planned, totals } = await payloadOf(subject);
    expect(source).toMatchObject({ id, gross });
    expect(planned).toMatchObject({ reference: id });
    expect(planned).toHaveProperty('line_items.1');
    expect(totals).toMatchObject({ gross });
  });

  it('because the books refuse it holds what was sent', async () => {
    const subject = await startIntegration();
    const { id } = await sell();
    outside.fault({
      system: 'jortt',
      method: 'POST',
      path: '/v3/invoices',
      kind: 'status',
      status: 422,
      body: { error: { code: 422, key: 'params.invalid', message: 'Invalid.', details: [] } },
    });
    await subject.sync(id);
    await subject.settle();
    expect(await payloadOf(subject)).toMatchObject({ target: { reference: id }, planned: { reference: id } });
  });
});

async function payloadOf(subject: Subject): Promise<Record<string, unknown>> {
  const [latest] = await subject.activity();
  const { payload } = await subject.do(({ reports }) => reports.transfer(Number(latest?.id)));
  return payload ?? {};
}
