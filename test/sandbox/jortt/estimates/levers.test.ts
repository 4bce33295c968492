import { describe, expect, it } from 'vitest';
import { euros, line, nobody, refusal } from '../office.ts';
import { EstimateOffice } from './estimate-office.ts';

const dayMs = 86_400_000;

describe('an answer to an estimate', () => {
  it.each([
    ['accept', 'accepted', false],
    ['sign', 'signed', false],
    ['reject', 'rejected', true],
  ])('of those who %s it is shown, and says whether it may still be changed', async (deed, shown, isOpen) => {
    const office = await EstimateOffice.open();
    const id = await office.sentEstimate();
    const { customer_id } = await office.readEstimate(id);
    expect((await office.deed(id, deed)).status).toBe(204);
    expect((await office.get(`/v2/estimates/${id}`)).body).toMatchObject({
      data: { estimate_status: 'sent', acceptance_status: shown },
      possible_actions: isOpen ? ['edit', 'send'] : [],
    });
    const changes = { customer_id, reference: 'QUOTE-2', line_items: [line('1.00')] };
    const answers = [await office.edit(id, changes), await office.send(id)];
    const refused = [422, 'operation.invalid', 'Estimate::Accepted'];
    expect(answers.map(({ status }) => status)).toEqual(isOpen ? [200, 200] : [422, 422]);
    if (!isOpen) expect(answers.map(refusal)).toEqual([refused, refused]);
    expect((await office.readEstimate(id)).reference).toBe(isOpen ? 'QUOTE-2' : null);
  });

  it('can be another one later', async () => {
    const office = await EstimateOffice.open();
    const id = await office.sentEstimate();
    await office.deed(id, 'accept');
    await office.deed(id, 'reject');
    expect(await office.readEstimate(id)).toMatchObject({ acceptance_status: 'rejected' });
  });

  it('is refused of a draft, of what is on its way, of what is expired, and of nothing', async () => {
    const office = await EstimateOffice.open({ sendDelayMs: 1000 });
    const notOpen = [422, 'operation.invalid', 'Estimate::NotOpen'];
    expect(refusal(await office.deed(await office.estimate(), 'accept'))).toEqual(notOpen);
    const id = await office.sentEstimate({ valid_until: '2026-03-02' });
    expect(refusal(await office.deed(id, 'accept'))).toEqual(notOpen);
    office.world.pass(1000);
    await office.deed(id, 'reject');
    expect(await office.readEstimate(id)).toMatchObject({ acceptance_status: 'rejected' });
    office.world.pass(dayMs);
    expect(refusal(await office.deed(id, 'accept'))).toEqual(notOpen);
    expect(refusal(await office.deed(nobody, 'accept'))).toEqual([404, 'resource.not_found']);
  });

  it('is refused while the estimate is being sent again', async () => {
    const office = await EstimateOffice.open();
    const id = await office.sentEstimate();
    await office.jortt.runDue();
    office.jortt.change({ sendDelayMs: 1000 });
    await office.send(id);
    expect(refusal(await office.deed(id, 'accept'))).toContain('Estimate::NotOpen');
    office.world.pass(1000);
    expect((await office.deed(id, 'accept')).status).toBe(204);
  });
});

describe('an estimate expires', () => {
  it('after its last day by the Amsterdam calendar, unless somebody said yes', async () => {
    const office = await EstimateOffice.open();
    const customer_id = await office.person();
    const valid_until = '2026-03-31';
    const open = await office.sentEstimate({ customer_id, valid_until });
    const agreed = await office.sentEstimate({ customer_id, valid_until });
    const draft = await office.estimate({ valid_until });
    await office.deed(agreed, 'accept');
    const statuses = async () => {
      await office.login();
      const shown = await Promise.all([open, agreed, draft].map((id) => office.readEstimate(id)));
      return shown.map(({ estimate_status }) => estimate_status);
    };
    office.world.pass(Date.parse('2026-03-31T21:59:59Z') - office.world.now());
    expect(await statuses()).toEqual(['sent', 'sent', 'draft']);
    office.world.pass(1000);
    expect(await statuses()).toEqual(['expired', 'sent', 'draft']);
    const later = { customer_id, valid_until: '2026-04-30', line_items: [line()] };
    expect((await office.edit(open, later)).status).toBe(200);
    expect(await statuses()).toEqual(['sent', 'sent', 'draft']);
  });
});

describe('the merchant', () => {
  it('writes one, changes some of it, and deletes it', async () => {
    const office = await EstimateOffice.open();
    const customer_id = await office.person();
    const written = { customer_id, send_method: 'self', remarks: 'note', line_items: [line()] };
    const { status, body } = await office.lever('POST', '/estimates', written);
    const { id } = body as { id?: string };
    expect(status).toBe(201);
    if (id === undefined) throw new Error('It has no id.');
    const change = (changes: object) => office.lever('PATCH', `/estimates/${id}`, changes);
    expect((await change({ reference: 'QUOTE-1', line_items: [line('1.00', '1')] })).status).toBe(204);
    expect(await office.readEstimate(id)).toMatchObject({
      ...{ estimate_status: 'sent', reference: 'QUOTE-1', remarks: 'note', total: euros('1.00') },
    });
    expect(refusal(await change({ valid_until: 'soon' }))).toContain('valid_until is_invalid');
    await office.deed(id, 'accept');
    expect(refusal(await change({ remarks: null }))).toContain('Estimate::Accepted');
    expect((await office.lever('DELETE', `/estimates/${id}`)).status).toBe(204);
    expect(refusal(await office.get(`/v2/estimates/${id}`))).toEqual([404, 'resource.not_found']);
    expect((await office.lever('DELETE', `/estimates/${id}`)).status).toBe(404);
  });

  it('deletes one on its way, which then is not sent', async () => {
    const office = await EstimateOffice.open({ sendDelayMs: 1000 });
    await office.lever('DELETE', `/estimates/${await office.sentEstimate()}`);
    office.world.pass(1000);
    expect(await office.readEstimate(await office.sentEstimate())).toMatchObject({ estimate_number: null });
    office.world.pass(1000);
    await office.jortt.runDue();
    expect(office.jortt.state().estimates).toMatchObject([{ estimate_number: '202603-001' }]);
  });

  it('makes an invoice of one, once', async () => {
    const office = await EstimateOffice.open();
    const customer_id = await office.person();
    const discounts = [{ description: 'Loyal', percentage: 10 }];
    const fields = { customer_id, discounts, reference: 'QUOTE-1', introduction: 'Above', net_amounts: true };
    const id = await office.sentEstimate(fields);
    await office.deed(id, 'accept');
    const { status, body } = await office.deed(id, 'invoice');
    expect(status).toBe(201);
    const { total, total_incl_vat, ...estimate } = await office.readEstimate(id);
    expect(estimate).toMatchObject({ estimate_status: 'invoiced', acceptance_status: 'accepted' });
    expect(await office.readInvoice((body as { id: string }).id)).toMatchObject({
      ...{ ...fields, invoice_status: 'draft' },
      ...{ invoice_total: total, invoice_total_incl_vat: total_incl_vat },
    });
    expect(refusal(await office.deed(id, 'invoice'))).toContain('Estimate::NotOpen');
    expect(refusal(await office.edit(id, {}))).toContain('Estimate::Invoiced');
    expect(refusal(await office.send(id))).toContain('Estimate::Invoiced');
    expect(office.jortt.state().invoices).toHaveLength(1);
  });

  it('makes none where the invoice would be refused, and the estimate stays as it was', async () => {
    const office = await EstimateOffice.open();
    const id = await office.sentEstimate();
    const { customer_id } = await office.readEstimate(id);
    await office.lever('DELETE', `/customers/${customer_id}`);
    expect(refusal(await office.deed(id, 'invoice'))).toEqual([404, 'resource.not_found']);
    expect(await office.readEstimate(id)).toMatchObject({ estimate_status: 'sent' });
  });
});
