import { describe, expect, it } from 'vitest';
import { jorttSettings } from '../../../sandbox/jortt/settings.ts';
import { hourMs } from '../../support/durations.ts';
import { shopAndBooks } from '../../support/shop-and-books.ts';
import type { Subject } from '../../support/subject.ts';

const { startIntegration, jortt, outside, sell, merchant, invoices, invoicesOf } = shopAndBooks();

describe('an order that is not paid yet', () => {
  it('is left alone until it is, then booked once', async () => {
    const subject = await startIntegration();
    const { id } = await sell({ paymentStatus: 'AWAITING_PAYMENT' });
    await notify(subject, id);
    expect((await subject.task(id)).state).toBe('skipped');
    expect(invoices()).toEqual([]);
    await merchant(id, { pay: true });
    await notify(subject, id);
    await notify(subject, id);
    expect(invoicesOf(id)).toHaveLength(1);
  });

  it('and is cancelled, or was given back before it was booked, is never booked', async () => {
    const subject = await startIntegration({ settings: {} });
    const cancelled = await sell({ paymentStatus: 'CANCELLED' });
    const refunded = await sell();
    await merchant(refunded.id, { refund: {} });
    await notify(subject, cancelled.id);
    await notify(subject, refunded.id);
    expect((await subject.tasks()).map(({ state }) => state)).toEqual(['skipped', 'skipped']);
    expect(invoices()).toEqual([]);
  });
});

describe('an order that changes after it was booked', () => {
  it('is flagged once, with both figures, and nothing is booked for it', async () => {
    const { subject, id, gross } = await booked({});
    await merchant(id, { items: [{ position: 0, quantity: '3' }], recalculate: true });
    await notify(subject, id);
    const task = await subject.task(id);
    expect(task).toMatchObject({ state: 'parked', problem: { code: 'order_changed' } });
    expect(task.problem?.message).toContain(gross);
    await notify(subject, id);
    expect((await subject.view()).problems).toMatchObject([{ code: 'order_changed', count: 1 }]);
    expect(invoices()).toHaveLength(1);
  });

  it('and whose difference was accepted stays quiet, until it changes again', async () => {
    const { subject, id } = await booked({});
    await merchant(id, { items: [{ position: 0, quantity: '3' }], recalculate: true });
    await notify(subject, id);
    await subject.skip(id);
    await subject.evict();
    await notify(subject, id);
    expect((await subject.task(id)).state).toBe('skipped');
    await merchant(id, { items: [{ position: 0, quantity: '4' }], recalculate: true });
    await notify(subject, id);
    expect((await subject.task(id)).state).toBe('parked');
  });

  it('in a note or a status only is not flagged', async () => {
    const { subject, id } = await booked({});
    await merchant(id, { privateAdminNotes: 'gebeld', fulfillmentStatus: 'SHIPPED' });
    await notify(subject, id);
    expect((await subject.task(id)).state).toBe('skipped');
  });
});

describe('a refund after booking', () => {
  it.each([{ refund: {} }, { refund: { amount: '4.00' } }, { cancel: true }])(
    '(%j) is flagged when so set, and credits nothing',
    async (deed) => {
      const { subject, id } = await booked({ refunds: 'flag', state: 'sent' });
      await merchant(id, deed);
      await notify(subject, id);
      expect(await subject.task(id)).toMatchObject({ state: 'parked', problem: { code: 'order_refunded' } });
      expect(invoices()).toHaveLength(1);
    },
  );

  it('is ignored when so set', async () => {
    const { subject, id } = await booked({ refunds: 'ignore', state: 'sent' });
    await merchant(id, { refund: {} });
    await notify(subject, id);
    expect((await subject.task(id)).state).toBe('skipped');
    expect(invoices()).toHaveLength(1);
  });

  it.each([{ refund: {} }, { cancel: true }])(
    'of the whole order (%j) makes one credit note',
    async (deed) => {
      const { subject, id } = await booked({ refunds: 'credit', state: 'sent' });
      await merchant(id, deed);
      await notify(subject, id);
      await subject.evict();
      await notify(subject, id);
      const [invoice, credit, ...more] = invoices();
      expect(more).toEqual([]);
      expect(credit).toMatchObject({ credited_invoice_id: invoice?.id, invoice_status: 'sent' });
      expect(Number(credit?.invoice_total_incl_vat.amount)).toBe(
        -Number(invoice?.invoice_total_incl_vat.amount),
      );
    },
  );

  it('in parts makes a document for each part, together what was given back', async () => {
    const { subject, id } = await booked({ refunds: 'credit', state: 'sent' });
    for (const amount of ['4.00', '2.50']) {
      await merchant(id, { refund: { amount } });
      await notify(subject, id);
      await notify(subject, id);
    }
    const parts = invoices().slice(1);
    expect(parts.map((part) => Number(part.invoice_total_incl_vat.amount))).toEqual([-4, -2.5]);
    expect(new Set(parts.map(({ customer_id }) => customer_id))).toEqual(
      new Set([invoices()[0]?.customer_id]),
    );
  });

  it('before the first notice, of a document that is made final only after a while, is credited then', async () => {
    jortt.change(jorttSettings.parse({ sendDelayMs: 30_000 }));
    const { subject, id } = await bookedGivenBack();
    expect((await subject.task(id)).state).toBe('done');
    expect(invoices().map((each) => Number(each.invoice_total_incl_vat.amount))[1]).toBe(-4);
    expect((await subject.view()).problems).toEqual([]);
  });

  it('before the first notice, of a document that never becomes final, is flagged', async () => {
    jortt.change(jorttSettings.parse({ sendingStuck: true }));
    const { subject, id } = await bookedGivenBack();
    expect(await subject.task(id)).toMatchObject({ state: 'parked', problem: { code: 'credit_of_draft' } });
    expect(invoices()).toHaveLength(1);
  });

  it('of a document that is still a draft is flagged', async () => {
    const { subject, id } = await booked({ refunds: 'credit', state: 'draft' });
    await merchant(id, { refund: {} });
    await notify(subject, id);
    expect(await subject.task(id)).toMatchObject({ state: 'parked', problem: { code: 'credit_of_draft' } });
    expect(invoices()).toHaveLength(1);
  });
});

describe('the note in the shop', () => {
  it('is written once, and the notice of that write changes nothing', async () => {
    const writeBack = { note: "'Booked as ' & document.reference", status: 'PROCESSING' };
    const { subject, id } = await booked({ writeBack });
    expect(outside.count('PUT', /orders/)).toBe(1);
    await notify(subject, id);
    await notify(subject, id);
    expect(outside.count('PUT', /orders/)).toBe(1);
    expect(invoicesOf(id)).toHaveLength(1);
  });
});

async function booked(settings: object): Promise<{ subject: Subject; id: string; gross: string }> {
  const subject = await startIntegration({ settings: { paymentStatuses: paid, ...settings } });
  const { id, gross } = await sell();
  await notify(subject, id);
  expect((await subject.task(id)).state).toBe('done');
  return { subject, id, gross };
}

/** An order of which a part was given back before it was first seen. */
async function bookedGivenBack(): Promise<{ subject: Subject; id: string }> {
  const subject = await startIntegration({ settings: { refunds: 'credit', state: 'sent' } });
  const { id } = await sell();
  await merchant(id, { refund: { amount: '4.00' } });
  await notify(subject, id);
  return { subject, id };
}

/** All of a booked order's life; a filter must not hide what comes after. */
const paid = ['PAID'];

async function notify(subject: Subject, id: string): Promise<void> {
  await subject.hook(id);
  await subject.settle(hourMs / 2);
}
