import { describe, expect, it } from 'vitest';
import { minuteMs } from '../../support/durations.ts';
import type { OutgoingCall } from '../../support/outgoing.ts';
import { shopAndBooks } from '../../support/shop-and-books.ts';
import type { Subject } from '../../support/subject.ts';

const { startIntegration, jortt, outside, sell, merchant, invoices, invoicesOf, customers } = shopAndBooks();

type What = 'customer' | 'invoice' | 'credit' | 'refund';

const whats: What[] = ['customer', 'invoice', 'credit', 'refund'];

const committed = {
  'no answer': 'unanswered',
  'a gateway page': 'html-after',
  'half of the answer': 'truncated',
  'an empty answer': 'empty-after',
} as const;

const notCommitted = {
  'no answer': 'drop',
  'a gateway page': 'html',
  'an empty answer': 'empty',
} as const;

describe.each(whats)('the making of a %s', (what) => {
  it.each(Object.entries(committed))('that was done, with %s, is not repeated', async (_name, kind) => {
    const subject = await ready(what);
    spoil(what, kind);
    await subject.settle();
    await expectOne(what, subject);
    expect(outside.calls.filter((call) => makes(what, call))).toHaveLength(1);
  });

  it.each(Object.entries(committed))(
    'that was done, with %s, is not repeated by an evicted object, though the search lags',
    async (_name, kind) => {
      const subject = await ready(what);
      jortt.change({ searchLagMs: 8_000 });
      spoil(what, kind);
      await subject.run();
      await subject.evict();
      await subject.settle();
      await expectOne(what, subject);
      expect(outside.calls.filter((call) => makes(what, call))).toHaveLength(1);
    },
  );

  it.each(Object.entries(notCommitted))('that was not done, with %s, is done once', async (_name, kind) => {
    const subject = await ready(what);
    spoil(what, kind);
    await subject.run();
    await subject.evict();
    // What may be done still is looked for during ten minutes, and not at more than so many calls an hour.
    await subject.settle(20 * minuteMs);
    await expectOne(what, subject);
    expect(outside.calls.filter((call) => makes(what, call))).toHaveLength(2);
  });
});

const settings = { paymentStatuses: ['PAID'], state: 'sent', refunds: 'credit' };

/** An integration whose next run makes this. */
async function ready(what: What): Promise<Subject> {
  const subject = await startIntegration({ settings });
  const { id } = await sell();
  await subject.hook(id);
  if (what === 'credit' || what === 'refund') {
    await subject.settle();
    await merchant(id, { refund: what === 'credit' ? {} : { amount: '5.00' } });
    await subject.hook(id);
  }
  outside.clear();
  return subject;
}

function makes(what: What, { method, path }: OutgoingCall): boolean {
  const patterns: Record<What, RegExp> = {
    customer: /^\/v3\/customers$/,
    invoice: /^\/v3\/invoices$/,
    credit: /^\/v3\/invoices\/[^/]+\/credit$/,
    refund: /^\/v3\/invoices$/,
  };
  return method === 'POST' && patterns[what].test(path);
}

/** The first such call goes wrong. */
function spoil(what: What, kind: string): void {
  let left = 1;
  outside.intercept = async (call, answer) => {
    if (!makes(what, call) || left-- <= 0) return answer();
    if (kind === 'empty-after') {
      await answer();
      return new Response(null, { status: 200 });
    }
    outside.fault({ system: 'jortt', method: 'POST', kind } as Parameters<typeof outside.fault>[0]);
    return answer();
  };
}

async function expectOne(what: What, subject: Subject): Promise<void> {
  const [task] = await subject.tasks();
  expect(task).toMatchObject({ state: 'done', problem: null });
  expect(customers()).toHaveLength(1);
  const key = task?.key ?? '';
  const whole = invoicesOf(key).filter(({ credited_invoice_id }) => credited_invoice_id === null);
  expect(whole).toHaveLength(1);
  expect(whole[0]?.customer_id).toBe(customers()[0]?.id);
  expect(invoices()).toHaveLength(what === 'credit' || what === 'refund' ? 2 : 1);
  expect(subject.sql('SELECT * FROM steps')).toEqual([]);
}
