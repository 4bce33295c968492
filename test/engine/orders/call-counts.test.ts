import { describe, expect, it } from 'vitest';
import { shopAndBooks } from '../../support/shop-and-books.ts';
import { sahin } from '../../support/shop-deeds.ts';
import type { Subject } from '../../support/subject.ts';

const { startIntegration, outside, sell, merchant, inBooks, invoicesOf } = shopAndBooks();

/** One of them reads what was made: Jortt answers a create with the id only. */
describe('an order from shop to books costs', () => {
  it('six calls for a new customer', async () => {
    const subject = await startIntegration();
    expect(await callsFor(subject, (await sell()).id)).toBeLessThanOrEqual(6);
  });

  it('four calls for a known customer', async () => {
    const subject = await startIntegration();
    await callsFor(subject, (await sell()).id);
    const { id } = await sell();
    expect(await callsFor(subject, id)).toBeLessThanOrEqual(4);
    expect(invoicesOf(id)).toHaveLength(1);
  });

  // One more than for a new one: the whole record goes back to Jortt, so it is read once more just before.
  it('seven calls for a customer whom the books know otherwise', async () => {
    const subject = await startIntegration();
    await inBooks('POST', '/customers', { is_private: true, customer_name: 'Ş. Y.', email: sahin.email });
    expect(await callsFor(subject, (await sell()).id)).toBeLessThanOrEqual(7);
  });

  it('one call for a repeated notice, and for a change that is not one for the books', async () => {
    const subject = await startIntegration();
    const { id } = await sell();
    await callsFor(subject, id);
    expect(await callsFor(subject, id)).toBe(1);
    await merchant(id, { fulfillmentStatus: 'SHIPPED' });
    expect(await callsFor(subject, id)).toBe(1);
  });

  it('one call when it does not leave the shop', async () => {
    const subject = await startIntegration();
    expect(await callsFor(subject, (await sell({ paymentStatus: 'AWAITING_PAYMENT' })).id)).toBe(1);
  });
});

async function callsFor(subject: Subject, id: string): Promise<number> {
  outside.clear();
  await subject.hook(id);
  await subject.settle();
  return outside.calls.length;
}
