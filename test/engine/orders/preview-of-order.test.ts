import { describe, expect, it } from 'vitest';
import type { Preview } from '../../../src/flows/contract.ts';
import { shopAndBooks } from '../../support/shop-and-books.ts';
import { sahin } from '../../support/shop-deeds.ts';
import type { Subject } from '../../support/subject.ts';

const { startIntegration, sandbox, outside, sell, invoices, customers } = shopAndBooks();

/** The body of the write of this kind, as it would be sent. */
function bodyOf({ writes }: Preview, kind: string): Record<string, unknown> | null {
  return (writes.find(({ what }) => what === kind)?.body ?? null) as Record<string, unknown> | null;
}

describe('a preview', () => {
  it('shows to the byte what is then sent, apart from the id of a customer still to be made', async () => {
    const subject = await startIntegration({ mapping: { remarks: "'Bestelling ' & order.number" } });
    const { id, gross, tax } = await sell();
    const preview = await previewOf(subject, id);
    expect(preview).toMatchObject({
      skips: null,
      problem: null,
      source: { gross },
      writes: [
        { what: 'customer', does: 'create' },
        { what: 'document', does: 'create' },
      ],
    });
    expect(preview.checks.slice(0, 2)).toEqual([
      { name: 'gross', expected: gross, actual: gross },
      { name: 'vat', expected: tax, actual: tax },
    ]);

    outside.clear();
    await subject.sync(id);
    await subject.settle();
    const posted = outside.calls.filter(({ method, path }) => method === 'POST' && /^\/v3\/(c|i)/.test(path));
    expect(posted.map(({ path }) => path)).toEqual(['/v3/customers', '/v3/invoices']);
    expect(posted[0]?.body).toBe(JSON.stringify(bodyOf(preview, 'customer')));
    const made = customers()[0]?.id;
    // The id that is still open is left out or empty in the preview.
    const { customer_id: _, ...shown } = bodyOf(preview, 'document') ?? {};
    const { customer_id, ...sent } = JSON.parse(posted[1]?.body ?? '{}');
    expect(customer_id).toBe(made);
    expect(JSON.stringify(sent)).toBe(JSON.stringify(shown));
  });

  it('of an order of a known customer is the very body that is sent', async () => {
    const subject = await startIntegration();
    await subject.sync((await sell()).id);
    await subject.settle();
    const { id } = await sell();
    const preview = await previewOf(subject, id);
    expect(preview.writes[0]).toEqual({ what: 'customer', does: 'use', body: null });
    outside.clear();
    await subject.sync(id);
    await subject.settle();
    const sent = outside.calls.find(({ method, path }) => method === 'POST' && path === '/v3/invoices');
    expect(sent?.body).toBe(JSON.stringify(bodyOf(preview, 'document')));
  });

  it('writes nothing, here or there', async () => {
    const subject = await startIntegration();
    await subject.sync((await sell()).id);
    await subject.settle();
    const { id } = await sell({ buyer: { ...sahin, email: 'new@mail.example' } });
    const before = { tables: subject.tables(), outside: JSON.stringify(sandbox.snapshot()) };
    outside.clear();
    await previewOf(subject, id);
    await previewOf(subject, id);
    expect(outside.calls.length).toBeGreaterThan(0);
    expect(outside.calls.filter(({ method }) => method !== 'GET')).toEqual([]);
    expect(subject.tables()).toEqual(before.tables);
    expect(JSON.stringify(sandbox.snapshot())).toBe(before.outside);
  });

  it('tells why an order would be skipped', async () => {
    const subject = await startIntegration();
    const unpaid = await sell({ paymentStatus: 'AWAITING_PAYMENT' });
    expect((await previewOf(subject, unpaid.id)).skips).toMatchObject({
      code: 'payment_status_excluded',
      params: { status: 'AWAITING_PAYMENT' },
    });
    const { id } = await sell();
    await subject.sync(id);
    await subject.settle();
    expect((await previewOf(subject, id)).skips).toMatchObject({ code: 'already_booked' });
  });

  it('works while the integration is paused, and before its first run', async () => {
    const subject = await startIntegration();
    await subject.do((engine) => engine.setState('paused'));
    const { id } = await sell();
    expect((await previewOf(subject, id)).skips).toBeNull();
    expect(invoices()).toEqual([]);
  });
});

async function previewOf(subject: Subject, key: string): Promise<Preview> {
  // As the API shows it: JSON.
  return JSON.parse(JSON.stringify(await subject.do((engine) => engine.preview('orders', key))));
}
