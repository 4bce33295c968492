import { describe, expect, it } from 'vitest';
import { type Subject, startIntegration } from './harness.ts';
import { jortt, outside, sandbox } from './outside.ts';
import { customers, invoices, sahin, sell } from './shop.ts';

interface PreviewAnswer {
  source: { gross: string; customer: { name: string } };
  skips: { code: string; message: string } | null;
  writes: { what: string; does: string; body: Record<string, unknown> | null }[];
  checks: { name: string; expected: string; actual: string }[];
  problem: { code: string; message: string; action: string } | null;
}

function writeOf({ writes }: PreviewAnswer, what: string) {
  return writes.find((each) => each.what === what);
}

describe('a preview', () => {
  it('shows to the byte what is then sent, apart from the id of a customer still to be made', async () => {
    const subject = await startIntegration({ mapping: { remarks: "'Bestelling ' & order.number" } });
    const { id, gross, tax } = await sell();
    const preview = await previewOf(subject, id);
    expect(preview).toMatchObject({ skips: null, problem: null, source: { gross } });
    expect(writeOf(preview, 'customer')?.does).toBe('create');
    expect(preview.checks.slice(0, 2)).toEqual([
      { name: 'gross', expected: gross, actual: gross },
      { name: 'vat', expected: tax, actual: tax },
    ]);

    outside.clear();
    await subject.sync(id);
    await subject.settle();
    const posted = outside.calls.filter(({ method, path }) => method === 'POST' && /^\/v3\/(c|i)/.test(path));
    expect(posted.map(({ path }) => path)).toEqual(['/v3/customers', '/v3/invoices']);
    expect(posted[0]?.body).toBe(JSON.stringify(writeOf(preview, 'customer')?.body));
    const made = customers()[0]?.id;
    // The id that is still open is left out or empty in the preview.
    const { customer_id: _, ...shown } = writeOf(preview, 'document')?.body ?? {};
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
    expect(writeOf(preview, 'customer')).toEqual({ what: 'customer', does: 'use', body: null });
    outside.clear();
    await subject.sync(id);
    await subject.settle();
    const sent = outside.calls.find(({ method, path }) => method === 'POST' && path === '/v3/invoices');
    expect(sent?.body).toBe(JSON.stringify(writeOf(preview, 'document')?.body));
  });

  it('writes nothing, here or there', async () => {
    const subject = await startIntegration();
    await subject.sync((await sell()).id);
    await subject.settle();
    const { id } = await sell({ buyer: { ...sahin, email: 'new@mail.example' } });
    const before = { tables: await subject.tables(), outside: JSON.stringify(sandbox.snapshot()) };
    outside.clear();
    await previewOf(subject, id);
    await previewOf(subject, id);
    expect(outside.calls.length).toBeGreaterThan(0);
    expect(outside.calls.filter(({ method }) => method !== 'GET')).toEqual([]);
    expect(await subject.tables()).toEqual(before.tables);
    expect(JSON.stringify(sandbox.snapshot())).toBe(before.outside);
  });

  it('tells why an order would be skipped', async () => {
    const subject = await startIntegration();
    const unpaid = await sell({ paymentStatus: 'AWAITING_PAYMENT' });
    expect((await previewOf(subject, unpaid.id)).skips).toMatchObject({
      code: 'payment_status_excluded',
      message: expect.stringContaining('AWAITING_PAYMENT'),
    });
    const { id } = await sell();
    await subject.sync(id);
    await subject.settle();
    expect((await previewOf(subject, id)).skips).toEqual({
      code: 'already_booked',
      message: 'already booked',
    });
  });

  it('works while the integration is paused, and before its first run', async () => {
    const subject = await startIntegration();
    await subject.api('POST', '/pause');
    const { id } = await sell();
    expect((await previewOf(subject, id)).skips).toBeNull();
    expect(invoices()).toEqual([]);
  });

  it('of a record that would be parked is shown with its problem, and what could be planned', async () => {
    const subject = await startIntegration({ settings: { paymentTerms: { map: { none: '1' } } } });
    const { id, gross } = await sell();
    const preview = await previewOf(subject, id);
    expect(preview.problem).toMatchObject({
      code: 'choice_missing',
      action: expect.stringContaining('retry'),
    });
    expect(preview.problem?.message).toContain('paymentTerms');
    expect(preview).toMatchObject({ skips: null, writes: [{ what: 'customer', does: 'create' }] });
    expect(preview.checks[0]).toEqual({ name: 'gross', expected: gross, actual: gross });
  });

  it('of a record that is not there is refused', async () => {
    const subject = await startIntegration();
    const gone = await subject.api('POST', '/preview', { flow: 'orders', key: 'GONE1' });
    expect(gone).toMatchObject({ status: 422, body: { code: 'order_gone' } });
  });

  it('answers 503 while a system is away', async () => {
    const subject = await startIntegration();
    const { id } = await sell();
    outside.fault({ system: 'jortt', kind: 'status', status: 503, times: 2 });
    const answer = await subject.api('POST', '/preview', { flow: 'orders', key: id });
    expect(answer).toMatchObject({ status: 503, body: { code: 'server_error' } });
    expect(jortt.state().invoices).toEqual([]);
  });
});

async function previewOf(subject: Subject, key: string): Promise<PreviewAnswer> {
  const answer = await subject.api('POST', '/preview', { flow: 'orders', key });
  expect(answer.status, answer.text).toBe(200);
  return JSON.parse(answer.text);
}
