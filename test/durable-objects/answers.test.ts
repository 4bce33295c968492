import { describe, expect, it } from 'vitest';
import { refusedByJortt } from '../support/refused-by-jortt.ts';
import { startIntegration } from './support/harness.ts';
import { jortt, outside } from './support/outside.ts';
import { newShopToken, sell } from './support/shop.ts';

describe('what the engine refuses or finds wrong is answered by the API:', () => {
  it('a preview of a record that would be parked with its problem and what could be planned, in sentences', async () => {
    const subject = await startIntegration({ settings: { paymentTerms: { map: { none: '1' } } } });
    const { id, gross } = await sell();
    const answer = await subject.api('POST', '/preview', { flow: 'orders', key: id });
    expect(answer).toMatchObject({
      status: 200,
      body: {
        source: { gross },
        skips: null,
        writes: [{ what: 'customer', does: 'create' }],
        problem: {
          code: 'choice_missing',
          message: expect.stringContaining('"paymentTerms" has no entry'),
          action: expect.stringContaining('retry'),
        },
      },
    });
    expect(JSON.parse(answer.text).checks[0]).toEqual({ name: 'gross', expected: gross, actual: gross });
  });

  it('a preview of a record that would be skipped with the reason in a half sentence', async () => {
    const subject = await startIntegration({ settings: { paymentStatuses: ['PAID'] } });
    const { id } = await sell({ paymentStatus: 'AWAITING_PAYMENT' });
    const { body } = await subject.api('POST', '/preview', { flow: 'orders', key: id });
    expect(body).toMatchObject({
      problem: null,
      skips: {
        code: 'payment_status_excluded',
        message: 'payment status AWAITING_PAYMENT is not in "paymentStatuses"',
      },
    });
  });

  it('a preview of a record that is not there with the refusal', async () => {
    const subject = await startIntegration();
    const gone = await subject.api('POST', '/preview', { flow: 'orders', key: 'GONE1' });
    expect(gone).toMatchObject({ status: 422, body: { code: 'order_gone' } });
  });

  it('a preview with 503 while a system is away', async () => {
    const subject = await startIntegration();
    const { id } = await sell();
    outside.fault({ system: 'jortt', kind: 'status', status: 503, times: 2 });
    const answer = await subject.api('POST', '/preview', { flow: 'orders', key: id });
    expect(answer).toMatchObject({ status: 503, body: { code: 'server_error' } });
    expect(jortt.state().invoices).toEqual([]);
  });

  it('a check with what is wrong, and of which connection', async () => {
    const subject = await startIntegration();
    await newShopToken('secret_other');
    const { body } = await subject.api('POST', '/check');
    expect(body).toMatchObject({
      ok: false,
      connections: [
        { connection: 'books', ok: true, problem: null },
        { connection: 'shop', ok: false, account: null, problem: { code: 'credentials_refused' } },
      ],
    });
  });

  it('the retry of a task that was skipped with 409', async () => {
    const subject = await startIntegration();
    const { id } = await sell();
    outside.fault({ system: 'jortt', method: 'POST', kind: 'status', status: 422, body: refusedByJortt });
    await subject.sync(id);
    await subject.settle();
    const task = await subject.task(id);
    const { status, body } = await subject.api('POST', `/tasks/${task.id}/skip`);
    expect([status, body.state]).toEqual([200, 'skipped']);
    expect(await subject.api('POST', `/tasks/${task.id}/retry`)).toMatchObject({
      status: 409,
      body: { code: 'task_state' },
    });
  });
});
